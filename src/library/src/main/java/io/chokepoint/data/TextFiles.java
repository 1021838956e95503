package io.chokepoint.data;

import io.chokepoint.base.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Text files: read as strict UTF-8, written whole or not at all. */
final class TextFiles {
    private TextFiles() {}

    /**
     * The text of a UTF-8 file without its byte order mark.
     *
     * @param shownAs the file as the user knows it
     * @return empty if the file cannot be read or is not UTF-8; a fault says why
     */
    static Optional<String> read(Path file, String shownAs, Faults faults) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            faults.error(shownAs, 0, "", "the file does not exist.");
            return Optional.empty();
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "the file cannot be read: " + e.getMessage());
            return Optional.empty();
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            faults.error(shownAs, 0, "", "is UTF-16; expected UTF-8. In Excel, save as 'CSV UTF-8 (comma delimited)'.");
            return Optional.empty();
        }
        int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
        CharBuffer out = CharBuffer.allocate(bytes.length - start + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int at = in.position();
            faults.error(
                    shownAs,
                    lineAt(bytes, at),
                    "",
                    "byte 0x%02X is not UTF-8; expected UTF-8 text. In Excel, save as 'CSV UTF-8 (comma delimited)'."
                            .formatted(bytes[at] & 0xFF));
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text));
    }

    private static int lineAt(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n')) {
                line++;
            }
        }
        return line;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}

package io.chokepoint.data;

import io.chokepoint.base.AtomicFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Text files: read as strict UTF-8, written whole or not at all. */
final class TextFiles {
    /** Bytes of the largest file that is not a table. */
    static final long MOST_BYTES = 50_000_000;

    private static final int PIECE = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextFiles() {}

    /**
     * The text of a UTF-8 file without its byte order mark.
     *
     * @param shownAs the file as the user knows it
     * @return empty if the file cannot be read, is too large or is not UTF-8; a fault says why
     */
    static Optional<String> read(Path file, String shownAs, Faults faults) {
        if (!InputFiles.mayRead(file, shownAs, MOST_BYTES, faults) || !isUtf8(file, shownAs, faults)) {
            return Optional.empty();
        }
        try (Reader text = reader(file)) {
            return Optional.of(text.readAllAsString());
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "the file cannot be read: " + InputFiles.reason(e));
            return Optional.empty();
        }
    }

    /** As {@link #read}, of a file in a dataset's folder: a link may not lead out of it. */
    static Optional<String> readOf(Path folder, Path file, String shownAs, Faults faults) {
        return Files.exists(file) && !InputFiles.staysWithin(folder, file, shownAs, faults)
                ? Optional.empty()
                : read(file, shownAs, faults);
    }

    /** The text of a UTF-8 file without its byte order mark; what is no UTF-8 is an {@link IOException}. */
    static Reader reader(Path file) throws IOException {
        BufferedReader text = Files.newBufferedReader(file);
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    /** Whether a file is UTF-8; a fault says on which line it is not. Reads it piece by piece. */
    static boolean isUtf8(Path file, String shownAs, Faults faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.allocate(PIECE).limit(0);
        CharBuffer out = CharBuffer.allocate(PIECE);
        LineCount lines = new LineCount();
        boolean atStart = true;
        boolean ended = false;
        try (InputStream bytes = Files.newInputStream(file)) {
            while (!ended) {
                in.compact();
                int read = bytes.readNBytes(in.array(), in.position(), in.remaining());
                in.position(in.position() + read).flip();
                ended = in.limit() < PIECE;
                if (atStart && isUtf16(in)) {
                    faults.error(
                            shownAs,
                            0,
                            "",
                            "is UTF-16; expected UTF-8. In Excel, save as 'CSV UTF-8 (comma delimited)'.");
                    return false;
                }
                atStart = false;
                CoderResult result = decoder.decode(in, out.clear(), ended);
                lines.add(in.array(), in.position());
                if (result.isError()) {
                    faults.error(
                            shownAs,
                            lines.line(),
                            "",
                            "byte 0x%02X is not UTF-8; expected UTF-8 text. In Excel, save as 'CSV UTF-8 (comma delimited)'."
                                    .formatted(in.get(in.position()) & 0xFF));
                    return false;
                }
            }
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "the file cannot be read: " + InputFiles.reason(e));
            return false;
        }
        return true;
    }

    /** Counts lines that end in LF, CR LF or CR, piece by piece. */
    private static final class LineCount {
        private int ends;
        private boolean afterReturn;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b == '\r' || (b == '\n' && !afterReturn)) {
                    ends++;
                }
                afterReturn = b == '\r';
            }
        }

        /** The line after what was counted, from 1. */
        int line() {
            return ends + 1;
        }
    }

    /** Writes a file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text));
    }

    private static boolean isUtf16(ByteBuffer start) {
        if (start.limit() < 2) {
            return false;
        }
        int mark = start.getShort(0) & 0xFFFF;
        return mark == 0xFFFE || mark == 0xFEFF;
    }
}

package io.chokepoint.exchange.intake;

import io.chokepoint.base.Amounts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What may be read at all: regular files of a bounded size. */
public final class InputFile {
    private static final long MEGABYTE = 1_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private InputFile() {}

    /**
     * Whether a file may be read; a fault says why not.
     *
     * @param most bytes
     */
    public static boolean mayRead(Path file, String shown, long most, Findings findings) throws IOException {
        if (!Files.exists(file)) {
            findings.faultAt(shown, 0, "", "does not exist", "a file");
            return false;
        }
        if (!Files.isRegularFile(file)) {
            findings.faultAt(
                    shown, 0, "", "is " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device"), "a file");
            return false;
        }
        long size = Files.size(file);
        if (size > most) {
            findings.faultAt(
                    shown,
                    0,
                    "",
                    "has " + Amounts.count(Math.ceilDiv(size, MEGABYTE)) + " MB",
                    "at most " + Amounts.count(most / MEGABYTE) + " MB");
            return false;
        }
        return true;
    }

    /** The bytes of a file; empty with a fault if it may not be read or is larger than {@link Bounds#WHOLE_FILE_BYTES}. */
    public static Optional<byte[]> bytes(Path file, String shown, Findings findings) throws IOException {
        return mayRead(file, shown, Bounds.WHOLE_FILE_BYTES, findings)
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** The text of a UTF-8 file without its byte order mark; empty with a fault if it is none. */
    public static Optional<String> text(Path file, String shown, Findings findings) throws IOException {
        Optional<byte[]> bytes = bytes(file, shown, findings);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            findings.faultAt(shown, 0, "", "is not UTF-8", "UTF-8 text");
            return Optional.empty();
        }
    }

    /** Why a file cannot be read, for a message that names it already. */
    public static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }
}

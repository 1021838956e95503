package io.chokepoint.parquet;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checksum of a whole file that stands inside it: the SHA-256 of all its bytes, in which the checksum's own digits count as zeros. It
 * is one of the facts in the footer, where other readers pass it over.
 */
public final class ParquetSeal {
    /** Of the fact. */
    static final String KEY = "seal";

    /** While it is not known. */
    static final String OPEN = "0".repeat(64);

    private static final int DIGITS = OPEN.length();

    /** The name of the fact, then what Thrift's compact protocol puts before a text of so many bytes. */
    private static final byte[] MARK = (KEY + "\u0018@").getBytes(StandardCharsets.US_ASCII);

    private static final int PIECE = 1 << 16;

    private ParquetSeal() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Puts the checksum into the end of a file: the footer and what follows. */
    static void close(byte[] tail, MessageDigest before) {
        before.update(tail);
        byte[] digits = HexFormat.of().formatHex(before.digest()).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, tail, place(tail), DIGITS);
    }

    /** Where the digits stand; −1 for nowhere. */
    private static int place(byte[] tail) {
        for (int at = tail.length - DIGITS - MARK.length; at >= 0; at--) {
            if (Arrays.equals(tail, at, at + MARK.length, MARK, 0, MARK.length)) {
                return at + MARK.length;
            }
        }
        return -1;
    }

    /**
     * Whether a file is byte for byte as {@link ParquetWriter#sealed} wrote it.
     *
     * @throws IOException if it cannot be read
     */
    public static boolean holds(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int end = Integer.BYTES + ParquetWriter.MAGIC.length;
            long size = file.length();
            if (size < end) {
                return false;
            }
            byte[] last = new byte[Integer.BYTES];
            file.seek(size - end);
            file.readFully(last);
            int footer = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (footer < 0 || footer > size - end) {
                return false;
            }
            byte[] tail = new byte[footer + end];
            file.seek(size - tail.length);
            file.readFully(tail);
            int place = place(tail);
            if (place < 0) {
                return false;
            }
            byte[] stated = Arrays.copyOfRange(tail, place, place + DIGITS);
            Arrays.fill(tail, place, place + DIGITS, (byte) '0');
            MessageDigest digest = digest();
            file.seek(0);
            byte[] piece = new byte[PIECE];
            for (long left = size - tail.length; left > 0; ) {
                int read = (int) Math.min(left, PIECE);
                file.readFully(piece, 0, read);
                digest.update(piece, 0, read);
                left -= read;
            }
            byte[] found = HexFormat.of().formatHex(digest.digest(tail)).getBytes(StandardCharsets.US_ASCII);
            return Arrays.equals(stated, found);
        }
    }
}

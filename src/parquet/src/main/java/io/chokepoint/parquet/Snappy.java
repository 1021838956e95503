package io.chokepoint.parquet;

import java.io.IOException;

/**
 * Undoes the compression Snappy, which most tools write Parquet with unless told otherwise: a length, then pieces that are either
 * letters as they are or copies of what came before. Source: the format's description in google/snappy, format_description.txt.
 */
final class Snappy {
    private final byte[] in;
    private int at;

    private Snappy(byte[] in) {
        this.in = in;
    }

    /**
     * @param size how many bytes come out
     * @throws IOException if it is not so, or the input is no whole block
     */
    static byte[] unpacked(byte[] block, int size) throws IOException {
        try {
            Snappy snappy = new Snappy(block);
            if (snappy.length() != size) {
                throw broken();
            }
            return snappy.pieces(new byte[size]);
        } catch (IndexOutOfBoundsException cut) {
            throw broken();
        }
    }

    private static IOException broken() {
        return new IOException("a page compressed with SNAPPY is damaged");
    }

    private int length() {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int part = in[at++];
            length |= (part & 0x7F) << shift;
            if (part >= 0 || shift == 28) {
                return length;
            }
        }
    }

    private int number(int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in[at++] & 0xFF) << 8 * i;
        }
        return number;
    }

    private byte[] pieces(byte[] out) throws IOException {
        int written = 0;
        while (written < out.length) {
            int tag = in[at++] & 0xFF;
            int kind = tag & 3;
            int length = (tag >>> 2) + 1;
            if (kind == 0) {
                if (length > 60) {
                    length = number(length - 60) + 1;
                }
                System.arraycopy(in, at, out, written, length);
                at += length;
                written += length;
                continue;
            }
            int back;
            if (kind == 1) {
                length = (tag >>> 2 & 7) + 4;
                back = (tag >>> 5) << 8 | number(1);
            } else {
                back = number(kind == 2 ? 2 : 4);
            }
            if (back <= 0 || back > written || length > out.length - written) {
                throw broken();
            }
            for (int i = 0; i < length; i++, written++) {
                out[written] = out[written - back]; // one by one: a copy may overlap what it makes
            }
        }
        if (at != in.length) {
            throw broken();
        }
        return out;
    }
}

package io.chokepoint.parquet;

import java.nio.ByteBuffer;

/** Small whole numbers as runs of the same one and as groups of eight packed bit by bit (Apache Parquet, Encodings.md, RLE/bit-packing hybrid). */
final class HybridDecoder {
    private final ByteBuffer page;
    private final int end;
    private final int width;

    /** @param width bits of a number, 0 … 32 */
    HybridDecoder(ByteBuffer page, int end, int width) {
        this.page = page;
        this.end = end;
        this.width = width;
    }

    int[] read(int count) {
        int[] numbers = new int[count];
        int at = 0;
        while (at < count && page.position() < end) {
            int head = unsignedVarint();
            if ((head & 1) == 0) {
                int value = 0;
                for (int bit = 0; bit < width; bit += Byte.SIZE) {
                    value |= (page.get() & 0xFF) << bit;
                }
                for (int left = head >>> 1; left > 0 && at < count; left--) {
                    numbers[at++] = value;
                }
            } else {
                at = unpack((head >>> 1) * Byte.SIZE, numbers, at);
            }
        }
        return numbers;
    }

    private int unpack(int packed, int[] numbers, int from) {
        int at = from;
        long word = 0;
        int filled = 0;
        long mask = (1L << width) - 1;
        for (int left = packed; left > 0; left--) {
            while (filled < width && page.position() < end) {
                word |= (page.get() & 0xFFL) << filled;
                filled += Byte.SIZE;
            }
            if (at < numbers.length) {
                numbers[at++] = (int) (word & mask);
            }
            word >>>= width;
            filled -= width;
        }
        return at;
    }

    private int unsignedVarint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = page.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}

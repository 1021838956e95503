package io.chokepoint.firms;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Texts numbered in the order in which they come: the ids of firms, the labels of sectors. A million strings in a hash map would take
 * ten times the room of their letters; here they lie one behind the other as UTF-8, found by an open-addressing table of numbers.
 * Ids are equal where their bytes are: {@code 1} and {@code 01} are two.
 */
public final class FirmIds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private byte[] letters = new byte[1 << 10];
    private int[] start = new int[1 << 7];
    private int size;

    /** Number + 1 of the text in each place, 0 where there is none; always a power of two, at most half full. */
    private int[] table = new int[1 << 8];

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * The number of a text, a new one if it was not there.
     *
     * @return the number, or {@code -1 - number} if the text was there already
     */
    public int add(byte[] text, int from, int to) {
        int place = place(text, from, to);
        if (table[place] != 0) {
            return -table[place];
        }
        int length = to - from;
        if (start[size] + length < 0) {
            throw new OutOfMemoryError("more than 2 GB of ids");
        }
        if (start[size] + length > letters.length) {
            letters = Arrays.copyOf(letters, (int) Math.min(Integer.MAX_VALUE - 8, 2L * (start[size] + length)));
        }
        System.arraycopy(text, from, letters, start[size], length);
        if (size + 2 > start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        start[size + 1] = start[size] + length;
        table[place] = size + 1;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    /** As {@link #add(byte[], int, int)}. */
    public int add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    /** The number of a text, -1 if it is not there. */
    public int find(byte[] text, int from, int to) {
        return table[place(text, from, to)] - 1;
    }

    /** The number of a text, empty if it is not there. */
    public OptionalInt find(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int found = find(bytes, 0, bytes.length);
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** The text of a number, 0 … {@link #size()} - 1. */
    public String text(int number) {
        if (number < 0 || number >= size) {
            throw new IndexOutOfBoundsException("number " + number + " of " + size);
        }
        return new String(letters, start[number], start[number + 1] - start[number], StandardCharsets.UTF_8);
    }

    /** Gives back the room that was kept for more. */
    void trim() {
        letters = Arrays.copyOf(letters, start[size]);
        start = Arrays.copyOf(start, size + 1);
    }

    /** Where the text stands in the table, or the free place where it would. */
    private int place(byte[] text, int from, int to) {
        int mask = table.length - 1;
        int place = hash(text, from, to) & mask;
        while (table[place] != 0) {
            int number = table[place] - 1;
            if (Arrays.equals(letters, start[number], start[number + 1], text, from, to)) {
                return place;
            }
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        int mask = larger.length - 1;
        for (int number = 0; number < size; number++) {
            int place = hash(letters, start[number], start[number + 1]) & mask;
            while (larger[place] != 0) {
                place = (place + 1) & mask;
            }
            larger[place] = number + 1;
        }
        table = larger;
    }

    private static int hash(byte[] text, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | text[at] & 0xFF;
        }
        return (int) (mixed(hash ^ rest) >>> 32);
    }

    private static long mixed(long bits) {
        long product = bits * MIX;
        return (product ^ product >>> 32) * MIX;
    }
}

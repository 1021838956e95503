package io.chokepoint.firms.esri;

import java.util.Arrays;

/** A set of numbers 0 … n - 1 as bits, gone through in ascending order. */
final class FirmSet {
    private final long[] words;

    FirmSet(int size) {
        words = new long[(size + 63) >>> 6];
    }

    /** The bits, 64 to a word, to be read and set in hot loops. */
    long[] words() {
        return words;
    }

    void add(int number) {
        words[number >>> 6] |= 1L << number;
    }

    /** Adds what stands at the places {@code from} to {@code to} - 1. */
    void addAll(int[] numbers, int from, int to) {
        long[] bits = words;
        for (int place = from; place < to; place++) {
            int number = numbers[place];
            bits[number >>> 6] |= 1L << number;
        }
    }

    /** Puts the members into an array, in ascending order; how many. */
    int members(int[] into) {
        int count = 0;
        for (int word = 0; word < words.length; word++) {
            for (long bits = words[word]; bits != 0; bits &= bits - 1) {
                into[count++] = (word << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return count;
    }

    /** The next member, {@code from} included; -1 if there is none. */
    int next(int from) {
        int word = from >>> 6;
        if (word >= words.length) {
            return -1;
        }
        long bits = words[word] & -1L << from;
        while (bits == 0) {
            if (++word == words.length) {
                return -1;
            }
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    /** The next member of one of two sets of the same size. */
    static int nextOfEither(FirmSet one, FirmSet other, int from) {
        int word = from >>> 6;
        if (word >= one.words.length) {
            return -1;
        }
        long bits = (one.words[word] | other.words[word]) & -1L << from;
        while (bits == 0) {
            if (++word == one.words.length) {
                return -1;
            }
            bits = one.words[word] | other.words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    void clear() {
        Arrays.fill(words, 0);
    }
}

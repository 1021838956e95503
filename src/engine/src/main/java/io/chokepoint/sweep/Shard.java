package io.chokepoint.sweep;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several equal shares of a sweep. Units are dealt like cards, so that shares take about as long as each other where neighbours
 * are alike.
 *
 * @param number 1 … {@code of}
 * @param of into how many shares the sweep is dealt, 1 … {@value #MOST}
 */
public record Shard(int number, int of) {
    /** More shares than anybody has machines. */
    public static final int MOST = 10_000;

    /** The whole sweep. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})/([0-9]{1,9})");

    public Shard {
        if (of < 1 || of > MOST || number < 1 || number > of) {
            throw new IllegalArgumentException(number + "/" + of);
        }
    }

    /** @throws IllegalArgumentException unless the text is {@code i/n} with 1 ≤ i ≤ n ≤ {@value #MOST} */
    public static Shard parse(String text) {
        Matcher matched = FORM.matcher(text);
        if (!matched.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new Shard(Integer.parseInt(matched.group(1)), Integer.parseInt(matched.group(2)));
    }

    /** Whether a unit belongs to this share. */
    public boolean owns(long unit) {
        return unit % of == number - 1;
    }

    /** How many units of a sweep belong to this share. */
    public long count(long units) {
        return units < number ? 0 : (units - number) / of + 1;
    }

    /** The unit of a place in this share, from 0. */
    public long unit(long place) {
        return place * of + number - 1;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}

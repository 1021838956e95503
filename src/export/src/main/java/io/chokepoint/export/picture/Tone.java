package io.chokepoint.export.picture;

import java.util.Locale;

/**
 * A colour.
 *
 * @param rgb red, green and blue as 0xRRGGBB
 * @param opacity in [0, 1]
 */
public record Tone(int rgb, double opacity) {
    /** Nothing at all: the ground shows. */
    public static final Tone CLEAR = new Tone(0, 0);

    public Tone {
        if (rgb < 0 || rgb > 0xFFFFFF || !(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("no colour: " + rgb + " with opacity " + opacity);
        }
    }

    public static Tone of(int rgb) {
        return new Tone(rgb, 1);
    }

    /** The same colour, seen through. */
    public Tone withOpacity(double value) {
        return new Tone(rgb, value);
    }

    /** The colour a part of the way towards another; opacity 1. */
    public Tone towards(Tone other, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 0xFF;
            int to = other.rgb >> shift & 0xFF;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return Tone.of(mixed);
    }

    /** As in HTML: "#1f6feb". */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }
}

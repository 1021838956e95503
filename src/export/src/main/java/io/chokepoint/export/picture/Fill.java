package io.chokepoint.export.picture;

/** What is inside a shape. */
public sealed interface Fill {

    /** One colour. */
    record Flat(Tone tone) implements Fill {}

    /**
     * Slanted lines over a ground, from bottom left to top right.
     *
     * @param gap from line to line, in px
     * @param width of a line, in px
     */
    record Hatch(Tone ground, Tone lines, double gap, double width) implements Fill {}

    static Fill of(Tone tone) {
        return new Flat(tone);
    }

    /** The same in a picture that is so many times as large. */
    default Fill scaled(double factor) {
        return switch (this) {
            case Flat flat -> flat;
            case Hatch hatch -> new Hatch(hatch.ground(), hatch.lines(), hatch.gap() * factor, hatch.width() * factor);
        };
    }
}

package io.chokepoint.export.picture;

/**
 * How an outline is drawn.
 *
 * @param width in px
 * @param dash length of dash and gap in px; 0 for a whole line
 */
public record Line(Tone tone, double width, double dash) {

    public static Line of(Tone tone, double width) {
        return new Line(tone, width, 0);
    }

    public static Line dashed(Tone tone, double width, double dash) {
        return new Line(tone, width, dash);
    }
}

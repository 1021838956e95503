package io.chokepoint.export.picture;

/** Knows how wide text is. */
@FunctionalInterface
public interface TextMeasure {
    /** @return the width in px */
    double width(String text, double size, boolean semibold);

    /** The text, or as much of it as fits with "…" at its end. */
    default String fit(String text, double size, boolean semibold, double width) {
        if (width(text, size, semibold) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String shorter = text.substring(0, end).stripTrailing() + "…";
            if (width(shorter, size, semibold) <= width) {
                return shorter;
            }
        }
        return "";
    }
}

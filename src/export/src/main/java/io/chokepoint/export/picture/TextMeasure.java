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
        // Measuring is dear, so the longest part that fits is searched for by halves.
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        while (tooLong - fits > 1) {
            int tried = (fits + tooLong) / 2;
            if (width(cut(text, tried), size, semibold) <= width) {
                fits = tried;
            } else {
                tooLong = tried;
            }
        }
        String cut = cut(text, fits);
        return width(cut, size, semibold) <= width ? cut : "";
    }

    private static String cut(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + "…";
    }
}

package io.chokepoint.export.picture;

import java.util.ArrayList;
import java.util.List;

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

    /** The text in lines that are no wider than so many px, broken between words; a word that is wider has a line of its own. */
    default List<String> lines(String text, double size, boolean semibold, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, size, semibold) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                    line.append(word);
                } else {
                    line.setLength(0);
                    line.append(longer);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static String cut(String text, int codePoints) {
        return text.substring(0, text.offsetByCodePoints(0, codePoints)).stripTrailing() + "…";
    }
}

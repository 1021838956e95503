package io.chokepoint.base;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Text as it may leave the program, for a terminal, a page, a picture, a table or the window: a name from a file must not be able
 * to move a cursor, reorder what stands beside it, or break the format it is written in.
 */
public final class CleanText {
    /** Shown in place of what must not leave. */
    private static final char MARK = '\uFFFD';

    private CleanText() {}

    /**
     * The text with a replacement mark for each control character other than tab and line ends, each character that changes the
     * direction of writing, each half of a pair that stands alone, and each code point that is no character.
     */
    public static String of(String text) {
        OptionalInt first = firstUnclean(text);
        if (first.isEmpty()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        clean.append(text, 0, first.getAsInt());
        int at = first.getAsInt();
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (isClean(point)) {
                clean.appendCodePoint(point);
            } else {
                clean.append(MARK);
            }
            at += Character.charCount(point);
        }
        return clean.toString();
    }

    /** The first character that must not leave, as {@code U+001B}; empty where there is none. */
    public static Optional<String> unclean(String text) {
        OptionalInt first = firstUnclean(text);
        return first.isEmpty() ? Optional.empty() : Optional.of(codePoint(text.codePointAt(first.getAsInt())));
    }

    /** A code point as documents write it, e.g. {@code U+00E9}. */
    public static String codePoint(int point) {
        return String.format("U+%04X", point);
    }

    /** What makes up a text where letters alone do not say it, e.g. {@code C U+00E9 r i u m}. */
    public static String spelled(String text) {
        return text.codePoints()
                .mapToObj(point -> point > ' ' && point < 0x7F ? Character.toString(point) : codePoint(point))
                .collect(Collectors.joining(" "));
    }

    private static OptionalInt firstUnclean(String text) {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!isClean(point)) {
                return OptionalInt.of(at);
            }
            at += Character.charCount(point);
        }
        return OptionalInt.empty();
    }

    private static boolean isClean(int point) {
        if (point < 0x20) {
            return point == '\t' || point == '\n' || point == '\r';
        }
        if (point < 0x7F) {
            return true;
        }
        return !(point <= 0x9F
                || (point >= 0xD800 && point <= 0xDFFF)
                || isDirection(point)
                || point == 0x2028
                || point == 0x2029
                || (point >= 0xFDD0 && point <= 0xFDEF)
                || (point & 0xFFFE) == 0xFFFE);
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9). */
    private static boolean isDirection(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}

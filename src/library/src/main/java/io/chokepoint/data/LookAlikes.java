package io.chokepoint.data;

import io.chokepoint.base.CleanText;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Ids that a reader cannot tell apart: two Unicode forms of one text, capitals, spaces that do not show, letters of another script
 * with the same shape. Only the letters that look the same in most typefaces are known here, those of Unicode Technical Standard 39
 * for Latin, Greek and Cyrillic.
 */
public final class LookAlikes {
    private static final Map<Integer, String> SHAPES = Map.ofEntries(
            shape('а', "a"),
            shape('е', "e"),
            shape('о', "o"),
            shape('р', "p"),
            shape('с', "c"),
            shape('у', "y"),
            shape('х', "x"),
            shape('і', "i"),
            shape('ј', "j"),
            shape('ѕ', "s"),
            shape('һ', "h"),
            shape('ԁ', "d"),
            shape('ԛ', "q"),
            shape('ԝ', "w"),
            shape('в', "b"),
            shape('к', "k"),
            shape('м', "m"),
            shape('н', "h"),
            shape('т', "t"),
            shape('α', "a"),
            shape('ο', "o"),
            shape('ρ', "p"),
            shape('ν', "v"),
            shape('ι', "i"),
            shape('κ', "k"),
            shape('τ', "t"),
            shape('υ', "u"),
            shape('χ', "x"),
            shape('β', "b"),
            shape('ε', "e"),
            shape('η', "n"),
            shape('μ', "m"),
            shape('ζ', "z"),
            shape('ɡ', "g"),
            shape('ı', "i"));

    private LookAlikes() {}

    private static Map.Entry<Integer, String> shape(char letter, String latin) {
        return Map.entry((int) letter, latin);
    }

    /** Equal for texts that look alike; not for showing to anybody. */
    public static String skeleton(String text) {
        StringBuilder shape = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !isInvisible(point))
                .forEach(point -> {
                    int small = Character.toLowerCase(point);
                    String latin = SHAPES.get(small);
                    if (latin == null) {
                        shape.appendCodePoint(small);
                    } else {
                        shape.append(latin);
                    }
                });
        return Normalizer.normalize(shape, Normalizer.Form.NFKC);
    }

    /** Whether two different texts show the same letters, capitals apart. */
    static boolean looksLike(String a, String b) {
        return !a.equals(b) && skeleton(a).equals(skeleton(b));
    }

    /** Whether they differ in more than capitals, which can be seen. */
    static boolean differsUnseen(String a, String b) {
        return looksLike(a, b) && !a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }

    /** What makes up a text where letters alone do not say it, e.g. {@code Cérium (C U+00E9 r i u m)}. */
    static String spelled(String text) {
        return "'" + CleanText.of(text) + "' (" + CleanText.spelled(text) + ")";
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || (point >= 0xFE00 && point <= 0xFE0F);
    }
}

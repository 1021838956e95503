package io.chokepoint.ui;

import java.text.Normalizer;
import java.util.Locale;

/** How a typed word is found in a name: without case, accents, subscripts or hyphens. */
final class SearchText {
    /** No match. */
    static final int NONE = Integer.MAX_VALUE;

    private SearchText() {}

    /** The form in which texts are compared: "Y₂O₃" becomes "y2o3". Keeps the number of letters wherever it can. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('-', ' ')
                .replace('–', ' ')
                .replace('’', '\'')
                // As it is spelt in the United States.
                .replace("license", "licence");
    }

    /**
     * How well a folded query matches a folded text: 0 the whole text, 1 its beginning, 2 the beginning of a word, 3 somewhere, 4
     * all of its words somewhere; {@link #NONE} not at all.
     */
    static int rank(String text, String query) {
        if (query.isEmpty()) {
            return NONE;
        }
        if (text.equals(query)) {
            return 0;
        }
        if (text.startsWith(query)) {
            return 1;
        }
        int at = text.indexOf(query);
        while (at > 0) {
            if (!Character.isLetterOrDigit(text.charAt(at - 1))) {
                return 2;
            }
            at = text.indexOf(query, at + 1);
        }
        if (text.contains(query)) {
            return 3;
        }
        String[] words = query.split(" ");
        if (words.length > 1) {
            for (String word : words) {
                if (!text.contains(word)) {
                    return NONE;
                }
            }
            return 4;
        }
        return NONE;
    }
}

package io.chokepoint.article;

/**
 * A text as words are looked for in it: letters small, every run of spaces, line ends and hyphens one space, quotation marks and letters
 * of full width plain. Knows where each letter stands in the original.
 */
final class FoldedText {
    private final String text;
    private final int[] places;

    private FoldedText(String text, int[] places) {
        this.text = text;
        this.places = places;
    }

    static FoldedText of(String original) {
        StringBuilder folded = new StringBuilder(original.length());
        int[] places = new int[original.length() + 1];
        for (int at = 0; at < original.length(); at++) {
            char letter = plain(original.charAt(at));
            if (letter == ' ' && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ') {
                continue;
            }
            places[folded.length()] = at;
            folded.append(letter);
        }
        places[folded.length()] = original.length();
        return new FoldedText(folded.toString(), places);
    }

    /** A word of a list in the same form. */
    static String fold(String word) {
        return of(word.strip()).text;
    }

    private static char plain(char letter) {
        if (letter == '’' || letter == '‘' || letter == '´') {
            return '\'';
        }
        if (letter == '“' || letter == '”') {
            return '"';
        }
        if (letter == '％') {
            return '%';
        }
        if (letter >= '！' && letter <= '～' && Character.isLetterOrDigit(letter)) {
            return Character.toLowerCase((char) (letter - '！' + '!'));
        }
        if (Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION) {
            return ' ';
        }
        return Character.toLowerCase(letter);
    }

    String text() {
        return text;
    }

    /** Where a letter stands in the original. */
    int original(int place) {
        return places[place];
    }

    /** Where in the folded text a letter of the original stands. */
    int place(int original) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] < original) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The place behind the original letter that stands before {@code place}. */
    int originalEnd(int place) {
        return place == 0 ? places[0] : places[place - 1] + 1;
    }

    /** Whether a word may end between two letters: Chinese has no boundaries, in other scripts letters and figures hold together. */
    static boolean isBoundary(CharSequence text, int place) {
        return place <= 0 || place >= text.length() || !holds(text.charAt(place - 1)) || !holds(text.charAt(place));
    }

    private static boolean holds(char letter) {
        return Character.isLetterOrDigit(letter) && !Character.isIdeographic(letter);
    }
}

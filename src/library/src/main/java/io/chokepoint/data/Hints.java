package io.chokepoint.data;

import java.util.Collection;
import java.util.Locale;

/** The last sentence of a message: what the user may have meant. */
public final class Hints {
    private Hints() {}

    /** {@code " Maybe 'gallium'?"} if a known word is close to the given one, otherwise nothing. */
    public static String nearest(String word, Collection<String> known) {
        String best = nearestWord(word, known);
        return best.isEmpty() ? "" : " Maybe '" + best + "'?";
    }

    /** The known word that is closest to the given one, empty if none is close. */
    public static String nearestWord(String word, Collection<String> known) {
        String best = "";
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        String lower = word.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) >= bestDistance) {
                continue;
            }
            int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                bestDistance = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Words with commas between, for short lists of what is allowed. */
    static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    /** The least number of letters to insert, delete, change or swap with the next (optimal string alignment). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

package io.chokepoint.data;

import io.chokepoint.base.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The last sentence of a message: what the user may have meant. */
public final class Hints {
    /** Letters beyond which nobody has just mistyped a word. */
    private static final int LONGEST_WORD = 200;

    private Hints() {}

    /** {@code " Maybe 'gallium'?"} if a known word is close to the given one, otherwise nothing. */
    public static String nearest(String word, Collection<String> known) {
        Optional<String> twin = known.stream()
                .filter(candidate -> LookAlikes.differsUnseen(word, candidate))
                .min(Comparator.naturalOrder());
        if (twin.isPresent()) {
            return " It looks like one, but differs from it: " + LookAlikes.spelled(word) + " is not "
                    + LookAlikes.spelled(twin.get()) + ".";
        }
        String best = nearestWord(word, known);
        return best.isEmpty() ? "" : " Maybe '" + best + "'?";
    }

    /** The known word that is closest to the given one, empty if none is close. */
    public static String nearestWord(String word, Collection<String> known) {
        if (word.length() > LONGEST_WORD) {
            return "";
        }
        String best = "";
        int bestDistance = Math.max(1, word.length() / 3) + 1;
        String lower = word.toLowerCase(Locale.ROOT);
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) > bestDistance) {
                continue;
            }
            int distance = EditDistance.of(lower, candidate.toLowerCase(Locale.ROOT));
            // Of words that are equally near the first by letters, whatever order they come in.
            if (distance < bestDistance
                    || (distance == bestDistance && !best.isEmpty() && candidate.compareTo(best) < 0)) {
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
}

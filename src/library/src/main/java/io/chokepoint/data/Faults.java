package io.chokepoint.data;

import io.chokepoint.base.Problem;
import io.chokepoint.model.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Collects the faults of one reading, so that all are reported at once: of each kind the first {@value #MOST_OF_A_KIND}, and how many more
 * there are. Of a kind are those of one file and field whose words are the same, quoted texts, places and numbers aside. Not thread-safe.
 */
final class Faults {
    static final int MOST_OF_A_KIND = 100;

    /** The same where fields differ. */
    private static final int MOST_OF_ANY_FIELD = 3 * MOST_OF_A_KIND;

    /** What differs between faults of one kind. */
    private static final Pattern VALUES = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|\\([^)]*\\)|U\\+[0-9A-F]+|[-+]?\\d[\\d.]*(?:[eE][-+]?\\d+)?(?:, \\d+)*");

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Kind, Count> kinds = new LinkedHashMap<>();
    private final Map<Kind, Integer> listedOfAnyField = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private int errors;

    private record Kind(Problem.Severity severity, String file, String field, String words) {}

    /** How many there are of a kind, and the first that is not listed. */
    private static final class Count {
        private int all;
        private int unlisted;
        private int firstUnlisted;
    }

    void error(String file, int line, String field, String message) {
        add(Problem.error(file, line, field, message));
    }

    void warning(String file, int line, String field, String message) {
        add(Problem.warning(file, line, field, message));
    }

    void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    private void add(Problem problem) {
        errors += problem.isError() ? 1 : 0;
        Kind ofAnyField = new Kind(problem.severity(), problem.file(), "", words(start(problem.message())));
        int listed = listedOfAnyField.getOrDefault(ofAnyField, 0);
        // Names of fields that nobody knows may all differ.
        boolean enough = listed >= MOST_OF_ANY_FIELD;
        Kind kind = enough
                ? ofAnyField
                : new Kind(ofAnyField.severity, ofAnyField.file, words(problem.field()), ofAnyField.words);
        Count count = kinds.computeIfAbsent(kind, unused -> new Count());
        count.all++;
        if (!enough && count.all - count.unlisted <= MOST_OF_A_KIND) {
            problems.add(problem);
            listedOfAnyField.put(ofAnyField, listed + 1);
        } else if (count.unlisted++ == 0) {
            count.firstUnlisted = problem.line();
        }
    }

    private static String words(String text) {
        return VALUES.matcher(text).replaceAll("#");
    }

    /** What is wrong: what was expected and what may be meant differ from fault to fault. */
    private static String start(String message) {
        int expected = message.indexOf("; expected");
        int hint = message.indexOf(" Maybe ");
        int end = expected < 0 ? hint : hint < 0 ? expected : Math.min(expected, hint);
        return end < 0 ? message : message.substring(0, end);
    }

    /** A figure of this id cannot be read: what stands in for it is no ground for further findings. */
    void unread(String figure) {
        unread.add(figure);
    }

    boolean isUnread(Figure figure) {
        return unread.contains(figure.id());
    }

    /** How many errors so far; two readings of it tell whether something between them went wrong. */
    int errors() {
        return errors;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    /** All that are listed, and for each kind of which there are more a line that counts the rest. */
    List<Problem> list() {
        List<Problem> all = new ArrayList<>(problems);
        kinds.forEach((kind, count) -> {
            if (count.unlisted > 0) {
                all.add(new Problem(
                        kind.severity,
                        kind.file,
                        count.firstUnlisted,
                        kind.field,
                        UnlistedFaults.message(count.unlisted)));
            }
        });
        return List.copyOf(all);
    }
}

package io.chokepoint.firms;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All faults of the files of one case; of each kind the first hundred with their place, the others counted. */
public final class Faults {
    private static final int LISTED = 100;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    private static final class Kind {
        private final List<Problem> listed = new ArrayList<>();
        private long count;
    }

    /**
     * Notes a fault.
     *
     * @param file the file as the user named it
     * @param line the line, counted from 1 with the header; 0 where the whole file is meant
     * @param column the column, which with the file and the start of the message makes the kind; empty where the whole line is meant
     * @param message what is there and what was expected
     */
    public void add(String file, long line, String column, String what, String message) {
        Kind kind = kinds.computeIfAbsent(file + '\n' + column + '\n' + what, key -> new Kind());
        kind.count++;
        if (kind.listed.size() < LISTED) {
            kind.listed.add(Problem.error(file, (int) Math.min(line, Integer.MAX_VALUE), column, message));
        }
    }

    /** A fault that is alone of its kind. */
    public void add(String file, long line, String column, String message) {
        add(file, line, column, message, message);
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** @throws ChokepointException with all that were noted, if any were */
    public void orThrow() {
        if (isEmpty()) {
            return;
        }
        List<Problem> problems = new ArrayList<>();
        for (Kind kind : kinds.values()) {
            problems.addAll(kind.listed);
            if (kind.count > LISTED) {
                Problem last = kind.listed.getLast();
                problems.add(Problem.error(
                        last.file(),
                        0,
                        last.field(),
                        "and " + Amounts.count(kind.count - LISTED) + " more of this kind."));
            }
        }
        throw new ChokepointException(problems);
    }
}

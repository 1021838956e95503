package io.chokepoint.data;

import io.chokepoint.base.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one reading, so that all are reported at once. Not thread-safe. */
final class Faults {
    private final List<Problem> problems = new ArrayList<>();
    private int errors;

    void error(String file, int line, String field, String message) {
        problems.add(Problem.error(file, line, field, message));
        errors++;
    }

    void warning(String file, int line, String field, String message) {
        problems.add(Problem.warning(file, line, field, message));
    }

    void addAll(List<Problem> more) {
        for (Problem problem : more) {
            problems.add(problem);
            errors += problem.isError() ? 1 : 0;
        }
    }

    /** How many errors so far; two readings of it tell whether something between them went wrong. */
    int errors() {
        return errors;
    }

    boolean hasErrors() {
        return errors > 0;
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }
}

package io.chokepoint.base;

import java.util.List;

/**
 * The input was understood and is at fault; the message is fit for users. Anything else that is thrown is a bug in the
 * program.
 */
@Stable
public class ChokepointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ChokepointException(String message) {
        super(message);
        this.problems = List.of();
    }

    public ChokepointException(String message, Throwable cause) {
        super(message, cause);
        this.problems = List.of();
    }

    /** All faults of one input at once; the message lists them, one a line. */
    public ChokepointException(List<Problem> problems) {
        super(String.join("\n", problems.stream().map(Problem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** The faults one by one, empty where the message says it all. */
    public List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }
}

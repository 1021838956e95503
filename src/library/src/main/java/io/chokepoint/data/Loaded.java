package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file or folder gave: the value, or the errors that stand in its way; warnings in both cases.
 *
 * @param value present if and only if no problem is an error
 * @param problems all of them, in the order of {@link Problem#compareTo}
 */
public record Loaded<T>(Optional<T> value, List<Problem> problems) {

    public Loaded {
        problems = problems.stream().sorted().toList();
        if (value.isPresent() && problems.stream().anyMatch(Problem::isError)) {
            throw new IllegalArgumentException("a value with errors");
        }
    }

    /** @throws ChokepointException with all errors if there is no value */
    public T orThrow() {
        return value.orElseThrow(() -> new ChokepointException(
                problems.stream().filter(Problem::isError).toList()));
    }
}

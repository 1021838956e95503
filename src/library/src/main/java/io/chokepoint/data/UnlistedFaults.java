package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line that stands for faults of which there are too many to list: {@code and 99,900 more of this kind.} */
public final class UnlistedFaults {
    private static final Pattern MESSAGE = Pattern.compile("and ([\\d,]+) more of this kind\\.");

    private UnlistedFaults() {}

    static String message(int count) {
        return "and " + Amounts.count(count) + " more of this kind.";
    }

    /** How many faults a line stands for, ≥ 1. */
    public static long count(Problem problem) {
        Matcher matcher = MESSAGE.matcher(problem.message());
        return matcher.matches() ? Long.parseLong(matcher.group(1).replace(",", "")) : 1;
    }
}

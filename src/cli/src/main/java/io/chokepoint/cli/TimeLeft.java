package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import java.util.Locale;

/** How long work will still take, if its steps go on as they went. Not thread-safe. */
final class TimeLeft {
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;
    /** Before this nothing is said: the first steps are slow, as the code is still being compiled. */
    private static final double LEAST_SECONDS = 2;

    private long start;
    private long first = -1;
    private long total = -1;

    /**
     * @param now in nanoseconds, from any start
     * @return ", about 3 minutes left"; empty while nobody can tell
     */
    String text(long done, long of, long now) {
        if (of != total || done < first) {
            // Another piece of work.
            start = now;
            first = done;
            total = of;
        }
        double spent = (now - start) / NANOS;
        if (done <= first || spent < LEAST_SECONDS) {
            return "";
        }
        return ", about " + words(spent / (done - first) * (of - done)) + " left";
    }

    private static String words(double seconds) {
        if (seconds < MINUTE) {
            return Amounts.seconds(Math.ceil(seconds));
        }
        double minutes = Math.ceil(seconds / MINUTE);
        return minutes < MINUTE
                ? Amounts.counted((long) minutes, "minute", "minutes")
                : String.format(Locale.ROOT, "%.1f hours", minutes / MINUTE);
    }
}

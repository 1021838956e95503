package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.testkit.ModelRun;
import java.util.Arrays;
import java.util.OptionalInt;

/** Holds a run against numbers as the model page states them: its notation, six digits. */
final class StatedNumbers {
    /** Half a unit of the sixth digit. */
    static final double SIX_DIGITS = 5e-7;

    private StatedNumbers() {}

    /**
     * Asserts output in the page's notation: {@code 10-29: 0.2, 40: 1} with {@code 43 on: 1} for all weeks from one on and
     * {@code else: 1} for all weeks that are not named.
     */
    static void assertSeries(ModelRun run, String name, String stated) {
        assertSeries(run.output(name), name, stated);
    }

    static void assertSeries(double[] series, String name, String stated) {
        boolean[] named = new boolean[series.length];
        for (String part : stated.split(",")) {
            String weeks = part.substring(0, part.indexOf(':')).strip();
            double value =
                    Double.parseDouble(part.substring(part.indexOf(':') + 1).strip());
            boolean[] meant = new boolean[series.length];
            if (weeks.equals("else")) {
                for (int week = 0; week < series.length; week++) {
                    meant[week] = !named[week];
                }
            } else if (weeks.endsWith(" on")) {
                Arrays.fill(meant, Integer.parseInt(weeks.replace(" on", "")), series.length, true);
            } else {
                String[] ends = weeks.split("-");
                int first = Integer.parseInt(ends[0]);
                Arrays.fill(meant, first, ends.length == 1 ? first + 1 : Integer.parseInt(ends[1]) + 1, true);
            }
            for (int week = 0; week < series.length; week++) {
                if (meant[week]) {
                    named[week] = true;
                    assertThat(series[week])
                            .as("%s in week %d (%s)", name, week, stated)
                            .isCloseTo(value, within(SIX_DIGITS));
                }
            }
        }
    }

    static void assertLostOutput(ModelRun run, String name, double weeks) {
        assertThat(run.outcome(name).lostOutputWeeks())
                .as("lost output of " + name)
                .isCloseTo(weeks, within(SIX_DIGITS));
    }

    static void assertWeeks(ModelRun run, String name, int firstLoss, int recovery) {
        assertThat(run.outcome(name).firstLossWeek())
                .as("first loss of " + name)
                .isEqualTo(OptionalInt.of(firstLoss));
        assertThat(run.outcome(name).recoveryWeek()).as("recovery of " + name).isEqualTo(OptionalInt.of(recovery));
    }

    static void assertTrough(ModelRun run, String name, double trough, int week) {
        assertThat(run.outcome(name).trough()).as("trough of " + name).isCloseTo(trough, within(SIX_DIGITS));
        assertThat(run.outcome(name).troughWeek()).as("trough week of " + name).isEqualTo(week);
    }
}

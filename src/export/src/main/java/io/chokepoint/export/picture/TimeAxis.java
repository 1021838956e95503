package io.chokepoint.export.picture;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/** The labels under the curves: months where the scenario has dates, otherwise weeks. */
public final class TimeAxis {
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60};
    private static final int[] WEEKS = {1, 2, 4, 13, 26, 52, 104, 260};
    private static final double WEEKS_PER_MONTH = 52.18 / 12;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    /** @param week may lie between two whole weeks */
    public record Tick(double week, String label) {}

    private TimeAxis() {}

    /**
     * @param weeks number of weeks of the run
     * @param most how many labels have room, ≥ 1
     * @param weekLabel what is said of a week where there are no dates
     */
    public static List<Tick> of(int weeks, Optional<LocalDate> startDate, int most, IntFunction<String> weekLabel) {
        return startDate.map(start -> months(weeks, start, most)).orElseGet(() -> weeks(weeks, most, weekLabel));
    }

    private static List<Tick> months(int weeks, LocalDate start, int most) {
        int step = step(MONTHS, weeks / WEEKS_PER_MONTH, most);
        List<Tick> ticks = new ArrayList<>();
        LocalDate month =
                start.getDayOfMonth() == 1 ? start : start.withDayOfMonth(1).plusMonths(1);
        while (step > 1 && (month.getMonthValue() - 1) % Math.min(step, 12) != 0) {
            month = month.plusMonths(1);
        }
        for (LocalDate at = month; ; at = at.plusMonths(step)) {
            double week = ChronoUnit.DAYS.between(start, at) / 7.0;
            if (week > weeks - 1) {
                return ticks;
            }
            ticks.add(new Tick(week, MONTH.format(at)));
        }
    }

    /**
     * Weeks 0, step, 2 × step, …
     *
     * @param most how many labels have room, ≥ 1
     */
    static List<Tick> weeks(int weeks, int most, IntFunction<String> weekLabel) {
        int step = step(WEEKS, weeks, most);
        List<Tick> ticks = new ArrayList<>();
        for (int week = 0; week < weeks; week += step) {
            ticks.add(new Tick(week, weekLabel.apply(week)));
        }
        return ticks;
    }

    private static int step(int[] steps, double length, int most) {
        for (int step : steps) {
            if (length / step <= Math.max(1, most)) {
                return step;
            }
        }
        return steps[steps.length - 1];
    }
}

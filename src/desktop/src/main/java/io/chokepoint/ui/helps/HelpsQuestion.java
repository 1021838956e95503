package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.ui.support.Work;

/**
 * What is asked.
 *
 * @param work the scenario and own figures at hand
 * @param target whose output is to be kept
 * @param stockWeeks that a stock measure adds
 * @param level the part of its output that the target should keep, in (0, 1]
 * @param cost by which the stocks that keep it are to be cheap
 */
record HelpsQuestion(Work work, HelpsTarget target, int stockWeeks, double level, Cost cost) {
    /** As on the command line. */
    private static final int SECOND_SOURCE_WEEKS = 4;

    private static final double SECOND_SOURCE_SPARE = 0.3;
    private static final int EARLY_WEEKS = 9;
    private static final int PAIRS_AMONG = 6;

    Mitigation.Settings settings() {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Mitigation.Settings(
                stockWeeks, SECOND_SOURCE_WEEKS, SECOND_SOURCE_SPARE, EARLY_WEEKS, level, cost, PAIRS_AMONG, threads);
    }

    /** Whether both ask for the same measures; they may differ in which stocks are to keep the target. */
    boolean asksTheSameAs(HelpsQuestion other) {
        return work.equals(other.work) && target.equals(other.target) && stockWeeks == other.stockWeeks;
    }
}

package io.chokepoint.analysis;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of many runs, by run number, so that the order in which they finish does not matter. Each run writes its own places only.
 *
 * <p>Series and drawn values are kept as {@code float}: their seven digits are more than any figure of a dataset has, and they are what
 * fills the memory. Outcomes are kept as {@code double}.
 */
final class MonteCarloRecord {
    /** Weekly values that are kept at most, of all subjects and runs: 256 megabytes. Outcomes are kept of every run. */
    private static final long MOST_VALUES = 64_000_000;

    /** Outcomes that are kept at most, of all subjects and runs: a gigabyte. */
    private static final long MOST_OUTCOMES = 32_000_000;

    final NetworkStructure structure;
    final FigureDraws draws;
    final Scenario scenario;
    final long seed;
    final int weeks;
    /** Series and draws are kept of so many runs, the first ones. */
    final int kept;

    final List<Activity> watched;
    /** By run, then subject and week. The subjects are the goods, then the markets, then the watched makers. */
    private final float[][] series;
    /** By run, then figure. */
    private final float[][] drawn;
    /** By subject, then run. First loss and recovery: positive infinity for never. */
    final double[][] firstLoss;

    final double[][] trough;
    final double[][] lostOutput;
    final double[][] recovery;
    /** Null unless prices are wanted and the dataset says what its goods are worth. */
    final @Nullable PriceRecords prices;

    private final byte[] ruleOf;
    private final AtomicInteger done = new AtomicInteger();

    /** @throws ChokepointException if the outcomes of so many runs take too much memory */
    MonteCarloRecord(
            NetworkStructure structure,
            FigureDraws draws,
            Scenario scenario,
            List<Activity> watched,
            PriceSides sides,
            MonteCarlo.Settings settings) {
        this.structure = structure;
        this.draws = draws;
        this.scenario = scenario;
        this.seed = settings.seed();
        this.weeks = scenario.horizonWeeks();
        this.watched = watched;
        requireRoom(structure, watched, settings.mostRuns());
        int subjects = subjects(structure, watched);
        this.kept = kept(subjects, weeks, settings.mostRuns());
        prices = settings.prices() == MonteCarlo.Settings.Prices.NONE
                        || !structure.dataset().hasValues()
                ? null
                : new PriceRecords(structure, sides, weeks, settings);
        ruleOf = new byte[settings.mostRuns()];
        series = new float[kept][];
        drawn = new float[kept][];
        firstLoss = new double[subjects][settings.mostRuns()];
        trough = new double[subjects][settings.mostRuns()];
        lostOutput = new double[subjects][settings.mostRuns()];
        recovery = new double[subjects][settings.mostRuns()];
    }

    private static int subjects(NetworkStructure structure, List<Activity> watched) {
        return structure.goodCount() + structure.marketCount() + watched.size();
    }

    /** Of how many runs, the first ones, series and draws are kept. */
    static int kept(int subjects, int weeks, int runs) {
        return (int) Math.max(1, Math.min(runs, MOST_VALUES / ((long) subjects * weeks)));
    }

    /** @throws ChokepointException if the outcomes of so many runs take too much memory */
    static void requireRoom(NetworkStructure structure, List<Activity> watched, int runs) {
        int subjects = subjects(structure, watched);
        long fit = MOST_OUTCOMES / subjects;
        if (runs > fit) {
            throw new ChokepointException(Amounts.counted(runs, "run", "runs")
                    + " would take too much memory: with "
                    + Amounts.counted(subjects, "good or market", "goods and markets")
                    + " at most " + Amounts.count(fit) + " can be made.");
        }
    }

    int countDone() {
        return done.incrementAndGet();
    }

    /** The rule that was in force in a run. */
    RuleWeights.Rule rule(int run) {
        return RuleWeights.Rule.values()[ruleOf[run]];
    }

    void keep(int run, RuleWeights.Rule rule, double[] values, OutputSeries outputs) {
        ruleOf[run] = (byte) rule.ordinal();
        if (prices != null && outputs.prices().isPresent()) {
            prices.keep(run, outputs.prices().get());
        }
        keepDrawn(run, values);
        if (run < kept) {
            series[run] = new float[trough.length * weeks];
        }
        for (int g = 0; g < outputs.goods().length; g++) {
            keep(run, g, outputs.goods()[g]);
        }
        for (int m = 0; m < outputs.markets().length; m++) {
            keep(run, outputs.goods().length + m, outputs.markets()[m]);
        }
        int first = outputs.goods().length + outputs.markets().length;
        for (int a = 0; a < outputs.activities().length; a++) {
            keep(run, first + a, outputs.activities()[a]);
        }
    }

    private void keepDrawn(int run, double[] values) {
        if (run < kept) {
            drawn[run] = new float[values.length];
            for (int k = 0; k < values.length; k++) {
                drawn[run][k] = (float) values[k];
            }
        }
    }

    /** As {@link #keep} leaves it, from numbers that were kept elsewhere; outcomes and prices are to be put in place by the caller. */
    void restore(int run, RuleWeights.Rule rule, double[] values, float @Nullable [] ownSeries) {
        ruleOf[run] = (byte) rule.ordinal();
        keepDrawn(run, values);
        if (run < kept && ownSeries != null) {
            series[run] = ownSeries;
        }
    }

    /** The series of a kept run, by subject and week. */
    float[] series(int run) {
        return series[run];
    }

    private void keep(int run, int subject, double[] output) {
        Outcome outcome = Outcome.of(output);
        firstLoss[subject][run] =
                outcome.firstLossWeek().isPresent() ? outcome.firstLossWeek().getAsInt() : Double.POSITIVE_INFINITY;
        trough[subject][run] = outcome.trough();
        lostOutput[subject][run] = outcome.lostOutputWeeks();
        recovery[subject][run] =
                outcome.recoveryWeek().isPresent() ? outcome.recoveryWeek().getAsInt() : Double.POSITIVE_INFINITY;
        if (run < kept) {
            float[] own = series[run];
            for (int week = 0; week < weeks; week++) {
                own[subject * weeks + week] = (float) output[week];
            }
        }
    }

    /** What a kept run gave for a subject in a week. */
    float value(int run, int subject, int week) {
        return series[run][subject * weeks + week];
    }

    /** The drawn values by figure, then run, of so many of the kept runs. */
    float[][] drawnByFigure(int runs) {
        float[][] byFigure = new float[draws.figures().size()][runs];
        for (int run = 0; run < runs; run++) {
            float[] ofRun = drawn[run];
            for (int k = 0; k < byFigure.length; k++) {
                byFigure[k][run] = ofRun[k];
            }
        }
        return byFigure;
    }

    /** The drawn values of a kept run, by figure. */
    float[] drawn(int run) {
        return drawn[run];
    }

    boolean isGoodEnough(int runs, double tolerance) {
        for (int good = 0; good < structure.goodCount(); good++) {
            if (Quantiles.halfWidth(Quantiles.sorted(Arrays.copyOf(trough[good], runs))) > tolerance) {
                return false;
            }
        }
        return true;
    }

    MonteCarloResult result(int runs) {
        return new MonteCarloResult(this, runs);
    }
}

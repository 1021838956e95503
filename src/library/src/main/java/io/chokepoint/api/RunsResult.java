package io.chokepoint.api;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Stable;

/**
 * What many runs with drawn figures say: ranges instead of single numbers. Immutable and safe to share between threads.
 *
 * <p>All methods that take an id throw a {@link ChokepointException} where the dataset has no good or market of this id.
 */
@Stable
public final class RunsResult {
    private final ScenarioSpec scenario;
    private final MonteCarloResult result;
    private final Lookup lookup;

    RunsResult(ScenarioSpec scenario, MonteCarloResult result, Lookup lookup) {
        this.scenario = scenario;
        this.result = result;
        this.lookup = lookup;
    }

    /** What was run. */
    public ScenarioSpec scenario() {
        return scenario;
    }

    /** How many runs were made. */
    public int runs() {
        return result.runs();
    }

    public long seed() {
        return result.seed();
    }

    /** The part of the runs in which the good falls below 99 % of baseline in any week, in [0, 1]. */
    public double probabilityHit(String goodId) {
        return result.probabilityHit(lookup.good(goodId));
    }

    /** The first week below 99 % of baseline; positive infinity for never. */
    public Spread firstLoss(String goodId) {
        return result.spread(lookup.good(goodId), Measure.FIRST_LOSS);
    }

    /** The least weekly output, a part of baseline. */
    public Spread trough(String goodId) {
        return result.spread(lookup.good(goodId), Measure.TROUGH);
    }

    /** Lost output, in weeks of baseline output. */
    public Spread lostOutput(String goodId) {
        return result.spread(lookup.good(goodId), Measure.LOST_OUTPUT);
    }

    /** The week after the last one below 99 % of baseline; positive infinity for never. */
    public Spread recovery(String goodId) {
        return result.spread(lookup.good(goodId), Measure.RECOVERY);
    }

    /** The least served part of a market's demand, in [0, 1]. */
    public Spread marketTrough(String marketId) {
        return result.spread(lookup.market(marketId), Measure.TROUGH);
    }

    /**
     * A good's output by week, below which the given part of the runs lies.
     *
     * @param part in [0, 1], e.g. 0.1 for P10
     * @throws IllegalArgumentException if the part is not
     */
    public double[] band(String goodId, double part) {
        return result.band(lookup.good(goodId), requirePart(part));
    }

    /** As {@link #band}, of the served part of a market's demand. */
    public double[] marketBand(String marketId, double part) {
        return result.band(lookup.market(marketId), requirePart(part));
    }

    private static double requirePart(double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("part must be in [0, 1], but is " + part);
        }
        return part;
    }
}

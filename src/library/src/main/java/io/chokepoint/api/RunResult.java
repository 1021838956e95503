package io.chokepoint.api;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Stable;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import java.util.List;

/**
 * One run, week by week. Output is a part of baseline: 1 is normal. Immutable and safe to share between threads.
 *
 * <p>All methods that take an id throw a {@link ChokepointException} where the dataset has no good or market of this id.
 */
@Stable
public final class RunResult {
    private final ScenarioSpec scenario;
    private final SimulationResult result;
    private final Lookup lookup;

    RunResult(ScenarioSpec scenario, SimulationResult result, Lookup lookup) {
        this.scenario = scenario;
        this.result = result;
        this.lookup = lookup;
    }

    /** What was run. */
    public ScenarioSpec scenario() {
        return scenario;
    }

    public int weeks() {
        return result.weeks();
    }

    /** Goods whose output falls below 99 % of baseline in any week: earliest first, then by lost output, largest first. */
    public List<Good> hitGoods() {
        return result.hitGoods();
    }

    /** Markets of whose demand less than 99 % is served in any week, in dataset order. */
    public List<EndMarket> hitMarkets() {
        return result.hitMarkets().stream().map(Lookup::endMarket).toList();
    }

    /** The world's output of a good, one value a week. */
    public double[] output(String goodId) {
        return result.output(lookup.good(goodId));
    }

    /** First loss, lowest output, lost weeks and recovery of a good. */
    public Outcome outcome(String goodId) {
        return result.outcome(lookup.good(goodId));
    }

    /** The served part of a market's demand, in [0, 1], one value a week. */
    public double[] served(String marketId) {
        return result.served(lookup.market(marketId));
    }

    /** As {@link #outcome}, of the served part of a market's demand. */
    public Outcome marketOutcome(String marketId) {
        return result.outcome(lookup.market(marketId));
    }

    /** Why a good falls short, link by link back to a restriction; empty where it does not. */
    public List<ChainLink> chain(String goodId) {
        return explanation(goodId).steps().stream()
                .map(step -> new ChainLink(
                        step.activity().map(maker -> maker.good().id()),
                        step.activity().map(maker -> maker.provider().id()),
                        step.week(),
                        step.lowest(),
                        step.isRestricted(),
                        step.sentence()))
                .toList();
    }

    /**
     * Why a good falls short, or why it does not, in sentences with the figures and sources that they rest on. Plain text of
     * several lines for people; its words may change with any release.
     */
    public String why(String goodId) {
        return explanation(goodId).toText();
    }

    private Explanation explanation(String goodId) {
        return Explanation.of(result, lookup.good(goodId));
    }
}

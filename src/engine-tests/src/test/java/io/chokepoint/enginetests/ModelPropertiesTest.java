package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The invariants of the model page, section 3. Balance of goods, x ≤ C and that nothing is negative or NaN are also checked inside
 * both models in every week of every test here.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class ModelPropertiesTest {

    @Parameter
    Models model = Models.REFERENCE;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingMovesWithoutARestriction(long seed) {
        Dataset dataset = RandomNetworks.of(seed);

        assertThatNothingMoves(dataset, ScenarioSketch.over(60).scenario(), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRestrictionAfterTheHorizonChangesNothing(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        String everything = "provider:P0,P1,P2,P3,P4,P5,R";

        Scenario later = ScenarioSketch.over(30)
                .during(30, Period.OPEN)
                .outage(everything, 1)
                .scenario();

        assertThatNothingMoves(dataset, later, seed);
    }

    private void assertThatNothingMoves(Dataset dataset, Scenario scenario, long seed) {
        ModelRun run = model.run(dataset, scenario);

        for (String name : ModelRun.names(dataset)) {
            for (int week = 0; week < run.weeks; week++) {
                assertThat(run.output(name, week))
                        .as("%s in week %d of seed %d", name, week, seed)
                        .isCloseTo(1, within(1e-12));
            }
        }
        run.addedCost.forEach(
                (name, cost) -> assertThat(cost).as("added cost of " + name).containsOnly(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void outputIsNeverNegativeAndMarketsNeverGetMoreThanTheyWant(long seed) {
        Dataset dataset = RandomNetworks.of(seed);

        ModelRun run = model.run(dataset, RandomScenarios.of(dataset, seed));

        run.series.forEach((name, series) -> {
            for (double value : series) {
                assertThat(value).as("%s of seed %d", name, seed).isFinite().isNotNegative();
            }
        });
        dataset.markets().forEach(market -> {
            for (double served : run.output(market.id())) {
                assertThat(served).as("%s of seed %d", market, seed).isBetween(0.0, 1.0);
            }
        });
        run.vendorShares.forEach((key, shares) -> {
            for (double share : shares) {
                assertThat(share).as("%s of seed %d", key, seed).isBetween(0.0, 1 + 1e-12);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFullBanIsFeltAfterStocksAndTransitOfEachLink(long seed) {
        Chain chain = Chain.atRandom(seed, true);
        int start = 10;

        ModelRun run = model.run(
                chain.dataset(),
                ScenarioSketch.over(start + chain.weeksTo(chain.length) + 5)
                        .during(start, Period.OPEN)
                        .exportBan("good:g0 to.good:g1", 0)
                        .scenario());

        for (int link = 1; link <= chain.length; link++) {
            assertThat(run.outcome("g" + link).firstLossWeek())
                    .as("first loss of g%d, seed %d", link, seed)
                    .isEqualTo(OptionalInt.of(start + chain.weeksTo(link)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOutageIsFeltAtOnceAndAfterStocksAndTransitDownstream(long seed) {
        Chain chain = Chain.atRandom(seed, true);
        int start = 7;

        ModelRun run = model.run(
                chain.dataset(),
                ScenarioSketch.over(start + chain.weeksTo(chain.length) + 5)
                        .during(start, Period.OPEN)
                        .outage("good:g0", 1)
                        .scenario());

        for (int link = 0; link <= chain.length; link++) {
            assertThat(run.outcome("g" + link).firstLossWeek())
                    .as("first loss of g%d, seed %d", link, seed)
                    .isEqualTo(OptionalInt.of(start + chain.weeksTo(link)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLongerStockNeverBringsTheFirstLossEarlier(long seed) {
        Chain lean = Chain.atRandom(seed, false);
        SplittableRandom random = new SplittableRandom(seed);
        Chain rich = lean.withStock(random.nextInt(lean.length), random.nextDouble(0, 6));
        Scenario scenario = ScenarioSketch.over(90)
                .during(5, 5 + 1 + random.nextInt(30), random.nextInt(6))
                .exportBan("good:g0 to.good:g1", random.nextDouble())
                .scenario();

        ModelRun leanRun = model.run(lean.dataset(), scenario);
        ModelRun richRun = model.run(rich.dataset(), scenario);

        for (int link = 1; link <= lean.length; link++) {
            String good = "g" + link;
            int never = scenario.horizonWeeks();
            assertThat(richRun.outcome(good).firstLossWeek().orElse(never))
                    .as("first loss of %s with a longer stock, seed %d", good, seed)
                    .isGreaterThanOrEqualTo(
                            leanRun.outcome(good).firstLossWeek().orElse(never));
        }
    }

    /** g0@P → g1@P → … of consumed inputs with ω = 1 and one maker each; stock and lead by link. */
    private static final class Chain {
        private final int length;
        private final List<Double> stockWeeks = new ArrayList<>();
        private final List<Integer> leadWeeks = new ArrayList<>();
        private final List<Double> useShares = new ArrayList<>();

        private Chain(int length) {
            this.length = length;
        }

        static Chain atRandom(long seed, boolean wholeWeeks) {
            SplittableRandom random = new SplittableRandom(seed);
            Chain chain = new Chain(1 + random.nextInt(5));
            for (int link = 0; link < chain.length; link++) {
                chain.stockWeeks.add(wholeWeeks ? random.nextInt(9) : random.nextDouble(0, 9));
                chain.leadWeeks.add(1 + random.nextInt(6));
                chain.useShares.add(random.nextDouble(0.1, 1));
            }
            return chain;
        }

        Chain withStock(int link, double moreWeeks) {
            Chain chain = new Chain(length);
            chain.stockWeeks.addAll(stockWeeks);
            chain.leadWeeks.addAll(leadWeeks);
            chain.useShares.addAll(useShares);
            chain.stockWeeks.set(link, stockWeeks.get(link) + moreWeeks);
            return chain;
        }

        /** Σ(ℓ + n) of the links up to a good. */
        int weeksTo(int good) {
            int weeks = 0;
            for (int link = 0; link < good; link++) {
                weeks += leadWeeks.get(link) + stockWeeks.get(link).intValue();
            }
            return weeks;
        }

        Dataset dataset() {
            NetworkSketch sketch = NetworkSketch.named("chain").makes("P", "g0", 1);
            for (int link = 0; link < length; link++) {
                int at = link;
                sketch.makes("P", "g" + (link + 1), 1)
                        .needs(
                                "g" + (link + 1),
                                "g" + link,
                                input -> input.useShare(useShares.get(at))
                                        .leadWeeks(leadWeeks.get(at))
                                        .stockWeeks(stockWeeks.get(at)));
            }
            return sketch.build();
        }
    }
}

package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The invariants of the price page, section 8. */
@ParameterizedClass(name = "{0}")
@EnumSource
class PricePropertiesTest {

    @Parameter
    Models model = Models.REFERENCE;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsDearWithoutARestriction(long seed) {
        Dataset dataset = RandomNetworks.withValues(seed);
        Scenario none = ScenarioSketch.over(40).rationing(RationingRule.PRICE).scenario();

        ModelRun run = model.run(dataset, none);

        run.prices.forEach((name, prices) -> assertThat(prices)
                .as("price of %s, seed %d", name, seed)
                .containsOnly(new double[] {1}, within(1e-12)));
        run.addedCost.forEach((name, cost) ->
                assertThat(cost).as("added cost of %s, seed %d", name, seed).containsOnly(0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noPriceIsBelowThatOfTheBaseline(long seed) {
        Dataset dataset = RandomNetworks.withValues(seed);

        ModelRun run = model.run(dataset, RandomScenarios.of(dataset, seed).withRationing(RationingRule.PRICE));

        run.prices.forEach((name, prices) -> {
            for (double price : prices) {
                // No price where nothing is made.
                assertThat(Double.isNaN(price) || price >= 1 - 1e-12)
                        .as("price %s of %s, seed %d", price, name, seed)
                        .isTrue();
            }
        });
    }

    /** By a power of 2, so that not a digit changes and no rounding can grow. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void largerValuesOfAllScaleMoneyAndNoPrice(long seed) {
        Dataset dataset = RandomNetworks.withValues(seed);
        Scenario scenario = RandomScenarios.of(dataset, seed).withRationing(RationingRule.PRICE);
        FigureValues larger = figure -> figure.central() * (figure.id().endsWith("/value") ? 8 : 1);

        ModelRun run = model.run(dataset, scenario);
        ModelRun scaled = model.run(dataset, scenario, RationingRule.PRICE, larger);

        run.prices.forEach(
                (name, prices) -> assertThat(scaled.prices.get(name)).as(name).containsExactly(prices));
        for (Map.Entry<String, Double> entry : run.money.entrySet()) {
            assertThat(scaled.money.get(entry.getKey())).as(entry.getKey()).isEqualTo(8 * entry.getValue());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoCanPayMoreGetsNoSmallerPartOfItsNeed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // With ℓ 1 and no stock, output of week 11 is what was served in week 10.
        double lessWorth = random.nextDouble(100, 200);
        double moreWorth = lessWorth * random.nextDouble(1.1, 20);

        ModelRun run = model.run(twoCustomers(0.4, lessWorth, moreWorth), cut(random.nextDouble(0.05, 0.95)));

        assertThat(run.output("c@Z", 11)).isLessThan(1);
        assertThat(run.output("b@Y", 11)).isGreaterThanOrEqualTo(run.output("c@Z", 11));
    }

    /** One maker in the first week of a cut: all orders are need, and the claims are those of the baseline. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aLargerClaimNeverLowersThePrice(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double made = random.nextDouble(0.2, 0.6);

        ModelRun run = model.run(
                twoCustomers(0.4, 150, 900),
                ScenarioSketch.over(3)
                        .rationing(RationingRule.PRICE)
                        .during(0, Period.OPEN)
                        .outage("good:a", 1 - made)
                        .scenario());
        // Of the same output c claims less.
        ModelRun quota = model.run(
                twoCustomers(0.4, 150, 900),
                ScenarioSketch.over(3)
                        .rationing(RationingRule.PRICE)
                        .during(0, Period.OPEN)
                        .outage("good:a", 1 - made)
                        .quota("good:a to.good:c", random.nextDouble(0.1, 1))
                        .scenario());

        assertThat(quota.prices.get("a@X")[0])
                .isGreaterThanOrEqualTo(1)
                .isLessThanOrEqualTo(run.prices.get("a@X")[0]);
    }

    private static Scenario cut(double lost) {
        return ScenarioSketch.over(14)
                .rationing(RationingRule.PRICE)
                .during(10, Period.OPEN)
                .outage("good:a", lost)
                .scenario();
    }

    private static Dataset twoCustomers(double use, double worthOfC, double worthOfB) {
        return NetworkSketch.named("two-customers")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .makes("Z", "c", 1)
                .needs("b", "a", input -> input.useShare(use).leadWeeks(1).stockWeeks(0))
                .needs("c", "a", input -> input.useShare(use).leadWeeks(1).stockWeeks(0))
                .value("a", 100, 4)
                .value("b", worthOfB, 3)
                .value("c", worthOfC, 3)
                .build();
    }
}

package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;

/** The networks and scenarios of the price page's worked numbers, section 9, for all tests that read prices and money off a run. */
public enum PriceExamples {
    /** {@code a@X (spare .1, rampWeeks 2) → b@Y (u .3, ℓ 1, n 1), c@Z (u .2, ℓ 1, n 1)}. */
    TWO_CUSTOMERS {
        @Override
        public Dataset dataset() {
            return NetworkSketch.named("two-customers")
                    .makes("X", "a", 1, 0.1, 2)
                    .makes("Y", "b", 1)
                    .makes("Z", "c", 1)
                    .needs("b", "a", input -> input.useShare(0.3).leadWeeks(1).stockWeeks(1))
                    .needs("c", "a", input -> input.useShare(0.2).leadWeeks(1).stockWeeks(1))
                    .value("a", 100, 4)
                    .value("b", 1000, 3)
                    .value("c", 120, 2)
                    .build();
        }

        @Override
        public Scenario scenario() {
            return ScenarioSketch.over(60)
                    .rationing(RationingRule.PRICE)
                    .during(10, 30)
                    .outage("good:a", 0.6)
                    .scenario();
        }
    },
    /** {@code a@CHN (x̄ .8), a@JPN (x̄ .2, spare .5, rampWeeks 4) → b@CHN, b@JPN (x̄ .5 each; u .6, ℓ 2, n 2, q 4)}. */
    INSIDE_AND_OUTSIDE {
        @Override
        public Dataset dataset() {
            return NetworkSketch.named("inside-outside")
                    .makes("CHN", "a", 0.8)
                    .makes("JPN", "a", 0.2, 0.5, 4)
                    .makes("CHN", "b", 0.5)
                    .makes("JPN", "b", 0.5)
                    .needs(
                            "b",
                            "a",
                            input -> input.useShare(0.6)
                                    .leadWeeks(2)
                                    .stockWeeks(2)
                                    .qualificationWeeks(4))
                    .value("a", 100, 3)
                    .value("b", 400, 2)
                    .build();
        }

        @Override
        public Scenario scenario() {
            return ScenarioSketch.over(60)
                    .rationing(RationingRule.PRICE)
                    .during(10, 40)
                    .exportBan("good:a country:CHN to.country:JPN to.good:b", 0.1)
                    .scenario();
        }
    },
    /** {@code k@X → p@V (u .5, ℓ 1, n 6); r@W (spare .5, rampWeeks 4); market m in U: p (useShare .8), r (.6)}. */
    CHOICE {
        @Override
        public Dataset dataset() {
            return NetworkSketch.named("choice")
                    .makes("X", "k", 1)
                    .makes("V", "p", 1)
                    .makes("W", "r", 1, 0.5, 4)
                    .needs("p", "k", input -> input.useShare(0.5).leadWeeks(1).stockWeeks(6))
                    .market(
                            "m",
                            buyers -> buyers.country("U")
                                    .switchWeeks(4)
                                    .priceSensitivity(1)
                                    .tolerance(4)
                                    .buys("p", 0.8, 1)
                                    .buys("r", 0.6, 1))
                    .value("k", 200, 3)
                    .value("p", 500, 2)
                    .value("r", 500, 2)
                    .build();
        }

        @Override
        public Scenario scenario() {
            return ScenarioSketch.over(60)
                    .rationing(RationingRule.PRICE)
                    .during(10, 30)
                    .outage("good:k", 0.5)
                    .tariff("good:k to.good:p", 0.2, 0.5)
                    .scenario();
        }
    };

    public abstract Dataset dataset();

    /** Over 60 weeks, under rule {@code price}. */
    public abstract Scenario scenario();

    /** The engine's run. */
    public SimulationResult run() {
        return EngineUnderTest.simulate(dataset(), scenario(), RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
    }
}

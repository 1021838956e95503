package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.PriceSides;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.PriceExamples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DearestInputTest {
    private static final PriceExamples EXAMPLE = PriceExamples.INSIDE_AND_OUTSIDE;

    @Test
    void itIsTheInputThatRisesMostOnEitherSide() {
        SimulationResult run = EXAMPLE.run();
        RunPrices prices = run.prices().orElseThrow();
        PriceSides sides = PriceSides.of(run.dataset(), run.restrictedMakers());

        DearestInput dearest = DearestInput.of(run, Optional.empty()).orElseThrow();

        Good good = dearest.good().orElseThrow();
        assertThat(run.dataset().headline().contains(good)).isFalse();
        for (Good other : run.dataset().goods()) {
            if (!run.dataset().headline().contains(other)) {
                assertThat(most(prices, sides, other)).isLessThanOrEqualTo(most(prices, sides, good));
            }
        }
        double outside = RunPrices.highest(prices.price(good, maker -> !sides.isInside(maker)));
        assertThat(dearest.words())
                .startsWith(good.shortName() + ": " + PriceAnswer.number(outside) + " times outside ")
                .endsWith(" inside");
    }

    private static double most(RunPrices prices, PriceSides sides, Good good) {
        return sides.inside(good).isEmpty()
                ? RunPrices.highest(prices.price(good))
                : Math.max(
                        RunPrices.highest(prices.price(good, maker -> !sides.isInside(maker))),
                        RunPrices.highest(prices.price(good, sides::isInside)));
    }

    @Test
    void withManyRunsItsMiddleHasARange() {
        Figure leak = EXAMPLE.scenario()
                .restrictions()
                .getFirst()
                .parameters()
                .getFirst()
                .value();
        PriceSpreads drawn = new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(EXAMPLE.dataset()),
                        EXAMPLE.scenario(),
                        RationingRule.PROPORTIONAL,
                        List.of(),
                        Map.of(leak.id(), leak.with(0, 0.1, 0.9, leak.evidence())))
                .run(MonteCarlo.Settings.all(20, 3, 1).withPrices(MonteCarlo.Settings.Prices.SIDES), RunMonitor.NONE)
                .prices()
                .orElseThrow();

        DearestInput dearest =
                DearestInput.of(EXAMPLE.run(), Optional.of(drawn)).orElseThrow();

        Good good = dearest.good().orElseThrow();
        assertThat(dearest.words())
                .contains(PriceAnswer.number(
                                drawn.spread(good, Measure.HIGHEST_OUTSIDE).p50())
                        + " times (");
    }

    @Test
    void whereNothingIsRestrictedNoInputIsNamed() {
        SimulationResult calm = EngineUnderTest.simulate(
                EXAMPLE.dataset(),
                EXAMPLE.scenario().withRestrictions(List.of()),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        assertThat(DearestInput.of(calm, Optional.empty()).orElseThrow())
                .isEqualTo(new DearestInput(Optional.empty(), "No input gets dearer by a tenth"));
    }
}

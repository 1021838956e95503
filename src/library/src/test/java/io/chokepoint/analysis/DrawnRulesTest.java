package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.RuleWeights.Rule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.PriceExamples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules, dates and values that are drawn, and prices of many runs, on the networks of the price page. */
class DrawnRulesTest {
    private static final Dataset DATASET = PriceExamples.TWO_CUSTOMERS.dataset();
    private static final Scenario SCENARIO = PriceExamples.TWO_CUSTOMERS.scenario();

    private static MonteCarloResult study(Dataset dataset, Scenario scenario, MonteCarlo.Settings settings) {
        return new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(dataset),
                        scenario,
                        RationingRule.PROPORTIONAL,
                        List.of())
                .run(settings, RunMonitor.NONE);
    }

    private static MonteCarlo.Settings runs(int count) {
        return MonteCarlo.Settings.all(count, 3, 2).withPrices(MonteCarlo.Settings.Prices.WEEKLY);
    }

    @Test
    void everyRunIsThatOfItsRule() {
        RuleWeights weights = new RuleWeights(Map.of(Rule.PRICE, 3.0, Rule.PROPORTIONAL, 1.0));
        int count = 400;

        MonteCarloResult drawn = study(DATASET, SCENARIO.withRules(weights), runs(count));
        MonteCarloResult byPrice = study(DATASET, SCENARIO, runs(count));
        MonteCarloResult alike = study(DATASET, SCENARIO.withRationing(RationingRule.PROPORTIONAL), runs(count));

        Good c = DATASET.getGood("c");
        double[] lost = drawn.values(c, Measure.LOST_OUTPUT);
        assertThat(byPrice.values(c, Measure.LOST_OUTPUT)[0]).isNotEqualTo(alike.values(c, Measure.LOST_OUTPUT)[0]);
        for (int run = 0; run < count; run++) {
            MonteCarloResult of = drawn.rule(run) == Rule.PRICE ? byPrice : alike;
            assertThat(lost[run]).isEqualTo(of.values(c, Measure.LOST_OUTPUT)[run]);
        }
        // Three standard errors of a part of 400.
        assertThat(drawn.partsByRule().get(Rule.PRICE)).isCloseTo(0.75, within(0.065));
        assertThat(drawn.partsByRule()).containsOnlyKeys(Rule.PRICE, Rule.PROPORTIONAL);
        // Gains are of the runs by price only, and the same in each.
        Spread gain = drawn.prices().orElseThrow().spread(c, PriceSpreads.Measure.SCARCITY_GAIN);
        assertThat(gain.p10()).isCloseTo(1.758567, within(5e-7)).isEqualTo(gain.p90());
        assertThat(alike.prices()
                        .orElseThrow()
                        .spread(c, PriceSpreads.Measure.SCARCITY_GAIN)
                        .p50())
                .isNaN();
    }

    @Test
    void weightsArePartsOfTheirSum() {
        RuleWeights weights = new RuleWeights(Map.of(Rule.PRICE, 7.0, Rule.PRIORITY, 2.0, Rule.PROPORTIONAL, 1.0));

        assertThat(weights.part(Rule.PRICE)).isEqualTo(0.7);
        assertThat(weights.part(Rule.DOMESTIC_FIRST)).isZero();
        assertThat(List.of(weights.at(0), weights.at(0.0999), weights.at(0.11), weights.at(0.31), weights.at(0.99999)))
                .containsExactly(Rule.PROPORTIONAL, Rule.PROPORTIONAL, Rule.PRIORITY, Rule.PRICE, Rule.PRICE);
        assertThatThrownBy(() -> new RuleWeights(Map.of(Rule.PRICE, 0.0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleWeights(Map.of(Rule.PRICE, -1.0, Rule.PRIORITY, 2.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void priorityWithoutClassesCannotBeDrawn() {
        Scenario scenario = SCENARIO.withRules(new RuleWeights(Map.of(Rule.PRIORITY, 1.0)));

        assertThatThrownBy(() -> study(DATASET, scenario, runs(1)))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("needs classes of customers");
    }

    /** Nothing is uncertain, so every quantile is the number of the single run. */
    @Test
    void withoutRangesEveryQuantileIsTheSingleRun() {
        int twoSided = 0;
        for (PriceExamples example : PriceExamples.values()) {
            SimulationResult run = example.run();
            RunPrices single = run.prices().orElseThrow();
            MonteCarloResult study = study(example.dataset(), example.scenario(), runs(5));
            PriceSpreads many = study.prices().orElseThrow();
            for (Good good : example.dataset().goods()) {
                RunMoney money = single.money(good);
                assertSpread(
                        many.spread(good, PriceSpreads.Measure.HIGHEST_PRICE), RunPrices.highest(single.price(good)));
                assertSpread(many.spread(good, PriceSpreads.Measure.SALES_LOST), money.salesLost());
                assertSpread(many.spread(good, PriceSpreads.Measure.VALUE_ADDED_LOST), money.valueAddedLost());
                assertSpread(many.spread(good, PriceSpreads.Measure.SCARCITY_GAIN), money.scarcityGain());
                assertSeries(many.band(good, 0.5), single.price(good));
                assertSeries(many.foreseenBand(good, 0.9), single.foreseen(good));
            }
            PriceSpreads onSides = study(
                            example.dataset(), example.scenario(), runs(5).withPrices(MonteCarlo.Settings.Prices.SIDES))
                    .prices()
                    .orElseThrow();
            for (Good good : example.dataset().goods()) {
                assertSeries(onSides.band(good, 0.5), single.price(good));
                if (onSides.sides().inside(good).isPresent()) {
                    twoSided++;
                    assertSeries(onSides.sideBand(good, true, 0.1), single.price(good, onSides.sides()::isInside));
                    assertSeries(
                            onSides.sideBand(good, false, 0.9),
                            single.price(good, maker -> !onSides.sides().isInside(maker)));
                }
            }
            single.moneyByCountry().forEach((country, own) -> {
                assertSpread(many.spread(country, PriceSpreads.Money.SALES_LOST), own.salesLost());
                assertSpread(many.spread(country, PriceSpreads.Money.OTHER_USES_COST), own.otherUsesCost());
            });
            double unmet = 0;
            double paid = single.money().otherUsesCost();
            for (var market : example.dataset().markets()) {
                assertSeries(many.band(market, 0.1), single.price(market));
                assertSpread(many.unmet(market), single.unmet(market));
                unmet += single.unmet(market);
                paid += single.extraCost(market);
            }
            assertSpread(many.spread(PriceSpreads.Money.UNMET_DEMAND), unmet);
            assertSpread(many.spread(PriceSpreads.Money.EXTRA_COST), paid);
        }
        assertThat(twoSided).as("goods with two sides").isPositive();
    }

    private static void assertSpread(Spread spread, double single) {
        for (double value : new double[] {spread.p10(), spread.p50(), spread.p90()}) {
            assertThat(value).isCloseTo(single, within(1e-9 * Math.max(1, Math.abs(single))));
        }
    }

    /** To the seven digits that are kept. */
    private static void assertSeries(double[] band, double[] single) {
        for (int week = 0; week < single.length; week++) {
            assertThat(band[week]).isCloseTo(single[week], within(2e-7 * single[week]));
        }
    }

    /** Sales lost of a@X are its lost units times V: the price of the only input does not depend on V as long as nobody buys less. */
    @Test
    void valuesAreDrawnToo() {
        Evidence assumed = new Evidence(Basis.ASSUMPTION, List.of(), "", "values.csv", 2);
        Dataset uncertain = DATASET.toBuilder()
                .values(DATASET.values().stream()
                        .map(value -> new GoodValue(
                                value.good(),
                                new Figure(
                                        value.value().id(),
                                        value.value().central() / 2,
                                        value.value().central(),
                                        value.value().central() * 2,
                                        "US$ million a year",
                                        assumed),
                                value.otherTolerance(),
                                ""))
                        .toList())
                .build();
        Scenario alike = SCENARIO.withRationing(RationingRule.PROPORTIONAL);
        Good a = uncertain.getGood("a");

        MonteCarloResult study = study(uncertain, alike, runs(300));
        double central = study(DATASET, alike, runs(1))
                .prices()
                .orElseThrow()
                .spread(a, PriceSpreads.Measure.SALES_LOST)
                .p50();
        FigureDraws draws = new FigureDraws(uncertain, alike);
        int place = draws.figures().stream().map(Figure::id).toList().indexOf("values/a/value");
        double[] lost = new double[300];
        for (int run = 0; run < lost.length; run++) {
            lost[run] = central * draws.draw(3, run)[place] / 100;
        }

        assertThat(study.prices()
                        .orElseThrow()
                        .spread(a, PriceSpreads.Measure.SALES_LOST)
                        .p90())
                .isCloseTo(MonteCarloResult.quantile(lost, 0.9), within(1e-9))
                .isGreaterThan(1.2 * central);
    }

    @Test
    void datesAreDrawnAndRoundedHalvesUp() {
        Evidence assumed = new Evidence(Basis.ASSUMPTION, List.of(), "", "x.json", 1);
        Figure start = new Figure("scenarios/x/0/start", 2, 10, 30, "weeks", assumed);
        Figure end = new Figure("scenarios/x/0/end", 12, 31, 40, "weeks", assumed);
        Period period = new Period(10, 31, 0, Optional.of(start), Optional.of(end));

        assertThat(period.at(figure -> figure == start ? 4.5 : 30.49)).isEqualTo(new Period(5, 30, 0));
        assertThat(period.at(figure -> figure == start ? 29.6 : 12)).isEqualTo(new Period(30, 30, 0));
        assertThat(new Period(3, 4, 0).at(figure -> 77)).isEqualTo(new Period(3, 4, 0));

        Restriction stated = SCENARIO.restrictions().getFirst();
        Restriction.Terms terms = stated.terms();
        Scenario drawnDates = SCENARIO.withRestrictions(List.of(stated.withTerms(
                new Restriction.Terms(terms.select(), terms.endUse(), period, terms.note(), terms.source()))));
        MonteCarloResult study = study(DATASET, drawnDates, runs(60));
        FigureDraws draws = new FigureDraws(DATASET, drawnDates);
        assertThat(draws.figures()).contains(start, end);
        double[] firstLoss = study.values(DATASET.getGood("a"), Measure.FIRST_LOSS);
        for (int run = 0; run < 60; run++) {
            double[] drawn = draws.draw(3, run);
            double from = Math.floor(drawn[draws.figures().indexOf(start)] + 0.5);
            double to = Math.floor(drawn[draws.figures().indexOf(end)] + 0.5);
            assertThat(firstLoss[run]).isEqualTo(from < to ? from : Double.POSITIVE_INFINITY);
        }
        assertThat(Arrays.stream(firstLoss).distinct().count()).isGreaterThan(5);
    }
}

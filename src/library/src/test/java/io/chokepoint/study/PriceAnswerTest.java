package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.PriceExamples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices, money and vendors in words, on the networks of the price page. */
class PriceAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "0.04, 0",
        "0.0512, US$ 0.051 million",
        "20.799414, US$ 21 million",
        "-54.73, −US$ 55 million",
        "884.7, US$ 880 million",
        "999.6, US$ 1 billion",
        "12345, US$ 12 billion",
        "2790000, US$ 2.8 trillion"
    })
    void moneyHasTwoDigits(double millions, String expected) {
        assertThat(Dollars.of(millions)).isEqualTo(expected);
    }

    @Test
    void thePriceOutsideRisesAndThatInsideDoesNot() {
        SimulationResult run = PriceExamples.INSIDE_AND_OUTSIDE.run();

        PriceAnswer answer = PriceAnswer.of(run).orElseThrow();

        // Outside: a@JPN, 3.451832 in week 40. Inside: a@CHN, 1.345207 in week 41, when the ban is over.
        assertThat(answer.sentences().getFirst())
                .isEqualTo(
                        "A outside China rises to about 3.5 times its usual price by week 40; inside it rises to about 1.3"
                                + " times by week 41.");
        assertThat(answer.sentences())
                .anyMatch(sentence -> sentence.startsWith("China, which restricts, ")
                        && sentence.endsWith("earns US$ 5.3 million above cost."))
                .last()
                .asString()
                .contains("an assumption for 2");
        assertThat(answer.goods()).extracting(row -> row.good().id()).containsExactly("a", "b");
        assertThat(answer.goods().getFirst().cells().subList(2, 4)).containsExactly("3.5", "1.3");
        assertThat(answer.countries()).extracting(PriceAnswer.CountryRow::name).contains("China (restricts)", "Japan");
    }

    @Test
    void aGoodOfOneCountryHasNoSides() {
        SimulationResult run = PriceExamples.TWO_CUSTOMERS.run();

        assertThat(PriceAnswer.of(run, run.dataset().getGood("a")))
                .startsWith(
                        "A rises to about 13 times its usual price by week 10.",
                        "Its makers sell US$ 21 million less and earn US$ 160 million above cost.");
        assertThat(Explanation.of(run, run.dataset().getGood("c")).toText())
                .contains("Prices and money\nC rises to about 3 times its usual price by week 11.");
    }

    @Test
    void underAnotherRulePricesAreOnlyTold() {
        SimulationResult run = EngineUnderTest.simulate(
                PriceExamples.TWO_CUSTOMERS.dataset(),
                PriceExamples.TWO_CUSTOMERS.scenario().withRationing(RationingRule.DOMESTIC_FIRST),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        PriceAnswer answer = PriceAnswer.of(run).orElseThrow();

        assertThat(answer.sentences()).anyMatch(sentence -> sentence.contains("prices are only told"));
        assertThat(answer.sentences()).noneMatch(sentence -> sentence.contains("above cost;"));
        assertThat(answer.countries()).extracting(PriceAnswer.CountryRow::gain).containsOnly("");
    }

    @Test
    void whereThereAreNoMarketsTheirDemandIsNotSpokenOf() {
        for (RationingRule rule : List.of(RationingRule.PRICE, RationingRule.PROPORTIONAL)) {
            assertThat(sentences(PriceExamples.TWO_CUSTOMERS, rule)).noneMatch(PriceAnswerTest::isOfDemand);
            assertThat(sentences(PriceExamples.CHOICE, rule)).anyMatch(PriceAnswerTest::isOfDemand);
        }
    }

    private static List<String> sentences(PriceExamples example, RationingRule rule) {
        return PriceAnswer.of(EngineUnderTest.simulate(
                        example.dataset(),
                        example.scenario().withRationing(rule),
                        RationingRule.PROPORTIONAL,
                        FigureValues.CENTRAL))
                .orElseThrow()
                .sentences();
    }

    private static boolean isOfDemand(String sentence) {
        return sentence.contains("Demand of markets");
    }

    @Test
    void withoutValuesNothingIsSaidOfPrices() {
        Dataset plain =
                PriceExamples.CHOICE.dataset().toBuilder().values(List.of()).build();
        SimulationResult run = EngineUnderTest.simulate(
                plain,
                PriceExamples.CHOICE.scenario().withRationing(RationingRule.PROPORTIONAL),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        assertThat(PriceAnswer.of(run)).isEmpty();
        assertThat(Explanation.of(run, run.dataset().getGood("p")).toText()).doesNotContain("Prices and money");
    }

    @Test
    void inAFewWordsTheMoneyIsThatOfTheAnswer() {
        SimulationResult run = PriceExamples.INSIDE_AND_OUTSIDE.run();

        MoneyLost lost = MoneyLost.of(run, Optional.empty()).orElseThrow();
        double millions = run.prices().orElseThrow().money().valueAddedLost();
        assertThat(lost.headline()).isEqualTo(Dollars.brief(millions / run.weeks() * 365.25 / 7) + " a year");
        assertThat(lost.detail()).isEqualTo(Dollars.brief(millions) + " in " + Amounts.weeks(run.weeks()));
        assertThat(PriceAnswer.of(run).orElseThrow().sentences()).contains(lost.basis());
        assertThat(lost.more()).endsWith(lost.basis());
    }

    @Test
    void withManyRunsItIsTheRangeOfEightOfTen() {
        PriceExamples example = PriceExamples.INSIDE_AND_OUTSIDE;
        PriceSpreads drawn = new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(example.dataset()),
                        example.scenario(),
                        RationingRule.PROPORTIONAL,
                        List.of())
                .run(MonteCarlo.Settings.all(20, 3, 1).withPrices(MonteCarlo.Settings.Prices.SUMMARY), RunMonitor.NONE)
                .prices()
                .orElseThrow();
        Spread spread = drawn.spread(Money.VALUE_ADDED_LOST);

        MoneyLost lost = MoneyLost.of(example.run(), Optional.of(drawn)).orElseThrow();

        assertThat(lost.headline())
                .isEqualTo(Dollars.brief(spread.p50() / example.run().weeks() * 365.25 / 7) + " a year");
        assertThat(lost.detail()).startsWith("8 of 10 runs: US$ ");
        assertThat(lost.more()).contains("8 of 10 runs: " + Dollars.briefRange(spread.p10(), spread.p90()) + ".");
        assertThat(Dollars.briefRange(60, 1200)).isEqualTo("US$ 60 m to US$ 1.2 bn");
        assertThat(Dollars.briefRange(1201, 1202)).isEqualTo("US$ 1.2 bn");
    }

    @Test
    void vendorsAreToldWhereTheyLieFurthestFromBefore() {
        SimulationResult run = PriceExamples.CHOICE.run();
        VendorShift shift = VendorShift.of(run).getFirst();

        double furthest = 0;
        double[] p = run.vendorShares().getFirst().shares().getFirst();
        for (double part : p) {
            furthest = Math.max(furthest, Math.abs(part - 8 / 14.0));
        }
        assertThat(Math.abs(p[shift.week()] - 8 / 14.0)).isEqualTo(furthest).isGreaterThan(0.1);
        assertThat(shift.isMoved()).isTrue();
        assertThat(shift.inWords()).startsWith("V 57 → ").contains(", W 43 → ").endsWith(" %");
        assertThat(Explanation.of(run, run.dataset().getGood("p")).vendors()).containsExactly(shift.sentence());
    }

    @Test
    void twoRulesPartWhereTheirOutputsDiffer() {
        SimulationResult byPrice = PriceExamples.TWO_CUSTOMERS.run();
        SimulationResult alike = EngineUnderTest.simulate(
                PriceExamples.TWO_CUSTOMERS.dataset(),
                PriceExamples.TWO_CUSTOMERS.scenario().withRationing(RationingRule.PROPORTIONAL),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        Parting parting = Parting.of(byPrice, "price", alike, "proportional");
        Parting same = Parting.of(byPrice, "price", byPrice, "price");

        int first = 0;
        while (Math.abs(byPrice.output(byPrice.dataset().getGood("b"), first)
                                - alike.output(alike.dataset().getGood("b"), first))
                        < 0.01
                && Math.abs(byPrice.output(byPrice.dataset().getGood("c"), first)
                                - alike.output(alike.dataset().getGood("c"), first))
                        < 0.01) {
            first++;
        }
        assertThat(parting.sentences().getFirst()).startsWith("They part in week " + first + ", ");
        assertThat(parting.rows()).hasSizeBetween(2, 3);
        assertThat(parting.countries()).isNotEmpty();
        assertThat(same.rows()).isEmpty();
        assertThat(same.countries()).isEmpty();
        assertThat(same.sentences().getFirst()).startsWith("No good and no market differs");
    }
}

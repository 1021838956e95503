package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation.Step;
import io.chokepoint.testkit.HandMadeRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private final SimulationResult cascade = HandMadeRun.cascade();
    private final Explanation chip = Explanation.of(cascade, HandMadeRun.B200);

    @Test
    void quoteNamesEveryLinkFromTheChipBackToTheRestriction() {
        assertThat(chip.quote())
                .isEqualTo(
                        "Nvidia B200 / B300 falls to 81 % of baseline in week 97 (11 Oct 2027), first short in week 67"
                                + " (15 Mar 2027): it runs short of N4 / N5 wafers from week 67 (6 weeks of stock, assumption),"
                                + " because TSMC runs short of etch step from week 57, because machines of TSMC wear out"
                                + " without enough new conductor etch tools from week 53, because Lam Research runs short of"
                                + " etch chamber parts from week 40 (4 weeks of stock, assumption), because Kyocera runs short"
                                + " of yttria coating feed from week 34 (14 weeks of stock, assumption), because makers in"
                                + " Japan run short of yttrium oxide from week 18 (12 weeks of stock, derived), because"
                                + " China’s exports of yttrium oxide need a licence from week 4 (29 Dec 2025), with 9 weeks’"
                                + " wait, 60 % approved. [1][2][3][4]");
    }

    @Test
    void stepsRunFromTheGoodToTheRestrictedMaker() {
        assertThat(chip.steps())
                .extracting(Step::name)
                .containsExactly(
                        "Nvidia B200 / B300",
                        "N4 / N5 wafers",
                        "Etch step",
                        "Conductor etch tools",
                        "Etch chamber parts",
                        "Yttria coating feed",
                        "Yttrium oxide");
        assertThat(chip.steps()).extracting(Step::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(chip.steps())
                .extracting(Step::isRestricted)
                .containsExactly(false, false, false, false, false, false, true);
        assertThat(chip.steps())
                .extracting(Step::clause)
                .containsExactly(
                        "short of N4 / N5 wafers, week 67",
                        "short of etch step, week 57",
                        "too little new conductor etch tools, week 53",
                        "short of etch chamber parts, week 40",
                        "short of yttria coating feed, week 34",
                        "short of yttrium oxide, week 18",
                        "restricted here, week 4");
    }

    @Test
    void goodsStandInTheOrderOfTheSteps() {
        assertThat(chip.goods())
                .containsExactly(
                        HandMadeRun.B200,
                        HandMadeRun.N4,
                        HandMadeRun.ETCH_STEP,
                        HandMadeRun.ETCH_TOOLS,
                        HandMadeRun.PARTS,
                        HandMadeRun.FEED,
                        HandMadeRun.OXIDE);
    }

    @Test
    void eachStepSaysWhatIsUsedUp() {
        assertThat(chip.steps().get(0).sentence())
                .isEqualTo(
                        "Nvidia B200 / B300 falls to 81 % by week 97. From week 67 (15 Mar 2027) it gets too few N4 / N5"
                                + " wafers: its 6 weeks of stock are used up.");
        assertThat(chip.steps().get(1).sentence())
                .isEqualTo(
                        "N4 / N5 wafers fall to 84 % by week 84. From week 57 (4 Jan 2027) they get too little etch step;"
                                + " no stock is held.");
        assertThat(chip.steps().get(2).sentence())
                .isEqualTo("Etch step falls to 84 % by week 80. From week 53 (7 Dec 2026) capacity is missing: worn-out"
                        + " machines are not replaced, because too few conductor etch tools are delivered.");
        assertThat(chip.steps().getLast().sentence())
                .isEqualTo(
                        "China’s exports of yttrium oxide need a licence from week 4 (29 Dec 2025), with 9 weeks’ wait,"
                                + " 60 % approved.");
    }

    @Test
    void figuresCarryRangeBasisAndSource() {
        Step feed = chip.steps().get(5);

        assertThat(feed.figures().getFirst().what()).isEqualTo("stock of yttrium oxide");
        assertThat(feed.figures().getFirst().text()).isEqualTo("12 weeks (4 to 52), derived");
        int number = feed.figures().getFirst().sources().getFirst();
        assertThat(chip.sources().get(number - 1).line())
                .isEqualTo("[" + number + "] Stocks outside China, Reuters, 2025. https://reuters.example/1");
    }

    @Test
    void assumptionsWithoutASourceShareOneEntryThatSaysSo() {
        assertThat(chip.sources())
                .filteredOn(source -> source.source().isEmpty())
                .singleElement()
                .satisfies(source -> assertThat(source.text()).startsWith("Nobody published a figure"));
    }

    @Test
    void sourcesAreNumberedInTheOrderOfTheSteps() {
        assertThat(chip.sources())
                .extracting(Explanation.NumberedSource::number)
                .containsExactly(1, 2, 3, 4);
        assertThat(chip.sources().get(2).source().orElseThrow().id()).isIn("mofcom-18", "usgs-2025");
    }

    @Test
    void aChainOfAssumptionsIsMarked() {
        assertThat(chip.assumptions().isMostly()).isTrue();
        assertThat(chip.assumptions().assumed()).isLessThan(chip.assumptions().figures());
        assertThat(chip.assumptions().sentence()).startsWith("Rests mostly on assumptions: ");
        assertThat(new Explanation.Assumptions(2, 4).isMostly()).isFalse();
    }

    @Test
    void whatBindsIsSaidWhereItChanges() {
        assertThat(chip.changes())
                .extracting(Explanation.Change::sentence)
                .containsExactly("From week 67: N4 / N5 wafers.", "From week 97: HBM3E.");
    }

    @Test
    void restrictedMakerIsItsOwnReason() {
        assertThat(Explanation.of(cascade, HandMadeRun.OXIDE).quote())
                .startsWith("Yttrium oxide falls to 67 % of baseline in week 8")
                .contains(": China’s exports of yttrium oxide need a licence from week 4");
    }

    @Test
    void marketNamesTheProductItMisses() {
        Explanation market = Explanation.of(cascade, HandMadeRun.CLOUDS);

        assertThat(market.quote())
                .startsWith(
                        "US clouds: only 90 % of the demand is met in week 68 (22 Mar 2027): less Nvidia B200 / B300"
                                + " arrives from week 68 (22 Mar 2027), because Nvidia runs short of N4 / N5 wafers");
        assertThat(market.steps().getFirst().activity()).isEmpty();
        assertThat(market.steps().get(1).activity()).contains(HandMadeRun.B200_NVIDIA);
    }

    @Test
    void outageEndsTheChainAtItsMaker() {
        Restriction outage = RestrictionKinds.OUTAGE.on(
                HandMadeRun.terms("good:n4-wafers provider:tsmc", 10, 20, ""),
                HandMadeRun.parameter("lost", .5, .5, .5, "part"));
        SimulationResult run = new HandMadeRun.Builder(HandMadeRun.scenario(outage))
                .falls(HandMadeRun.N4_TSMC, 10, .5, 10, Cause.Kind.CAPACITY, null, null, false)
                .falls(
                        HandMadeRun.B200_NVIDIA,
                        18,
                        .5,
                        18,
                        Cause.Kind.INPUT,
                        HandMadeRun.N4,
                        HandMadeRun.N4_TSMC,
                        false)
                .build();

        assertThat(Explanation.of(run, HandMadeRun.B200).quote())
                .endsWith(
                        "because TSMC loses 50 % of its capacity for N4 / N5 wafers in week 10 (9 Feb 2026). [1][2][3]");
    }

    @Test
    void sentencesSpeakOfTheFiguresThatTheRunUsed() {
        Explanation own = Explanation.of(
                cascade,
                HandMadeRun.PARTS,
                figure -> figure.id().equals("dependencies/coating-feed>chamber-parts/stock_weeks")
                        ? OwnFigure.of(figure, 10, 20, 40, "own survey")
                        : figure);

        assertThat(own.quote()).contains("short of yttria coating feed from week 34 (20 weeks of stock, your figure)");
        assertThat(own.steps().getFirst().figures().getFirst().text()).isEqualTo("20 weeks (10 to 40), your figure");
        assertThat(own.sources()).anyMatch(source -> source.text().startsWith("Your own figure"));
    }

    @Test
    void oneMakerIsExplainedByItsOwnLoss() {
        Explanation smic = Explanation.of(cascade, HandMadeRun.STEP_SMIC);

        assertThat(smic.quote())
                .startsWith("Etch step from SMIC falls to 90 % of its baseline in week 80")
                .contains("machines of SMIC wear out without enough new conductor etch tools");
        assertThat(Explanation.of(cascade, HandMadeRun.OXIDE_JAPAN).quote())
                .startsWith("Yttrium oxide from Japan stays at baseline. ");
    }

    @Test
    void fallingOrdersAreFollowedToTheBuyerThatMakesLess() {
        Restriction outage = RestrictionKinds.OUTAGE.on(
                HandMadeRun.terms("good:nvidia-b200 provider:nvidia", 10, 20, ""),
                HandMadeRun.parameter("lost", 1, 1, 1, "part"));
        SimulationResult run = new HandMadeRun.Builder(HandMadeRun.scenario(outage))
                .falls(HandMadeRun.B200_NVIDIA, 10, 0, 10, Cause.Kind.CAPACITY, null, null, false)
                .falls(HandMadeRun.N4_TSMC, 11, .2, 11, Cause.Kind.DEMAND, null, HandMadeRun.B200_NVIDIA, false)
                .build();

        Explanation why = Explanation.of(run, HandMadeRun.N4);

        assertThat(why.quote())
                .contains(
                        ": makers of Nvidia B200 / B300 order fewer N4 / N5 wafers from week 11, because Nvidia’s making"
                                + " of Nvidia B200 / B300 stops in week 10 (9 Feb 2026).");
        assertThat(why.steps()).extracting(Step::isRestricted).containsExactly(false, true);
    }

    @Test
    void goodBesideTheChainNeedsNothingRestricted() {
        assertThat(Explanation.of(cascade, HandMadeRun.HBM).quote())
                .isEqualTo("HBM3E stays at its baseline. Nothing it needs is restricted, directly or through others.");
    }

    @Test
    void stockThatOutlastsTheStopIsTheReasonAndTheNextLongerStopIsNamed() {
        SimulationResult quiet = HandMadeRun.quiet(HandMadeRun.scenario(HandMadeRun.ban(4, 12)));

        assertThat(Explanation.whyNothing(quiet))
                .contains(
                        "Nothing falls below 99 %. Makers of yttria coating feed hold 12 weeks of stock of yttrium oxide"
                                + " (derived); it is restricted for 8 weeks at most."
                                + " It could matter from 13 weeks on.");
    }

    @Test
    void stockThatAMeasureBuiltCountsAndIsNamed() {
        Measure build = new Measure.StockBuild(
                HandMadeRun.terms("good:yttrium-oxide", 0, 1, "").select(),
                HandMadeRun.parameter("weeks", 3, 3, 3, "weeks"),
                "",
                "");

        assertThat(why(HandMadeRun.scenario(HandMadeRun.ban(4, 12)).withMeasures(List.of(build))))
                .endsWith(
                        "hold 15 weeks of stock of yttrium oxide (derived, 3 weeks built up before); it is restricted for 8 weeks"
                                + " at most. It could matter from 16 weeks on.");
    }

    @Test
    void otherReasonsForNothing() {
        assertThat(why(HandMadeRun.scenario())).endsWith("Nothing is restricted in this scenario.");
        assertThat(why(HandMadeRun.scenario(HandMadeRun.ban(200, 210))))
                .endsWith("The first restriction starts in week 200, after the run of 120 weeks.");
        assertThat(why(HandMadeRun.scenario(RestrictionKinds.EXPORT_BAN.on(
                        HandMadeRun.terms("good:yttrium-oxide country:KOR", 4, 12, ""),
                        HandMadeRun.parameter("leak", 0, 0, 0, "part")))))
                .endsWith("This selects nothing: no maker of yttrium oxide is in South Korea in this dataset.");
        assertThat(why(HandMadeRun.scenario(RestrictionKinds.TARIFF.on(
                        HandMadeRun.terms("good:yttrium-oxide country:CHN", 4, 12, ""),
                        HandMadeRun.parameter("rate", 1, 1, 1, "part"),
                        HandMadeRun.parameter("passThrough", 1, 1, 1, "part")))))
                .contains("costs more but may still be delivered");
    }

    private static String why(Scenario scenario) {
        return Explanation.whyNothing(HandMadeRun.quiet(scenario)).orElseThrow();
    }

    @Test
    void aRunThatHitsSomethingHasNoReasonForNothing() {
        assertThat(Explanation.whyNothing(cascade)).isEmpty();
    }

    @Test
    void textHoldsQuoteStepsFiguresAndSources() {
        String text = chip.toText();

        assertThat(text.lines().toList().getFirst()).isEqualTo(chip.quote());
        assertThat(text).contains("\n7. China’s exports of yttrium oxide need a licence");
        assertThat(text).contains("   Stock of yttria coating feed: 14 weeks (8 to 40), assumption [1]\n");
        assertThat(text).contains("\nWhat binds\nFrom week 67: N4 / N5 wafers.\nFrom week 97: HBM3E.\n");
        assertThat(text).contains("\nSources\n[1] ");
    }

    @Test
    void headlineIsTheChipWithTheMostLostOutput() {
        Headline headline = Headline.of(cascade);

        assertThat(headline.good()).contains(HandMadeRun.B200);
        assertThat(headline.who().answer()).isEqualTo("7 of 9 goods fall short");
        assertThat(headline.who().detail()).isEqualTo("1 of 1 chip, 1 of 1 market");
        assertThat(headline.when().answer()).isEqualTo("Chips: from week 67");
        assertThat(headline.when().detail()).isEqualTo("15 Mar 2027; Yttrium oxide: week 4");
        assertThat(headline.howHard().answer()).isEqualTo("Nvidia B200 / B300: 81 %");
        assertThat(headline.howSure().answer()).isEqualTo("Central figures only");
        assertThat(headline.assumptions()).isEqualTo(chip.assumptions());
    }

    @Test
    void headlineOfAQuietRunSaysWhy() {
        Headline headline = Headline.of(HandMadeRun.quiet(HandMadeRun.scenario(HandMadeRun.ban(4, 12))));

        assertThat(headline.good()).isEmpty();
        assertThat(headline.who().answer()).isEqualTo("Nothing falls short");
        assertThat(headline.who().detail()).contains("it is restricted for 8 weeks at most");
    }

    @Test
    void headlineWithoutAChipIsTheMostDownstreamGood() {
        SimulationResult run = new HandMadeRun.Builder(HandMadeRun.scenario(HandMadeRun.licence(4)))
                .falls(
                        HandMadeRun.FEED_JAPAN,
                        18,
                        .38,
                        24,
                        Cause.Kind.INPUT,
                        HandMadeRun.OXIDE,
                        HandMadeRun.OXIDE_CHINA,
                        true)
                .falls(
                        HandMadeRun.PARTS_KYOCERA,
                        34,
                        .56,
                        40,
                        Cause.Kind.INPUT,
                        HandMadeRun.FEED,
                        HandMadeRun.FEED_JAPAN,
                        false)
                .build();

        assertThat(Headline.of(run).good()).contains(HandMadeRun.PARTS);
        assertThat(List.of(Headline.of(run).when().answer())).containsExactly("Etch chamber parts: from week 34");
    }
}

package io.chokepoint.study;

import static io.chokepoint.testkit.HandMadeRun.parameter;
import static io.chokepoint.testkit.HandMadeRun.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.testkit.HandMadeRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestrictionSentenceTest {
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2025, 12, 1));
    private final Dataset dataset = HandMadeRun.dataset();

    private String sentence(Restriction restriction) {
        return RestrictionSentence.of(restriction, dataset, Optional.empty());
    }

    @Test
    void licenceWithEndUseAndDate() {
        Restriction licence = RestrictionKinds.LICENCE.on(
                terms("good:yttrium-oxide country:CHN to:!CHN", 4, Period.OPEN, "logic-14nm"),
                parameter("processingWeeks", 6, 9, 26, "weeks"),
                parameter("approval", .3, .6, .9, "part"));

        assertThat(RestrictionSentence.of(licence, dataset, DAY))
                .isEqualTo(
                        "From 29 Dec 2025 China exports yttrium oxide for logic at 14 nm and below only under licence:"
                                + " 9 weeks’ wait, 60 % approved.");
    }

    @Test
    void banToOneCountryThatEndsAndLeaks() {
        Restriction ban = RestrictionKinds.EXPORT_BAN.on(
                terms("good:yttrium-oxide country:CHN to:JPN", 4, 12, ""), parameter("leak", .1, .1, .1, "part"));

        assertThat(sentence(ban))
                .isEqualTo("From week 4 until week 12 China stops exporting yttrium oxide to Japan: 10 % still gets"
                        + " through.");
    }

    @Test
    void outageOfSeveralMakers() {
        Restriction outage = RestrictionKinds.OUTAGE.on(
                terms("good:etch-step provider:tsmc,smic", 0, Period.OPEN, ""), parameter("lost", .5, .5, .5, "part"));

        assertThat(sentence(outage)).isEqualTo("From week 0 TSMC and SMIC lose 50 % of the capacity for etch step.");
    }

    @Test
    void outageThatRecoversSlowly() {
        Restriction.Terms terms = terms("good:etch-step provider:tsmc", 0, 20, "");

        assertThat(sentence(RestrictionKinds.OUTAGE.on(
                        terms, parameter("lost", 1, 1, 1, "part"), parameter("recoveryWeeks", 2, 4, 9, "weeks"))))
                .isEqualTo("From week 0 until week 20 TSMC stops making etch step, and works up again over 4 weeks.");
        assertThat(RestrictionSentence.numbers(RestrictionKinds.OUTAGE.on(
                        terms, parameter("lost", .5, .5, .5, "part"), parameter("recoveryWeeks", 4, 4, 4, "weeks"))))
                .isEqualTo("50 % of capacity lost, 4 weeks to work up again");
    }

    @Test
    void quotaWithARamp() {
        Restriction quota = RestrictionKinds.QUOTA.on(
                new Restriction.Terms(
                        terms("stage:separation country:CHN to:!CHN", 0, 9, "").select(),
                        Optional.empty(),
                        new Period(10, Period.OPEN, 8),
                        "",
                        ""),
                parameter("cap", .6, .6, .6, "part"));

        assertThat(sentence(quota))
                .isEqualTo(
                        "From week 10, building up over 8 weeks, China exports separation only up to 60 % of the usual"
                                + " amount.");
    }

    @Test
    void tariffMarketBanAndRule() {
        assertThat(sentence(RestrictionKinds.TARIFF.on(
                        terms("tag:chip to:USA", 0, Period.OPEN, ""),
                        parameter("rate", 1, 1, 1, "part"),
                        parameter("passThrough", .5, .5, .5, "part"))))
                .isEqualTo("From week 0 chips to the United States bear a tariff of 100 %, 50 % of it paid"
                        + " by the buyer.");
        assertThat(sentence(
                        RestrictionKinds.MARKET_BAN.on(terms("good:nvidia-b200 market:us-clouds", 0, Period.OPEN, ""))))
                .isEqualTo("From week 0 Nvidia B200 / B300 may not be sold to US clouds.");
        assertThat(sentence(RestrictionKinds.COMPLIANCE.on(
                        terms("good:nvidia-b200 market:us-clouds", 0, Period.OPEN, ""),
                        parameter("cost", .05, .05, .05, "part"),
                        parameter("delayWeeks", 2, 2, 2, "weeks"))))
                .isEqualTo("From week 0 Nvidia B200 / B300 to US clouds must meet a rule: 5 % dearer, 2"
                        + " weeks later.");
    }

    @Test
    void pillIsShort() {
        assertThat(RestrictionSentence.pill(HandMadeRun.licence(4), dataset))
                .isEqualTo(new RestrictionSentence.Pill(
                        "Licence", "China → abroad", "yttrium oxide", "9 weeks’ wait, 60 % approved"));
    }

    @Test
    void touchesCountsFlowsGoodsAndShare() {
        assertThat(RestrictionSentence.touches(new Touch(6, 1, List.of(HandMadeRun.OXIDE), List.of(.96))))
                .isEqualTo("Touches 6 flows of 1 good, 96 % of world supply.");
        assertThat(RestrictionSentence.touches(
                        new Touch(0, 2, List.of(HandMadeRun.OXIDE, HandMadeRun.FEED), List.of(.96, .1))))
                .isEqualTo("Touches 2 makers of 2 goods, 10 to 96 % of world supply.");
        assertThat(RestrictionSentence.touches(new Touch(0, 0, List.of(), List.of())))
                .isEqualTo("This selects nothing.");
    }

    @Test
    void whatSelectsNothingSaysWhichWordIsToBlame() {
        assertThat(RestrictionSentence.selectsNothing(
                        RestrictionKinds.OUTAGE.on(
                                terms("good:yttrium-oxide country:KOR", 0, 1, ""), parameter("lost", 1, 1, 1, "part")),
                        dataset))
                .isEqualTo("This selects nothing: no maker of yttrium oxide is in South Korea in this dataset.");
        assertThat(RestrictionSentence.selectsNothing(
                        RestrictionKinds.EXPORT_BAN.on(
                                terms("good:yttrium-oxide country:CHN to:TWN", 0, 1, ""),
                                parameter("leak", 0, 0, 0, "part")),
                        dataset))
                .isEqualTo("This selects nothing: nobody in Taiwan buys yttrium oxide from China in this dataset.");
    }
}

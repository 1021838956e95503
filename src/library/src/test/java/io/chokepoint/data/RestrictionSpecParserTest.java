package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestrictionSpecParserTest {
    private static Restriction parse(String spec) {
        return RestrictionSpecParser.parse(spec, "--restrict").orThrow();
    }

    @Test
    void aLicenceIsReadAsTheCommandLinePageShowsIt() {
        Restriction restriction = parse(
                "licence good:dysprosium-oxide country:CHN to:!CHN processingWeeks=9 approval=0.2/0.5/0.8 start=4 end=30"
                        + " rampWeeks=3 endUse=logic-14nm");

        assertThat(restriction.kind()).isSameAs(RestrictionKinds.LICENCE);
        assertThat(restriction.central(RestrictionKinds.PROCESSING_WEEKS)).isEqualTo(9);
        Figure approval = restriction.figure(RestrictionKinds.APPROVAL).orElseThrow();
        assertThat(approval.low()).isEqualTo(0.2);
        assertThat(approval.central()).isEqualTo(0.5);
        assertThat(approval.high()).isEqualTo(0.8);
        assertThat(restriction.period()).isEqualTo(new Period(4, 30, 3));
        assertThat(restriction.terms().endUse()).contains("logic-14nm");
        assertThat(restriction.terms().select())
                .singleElement()
                .hasToString("good:dysprosium-oxide country:CHN to:!CHN");
    }

    @Test
    void termsAndKeysMayBeMixedAndQuoted() {
        Restriction restriction = parse("quota start=2 good:\"a b\",\"c=d\" cap=0.4 to:JPN");

        assertThat(restriction.terms().select()).singleElement().hasToString("good:\"a b\",c=d to:JPN");
        assertThat(restriction.parameters().getFirst().value().central()).isEqualTo(0.4);
    }

    @Test
    void withoutStartAndEndItHoldsFromWeekZeroOn() {
        assertThat(parse("market-ban good:h20 market:china-ai").period()).isEqualTo(Period.from(0));
    }

    @Test
    void outageAndBanWithoutParameterStopAll() {
        assertThat(parse("outage good:a").parameters().getFirst().value().central())
                .isEqualTo(1);
        assertThat(parse("export-ban good:a").parameters().getFirst().value().central())
                .isZero();
    }

    @Test
    void anOutageMayStateItsRecovery() {
        Restriction slow = parse("outage good:a recoveryWeeks=2/4/9 end=30");

        assertThat(slow.figure(RestrictionKinds.RECOVERY_WEEKS).orElseThrow().high())
                .isEqualTo(9);
        assertThat(parse("outage good:a").figure(RestrictionKinds.RECOVERY_WEEKS))
                .isEmpty();
        assertThat(parse("outage good:a").central(RestrictionKinds.RECOVERY_WEEKS))
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatDoesNotFitIsSaid(String spec, String expected) {
        Loaded<Restriction> loaded = RestrictionSpecParser.parse(spec, "--restrict");

        assertThat(loaded.value()).isEmpty();
        assertThat(loaded.problems()).singleElement().asString().startsWith("--restrict: " + expected);
    }

    static Stream<Arguments> whatDoesNotFitIsSaid() {
        return Stream.of(
                arguments("", "is empty; expected a kind, a selector and parameters"),
                arguments("ban good:a", "kind: 'ban' is not a kind of restriction; expected outage, export-ban"),
                arguments("outage", "select: is missing; expected at least one term such as good:gallium."),
                arguments(
                        "outage gallium",
                        "select: 'gallium', character 1: 'gallium' is not a term; expected name:value"),
                arguments(
                        "licence good:a approval=0.5",
                        "processingWeeks: is missing; expected a number from 0 to 100000, or low/central/high."),
                arguments(
                        "quota good:a cap=40",
                        "cap: 40 is out of range; expected a number from 0 to 1. Maybe it is a percentage:"
                                + " write 0.4 for 40 %."),
                arguments(
                        "quota good:a cap=40%",
                        "cap: '40%' is not a number; expected a number from 0 to 1. Write a percentage as"
                                + " a part of 1: 0.4."),
                arguments(
                        "quota good:a cap=0,4",
                        "cap: '0,4' is not a number; expected a number from 0 to 1. Use '.' as decimal"
                                + " sign: 0.4."),
                arguments(
                        "quota good:a cap=0.1/0.2",
                        "cap: '0.1/0.2' does not fit; expected one number, or low/central/high."),
                arguments("quota good:a cap=0.3/0.2/0.4", "cap: '0.3/0.2/0.4' is out of order"),
                arguments(
                        "quota good:a cap=0.4 leak=0",
                        "leak: is no parameter of 'quota'; expected one of cap, start, end"),
                arguments(
                        "quota good:a cap=0.4 strat=3",
                        "strat: is no parameter of 'quota'; expected one of cap, start, end,"
                                + " rampWeeks, endUse. Maybe 'start'?"),
                arguments("quota good:a cap=0.4 cap=0.5", "cap: is given twice; expected it once."),
                arguments(
                        "outage good:a start=1.5",
                        "start: '1.5' does not fit; expected a whole number from 0 to 100000."),
                arguments("outage good:a start=5 end=5", "end: 5 is not after start 5; expected a later week."),
                arguments(
                        "outage good:a start=5..x",
                        "start: '5..x' does not fit; expected a whole number from 0 to 100000, low..high or"
                                + " low/central/high."),
                arguments("outage good:a end=5/6", "end: '5/6' does not fit; expected a whole number from 1 to 100000"),
                arguments(
                        "outage good:a end=0..6", "end: '0..6' does not fit; expected a whole number from 1 to 100000"),
                arguments("outage good:a start=1..2..3", "start: '1..2..3' does not fit"),
                arguments("outage good:a start=9..5", "start: '9..5' is out of order; expected low ≤ central ≤ high."),
                arguments("outage good:a start=4/9/8", "start: '4/9/8' is out of order"),
                arguments("outage good:a start=20..30 end=10/20/60", "end: 20 is not after start 25; expected a later"),
                arguments("outage good:a to:JPN", "select: 'good:a to:JPN' has a term about the customer"),
                arguments(
                        "outage good:a recoveryWeeks=-1",
                        "recoveryWeeks: -1 is out of range; expected a number from 0 to 100000."),
                arguments("outage good:a endUse=logic", "endUse: is given for an outage"),
                arguments(
                        "market-ban good:a lost=1",
                        "lost: is no parameter of 'market-ban'; expected one of start, end"));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        Loaded<Restriction> loaded = RestrictionSpecParser.parse("licence start=x end=0 approval=2", "--restrict");

        assertThat(loaded.problems().stream().map(problem -> problem.field()))
                .containsExactlyInAnyOrder("approval", "end", "processingWeeks", "select", "start");
    }

    @Test
    void datesMayBeUncertain() {
        Restriction restriction = parse("outage good:a start=20..31 end=40/44/60 rampWeeks=2");

        assertThat(restriction.period().start()).isEqualTo(26);
        assertThat(restriction.period().end()).isEqualTo(44);
        assertThat(restriction.period().figures())
                .extracting(Figure::id, Figure::low, Figure::central, Figure::high)
                .containsExactly(tuple("ad-hoc/start", 20.0, 25.5, 31.0), tuple("ad-hoc/end", 40.0, 44.0, 60.0));
        assertThat(parse("outage good:a start=20 end=44").period().figures()).isEmpty();
    }
}

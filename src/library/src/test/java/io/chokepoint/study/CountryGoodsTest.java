package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.NodeSweep.Settings;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Country X makes gas and film, both needed for a chip of Y; Z makes boards of which the chip is a part, and tape that lasts for ever. */
class CountryGoodsTest {
    private static final int WEEKS = 40;
    private static final Settings SETTINGS = Settings.lasting(Instrument.OUTAGE, WEEKS, 1);

    private final Dataset dataset = NetworkSketch.named("two ways")
            .good("gas", GoodKind.MATERIAL)
            .good("film", GoodKind.MATERIAL)
            .good("tape", GoodKind.MATERIAL)
            .good("chip", GoodKind.PRODUCT)
            .good("board", GoodKind.PRODUCT)
            .makes("X", "gas", 1)
            .makes("X", "film", 1)
            .makes("Y", "chip", 1)
            .makes("Z", "board", 1)
            .makes("Z", "tape", 1)
            .needs("chip", "gas", in -> in.useShare(1).leadWeeks(1).stockWeeks(10))
            .needs("chip", "film", in -> in.useShare(1).leadWeeks(1).stockWeeks(3))
            .needs("chip", "tape", in -> in.useShare(1).leadWeeks(1).stockWeeks(10 * WEEKS))
            .needs("board", "chip", in -> in.useShare(1).leadWeeks(1).stockWeeks(0))
            .build();
    private final NodeStudy study = new NodeStudy(new StudyRunner(new DataPackage(
            Path.of("made up"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of())));

    @Test
    void aCountryHurtsMostThroughTheGoodThatRunsOutFirst() {
        List<Through> goods = through("X", "chip");

        assertThat(goods).extracting(through -> through.good().id()).containsExactly("film", "gas");
        assertThat(goods.get(0).lostWeeks()).isCloseTo(WEEKS - 4, within(1e-9));
        assertThat(goods.get(1).lostWeeks()).isCloseTo(WEEKS - 11, within(1e-9));
        assertThat(goods).noneMatch(Through::isTarget);
    }

    @Test
    void whoMakesTheTargetItselfHurtsThroughIt() {
        assertThat(through("Y", "chip")).singleElement().satisfies(own -> {
            assertThat(own.isTarget()).isTrue();
            assertThat(own.lostWeeks()).isCloseTo(WEEKS, within(1e-9));
        });
    }

    @Test
    void whatIsNotOrderedIsNotMissed() {
        List<Ranked> ranked =
                study.rank(study.nodes(Kind.COUNTRY), targets("chip"), Order.LOST_OUTPUT, SETTINGS, RunMonitor.NONE);

        // Without boards nobody orders chips; without film they cannot be made though they are ordered.
        assertThat(of(ranked, "Z").lostWeeks()).isGreaterThan(WEEKS / 2.0);
        assertThat(of(ranked, "Z").missedWeeks()).isCloseTo(0, within(1e-9));
        assertThat(of(ranked, "X").lostWeeks()).isCloseTo(WEEKS - 4, within(1e-9));
        assertThat(of(ranked, "X").missedWeeks()).isCloseTo(WEEKS - 4, within(1e-9));
        assertThat(of(ranked, "X").lowerSalesWeeks()).isCloseTo(0, within(1e-9));
    }

    @Test
    void whatIsOrderedOfOthersWhoCannotMakeItIsMissedToo() {
        // The buyer turns to H, who has no spare capacity: G is not asked for anything any more.
        Dataset two = NetworkSketch.named("gas of two")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("G", "gas", 0.5)
                .makes("H", "gas", 0.5)
                .makes("C", "chip", 1)
                .needs(
                        "chip",
                        "gas",
                        in -> in.useShare(1).leadWeeks(1).stockWeeks(0).qualificationWeeks(1))
                .build();
        NodeStudy ofTwo = new NodeStudy(new StudyRunner(new DataPackage(
                Path.of("made up"), two, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of())));

        Ranked lost = of(
                ofTwo.rank(
                        ofTwo.nodes(Kind.COUNTRY),
                        Set.of(two.getGood("gas")),
                        Order.LOST_OUTPUT,
                        SETTINGS,
                        RunMonitor.NONE),
                "G");

        assertThat(lost.lostWeeks()).isCloseTo(WEEKS / 2.0, within(1e-6));
        assertThat(lost.missedWeeks()).isGreaterThan(0.9 * lost.lostWeeks());
    }

    @Test
    void whatMayNotBeExportedIsMissed() {
        Settings ban = Settings.lasting(Instrument.EXPORT_BAN, WEEKS, 1);
        List<Ranked> ranked =
                study.rank(study.nodes(Kind.COUNTRY), targets("film"), Order.LOST_OUTPUT, ban, RunMonitor.NONE);

        assertThat(of(ranked, "X").lostWeeks()).isPositive();
        assertThat(of(ranked, "X").missedWeeks()).isEqualTo(of(ranked, "X").lostWeeks());
    }

    private List<Through> through(String country, String target) {
        Node node = study.nodes(Kind.COUNTRY).stream()
                .filter(each -> each.id().equals(country))
                .findFirst()
                .orElseThrow();
        return new CountryGoods(study).of(node, targets(target), SETTINGS, RunMonitor.NONE);
    }

    private Set<Good> targets(String good) {
        return Set.of(dataset.getGood(good));
    }

    private static Ranked of(List<Ranked> ranked, String country) {
        return ranked.stream()
                .filter(row -> row.node().id().equals(country))
                .findFirst()
                .orElseThrow();
    }
}

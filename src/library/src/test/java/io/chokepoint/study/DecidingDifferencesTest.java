package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.DecidingDifferences.Gap;
import io.chokepoint.study.DecidingDifferences.Share;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class DecidingDifferencesTest {
    private static final double EXACT = 1e-9;

    private final StudyRunner runner = runner(SmallChain.dataset());
    private final Good oxide = runner.data().dataset().getGood("oxide");
    private final Good chip = runner.data().dataset().getGood("chip-one");

    private static StudyRunner runner(Dataset dataset) {
        return new StudyRunner(new DataPackage(
                Path.of("small"), dataset, Optional.empty(), new RationingRule.Proportional(), List.of(), List.of()));
    }

    private static ScenarioSketch sketch() {
        return ScenarioSketch.over(SmallChain.WEEKS);
    }

    private static Scenario ban(int start, int end, double leak) {
        return sketch().during(start, end)
                .exportBan("good:oxide country:CHN to:!CHN", leak)
                .scenario();
    }

    private DecidingDifferences find(Scenario a, Scenario b) {
        return DecidingDifferences.find(
                runner, ComparedSide.of(a), ComparedSide.of(b), Optional.of(chip), 1, RunMonitor.NONE);
    }

    private double lost(Scenario scenario, Good good) {
        return runner.run(scenario, RunMonitor.NONE).outcome(good).lostOutputWeeks();
    }

    private static double sum(Gap gap) {
        return gap.shares().stream().mapToDouble(Share::mean).sum();
    }

    private static Share share(Gap gap, String what) {
        return gap.shares().stream()
                .filter(share -> share.part().what().contains(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOnlyDifferenceExplainsAllOfTheGap() {
        Scenario a = ban(4, 60, 0.8);
        Scenario b = ban(4, 60, 0.2);

        Gap gap = find(a, b).gap(chip);

        assertThat(gap.a()).isEqualTo(lost(a, chip));
        assertThat(gap.b()).isEqualTo(lost(b, chip));
        assertThat(gap.size()).isGreaterThan(1);
        assertThat(gap.shares()).singleElement().satisfies(only -> {
            assertThat(only.part().inA()).isEqualTo("0.8");
            assertThat(only.part().inB()).isEqualTo("0.2");
            assertThat(only.mean()).isEqualTo(gap.size());
            assertThat(only.alone()).isEqualTo(gap.size());
            assertThat(only.last()).isEqualTo(gap.size());
        });
    }

    @Test
    void twoDifferencesShareTheGapByTheMeanOfBothOrders() {
        Scenario a = ban(4, 20, 0.6);
        Scenario b = ban(4, 60, 0.1);
        double none = lost(a, chip);
        double byLeak = lost(ban(4, 20, 0.1), chip);
        double byEnd = lost(ban(4, 60, 0.6), chip);
        double both = lost(b, chip);

        DecidingDifferences found = find(a, b);
        Gap gap = found.gap(chip);

        assertThat(found.runs()).isEqualTo(4);
        Share weeks = share(gap, "weeks in force");
        assertThat(weeks.part().inA()).isEqualTo("weeks 4 to 20");
        assertThat(weeks.alone()).isCloseTo(byEnd - none, within(EXACT));
        assertThat(weeks.last()).isCloseTo(both - byLeak, within(EXACT));
        assertThat(weeks.mean()).isCloseTo((byEnd - none + both - byLeak) / 2, within(EXACT));
        assertThat(weeks.alone()).as("the order counts").isNotCloseTo(weeks.last(), within(0.1));
        assertThat(sum(gap)).isCloseTo(both - none, within(EXACT));
    }

    @Test
    void theOtherWayRoundItIsTheSameWithTheOtherSign() {
        Scenario a = sketch().during(4, 20)
                .exportBan("good:oxide country:CHN to:!CHN", 0.6)
                .scenario();
        Scenario b = sketch().during(4, 60)
                .exportBan("good:oxide country:CHN to:!CHN", 0.1)
                .outage("good:wafers country:KOR", 0.5)
                .scenario();

        Gap there = find(a, b).gap(chip);
        Gap back = find(b, a).gap(chip);

        assertThat(there.shares()).hasSize(3);
        for (Share share : there.shares()) {
            Share other = share(back, share.part().what());
            assertThat(other.mean()).isCloseTo(-share.mean(), within(EXACT));
            assertThat(other.alone()).isCloseTo(-share.last(), within(EXACT));
        }
        assertThat(share(there, "Outage").part().inA()).isEqualTo("not there");
        assertThat(share(there, "Outage").part().inB()).startsWith("in force");
    }

    @Test
    void oneThatIsOnOthersToTheSameEffectIsTheSameRestrictionOnOthers() {
        Scenario a = sketch().exportBan("good:oxide country:CHN to:!CHN", 0.2).scenario();
        Scenario b = sketch().exportBan("good:oxide,ore country:CHN to:!CHN", 0.2)
                .exportBan("good:wafers country:KOR to:!KOR", 0.2)
                .scenario();

        assertThat(find(a, b).parts())
                .extracting(DecidingDifferences.Part::what)
                .satisfiesExactly(
                        whom -> assertThat(whom).endsWith("whom it is on"),
                        more -> assertThat(more).contains("South Korea"));
    }

    @Test
    void rulesReservesAndOwnFiguresDifferToo() {
        Scenario a = ban(4, 60, 0.2);
        Scenario b = sketch().rationing(RationingRule.DOMESTIC_FIRST)
                .during(4, 60)
                .exportBan("good:oxide country:CHN to:!CHN", 0.2)
                .stockBuild("good:wafers to.good:chip-one", 6)
                .scenario();
        Figure stock = runner.data()
                .dataset()
                .inputsOf(runner.data().dataset().getGood("coating feed"))
                .iterator()
                .next()
                .stockWeeks();
        Figure own = new Figure(stock.id(), 30, 30, 30, "weeks", Evidence.assumption("mine"));

        DecidingDifferences found = DecidingDifferences.find(
                runner,
                ComparedSide.of(a),
                new ComparedSide(b, Map.of(own.id(), own)),
                Optional.empty(),
                2,
                RunMonitor.NONE);

        assertThat(found.parts()).hasSize(3);
        Gap gap = found.gap(oxide);
        FigureValues values = figure -> figure.id().equals(own.id()) ? 30 : figure.central();
        assertThat(gap.b())
                .isEqualTo(runner.run(b, values, "own", RunMonitor.NONE)
                        .outcome(oxide)
                        .lostOutputWeeks());
        assertThat(sum(gap)).isCloseTo(gap.size(), within(EXACT));
        assertThat(share(gap, "stock").part().inB()).isEqualTo("30 weeks");
    }

    @Test
    void anOwnFigureOfARestrictionIsComparedWhereItStands() {
        Scenario a = ban(4, 60, 0.2);
        Figure leak = a.restrictions().getFirst().parameters().getFirst().value();
        Figure own = new Figure(leak.id(), 0.9, 0.9, 0.9, leak.unit(), Evidence.assumption("mine"));

        DecidingDifferences found = DecidingDifferences.find(
                runner,
                ComparedSide.of(a),
                new ComparedSide(a, Map.of(own.id(), own)),
                Optional.of(chip),
                1,
                RunMonitor.NONE);

        assertThat(found.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.inB()).isEqualTo("0.9"));
        assertThat(found.gap(chip).b()).isEqualTo(lost(ban(4, 60, 0.9), chip));
    }

    @Test
    void whereMuchDiffersWhatMovesMostStaysApart() {
        Scenario a = sketch().scenario();
        ScenarioSketch many = sketch().exportBan("good:oxide country:CHN to:!CHN", 0.1);
        for (String country : List.of("CHN", "AUS", "USA")) {
            many.outage("good:ore country:" + country, 0.02);
        }
        for (String country : List.of("MYS", "CHN")) {
            many.outage("good:oxide country:" + country, 0.02);
        }
        many.outage("good:wafers country:KOR", 0.02);

        DecidingDifferences found = find(a, many.scenario());
        Gap gap = found.gap(chip);

        assertThat(found.parts()).hasSize(DecidingDifferences.MOST_PARTS);
        assertThat(found.parts().stream().mapToInt(part -> part.names().size()).sum())
                .isEqualTo(7);
        assertThat(found.parts().getLast().what()).isEqualTo("3 other differences together");
        assertThat(gap.shares().getFirst().part().what()).contains("oxide");
        assertThat(sum(gap)).isCloseTo(gap.size(), within(EXACT));
        assertThat(gap.b()).isEqualTo(lost(many.scenario(), chip));
    }

    @Test
    void moneyIsSharedInTheSameWay() {
        StudyRunner priced = runner(PriceExamples.TWO_CUSTOMERS.dataset());
        Scenario a =
                ScenarioSketch.over(60).during(10, 30).outage("good:a", 0.3).scenario();
        Scenario b =
                ScenarioSketch.over(60).during(10, 40).outage("good:a", 0.6).scenario();

        Gap gap = DecidingDifferences.find(
                        priced, ComparedSide.of(a), ComparedSide.of(b), Optional.empty(), 1, RunMonitor.NONE)
                .money()
                .orElseThrow();

        SimulationResult alone = priced.run(b, RunMonitor.NONE);
        assertThat(gap.b()).isCloseTo(alone.prices().orElseThrow().money().valueAddedLost(), within(EXACT));
        assertThat(sum(gap)).isCloseTo(gap.size(), within(EXACT));
        assertThat(find(a("oxide"), a("ore")).money()).isEmpty();
    }

    private static Scenario a(String good) {
        return sketch().outage("good:" + good, 0.1).scenario();
    }

    /** Whatever the scenarios are, all of A's and all of B's are the runs of A and of B. */
    @Test
    void theEndsAreTheRunsThemselves() {
        int compared = 0;
        for (long seed = 0; seed < 60; seed++) {
            StudyRunner random = runner(RandomNetworks.of(seed));
            Dataset dataset = random.data().dataset();
            Scenario a = RandomScenarios.of(dataset, seed);
            Scenario b = RandomScenarios.of(dataset, seed + 1_000).withHorizonWeeks(a.horizonWeeks());
            if (!random.check(a).isEmpty() || !random.check(b).isEmpty()) {
                continue;
            }
            SimulationResult runA;
            SimulationResult runB;
            try {
                runA = random.run(a, RunMonitor.NONE);
                runB = random.run(b, RunMonitor.NONE);
            } catch (ChokepointException e) {
                continue;
            }
            DecidingDifferences found = DecidingDifferences.find(
                    random, ComparedSide.of(a), ComparedSide.of(b), Optional.empty(), 1, RunMonitor.NONE);
            for (Good good : dataset.goods()) {
                Gap gap = found.gap(good);
                assertThat(gap.a()).isCloseTo(runA.outcome(good).lostOutputWeeks(), within(EXACT));
                assertThat(gap.b()).isCloseTo(runB.outcome(good).lostOutputWeeks(), within(EXACT));
                assertThat(sum(gap)).isCloseTo(gap.size(), within(1e-7));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void threadsChangeNothingAndItStopsWhenNobodyWantsIt() {
        ComparedSide a = ComparedSide.of(ban(4, 20, 0.6));
        ComparedSide b = ComparedSide.of(ban(8, 60, 0.1));
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThat(DecidingDifferences.find(runner, a, b, Optional.of(chip), 2, RunMonitor.NONE)
                        .gap(chip))
                .isEqualTo(DecidingDifferences.find(runner, a, b, Optional.of(chip), 1, RunMonitor.NONE)
                        .gap(chip));
        assertThatThrownBy(() -> DecidingDifferences.find(runner, a, b, Optional.empty(), 1, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theSameTwiceHasNoDifference() {
        DecidingDifferences found = find(ban(4, 60, 0.2), ban(4, 60, 0.2));

        assertThat(found.parts()).isEmpty();
        assertThat(found.gap(chip).size()).isZero();
    }

    @Test
    void theLargestDifferenceIsThatOfTheHorizon() {
        SimulationResult a = runner.run(ban(4, 60, 0.8), RunMonitor.NONE);
        SimulationResult b = runner.run(ban(4, 60, 0.1), RunMonitor.NONE);

        LargestDifference largest = LargestDifference.of(a, b).orElseThrow();

        double most = Math.abs(largest.lostB() - largest.lostA());
        for (Good good : Hits.of(b).fallShort()) {
            assertThat(Math.abs(lostOf(b, good) - lostOf(a, good))).isLessThanOrEqualTo(most + EXACT);
        }
        double there = difference(a, b, largest.good(), largest.week());
        for (int week = 0; week < SmallChain.WEEKS; week++) {
            assertThat(difference(a, b, largest.good(), week)).isLessThanOrEqualTo(there + EXACT);
        }
        assertThat(LargestDifference.of(a, a)).isEmpty();
        assertThat(LargestDifference.sentence(b, largest.good()))
                .startsWith(largest.good().shortName() + " falls to");
    }

    private static double lostOf(SimulationResult run, Good good) {
        return run.outcome(good).lostOutputWeeks();
    }

    private static double difference(SimulationResult a, SimulationResult b, Good good, int week) {
        return Math.abs(a.output(good, week) - b.output(good, week));
    }
}

package io.chokepoint.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.study.StudyRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChokepointTest {
    private static final Path FOLDER = folder();
    private static final Chokepoint SMALL = Chokepoint.open(FOLDER);

    private static Path folder() {
        try {
            return Path.of(DatasetReader.class.getResource("small").toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScenarioSpec own() {
        return ScenarioSpec.of("own", "Own restrictions");
    }

    @Test
    void aRunSaysWhatTheCommandLineWouldSay() {
        StudyRunner runner =
                new StudyRunner(DatasetReader.read(FOLDER, RunMonitor.NONE).orThrow());
        SimulationResult expected =
                runner.run(runner.data().findScenario("oxide-stop").orElseThrow(), RunMonitor.NONE);

        RunResult run = SMALL.run(SMALL.scenario("oxide-stop"));

        assertThat(run.weeks()).isEqualTo(104);
        assertThat(run.hitGoods()).isNotEmpty().isEqualTo(expected.hitGoods());
        for (var good : SMALL.goods()) {
            assertThat(run.output(good.id())).as(good.id()).isEqualTo(expected.output(good));
            assertThat(run.outcome(good.id())).isEqualTo(expected.outcome(good));
        }
        assertThat(run.served("us-ai"))
                .isEqualTo(expected.served(
                        runner.data().dataset().findMarket("us-ai").orElseThrow()));
        assertThat(run.marketOutcome("us-ai"))
                .isEqualTo(expected.outcome(
                        runner.data().dataset().findMarket("us-ai").orElseThrow()));
        assertThat(run.hitMarkets()).hasSameSizeAs(expected.hitMarkets());
    }

    @Test
    void textAndMethodsMakeTheSameRestriction() {
        String text =
                "licence good:oxide country:CHN to:!CHN processingWeeks=9 approval=0.2/0.5/0.8 start=4 end=60 rampWeeks=2";
        RestrictionSpec made = RestrictionSpec.licence("good:oxide country:CHN to:!CHN", 9, 0.3)
                .with("approval", 0.2, 0.5, 0.8)
                .from(4)
                .until(60)
                .rampWeeks(2);

        assertThat(made).hasToString(text).isEqualTo(RestrictionSpec.of(text));
        assertThat(SMALL.run(own().restrict(made)).output("chip"))
                .isEqualTo(SMALL.run(own().restrict(text)).output("chip"));
    }

    @Test
    void everyKindHasAMethodAndCanBeRun() {
        List<RestrictionSpec> kinds = List.of(
                RestrictionSpec.outage("good:ore country:CHN").with("lost", 0.5),
                RestrictionSpec.exportBan("good:oxide country:CHN to:!CHN"),
                RestrictionSpec.licence("good:oxide country:CHN", 9, 0.5),
                RestrictionSpec.quota("good:oxide country:CHN", 0.5),
                RestrictionSpec.tariff("good:chip market:us-ai", 0.25, 0.5),
                RestrictionSpec.marketBan("good:chip provider:nvidia market:china-ai"),
                RestrictionSpec.compliance("good:chip market:us-ai", 0.01, 2));
        assertThat(kinds)
                .extracting(kind -> kind.toString().split(" ")[0])
                .as("methods are of kinds that there are; any other kind is stated as text")
                .isSubsetOf(RestrictionKinds.ALL.ids());
        for (RestrictionSpec kind : kinds) {
            ScenarioSpec scenario = own().restrict(kind);
            assertThat(SMALL.check(scenario)).as(kind.toString()).isEmpty();
            assertThat(SMALL.run(scenario).output("chip")).hasSize(104).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aScenarioIsVariedWithoutChangingIt() {
        ScenarioSpec stop = own().restrict(RestrictionSpec.outage("good:oxide").with("lost", 0.9));
        ScenarioSpec shorter =
                stop.weeks(30).startDate(LocalDate.of(2026, 1, 5)).domesticFirst();
        ScenarioSpec prepared = shorter.stock("good:oxide to.good:wafer", 20);

        assertThat(stop.weeks()).isEqualTo(104);
        assertThat(stop.startDate()).isEmpty();
        assertThat(SMALL.run(shorter).output("wafer")).hasSize(30);
        assertThat(SMALL.run(prepared).outcome("wafer").lostOutputWeeks())
                .isLessThan(SMALL.run(shorter).outcome("wafer").lostOutputWeeks());
        assertThat(SMALL.run(shorter.expand("good:oxide", 0.5, 4, 0))
                        .outcome("oxide")
                        .lostOutputWeeks())
                .isLessThan(SMALL.run(shorter).outcome("oxide").lostOutputWeeks());
        assertThat(prepared.toJson()).contains("domestic-first").contains("2026-01-05");
    }

    @Test
    void aScenarioIsReadBackFromItsFile(@TempDir Path folder) throws Exception {
        ScenarioSpec written =
                own().restrict("outage good:oxide lost=0.7 start=3").stock("good:oxide to.good:wafer", 2);
        Path file = Files.writeString(folder.resolve("own.json"), written.toJson());

        ScenarioSpec read = SMALL.readScenario(file);

        assertThat(read.toJson()).isEqualTo(written.toJson());
        assertThat(SMALL.run(read).output("chip")).isEqualTo(SMALL.run(written).output("chip"));
    }

    @Test
    void faultsAreSaidAllAtOnce() {
        assertThatThrownBy(() -> own().restrict("licence good:oxide approval=2 processingWeeks=x"))
                .isInstanceOfSatisfying(
                        ChokepointException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::field)
                                .containsExactlyInAnyOrder("approval", "processingWeeks"));
        ScenarioSpec unknown = own().restrict("outage good:oxid").restrict("quota good:ore country:ZZZ cap=0.5");
        assertThatThrownBy(() -> SMALL.run(unknown))
                .isInstanceOfSatisfying(
                        ChokepointException.class,
                        refused -> assertThat(refused.problems()).hasSize(2))
                .hasMessageContaining("oxid")
                .hasMessageContaining("ZZZ");
        assertThatThrownBy(() -> SMALL.runMany(unknown, 10, 1)).isInstanceOf(ChokepointException.class);
        assertThat(SMALL.check(unknown)).hasSize(2);
    }

    @Test
    void unknownIdsAreRefusedWithWhatMayBeMeant() {
        RunResult run = SMALL.run(SMALL.scenario("oxide-stop"));
        assertThatThrownBy(() -> run.output("oxid"))
                .isInstanceOf(ChokepointException.class)
                .hasMessage("good: 'oxid' is no id of this dataset. Maybe 'oxide'?");
        assertThatThrownBy(() -> run.served("us-ia"))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("us-ai");
        assertThatThrownBy(() -> SMALL.makers("unobtainium")).isInstanceOf(ChokepointException.class);
        assertThatThrownBy(() -> SMALL.scenario("oxide-stpo"))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("oxide-stop");
        assertThatThrownBy(() -> own().stock("good:", 1)).isInstanceOf(ChokepointException.class);
        assertThatThrownBy(() -> own().expand("good:oxide", 0.1, -1, 0)).isInstanceOf(ChokepointException.class);
        assertThatThrownBy(() -> own().stock("good:oxide", -1)).isInstanceOf(ChokepointException.class);
        assertThatThrownBy(() -> Chokepoint.open(Path.of("no-such-folder"))).isInstanceOf(ChokepointException.class);
    }

    @Test
    void reasonsLeadBackToTheRestriction() {
        RunResult run = SMALL.run(own().restrict("outage good:oxide"));

        List<ChainLink> chain = run.chain("chip");

        assertThat(chain.getFirst().good()).contains("chip");
        assertThat(chain.getLast().good()).contains("oxide");
        assertThat(chain.getLast().isRestricted()).isTrue();
        assertThat(run.why("chip")).contains(chain.getFirst().sentence());
        assertThat(run.chain("gas")).isEmpty();
    }

    @Test
    void manyRunsGiveRanges() {
        ScenarioSpec scenario = own().restrict("outage good:oxide lost=0.4/0.6/0.8");

        RunsResult runs = SMALL.runMany(scenario, 60, 7);

        assertThat(runs.runs()).isEqualTo(60);
        assertThat(runs.trough("oxide").p10()).isLessThan(runs.trough("oxide").p90());
        assertThat(runs.probabilityHit("oxide")).isEqualTo(1.0, within(1e-12));
        assertThat(runs.firstLoss("oxide").p50()).isLessThan(104);
        assertThat(runs.band("oxide", 0.5)).hasSize(104);
        assertThat(runs.marketBand("us-ai", 0.5)).hasSize(104);
        assertThatThrownBy(() -> runs.band("oxide", 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThat(SMALL.runMany(scenario, 60, 7).trough("oxide")).isEqualTo(runs.trough("oxide"));
        assertThat(SMALL.runMany(scenario, 60, 8).trough("oxide")).isNotEqualTo(runs.trough("oxide"));
    }

    @Test
    void manyRunsGiveRangesOfMarketsToo() {
        RunsResult runs = SMALL.runMany(own().restrict("outage good:chip lost=0.4/0.6/0.8"), 60, 7);

        assertThat(runs.marketTrough("us-ai").p10())
                .isLessThan(runs.marketTrough("us-ai").p90());
        assertThat(runs.marketTrough("us-ai").p90()).isBetween(0.0, 0.99);
    }

    @Test
    void eachRestrictionDrawsItsOwnFigures() {
        ScenarioSpec two = own().restrict("quota good:oxide country:CHN cap=0.1/0.15/0.2")
                .restrict("quota good:etcher cap=0.8/0.85/0.9");

        RunsResult runs = SMALL.runMany(two, 40, 3);

        assertThat(runs.trough("etcher").p10()).isGreaterThan(0.75);
    }

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        double[] expected = SMALL.run(SMALL.scenario("oxide-stop")).output("chip");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<double[]>> questions = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                questions.add(() -> SMALL.run(SMALL.scenario("oxide-stop")).output("chip"));
            }
            for (Future<double[]> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void workEndsWhenNobodyWantsIt() {
        RunMonitor nobody = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        ScenarioSpec scenario = SMALL.scenario("oxide-stop");
        assertThatThrownBy(() -> Chokepoint.open(FOLDER, nobody)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> SMALL.run(scenario, nobody)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> SMALL.runMany(scenario, 10, 1, nobody)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aDatasetSaysWhatIsInIt() {
        assertThat(SMALL.scenarioIds()).containsExactly("oxide-stop");
        assertThat(SMALL.findGood("oxide"))
                .hasValueSatisfying(good -> assertThat(good.name()).isEqualTo("Yttrium oxide"));
        assertThat(SMALL.makers("oxide"))
                .containsExactly(
                        new Maker("china", SMALL.makers("oxide").getFirst().name(), "CHN", 0.9),
                        new Maker("rest", SMALL.makers("oxide").getLast().name(), "", 0.1));
        assertThat(SMALL.markets()).extracting(EndMarket::id).containsExactly("china-ai", "us-ai");
        assertThat(SMALL.warnings())
                .allSatisfy(problem -> assertThat(problem.isError()).isFalse());
    }
}

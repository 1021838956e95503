package io.chokepoint.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.simulation.ReachModel;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.SampleNetworks;
import io.chokepoint.testkit.ScenarioSketch;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The classic models on datasets: the shipped one, and small ones whose answers are known. */
class ClassicModelsTest {
    private static final DataPackage SHIPPED =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    /** One maker each, all inputs essential: ore → oxide → magnet → motor and ore → paint; lamp stands alone. */
    private static final Dataset TREE = NetworkSketch.named("tree")
            .makes("X", "ore", 1)
            .makes("Y", "oxide", 1)
            .makes("Y", "paint", 1)
            .makes("Y", "magnet", 1)
            .makes("Y", "motor", 1)
            .makes("Y", "lamp", 1)
            .needs("oxide", "ore", input -> input.useShare(0.3).stockWeeks(4))
            .needs("paint", "ore", input -> input.useShare(0.3).stockWeeks(1))
            .needs("magnet", "oxide", input -> input.useShare(0.3).stockWeeks(2))
            .needs("motor", "magnet", input -> input.useShare(0.3).stockWeeks(2))
            .market("shop", market -> market.buys("motor", 0.5, 1))
            .value("ore", 100, 4)
            .value("oxide", 200, 4)
            .value("paint", 300, 4)
            .value("magnet", 400, 4)
            .value("motor", 800, 4)
            .value("lamp", 50, 4)
            .build();

    static List<PropagationModel> models() {
        return List.of(new EsriModel(), new InoueTodoModel(), new ArioModel());
    }

    static List<PropagationModel> daily() {
        return List.of(new InoueTodoModel(), new ArioModel());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingRestrictedIsNothingLost(PropagationModel model) {
        Scenario nothing =
                ScenarioSketch.over(20).outage("good:dysprosium-oxide", 0).scenario();
        ModelResult result = new StudyRunner(SHIPPED, model).answer(nothing, RunMonitor.NONE);

        least(result).forEach((good, part) -> assertThat(part).as(good).isEqualTo(1, within(1e-9)));
        if (result instanceof SimulationResult run) {
            for (Market market : run.dataset().markets()) {
                assertThat(run.outcome(market).trough()).as(market.id()).isEqualTo(1, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theShippedDatasetRunsInSeveralScenarios(PropagationModel model) {
        for (String id :
                List.of("ree-full-stop", "gallium-germanium-us", "taiwan-foundry-outage", "helium-qatar-2026")) {
            Scenario scenario = SHIPPED.findScenario(id).orElseThrow().withHorizonWeeks(16);
            Map<String, Double> least = least(new StudyRunner(SHIPPED, model).answer(scenario, RunMonitor.NONE));

            assertThat(least).as(id).hasSize(SHIPPED.dataset().goods().size());
            assertThat(least.values())
                    .as(id)
                    .allSatisfy(part -> assertThat(part).isBetween(0.0, 1 + 1e-9));
            assertThat(least.values())
                    .as(id)
                    .anySatisfy(part -> assertThat(part).isLessThan(0.99));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void whereOneMakerHasAllAndAllIsEssentialWhatIsReachedStops(PropagationModel model) {
        Scenario outage = ScenarioSketch.over(40).outage("good:oxide", 1).scenario();
        ModelTable reached = (ModelTable) runner(TREE, new ReachModel()).answer(outage, RunMonitor.NONE);
        Set<String> expected = new TreeSet<>();
        reached.rows().forEach(row -> expected.add(String.valueOf(row.getFirst())));

        Set<String> stopped = new TreeSet<>();
        atTheEnd(runner(TREE, model).answer(outage, RunMonitor.NONE)).forEach((good, part) -> {
            if (part < 1e-3) {
                stopped.add(good);
            }
        });

        assertThat(stopped).isEqualTo(expected).containsExactly("magnet", "motor", "oxide");
    }

    @ParameterizedTest
    @MethodSource("daily")
    void stocksAreTheDatasetsWeeks(PropagationModel model) {
        Scenario outage = ScenarioSketch.over(40).outage("good:ore", 1).scenario();
        SimulationResult run = (SimulationResult) runner(TREE, model).answer(outage, RunMonitor.NONE);
        SimulationResult built = (SimulationResult) runner(TREE, model)
                .answer(
                        ScenarioSketch.over(40)
                                .outage("good:ore", 1)
                                .stockBuild("to.good:oxide", 6)
                                .scenario(),
                        RunMonitor.NONE);

        assertThat(firstLoss(run, "ore")).isZero();
        if (model instanceof InoueTodoModel) {
            // Makers have a stock each: 4 weeks of ore last to the end of week 3, 1 week to the end of week 0.
            assertThat(firstLoss(run, "paint")).isEqualTo(1);
            assertThat(firstLoss(run, "oxide")).isEqualTo(4);
            assertThat(firstLoss(built, "oxide")).isEqualTo(10);
        } else {
            // All users of ore have 2.5 weeks, which bind once a tenth is used; with 6 more for one of two, 5.5.
            assertThat(run.output(good(run, "oxide"), 1)).isEqualTo(run.output(good(run, "paint"), 1), within(1e-12));
            assertThat(built.output(good(built, "oxide"), 1)).isGreaterThan(run.output(good(run, "oxide"), 1) + 0.1);
        }
    }

    @ParameterizedTest
    @MethodSource("daily")
    void aLossComesAndGoesAsThePeriodSays(PropagationModel model) {
        Scenario outage =
                ScenarioSketch.over(60).during(3, 7, 2).outage("good:lamp", 0.6).scenario();
        SimulationResult run = (SimulationResult) runner(TREE, model).answer(outage, RunMonitor.NONE);

        assertThat(weeks(run, "lamp", 0, 8))
                .containsExactly(new double[] {1, 1, 1, 0.7, 0.4, 0.4, 0.4, 1}, within(0.01));
    }

    @Test
    void aRestrictedFlowIsTheLostPartOfItsMakersSales() {
        Dataset dataset = NetworkSketch.named("two buyers")
                .makes("X", "ore", 1)
                .makes("Y", "part", 0.25)
                .makes("Z", "part", 0.75)
                .needs("part", "ore", input -> input.useShare(0.8).stockWeeks(1))
                .value("ore", 100, 4)
                .value("part", 900, 4)
                .build();
        Scenario ban = ScenarioSketch.over(20)
                .exportBan("good:ore country:X to:Z", 0.5)
                .scenario();
        Scenario licence = ScenarioSketch.over(20)
                .during(2, 20)
                .licence("good:ore country:X to:Z", 3, 0.5)
                .scenario();

        // Three quarters of what goes into parts goes to Z: .6 of all sales, of which half gets through.
        assertThat(column(runner(dataset, new EsriModel()).answer(ban, RunMonitor.NONE), "left_downstream"))
                .containsEntry("ore", 0.7);
        SimulationResult waited =
                (SimulationResult) runner(dataset, new InoueTodoModel()).answer(licence, RunMonitor.NONE);
        assertThat(weeks(waited, "ore", 0, 7))
                .containsExactly(new double[] {1, 1, 0.4, 0.4, 0.4, 0.7, 0.7}, within(1e-9));
    }

    @Test
    void machinesAreInvestment() {
        Dataset dataset = NetworkSketch.named("machine")
                .makes("X", "scanner", 1)
                .makes("Y", "wafer", 1)
                .needs("wafer", "scanner", input -> input.useShare(0.9).capital(5))
                .value("scanner", 100, 4)
                .value("wafer", 900, 4)
                .build();
        Scenario outage = ScenarioSketch.over(30).outage("good:scanner", 1).scenario();

        for (PropagationModel model : models()) {
            ModelResult result = runner(dataset, model).answer(outage, RunMonitor.NONE);
            assertThat(least(result))
                    .hasEntrySatisfying("wafer", part -> assertThat(part).isEqualTo(1, within(1e-12)));
            assertThat(least(result)).containsEntry("scanner", 0.0);
            assertThat(model.leftOut(dataset, outage)).anyMatch(said -> said.startsWith("Machines are investment"));
        }
    }

    @Test
    void whatIsLeftOutIsSaidInTheRunsRemarks() {
        Scenario many = ScenarioSketch.over(9)
                .exportBan("good:ore country:X to:Y", 0.5)
                .tariff("good:oxide to:Y", 0.25, 1)
                .expansion("good:oxide", 0.2, 0, 4)
                .scenario();

        SimulationResult run = (SimulationResult) runner(TREE, new ArioModel()).answer(many, RunMonitor.NONE);

        assertThat(String.join("\n", RunRemarks.of(run)))
                .contains("Model ario: it knows who sells how much to whom")
                .contains("Restriction 2 costs something")
                .contains("no flows that are held back")
                .contains("More capacity is left out")
                .doesNotContain("Machines");
        ModelTable table = (ModelTable) runner(TREE, new EsriModel()).answer(many, RunMonitor.NONE);
        assertThat(table.caution()).contains("It has no weeks and no stocks").contains("from a criticality of 0.5");
    }

    @ParameterizedTest
    @MethodSource("models")
    void withoutValuesTheModelSaysThatItNeedsThem(PropagationModel model) {
        Scenario outage = ScenarioSketch.over(9).outage("good:ore", 1).scenario();
        StudyRunner runner = runner(SampleNetworks.chain(), model);

        assertThatThrownBy(() -> runner.answer(outage, RunMonitor.NONE))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("Model '" + model.name() + "' counts in money")
                .hasMessageContaining("values.csv");
    }

    private static StudyRunner runner(Dataset dataset, PropagationModel model) {
        return new StudyRunner(
                new DataPackage(
                        Path.of(""), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()),
                model);
    }

    private static int firstLoss(SimulationResult run, String good) {
        return run.outcome(good(run, good)).firstLossWeek().orElse(-1);
    }

    private static double[] weeks(SimulationResult run, String good, int from, int to) {
        return Arrays.copyOfRange(run.output(good(run, good)), from, to);
    }

    private static Good good(SimulationResult run, String id) {
        return run.dataset().goods().stream()
                .filter(good -> good.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** By good, its least output. */
    private static Map<String, Double> least(ModelResult result) {
        return switch (result) {
            case ModelTable table -> column(table, "trough");
            case SimulationResult run -> {
                Map<String, Double> parts = new LinkedHashMap<>();
                run.dataset()
                        .goods()
                        .forEach(good -> parts.put(good.id(), run.outcome(good).trough()));
                yield parts;
            }
        };
    }

    /** By good, what is left downstream, in the last week where there are weeks. */
    private static Map<String, Double> atTheEnd(ModelResult result) {
        return switch (result) {
            case ModelTable table -> column(table, "left_downstream");
            case SimulationResult run -> {
                Map<String, Double> parts = new LinkedHashMap<>();
                run.dataset().goods().forEach(good -> parts.put(good.id(), run.output(good, run.weeks() - 1)));
                yield parts;
            }
        };
    }

    private static Map<String, Double> column(ModelResult result, String id) {
        ModelTable table = (ModelTable) result;
        int place = table.columns().stream().map(ModelTable.Column::id).toList().indexOf(id);
        Map<String, Double> parts = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> parts.put(
                        String.valueOf(row.getFirst()), row.get(place) instanceof Double part ? part : Double.NaN));
        return parts;
    }
}

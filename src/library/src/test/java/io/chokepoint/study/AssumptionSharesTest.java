package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.models.AssumedOtherwise;
import io.chokepoint.models.Assumption;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.study.AssumptionShares.Gap;
import io.chokepoint.study.AssumptionShares.Share;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four models asked side by side, and what of their differences assumptions explain. */
class AssumptionSharesTest {
    private static final DataPackage SHIPPED =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    /** Two makers of ore; a half-critical input; a substitute; nobody but the weekly model knows any of that. */
    private static final Dataset SMALL = NetworkSketch.named("small")
            .makes("X", "ore", 0.6)
            .makes("Y", "ore", 0.4)
            .makes("Y", "dye", 1)
            .makes("Z", "paint", 1)
            .makes("Z", "cloth", 1)
            .needs("paint", "ore", input -> input.useShare(0.8).stockWeeks(2).qualificationWeeks(4))
            .needs("cloth", "dye", input -> input.useShare(0.5).stockWeeks(1).criticality(0.5))
            .market("shop", market -> market.buys("paint", 0.5, 1))
            .value("ore", 100, 4)
            .value("dye", 50, 4)
            .value("paint", 400, 4)
            .value("cloth", 200, 4)
            .build();

    private static StudyRunner runner(Dataset dataset) {
        return new StudyRunner(new DataPackage(
                Path.of("small"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
    }

    private static Scenario dyeStops() {
        return ScenarioSketch.over(26).outage("good:dye", 1).scenario();
    }

    @Test
    void theAnswersAreThoseOfEachModelAlone() {
        Scenario scenario =
                SHIPPED.findScenario("gallium-germanium-us").orElseThrow().withHorizonWeeks(26);
        ModelAnswers answers = ModelAnswers.find(new StudyRunner(SHIPPED), scenario, RunMonitor.NONE);

        assertThat(answers.rows()).isNotEmpty();
        for (int k = 0; k < ModelAnswers.MODELS.size(); k++) {
            String model = ModelAnswers.MODELS.get(k);
            var alone = ModelRegistry.PROGRAM.runner(SHIPPED, model).answer(scenario, RunMonitor.NONE);
            for (Row row : answers.goods()) {
                double lowest = switch (alone) {
                    case SimulationResult run -> run.outcome(row.good()).trough();
                    case ModelTable table -> trough(table, row.id());
                };
                assertThat(row.lowest().get(k).orElseThrow())
                        .as(model + " " + row.id())
                        .isEqualTo(lowest);
                if (alone instanceof SimulationResult run) {
                    assertThat(row.lost().get(k).orElseThrow())
                            .isEqualTo(run.outcome(row.good()).lostOutputWeeks());
                }
            }
        }
    }

    private static double trough(ModelTable table, String good) {
        int column =
                table.columns().stream().map(ModelTable.Column::id).toList().indexOf("trough");
        return table.rows().stream()
                .filter(row -> good.equals(row.getFirst()))
                .mapToDouble(row -> ((Number) row.get(column)).doubleValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsGoStageByStageAndWithinOneByDifference() {
        Scenario scenario =
                SHIPPED.findScenario("taiwan-foundry-outage").orElseThrow().withHorizonWeeks(13);
        List<Row> goods = ModelAnswers.find(new StudyRunner(SHIPPED), scenario, RunMonitor.NONE)
                .goods();

        for (int i = 1; i < goods.size(); i++) {
            int before = goods.get(i - 1).good().stage().order();
            int here = goods.get(i).good().stage().order();
            assertThat(here).isGreaterThanOrEqualTo(before);
            if (here == before) {
                assertThat(goods.get(i).difference())
                        .isLessThanOrEqualTo(goods.get(i - 1).difference());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"esri", "inoue-todo", "ario"})
    void sharesAndOwnRulesAddUpToTheGap(String model) {
        StudyRunner runner = new StudyRunner(SHIPPED);
        Scenario scenario =
                SHIPPED.findScenario("gallium-germanium-us").orElseThrow().withHorizonWeeks(26);
        ModelAnswers answers = ModelAnswers.find(runner, scenario, RunMonitor.NONE);
        AssumptionShares shares = AssumptionShares.find(runner, answers, model, 2, RunMonitor.NONE);
        int column = ModelAnswers.MODELS.indexOf(model);

        assertThat(shares.parts().stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .hasSize(differing(runner, scenario, model).size());
        for (Row row : answers.rows()) {
            if (row.lowest().get(column).isPresent()) {
                Gap gap = shares.gap(row);
                double weekly = row.lowest().getFirst().orElseThrow();
                assertThat(gap.size())
                        .as(row.id())
                        .isEqualTo(row.lowest().get(column).orElseThrow() - weekly, within(1e-8));
                assertThat(sum(gap)).as(row.id()).isEqualTo(gap.size(), within(1e-8));
            }
        }
        Gap overall = shares.overall();
        assertThat(overall.size()).isPositive();
        assertThat(sum(overall)).isEqualTo(overall.size(), within(1e-8));
    }

    private static List<Assumption> differing(StudyRunner runner, Scenario scenario, String model) {
        return otherwise(runner, scenario, model).differing();
    }

    private static AssumedOtherwise otherwise(StudyRunner runner, Scenario scenario, String model) {
        CompiledScenario asIs = CompiledScenario.of(runner.central(), runner.select(scenario), FigureValues.CENTRAL);
        return new AssumedOtherwise(
                ModelRegistry.PROGRAM.standard(),
                model,
                asIs,
                FigureValues.CENTRAL,
                runner.data().defaultRationing());
    }

    private static double sum(Gap gap) {
        return gap.shares().stream().mapToDouble(Share::mean).sum() + gap.rest();
    }

    @Test
    void whereAnInputIsHalfCriticalThatIsWhatMakesTheDifference() {
        StudyRunner runner = runner(SMALL);
        ModelAnswers answers = ModelAnswers.find(runner, dyeStops(), RunMonitor.NONE);
        AssumptionShares shares = AssumptionShares.find(runner, answers, "inoue-todo", 1, RunMonitor.NONE);
        Row cloth = answers.row(SMALL.getGood("cloth")).orElseThrow();
        Gap gap = shares.gap(cloth);

        assertThat(cloth.lowest().getFirst().orElseThrow()).isEqualTo(0.5, within(1e-9));
        assertThat(gap.size()).isEqualTo(-0.5, within(1e-6));
        assertThat(gap.shares().getFirst().assumptions()).containsExactly(Assumption.ESSENTIAL);
        assertThat(gap.shares().getFirst().mean()).isEqualTo(-0.5, within(1e-6));
        assertThat(gap.rest()).isEqualTo(0, within(1e-6));
    }

    @Test
    void withNoAssumptionTakenOverItIsTheWeeklyModelAndNothingRestrictedStaysNothing() {
        StudyRunner runner = new StudyRunner(SHIPPED);
        Scenario scenario =
                SHIPPED.findScenario("gallium-germanium-us").orElseThrow().withHorizonWeeks(26);
        SimulationResult weekly = runner.run(scenario, RunMonitor.NONE);
        OutputSeries same = otherwise(runner, scenario, "ario").run(Set.of(), RunMonitor.NONE);
        int place = 0;
        for (Good good : SHIPPED.dataset().goods()) {
            assertThat(same.goods()[place++]).as(good.id()).containsExactly(weekly.output(good), within(1e-12));
        }

        Scenario nothing =
                ScenarioSketch.over(26).outage("good:dysprosium-oxide", 0).scenario();
        for (String model : ModelAnswers.CLASSIC) {
            AssumedOtherwise otherwise = otherwise(runner, nothing, model);
            OutputSeries all = otherwise.run(Set.copyOf(otherwise.differing()), RunMonitor.NONE);
            for (double[] weeks : all.goods()) {
                for (double week : weeks) {
                    assertThat(week).as(model).isEqualTo(1, within(1e-9));
                }
            }
        }
    }

    @Test
    void onlyTheWeeklyModelAnswersWhereNothingIsWorthAnything() {
        Dataset without = SMALL.toBuilder().values(List.of()).build();

        assertThat(ModelAnswers.canAsk(without)).isFalse();
        assertThat(ModelAnswers.canAsk(SMALL)).isTrue();
        assertThatThrownBy(() -> ModelAnswers.find(runner(without), dyeStops(), RunMonitor.NONE))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("values.csv");
    }

    @Test
    void threadsDoNotChangeItAndItCanBeCancelled() {
        StudyRunner runner = runner(SMALL);
        ModelAnswers answers = ModelAnswers.find(runner, dyeStops(), RunMonitor.NONE);
        Row cloth = answers.row(SMALL.getGood("cloth")).orElseThrow();
        Gap one = AssumptionShares.find(runner, answers, "ario", 1, RunMonitor.NONE)
                .gap(cloth);
        Gap two = AssumptionShares.find(runner, answers, "ario", 2, RunMonitor.NONE)
                .gap(cloth);
        RunMonitor tired = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThat(two).isEqualTo(one);
        assertThatThrownBy(() -> AssumptionShares.find(runner, answers, "ario", 1, tired))
                .isInstanceOf(CancellationException.class);
    }
}

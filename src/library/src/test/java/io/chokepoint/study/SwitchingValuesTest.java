package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.SwitchingValues.Turn;
import io.chokepoint.study.SwitchingValues.Value;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SwitchingValuesTest {
    private final StudyRunner runner = new StudyRunner(new DataPackage(
            Path.of("small"),
            SmallChain.dataset(),
            Optional.empty(),
            new RationingRule.Proportional(),
            List.of(),
            List.of()));

    private static Scenario ban(double low, double central, double high) {
        return SmallChain.scenario(new Figure("leak", low, central, high, "part", Evidence.assumption("made up")));
    }

    private SwitchingValues find(Scenario scenario, int threads) {
        SimulationResult central = runner.run(scenario, RunMonitor.NONE);
        return SwitchingValues.find(runner, central, Map.of(), threads, RunMonitor.NONE);
    }

    private boolean isAnyShort(Scenario scenario, Figure figure, double value) {
        FigureValues moved = each -> each.id().equals(figure.id()) ? value : each.central();
        SimulationResult result = runner.run(scenario, moved, "moved", RunMonitor.NONE);
        return Hits.of(result).fallShort().stream().anyMatch(result.dataset().headline()::isPrimary);
    }

    @Test
    void aThresholdTurnsTheAnswerAndALittleLessDoesNot() {
        Scenario scenario = ban(0, 0.2, 1);

        SwitchingValues found = find(scenario, 1);

        assertThat(found.turn()).isEqualTo(Turn.SPARED);
        assertThat(found.together()).isFalse();
        Value leak = found.values().stream()
                .filter(value -> value.figure().id().equals("leak"))
                .findFirst()
                .orElseThrow();
        assertThat(leak.isLeast()).isTrue();
        assertThat(isAnyShort(scenario, leak.figure(), leak.threshold())).isFalse();
        assertThat(isAnyShort(scenario, leak.figure(), leak.threshold() - 0.03)).isTrue();
        assertThat(found.sentences().getFirst()).startsWith("No chips fall short if this is true: ");
        Value nearest = found.values().getFirst();
        assertThat(found.brief())
                .startsWith("chips are spared if " + nearest.name() + " is at "
                        + (nearest.isLeast() ? "least " : "most ") + nearest.thresholdWords());
    }

    @Test
    void whereChipsAreSparedItSaysWhatWouldHitThem() {
        Scenario scenario = ban(0, 0.99, 1);

        SwitchingValues found = find(scenario, 1);

        assertThat(found.turn()).isEqualTo(Turn.SHORT);
        Value leak = found.values().getFirst();
        assertThat(leak.isLeast()).isFalse();
        assertThat(isAnyShort(scenario, leak.figure(), leak.threshold())).isTrue();
        assertThat(isAnyShort(scenario, leak.figure(), leak.threshold() + 0.03)).isFalse();
    }

    @Test
    void whereNothingTurnsItItSaysSo() {
        SwitchingValues found = find(ban(0.2, 0.2, 0.21), 1);

        assertThat(found.values()).isEmpty();
        assertThat(found.sentences()).hasSize(1);
        assertThat(found.sentences().getFirst()).startsWith("Chips fall short even with every figure");
    }

    @Test
    void threadsChangeNothingAndTheNumberOfRunsIsBounded() {
        Scenario scenario = ban(0, 0.2, 1);
        AtomicLong most = new AtomicLong();
        SimulationResult central = runner.run(scenario, RunMonitor.NONE);

        SwitchingValues found = SwitchingValues.find(runner, central, Map.of(), 2, new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {
                most.accumulateAndGet(done, Math::max);
                assertThat(total).isEqualTo(SwitchingSearch.MOST_RUNS);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });

        assertThat(found).isEqualTo(find(scenario, 1));
        assertThat(most.get()).isEqualTo(found.runs()).isLessThanOrEqualTo(SwitchingSearch.MOST_RUNS);
    }

    @Test
    void itStopsWhenNobodyWantsItAnyMore() {
        SimulationResult central = runner.run(ban(0, 0.2, 1), RunMonitor.NONE);
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> SwitchingValues.find(runner, central, Map.of(), 1, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void figuresOfTheUserTakeThePlaceOfTheDatasets() {
        Scenario scenario = ban(0, 0.2, 1);
        Figure own = new Figure("leak", 0.5, 0.5, 0.5, "part", Evidence.assumption("mine"));
        SimulationResult central = runner.run(scenario, RunMonitor.NONE);

        SwitchingValues found = SwitchingValues.find(runner, central, Map.of("leak", own), 1, RunMonitor.NONE);

        assertThat(found.values()).noneMatch(value -> value.figure().id().equals("leak"));
    }
}

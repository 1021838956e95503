package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Settings;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row of a ranking opens loses what the ranking says: selectors against flows found by index. */
class NodeScenarioTest {
    private static final Settings OUTAGE = new Settings(Instrument.OUTAGE, 0, 9, 40, 1);

    private final StudyRunner runner = new StudyRunner(new DataPackage(
            Path.of("made up"), dataset(), Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
    private final NodeStudy study = new NodeStudy(runner);

    @ParameterizedTest
    @EnumSource
    void anOutageOfANodeAsScenarioLosesTheSame(Kind kind) {
        compare(kind, OUTAGE);
    }

    @ParameterizedTest
    @EnumSource
    void anExportBanOfANodeAsScenarioLosesTheSame(Kind kind) {
        compare(kind, Settings.lasting(Instrument.EXPORT_BAN, 40, 1));
    }

    private void compare(Kind kind, Settings settings) {
        List<NodeSweep.Node> nodes = study.nodes(kind);
        SweepResult swept = study.sweep(nodes, List.of(), settings, RunMonitor.NONE);
        int lossy = 0;
        for (int n = 0; n < nodes.size(); n++) {
            if (!swept.wasRun(n)) {
                continue;
            }
            Scenario scenario = NodeScenario.of(List.of(nodes.get(n)), settings, "title", "why");
            SimulationResult run = runner.run(scenario, RunMonitor.NONE);
            for (Good good : runner.data().dataset().goods()) {
                double lost = swept.lostWeeks(n, good);
                lossy += lost > 0 ? 1 : 0;
                assertThat(run.outcome(good).lostOutputWeeks())
                        .as("%s when %s is hit", good, nodes.get(n).label())
                        .isCloseTo(lost, within(1e-12));
            }
        }
        assertThat(lossy).as("losses compared").isGreaterThan(3);
    }

    /** Makers of one good at home and abroad, and one without a country. */
    private static Dataset dataset() {
        return NetworkSketch.named("borders")
                .good("ore", GoodKind.MATERIAL)
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .provider("A1", "AAA")
                .provider("A2", "AAA")
                .provider("B1", "BBB")
                .provider("rest", "")
                .makes("A1", "ore", 0.6)
                .makes("B1", "ore", 0.3, 0.5, 4)
                .makes("rest", "ore", 0.1)
                .makes("A2", "gas", 0.5)
                .makes("rest", "gas", 0.5)
                .makes("A2", "chip", 0.4)
                .makes("B1", "chip", 0.6)
                .needs("gas", "ore", in -> in.useShare(0.4).leadWeeks(1).stockWeeks(2))
                .needs(
                        "chip",
                        "ore",
                        in -> in.useShare(0.4).leadWeeks(2).stockWeeks(1).qualificationWeeks(5))
                .needs("chip", "gas", in -> in.useShare(0.7).leadWeeks(1).stockWeeks(3))
                .build();
    }
}

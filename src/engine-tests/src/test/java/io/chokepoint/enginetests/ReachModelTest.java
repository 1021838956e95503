package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.ModelTable;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.ReachModel;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ore → oxide → magnet → motor and ore → paint; oxide also goes into a lamp. */
class ReachModelTest {
    private final Dataset dataset = NetworkSketch.named("two branches")
            .good("ore", GoodKind.MATERIAL)
            .good("oxide", GoodKind.MATERIAL)
            .good("paint", GoodKind.PRODUCT)
            .good("magnet", GoodKind.COMPONENT)
            .good("lamp", GoodKind.PRODUCT)
            .good("motor", GoodKind.PRODUCT)
            .makes("X", "ore", 1)
            .makes("Y", "oxide", 1)
            .makes("Y", "paint", 1)
            .makes("Y", "magnet", 1)
            .makes("Y", "lamp", 1)
            .makes("Y", "motor", 1)
            .needs("oxide", "ore", input -> input.useShare(0.3))
            .needs("paint", "ore", input -> input.useShare(0.3))
            .needs("magnet", "oxide", input -> input.useShare(0.3))
            .needs("lamp", "oxide", input -> input.useShare(0.3))
            .needs("motor", "magnet", input -> input.useShare(0.3))
            .build();

    @Test
    void anOutageReachesAllThatNeedsTheGood() throws Exception {
        ModelTable table = reached(ScenarioSketch.over(10).outage("good:ore", 1).scenario());

        assertThat(steps(table)).containsExactly("ore 0", "oxide 1", "paint 1", "magnet 2", "lamp 2", "motor 3");
        assertThat(table.finding()).isEqualTo("Of 6 goods 1 is restricted and 5 downstream, up to 3 steps away.");
    }

    @Test
    void aRestrictedFlowReachesItsBuyersOnly() throws Exception {
        ModelTable table = reached(
                ScenarioSketch.over(10).exportBan("good:oxide to.good:lamp", 0).scenario());

        assertThat(steps(table)).containsExactly("oxide 0", "lamp 1");
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.get(4)).isEqualTo("oxide"));
    }

    /** Oxide is a buyer of one restricted flow and the seller of another: what it feeds beside that other flow counts too. */
    @Test
    void aBuyerThatSellsUnderARestrictionIsFollowedAllTheSame() throws Exception {
        ModelTable table = reached(ScenarioSketch.over(10)
                .exportBan("good:oxide to.good:lamp", 0)
                .exportBan("good:ore to.good:oxide", 0)
                .scenario());

        assertThat(steps(table)).containsExactly("ore 0", "oxide 0", "lamp 1", "magnet 2", "motor 3");
    }

    @Test
    void whereNothingIsRestrictedNothingIsReached() {
        ModelTable table = reached(Scenario.adHoc(10, List.of()));

        assertThat(table.rows()).isEmpty();
    }

    private ModelTable reached(Scenario scenario) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        ScenarioSelection selection = ScenarioSelection.of(network.structure(), scenario, RationingRule.PROPORTIONAL);
        assertThat(selection.problems()).isEmpty();
        return (ModelTable) new ReachModel()
                .compile(network, selection, FigureValues.CENTRAL)
                .run(SimulationSettings.of(scenario.horizonWeeks()), RunMonitor.NONE);
    }

    private static List<String> steps(ModelTable table) {
        return table.rows().stream().map(row -> row.get(0) + " " + row.get(3)).toList();
    }
}

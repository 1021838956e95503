package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The blue line and its numbers are those of the sentences. */
class WayTest {
    private static final SimulationResult CASCADE = HandMadeRun.cascade();

    private static RunFacts facts(SimulationResult result) {
        return new RunFacts(new StageGraph(result.dataset()), Answer.of(result));
    }

    private static List<String> ids(Way way) {
        return way.nodes().stream().map(GraphNode::id).toList();
    }

    @Test
    void theWayOfAGoodRunsFromTheRestrictionThroughWornMachinesToTheGood() {
        RunFacts facts = facts(CASCADE);

        assertThat(ids(facts.way(new Selection.OfGood(HandMadeRun.B200))))
                .containsExactly(
                        "yttrium-oxide",
                        "coating-feed",
                        "chamber-parts",
                        "etch-tools",
                        "etch-step",
                        "n4-wafers",
                        "nvidia-b200");
        assertThat(facts.headlineWay()).isEqualTo(facts.way(new Selection.OfGood(HandMadeRun.B200)));
    }

    @Test
    void everyNumberIsThatOfTheSentenceAboutTheGood() {
        Way way = facts(CASCADE).way(new Selection.OfGood(HandMadeRun.B200));

        for (Explanation.Step step : Explanation.of(CASCADE, HandMadeRun.B200).steps()) {
            assertThat(way.steps())
                    .hasEntrySatisfying(
                            way.nodes().get(way.nodes().size() - step.number()),
                            number -> assertThat(number).isEqualTo(step.number()));
            assertThat(way.nodes().get(way.nodes().size() - step.number()).label())
                    .isEqualTo(step.name());
        }
    }

    @Test
    void aMarketIsTheFirstStepOfItsOwnWayAndItsProductTheSecond() {
        RunFacts facts = facts(CASCADE);
        Way way = facts.way(new Selection.OfMarket(HandMadeRun.CLOUDS));

        assertThat(ids(way)).endsWith("nvidia-b200", "market:us-clouds").startsWith("yttrium-oxide");
        assertThat(way.steps()).containsEntry(facts.graph().node(HandMadeRun.B200), 2);
    }

    @Test
    void whatOnlySellsLessIsReachedByWayOfItsBuyer() {
        SimulationResult result = new HandMadeRun.Builder(HandMadeRun.scenario(HandMadeRun.licence(4)))
                .falls(HandMadeRun.B200_NVIDIA, 60, .8, 90, Cause.Kind.INPUT, HandMadeRun.N4, HandMadeRun.N4_TSMC, true)
                .falls(HandMadeRun.HBM_HYNIX, 64, .7, 90, Cause.Kind.DEMAND, null, HandMadeRun.B200_NVIDIA, false)
                .build();
        RunFacts facts = facts(result);

        assertThat(ids(facts.way(new Selection.OfGood(HandMadeRun.HBM)))).endsWith("nvidia-b200", "hbm3e");
        assertThat(facts.fallShort()).contains(facts.graph().node(HandMadeRun.B200));
        assertThat(facts.fallShort()).doesNotContain(facts.graph().node(HandMadeRun.HBM));
        assertThat(facts.hit()).contains(facts.graph().node(HandMadeRun.HBM));
    }

    @Test
    void whatIsNotHitHasNoWay() {
        assertThat(facts(CASCADE).way(new Selection.OfGood(HandMadeRun.EDA))).isEqualTo(Way.NONE);
    }
}

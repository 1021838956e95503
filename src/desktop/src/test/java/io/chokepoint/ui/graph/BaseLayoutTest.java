package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphLayout;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Stage;
import io.chokepoint.testkit.SampleNetworks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stable base layout, on drawn studies small and large. */
class BaseLayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {12, 130})
    void theSameGraphGetsTheSameLayout(int goodsPerStage) {
        StageGraph graph = new StageGraph(new DrawnStudy(9, goodsPerStage, goodsPerStage * 20, 0.5, 11).dataset);
        StageGraph again = new StageGraph(new DrawnStudy(9, goodsPerStage, goodsPerStage * 20, 0.5, 11).dataset);
        GraphLayout one = new LayeredLayout().layout(graph);
        GraphLayout two = new LayeredLayout().layout(again);

        assertThat(graph.nodes()).allSatisfy(node -> assertThat(two.rank(node)).isEqualTo(one.rank(node)));
    }

    @Test
    void everyNodeOfAColumnHasAPlaceOfItsOwn() {
        StageGraph graph = new StageGraph(new DrawnStudy(6, 20, 200, 0.5, 13).dataset);
        GraphLayout layout = new LayeredLayout().layout(graph);

        for (Stage stage : graph.stages()) {
            List<GraphNode> nodes = graph.nodesOf(stage);
            assertThat(nodes.stream().map(layout::rank).sorted().toList())
                    .isEqualTo(IntStream.range(0, nodes.size()).boxed().toList());
        }
    }

    @Test
    void theOrderKeepsEdgesShorterThanTheDatasetsOwnOrder() {
        StageGraph graph = new StageGraph(new DrawnStudy(6, 20, 160, 0.5, 14).dataset);
        GraphLayout layout = new LayeredLayout().layout(graph);

        double laid = 0;
        double unlaid = 0;
        for (GraphEdge edge : graph.edges()) {
            laid += Math.abs(layout.height(edge.from()) - layout.height(edge.to()));
            List<GraphNode> left = graph.nodesOf(edge.from().stage());
            List<GraphNode> right = graph.nodesOf(edge.to().stage());
            unlaid += Math.abs(
                    (left.indexOf(edge.from()) + 0.5) / left.size() - (right.indexOf(edge.to()) + 0.5) / right.size());
        }
        assertThat(laid).isLessThan(unlaid * 0.8);
    }

    @Test
    void aLayoutOnceMadeIsKept() {
        LayeredLayout layouts = new LayeredLayout();
        StageGraph graph = new StageGraph(SampleNetworks.diamond());
        assertThat(layouts.knows(graph)).isFalse();

        GraphLayout made = layouts.layout(graph);

        assertThat(layouts.knows(new StageGraph(SampleNetworks.diamond()))).isTrue();
        assertThat(layouts.layout(new StageGraph(SampleNetworks.diamond()))).isSameAs(made);
    }

    @Test
    void marketsStandInTheLastColumnWithThePartOfEachProduct() {
        StageGraph graph = new StageGraph(SampleNetworks.market());
        Stage markets = graph.marketStage().orElseThrow();

        assertThat(graph.stages().getLast()).isEqualTo(markets);
        for (GraphNode market : graph.nodesOf(markets)) {
            assertThat(graph.inputs(market).stream()
                            .mapToDouble(GraphEdge::strength)
                            .sum())
                    .isCloseTo(1, offset(1e-12));
        }
    }

    @Test
    void aLoopIsLaidOutLikeAnyGraph() {
        StageGraph graph = new StageGraph(SampleNetworks.loop());

        assertThat(graph.nodes())
                .allSatisfy(node -> assertThat(new LayeredLayout().layout(graph).height(node))
                        .isBetween(0.0, 1.0));
    }
}

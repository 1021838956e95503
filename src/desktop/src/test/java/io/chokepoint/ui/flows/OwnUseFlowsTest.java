package io.chokepoint.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.FlowBook;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Node;
import io.chokepoint.ui.support.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The flows of a good whose makers use a part of what they make. */
class OwnUseFlowsTest {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 700;

    private static FlowsContent content() throws Exception {
        DataPackage data = DatasetReader.read(
                        Path.of(OwnUseFlowsTest.class
                                        .getResource("/own-use/datapackage.json")
                                        .toURI())
                                .getParent(),
                        RunMonitor.NONE)
                .orThrow();
        StudyRunner runner = new StudyRunner(data);
        SimulationResult result = runner.run(Scenario.adHoc(20, List.of()), RunMonitor.NONE);
        Good good = result.dataset().getGood("b");
        return new FlowsBuilder(Answer.of(result), new FlowBook(runner), good, FlowsContent.Width.VALUE, 12).build();
    }

    @Test
    void theGoodStandsOnceInEachColumnInWhichItIsAndNoPlaceServesTwo() throws Exception {
        FlowsContent content = content();
        List<Node> nodes = content.columns().stream()
                .flatMap(List::stream)
                .map(FlowsContent.Block::node)
                .toList();

        assertThat(nodes).doesNotHaveDuplicates();
        assertThat(nodes.stream()
                        .filter(node ->
                                node instanceof Node.OfGood of && of.good().equals(content.good())))
                .as("among inputs and among uses")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyBandLeadsToTheRightAndStaysWithinTheBlocksThatItJoins() throws Exception {
        FlowsContent content = content();
        FlowsLayout layout = new FlowsLayout(content, WIDTH, HEIGHT, (block, width) -> false);

        assertThat(layout.runs()).hasSameSizeAs(content.bands());
        layout.runs().forEach((Band band, FlowsLayout.Run run) -> {
            assertThat(run.x2()).as(band + " leads to the right").isGreaterThan(run.x1());
            for (double y : new double[] {run.y1(), run.y2()}) {
                assertThat(y - run.width() / 2).as(band + " top").isGreaterThanOrEqualTo(0);
                assertThat(y + run.width() / 2).as(band + " bottom").isLessThanOrEqualTo(HEIGHT - FlowsLayout.FOOT);
            }
        });
    }
}

package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of the shipped dataset on the narrowest card. */
class CardNamesTest {
    private static final double CARD = 108;
    private static final int LINES = 2;

    @Test
    void everyNameOfTheShippedDatasetFitsACardInTwoLines() {
        StageGraph graph = new StageGraph(DatasetReader.read(Path.of("data/rare-earths-to-chips"), RunMonitor.NONE)
                .orThrow()
                .dataset());
        List<String> cut = new ArrayList<>();
        Toolkit.doOnUiThread(() -> {
            Fonts.load();
            TextFitter text = new TextFitter();
            for (GraphNode node : graph.nodes()) {
                List<String> lines = text.wrap(node.label(), true, Ink.LEAST_TEXT, CardPainter.nameWidth(CARD), LINES);
                String shown = String.join("", lines).replace(" ", "");
                if (!shown.equals(node.label().replace(" ", ""))) {
                    cut.add(node.id() + ": " + lines);
                }
            }
        });

        assertThat(cut).isEmpty();
    }
}

package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.compare.Comparison;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final List<String> PARTS = List.of("#compare-a", "#compare-run-many", "#changes", "#compare-end");

    @TempDir
    private Path home;

    /** Parts made for each comparison would listen to the window's state for ever, one beside the other. */
    @Test
    void aSecondComparisonIsShownByThePartsOfTheFirst() {
        SmallWindow window = SmallWindow.open(SmallRun.data(), SmallRun.scenario(), Theme.LIGHT, 1280, 800, home);
        try {
            Comparison comparison = window.window().view().comparison();
            Node alone = Toolkit.onUiThread(() -> window.window().view().exported());
            Toolkit.doOnUiThread(() -> comparison.start(SmallRun.scenario().withHorizonWeeks(60)));
            window.waitForWork();
            List<Node> first = parts(window);
            assertThat(graphs(window)).hasSize(2);

            for (int time = 0; time < 3; time++) {
                Toolkit.doOnUiThread(comparison::end);
                Toolkit.settle();
                assertThat(graphs(window)).hasSize(1);
                assertThat(Toolkit.onUiThread(() -> window.window().view().exported()))
                        .isSameAs(alone);
                Toolkit.doOnUiThread(() -> comparison.start(SmallRun.scenario().withHorizonWeeks(70)));
                window.waitForWork();

                assertThat(parts(window)).containsExactlyElementsOf(first);
                assertThat(graphs(window)).hasSize(2);
            }
            window.picture("compare-again");
        } finally {
            window.close();
        }
    }

    private static List<Node> parts(SmallWindow window) {
        return Toolkit.onUiThread(() -> {
            List<Node> nodes = new ArrayList<>(
                    PARTS.stream().map(window.window().scene()::lookup).toList());
            nodes.add(window.window().view().exported());
            assertThat(nodes).doesNotContainNull();
            return nodes;
        });
    }

    private static List<Node> graphs(SmallWindow window) {
        return Toolkit.onUiThread(
                () -> List.copyOf(window.window().scene().getRoot().lookupAll("#graph-canvas")));
    }
}

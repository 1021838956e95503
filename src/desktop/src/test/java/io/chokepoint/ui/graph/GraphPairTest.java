package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs on one picture: A under a ban on an oxide, B without it. */
class GraphPairTest {
    private static final int WEEK = 62;

    @TempDir
    Path folder;

    private final StudyRunner runner = SmallRun.runner();
    private final SimulationResult withBan = runner.run(SmallRun.scenario(), RunMonitor.NONE);
    private final SimulationResult without =
            runner.run(SmallRun.scenario().withRestrictions(List.of()), RunMonitor.NONE);

    /** Both graphs, one above the other, tied together; used on the UI thread only. */
    private final class Paired {
        final GraphView a = view(withBan, "a");
        final GraphView b = view(without, "b");
        final GraphPair pair;

        Paired() {
            VBox box = new VBox(a, b);
            Scene scene = new Scene(box, 1128, 620);
            assertThat(scene.getRoot()).isSameAs(box);
            pair = GraphPair.of(a, b);
            a.resize(1128, 280);
            b.resize(1128, 280 + GraphPair.LOWER_HIGHER);
            lay();
        }

        void lay() {
            for (GraphView view : List.of(a, b)) {
                view.layout();
                view.canvas().layout();
            }
        }

        private GraphView view(SimulationResult result, String name) {
            StudyState state = PanelStage.state(result);
            state.looking().setWeek(WEEK);
            UiContext context = PanelStage.context(state, Theme.LIGHT, folder.resolve(name), link -> {});
            GraphView view = new GraphView(context);
            view.canvas().setMoving(false);
            return view;
        }

        GraphScene sceneOf(GraphView view) {
            return view.model().scene().orElseThrow();
        }

        NodeFacts facts(GraphView view, String id) {
            GraphScene scene = sceneOf(view);
            GraphNode node = scene.facts().graph().node(withBan.dataset().getGood(id));
            return scene.facts().facts(node);
        }
    }

    @Test
    void bothStandOnOnePictureWithAllThatEitherHits() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();

            assertThat(paired.sceneOf(paired.b).picture().places())
                    .isEqualTo(paired.sceneOf(paired.a).picture().places());
            assertThat(paired.sceneOf(paired.b).facts().hit()).isEmpty();
            assertThat(paired.sceneOf(paired.a).picture().columns().stream()
                            .mapToInt(Column::hit)
                            .sum())
                    .isPositive();
            assertThat(paired.sceneOf(paired.b).picture().columns())
                    .as("heads count the run that is shown")
                    .allSatisfy(column -> assertThat(column.hit()).isZero());
        });
    }

    @Test
    void bothCanvasesHaveOneHeightSoThatRowsFit() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();

            assertThat(paired.b.canvas().getHeight())
                    .isEqualTo(paired.a.canvas().getHeight());
        });
    }

    @Test
    void zoomingOneZoomsTheOther() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();

            paired.b.canvas().zoomAbout(300, 200, 2);
            assertThat(paired.a.canvas().viewport()).isEqualTo(paired.b.canvas().viewport());
            paired.a.canvas().pan(-40, -30);
            assertThat(paired.b.canvas().viewport()).isEqualTo(paired.a.canvas().viewport());
            assertThat(paired.b.canvas().viewport().zoom()).isEqualTo(2);
        });
    }

    @Test
    void aColumnClosedInBIsClosedInA() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();
            boolean open =
                    paired.sceneOf(paired.b).picture().columns().getFirst().isOpen();

            paired.b
                    .model()
                    .toggleColumn(paired.sceneOf(paired.b).picture().columns().getFirst());

            assertThat(paired.sceneOf(paired.a).picture().columns().getFirst().isOpen())
                    .isEqualTo(!open);
            assertThat(paired.sceneOf(paired.b).picture().places())
                    .isEqualTo(paired.sceneOf(paired.a).picture().places());
        });
    }

    @Test
    void bSaysPointsAgainstA() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();
            var good = withBan.dataset().getGood("coating feed");
            long points = Math.round((without.output(good, WEEK) - withBan.output(good, WEEK)) * 100);

            assertThat(points).as("B is better").isPositive();
            assertThat(paired.facts(paired.b, "coating feed").points(WEEK)).contains("+" + points);
            assertThat(paired.facts(paired.a, "coating feed").points(WEEK)).isEmpty();
        });
    }

    @Test
    void theDifferenceIsOnePlusBLessA() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();
            var good = withBan.dataset().getGood("coating feed");

            paired.pair.setDifferenceOnly(true);

            NodeFacts facts = paired.facts(paired.a, "coating feed");
            assertThat(facts.output(WEEK)).isEqualTo(1 + without.output(good, WEEK) - withBan.output(good, WEEK));
            assertThat(facts.isDifference()).isTrue();
            assertThat(facts.isGain(WEEK)).isTrue();
            assertThat(facts.words(WEEK)).startsWith("+");
        });
    }

    @Test
    void afterwardsEachStandsOnItsOwn() {
        Toolkit.doOnUiThread(() -> {
            Paired paired = new Paired();
            paired.pair.setDifferenceOnly(true);

            paired.pair.end();
            paired.lay();

            assertThat(paired.facts(paired.a, "coating feed").isDifference()).isFalse();
            assertThat(paired.facts(paired.b, "coating feed").points(WEEK)).isEqualTo(Optional.empty());
            paired.a.canvas().zoomAbout(100, 100, 1.5);
            assertThat(paired.b.canvas().viewport().zoom()).isNotEqualTo(1.5);
        });
    }
}

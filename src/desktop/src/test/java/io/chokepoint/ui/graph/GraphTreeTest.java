package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/** What assistive technology reads behind the canvas. */
class GraphTreeTest {
    private static final DrawnStudy STUDY = new DrawnStudy(8, 14, 260, 0.6, 5);

    private record Shown(StudyState state, GraphViewModel model, GraphCanvas canvas) {
        static Shown open() {
            StudyState state = STUDY.open();
            GraphViewModel model = new GraphViewModel(state, DrawnStudy.tasks(), new LayeredLayout());
            GraphCanvas canvas = new GraphCanvas(Palette.of(Theme.LIGHT), model::setSize);
            canvas.setMoving(false);
            canvas.tree().onAction(model::select, model::toggleColumn);
            model.sceneProperty().subscribe(canvas::setScene);
            Scene scene = new Scene(canvas, 1128, 608);
            assertThat(scene.getRoot()).isSameAs(canvas);
            canvas.resize(1128, 608);
            canvas.layout();
            return new Shown(state, model, canvas);
        }

        GraphScene scene() {
            return model.scene().orElseThrow();
        }

        Object ask(AccessibleAttribute attribute, Object... parameters) {
            return canvas.queryAccessibleAttribute(attribute, parameters);
        }

        List<Node> rows() {
            List<Node> rows = new ArrayList<>();
            for (int i = 0; i < (Integer) ask(AccessibleAttribute.ROW_COUNT); i++) {
                rows.add((Node) ask(AccessibleAttribute.ROW_AT_INDEX, i));
            }
            return rows;
        }
    }

    private static String text(Object row) {
        return (String) ((Node) row).queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }

    @Test
    void everyStageIsFollowedByTheGoodsThatItShows() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            List<Node> rows = shown.rows();

            int at = 0;
            for (int i = 0; i < shown.scene().picture().columns().size(); i++) {
                Column column = shown.scene().picture().columns().get(i);
                Node stage = rows.get(at++);
                assertThat(text(stage))
                        .startsWith(column.stage().name() + ", ")
                        .endsWith(column.hit() + " of " + column.total() + " hit");
                assertThat(stage.queryAccessibleAttribute(AccessibleAttribute.TREE_ITEM_COUNT))
                        .isEqualTo(column.shown());
                for (var place : shown.scene().picture().placesOf(i)) {
                    Node row = rows.get(at++);
                    assertThat(text(row)).isEqualTo(new NodeWords(shown.scene()).spoken(place.node()));
                    assertThat(row.queryAccessibleAttribute(AccessibleAttribute.TREE_ITEM_PARENT))
                            .isSameAs(stage);
                    assertThat(row.queryAccessibleAttribute(AccessibleAttribute.INDEX))
                            .isEqualTo(at - 1);
                }
            }
            assertThat(rows).hasSize(at);
        });
    }

    @Test
    void theTreeFollowsTheKeyboardAndTheWeek() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            GraphNode end = new KeyboardWalk(shown.scene()).start().orElseThrow();
            shown.model().select(end);
            shown.state().looking().setWeek(30);
            Object first = shown.ask(AccessibleAttribute.FOCUS_ITEM);
            assertThat(text(first))
                    .startsWith(end.name() + ", component, ")
                    .contains(" in week 30, first short in week ");

            GraphNode before = new KeyboardWalk(shown.scene()).left(end).orElseThrow();
            shown.model().select(before);
            shown.state().looking().setWeek(31);

            assertThat(text(shown.ask(AccessibleAttribute.FOCUS_ITEM)))
                    .startsWith(before.name() + ", component, ")
                    .contains(" in week 31, ")
                    .endsWith("on the binding chain");
            assertThat((List<?>) shown.ask(AccessibleAttribute.SELECTED_ITEMS)).hasSize(1);
        });
    }

    @Test
    void aRowCanBeChosenAndAStageMadeNarrow() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            Node stage = shown.rows().getFirst();
            Column column = shown.scene().picture().columns().getFirst();
            Node good = (Node) stage.queryAccessibleAttribute(AccessibleAttribute.TREE_ITEM_AT_INDEX, 0);

            good.executeAccessibleAction(AccessibleAction.FIRE);
            assertThat(shown.scene().selected())
                    .containsExactly(
                            shown.scene().picture().placesOf(0).getFirst().node());

            stage.executeAccessibleAction(AccessibleAction.FIRE);
            assertThat(shown.scene().picture().columns().getFirst().isOpen()).isNotEqualTo(column.isOpen());
            assertThat(text(shown.rows().getFirst())).contains("narrow column");
        });
    }

    @Test
    void nothingIsMadeUntilSomebodyAsks() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            assertThat(shown.canvas().tree().getChildrenUnmodifiable()).isEmpty();

            shown.ask(AccessibleAttribute.ROW_COUNT);

            assertThat(shown.canvas().tree().getChildrenUnmodifiable()).isNotEmpty();
        });
    }
}

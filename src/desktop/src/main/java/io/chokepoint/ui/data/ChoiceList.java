package io.chokepoint.ui.data;

import io.chokepoint.ui.data.Choices.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What can be chosen for the cell that is being typed, below it. The focus stays in the cell. */
final class ChoiceList extends ListView<Choice> {
    private static final double WIDTH = 340;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 8;

    private Consumer<Choice> onChosen = choice -> {};

    ChoiceList() {
        setId("grid-choices");
        getStyleClass().addAll("panel", "choice-list");
        setManaged(false);
        setVisible(false);
        setFocusTraversable(false);
        setFixedCellSize(ROW);
        setCellFactory(list -> new ChoiceCell());
        setOnMousePressed(event -> chosen().ifPresent(choice -> onChosen.accept(choice)));
    }

    /** Shows choices below a field; nothing where there are none. The list must stand in a pane around the field. */
    void show(Node field, List<Choice> choices, Consumer<Choice> chosen) {
        onChosen = chosen;
        getItems().setAll(choices);
        getSelectionModel().clearSelection();
        if (choices.isEmpty() || !(getParent() instanceof Pane pane)) {
            hide();
            return;
        }
        Bounds at = pane.sceneToLocal(field.localToScene(field.getLayoutBounds()));
        double height = Math.min(MOST_ROWS, choices.size()) * ROW + 4;
        boolean above = at.getMaxY() + height > pane.getHeight() && at.getMinY() > height;
        resizeRelocate(
                Math.clamp(at.getMinX(), 0, Math.max(0, pane.getWidth() - WIDTH)),
                above ? at.getMinY() - height - 2 : at.getMaxY() + 2,
                WIDTH,
                height);
        setVisible(true);
        toFront();
    }

    void hide() {
        setVisible(false);
    }

    boolean isOpen() {
        return isVisible();
    }

    void step(int by) {
        int size = getItems().size();
        int now = getSelectionModel().getSelectedIndex();
        int next = now < 0 ? (by > 0 ? 0 : size - 1) : Math.floorMod(now + by, size);
        getSelectionModel().clearAndSelect(next);
        scrollTo(Math.max(0, next - 3));
    }

    /** The one that is marked in the open list. */
    Optional<Choice> chosen() {
        return isOpen() ? Optional.ofNullable(getSelectionModel().getSelectedItem()) : Optional.empty();
    }

    private static final class ChoiceCell extends ListCell<Choice> {
        private final Label value = new Label();
        private final Label detail = new Label();
        private final HBox box = new HBox(8, value, detail);

        ChoiceCell() {
            detail.getStyleClass().add("muted");
            value.setMinWidth(Label.USE_PREF_SIZE);
            detail.setMinWidth(0);
            HBox.setHgrow(detail, Priority.ALWAYS);
            box.setMinWidth(0);
            box.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (choice != null) {
                value.setText(choice.value());
                detail.setText(choice.detail());
            }
            setGraphic(empty || choice == null ? null : box);
        }
    }
}

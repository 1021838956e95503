package io.chokepoint.ui.data;

import io.chokepoint.base.Problem;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The faults of the tables as they are edited, one a row; a click or Enter goes to the cell. */
final class FaultList extends ListView<Problem> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final double ROW = 26;
    private static final double WHERE = 250;

    FaultList(Consumer<Problem> goTo) {
        setId("grid-faults");
        getStyleClass().add("fault-list");
        setFixedCellSize(ROW);
        setPlaceholder(new Label(Texts.get("faults.none")));
        setCellFactory(list -> new Row());
        setOnMouseClicked(event -> chosen(goTo));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(goTo);
                event.consume();
            }
        });
    }

    private void chosen(Consumer<Problem> goTo) {
        Problem problem = getSelectionModel().getSelectedItem();
        if (problem != null) {
            goTo.accept(problem);
        }
    }

    void show(List<Problem> problems) {
        getItems().setAll(problems);
    }

    /** File, row and column of a fault, in a few words. */
    static String where(Problem problem) {
        return GridFaults.fileName(problem)
                + (problem.line() > 0 ? " " + problem.line() : "")
                + (problem.field().isEmpty() ? "" : ", " + problem.field());
    }

    private static final class Row extends ListCell<Problem> {
        private final Label where = new Label();
        private final Label what = new Label();
        private final HBox box = new HBox(10, where, what);

        Row() {
            where.setMinWidth(WHERE);
            where.setPrefWidth(WHERE);
            where.getStyleClass().add("fault-where");
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMinWidth(0);
            box.setPrefWidth(1);
            CommandControls.tooltipWhenNeeded(this, what::getText);
        }

        @Override
        protected void updateItem(@Nullable Problem problem, boolean empty) {
            super.updateItem(problem, empty);
            setTooltip(null);
            if (empty || problem == null) {
                setGraphic(null);
                return;
            }
            where.setText(where(problem));
            what.setText(problem.message());
            setAccessibleText(where.getText() + ": " + problem.message());
            pseudoClassStateChanged(WARNING, !problem.isError());
            setGraphic(box);
        }
    }
}

package io.chokepoint.ui.data;

import io.chokepoint.base.Problem;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
final class FaultList extends ListView<FaultRow> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass CAUSE = PseudoClass.getPseudoClass("cause");
    private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");
    private static final double ROW = 26;
    private static final double WHERE = 250;

    private final Set<String> open = new HashSet<>();
    private List<Problem> problems = List.of();

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
        FaultRow row = getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        row.problem().ifPresentOrElse(goTo, () -> {
            if (!open.remove(row.group())) {
                open.add(row.group());
            }
            int at = getSelectionModel().getSelectedIndex();
            show(problems);
            getSelectionModel().clearAndSelect(at);
        });
    }

    /** Causes of many first, then errors, then warnings. */
    void show(List<Problem> all) {
        problems = all;
        getItems().setAll(FaultRow.of(all, open));
    }

    private static final class Row extends ListCell<FaultRow> {
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
        protected void updateItem(@Nullable FaultRow row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            where.setText(row.where());
            what.setText(row.what());
            setAccessibleText(row.words());
            pseudoClassStateChanged(WARNING, !row.isError());
            pseudoClassStateChanged(CAUSE, row.isCause());
            pseudoClassStateChanged(WITHIN, !row.isCause() && !row.group().isEmpty());
            setGraphic(box);
        }
    }
}

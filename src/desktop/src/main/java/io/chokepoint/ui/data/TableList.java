package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The tables that a dataset has, and those that it could have; with rows, faults, and whether something is not saved. */
final class TableList extends ListView<TableSchema> {
    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");
    private static final double WIDTH = 176;
    private static final double ROW = 28;

    private EditedTables tables = new EditedTables(Map.of());
    private List<TableSchema> unsaved = List.of();
    private Map<String, Long> errors = Map.of();

    TableList(Consumer<TableSchema> onChosen) {
        setId("grid-tables");
        getStyleClass().add("table-list");
        setFixedCellSize(ROW);
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        getItems().setAll(Tables.all());
        setCellFactory(list -> new Row());
        getSelectionModel().selectedItemProperty().subscribe(table -> {
            if (table != null) {
                onChosen.accept(table);
            }
        });
    }

    /** @param faults number of errors by file name */
    void show(EditedTables now, List<TableSchema> notSaved, Map<String, Long> faults) {
        tables = now;
        unsaved = notSaved;
        errors = faults;
        refresh();
    }

    private final class Row extends ListCell<TableSchema> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final Label faults = new Label();
        private final HBox box = new HBox(6);

        Row() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            count.getStyleClass().add("muted");
            faults.getStyleClass().add("fault-count");
            box.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().setAll(name, faults, gap, count);
        }

        @Override
        protected void updateItem(@Nullable TableSchema table, boolean empty) {
            super.updateItem(table, empty);
            if (empty || table == null) {
                setGraphic(null);
                return;
            }
            boolean there = tables.has(table);
            name.setText(table.name() + (unsaved.contains(table) ? " •" : ""));
            count.setText(there ? Amounts.count(tables.text(table).size()) : Texts.get("grid.lacking"));
            long wrong = errors.getOrDefault(table.file(), 0L);
            faults.setText(wrong == 0 ? "" : Amounts.count(wrong));
            faults.setVisible(wrong > 0);
            faults.setManaged(wrong > 0);
            pseudoClassStateChanged(LACKING, !there);
            setGraphic(box);
            setAccessibleText(table.name() + ", " + count.getText()
                    + (wrong == 0 ? "" : ", " + Texts.count("faults.errors", wrong)));
            if (!there) {
                setTooltip(CommandControls.tooltip(Texts.get("grid.lacking.tip", table.file())));
            } else {
                setTooltip(null);
            }
        }
    }
}

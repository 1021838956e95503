package io.chokepoint.ui.data;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.util.converter.DefaultStringConverter;
import org.jspecify.annotations.Nullable;

/** The cells of a file, to be looked at and changed; one of them may be marked. */
final class FileTable extends TableView<Integer> {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double NUMBER = 56;
    private static final double CELL = 130;
    private static final double TEXT = 740;

    private final FileText text;
    private final int faultyRow;
    private final int faultyColumn;

    /**
     * @param faultyRow the row that is marked; −1 for none
     * @param faultyColumn the column of its marked cell; −1 for the whole row
     * @param onChange told of a cell that the user has changed, after it has been
     */
    FileTable(FileText text, int faultyRow, int faultyColumn, BiConsumer<Integer, Integer> onChange) {
        this.text = text;
        this.faultyRow = faultyRow;
        this.faultyColumn = faultyColumn;
        setId("file-table");
        getStyleClass().addAll("dense", "file-table");
        setEditable(true);
        getSelectionModel().setCellSelectionEnabled(true);
        int first = text.isTable() ? 1 : 0;
        setItems(FXCollections.observableArrayList(
                IntStream.range(first, text.size()).boxed().toList()));
        TableColumn<Integer, Integer> line = new TableColumn<>();
        line.setGraphic(new Label(Texts.get("file.edit.line")));
        line.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.line(cell.getValue())));
        line.setPrefWidth(NUMBER);
        line.setSortable(false);
        line.setEditable(false);
        getColumns().add(line);
        for (int column = 0; column < text.columns(); column++) {
            getColumns().add(column(column, onChange));
        }
    }

    private TableColumn<Integer, String> column(int index, BiConsumer<Integer, Integer> onChange) {
        String name = text.isTable() ? text.value(0, index) : Texts.get("file.edit.text");
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setGraphic(new Label(name));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(text.isTable() ? CELL : TEXT);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.value(cell.getValue(), index)));
        column.setCellFactory(of -> new Cell(index));
        column.setOnEditCommit(event -> {
            int row = event.getRowValue();
            text.set(row, index, event.getNewValue());
            onChange.accept(row, index);
            refresh();
        });
        return column;
    }

    /** Brings the marked cell into sight and puts the focus there. */
    void showFault() {
        int at = getItems().indexOf(faultyRow);
        if (at < 0) {
            return;
        }
        TableColumn<Integer, ?> column = getColumns().get(Math.max(0, faultyColumn) + 1);
        scrollTo(Math.max(0, at - 3));
        scrollToColumn(column);
        getSelectionModel().clearAndSelect(at, column);
        getFocusModel().focus(new TablePosition<>(this, at, column));
        requestFocus();
    }

    private final class Cell extends TextFieldTableCell<Integer, String> {
        private final int column;

        Cell(int column) {
            super(new DefaultStringConverter());
            this.column = column;
        }

        @Override
        public void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            Integer row = getTableRow() == null ? null : getTableRow().getItem();
            boolean marked = !empty && row != null && row == faultyRow && (faultyColumn < 0 || faultyColumn == column);
            pseudoClassStateChanged(FAULTY, marked);
            setTooltip(empty || value == null || value.isEmpty() ? null : CommandControls.tooltip(value));
        }
    }
}

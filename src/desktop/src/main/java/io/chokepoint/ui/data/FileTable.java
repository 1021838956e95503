package io.chokepoint.ui.data;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
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

/** The lines of a file, to be looked at and changed; one of them may be marked. */
final class FileTable extends TableView<Integer> {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final double NUMBER = 56;
    private static final double TEXT = 740;

    private final int faultyLine;

    /**
     * @param faultyLine the line that is marked, from 0; −1 for none
     * @param onChange told that the user has changed a line, after it has been
     */
    FileTable(FileText text, int faultyLine, Runnable onChange) {
        this.faultyLine = faultyLine;
        setId("file-table");
        getStyleClass().addAll("dense", "file-table");
        setEditable(true);
        getSelectionModel().setCellSelectionEnabled(true);
        setItems(FXCollections.observableArrayList(
                IntStream.range(0, text.size()).boxed().toList()));
        TableColumn<Integer, Integer> number = new TableColumn<>();
        number.setGraphic(new Label(Texts.get("file.edit.line")));
        number.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue() + 1));
        number.setPrefWidth(NUMBER);
        number.setSortable(false);
        number.setEditable(false);
        TableColumn<Integer, String> line = new TableColumn<>();
        line.setGraphic(new Label(Texts.get("file.edit.text")));
        line.setSortable(false);
        line.setReorderable(false);
        line.setPrefWidth(TEXT);
        line.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.line(cell.getValue())));
        line.setCellFactory(of -> new Cell());
        line.setOnEditCommit(event -> {
            text.set(event.getRowValue(), event.getNewValue());
            onChange.run();
            refresh();
        });
        getColumns().add(number);
        getColumns().add(line);
    }

    /** Brings the marked line into sight and puts the focus there. */
    void showFault() {
        if (faultyLine < 0 || faultyLine >= getItems().size()) {
            return;
        }
        TableColumn<Integer, ?> column = getColumns().getLast();
        scrollTo(Math.max(0, faultyLine - 3));
        scrollToColumn(column);
        getSelectionModel().clearAndSelect(faultyLine, column);
        getFocusModel().focus(new TablePosition<>(this, faultyLine, column));
        requestFocus();
    }

    private final class Cell extends TextFieldTableCell<Integer, String> {
        Cell() {
            super(new DefaultStringConverter());
        }

        @Override
        public void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            Integer row = getTableRow() == null ? null : getTableRow().getItem();
            pseudoClassStateChanged(FAULTY, !empty && row != null && row == faultyLine);
            setTooltip(empty || value == null || value.isEmpty() ? null : CommandControls.tooltip(value));
        }
    }
}

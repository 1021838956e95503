package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableSchema.Column;
import io.chokepoint.data.TableSchema.Presence;
import io.chokepoint.data.TableSchema.Type;
import io.chokepoint.data.TableText;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * One table of a dataset as a grid: its row numbers, the columns of its file in their order, then those that its schema has besides. Rows
 * and columns that are out of sight cost nothing.
 */
final class TableGrid extends TableView<Integer> {
    private static final double NUMBER = 58;
    private static final double FIGURE = 84;
    private static final double WORD = 150;
    private static final double SENTENCE = 260;
    private static final double ROW = 28;

    /** What the grid asks and tells while it is used. */
    interface Host {
        /** What is wrong with a cell, an empty column meaning the row. */
        Optional<Fault> fault(int row, String column);

        /** A cell was changed by typing. */
        void changed(int row, int column, String value);

        /** A row was changed as it stands in the file. */
        void rewritten(int row, String raw);

        Choices choices();

        boolean isReadOnly();
    }

    /** @param error whether it keeps the dataset from being run */
    record Fault(String message, boolean error) {}

    private final Host host;
    private final ChoiceList choiceList;
    private final RowIndices rows = new RowIndices();
    private TableSchema schema;
    private TableText text;
    private List<String> names = List.of();

    TableGrid(Host host, ChoiceList choiceList, TableSchema schema, TableText text) {
        this.host = host;
        this.choiceList = choiceList;
        this.schema = schema;
        this.text = text;
        setId("grid");
        getStyleClass().addAll("dense", "file-table", "grid");
        setFixedCellSize(ROW);
        setEditable(true);
        setItems(rows);
        getSelectionModel().setCellSelectionEnabled(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(new Label(Texts.get("grid.empty")));
        show(schema, text);
    }

    TableSchema schema() {
        return schema;
    }

    TableText text() {
        return text;
    }

    ChoiceList choiceList() {
        return choiceList;
    }

    Host host() {
        return host;
    }

    /** Shows a table, or the same one as it has become. */
    void show(TableSchema table, TableText now) {
        List<String> wanted = new ArrayList<>(now.columns());
        table.columnNames().stream().filter(name -> !wanted.contains(name)).forEach(wanted::add);
        boolean other = !table.equals(schema) || !wanted.equals(names);
        schema = table;
        text = now;
        if (other) {
            names = List.copyOf(wanted);
            getSelectionModel().clearSelection();
            rows.resize(0);
            getColumns().setAll(columns());
        }
        rows.resize(now.size());
        refresh();
    }

    private List<TableColumn<Integer, String>> columns() {
        List<TableColumn<Integer, String>> all = new ArrayList<>();
        TableColumn<Integer, String> number = new TableColumn<>();
        number.setGraphic(new Label(Texts.get("grid.row")));
        number.setPrefWidth(NUMBER);
        number.setSortable(false);
        number.setReorderable(false);
        number.setEditable(false);
        number.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Amounts.count(cell.getValue() + 1)));
        number.setCellFactory(column -> new NumberCell());
        all.add(number);
        for (int i = 0; i < names.size(); i++) {
            all.add(column(i));
        }
        return all;
    }

    private TableColumn<Integer, String> column(int index) {
        String name = names.get(index);
        Optional<Column> known = columnOf(index);
        boolean needed = known.filter(c -> c.presence() == Presence.REQUIRED).isPresent();
        Label head = new Label(name);
        head.getStyleClass().add(needed ? "strong" : known.isPresent() ? "optional" : "unknown");
        head.setTooltip(CommandControls.tooltip(tip(name, known)));
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setGraphic(head);
        column.setId("column-" + name);
        column.setSortable(false);
        column.setReorderable(false);
        boolean figure = known.filter(c -> c.type() != Type.TEXT).isPresent();
        if (figure) {
            column.getStyleClass().add("number");
        }
        column.setPrefWidth(Math.max(name.length() * 8 + 20, figure ? FIGURE : isSentence(name) ? SENTENCE : WORD));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value(cell.getValue(), index)));
        column.setCellFactory(of -> new GridCell(this, index, figure));
        return column;
    }

    private static boolean isSentence(String column) {
        return List.of("note", "description", "evidence", "claim", "title", "role", "article")
                .contains(column);
    }

    private static String tip(String name, Optional<Column> known) {
        return known.map(column -> name + ": " + column.expected() + "\n"
                        + Texts.get(
                                column.presence() == Presence.REQUIRED ? "grid.column.needed" : "grid.column.optional"))
                .orElseGet(() -> Texts.get("grid.column.unknown", name));
    }

    private String value(int row, int column) {
        return row < text.size() ? text.value(row, column) : "";
    }

    /** The schema's column at a place; empty for one that the program does not know. */
    Optional<Column> columnOf(int index) {
        return index < 0 || index >= names.size()
                ? Optional.empty()
                : schema.columns().stream()
                        .filter(column -> column.name().equals(names.get(index)))
                        .findFirst();
    }

    /** The name of a column by its place, that of the row numbers being −1. */
    String nameOf(int index) {
        return index < 0 || index >= names.size() ? "" : names.get(index);
    }

    List<String> names() {
        return names;
    }

    /** The column in which the focus is; −1 for the row numbers and where there is none. */
    int focusedColumn() {
        TablePosition<Integer, ?> focus = getFocusModel().getFocusedCell();
        return focus == null || focus.getTableColumn() == null ? -1 : focus.getColumn() - 1;
    }

    /** The row in which the focus is; −1 where there is none. */
    int focusedRow() {
        TablePosition<Integer, ?> focus = getFocusModel().getFocusedCell();
        return focus == null || focus.getRow() >= text.size() ? -1 : focus.getRow();
    }

    /** What is selected, as one block. */
    record Block(int row, int rows, int column, int columns) {}

    /** The block around all selected cells; whole rows where a row number is among them; empty where nothing is selected. */
    Optional<Block> selectedBlock() {
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        int left = Integer.MAX_VALUE;
        int right = -2;
        for (TablePosition<?, ?> cell : getSelectionModel().getSelectedCells()) {
            top = Math.min(top, cell.getRow());
            bottom = Math.max(bottom, cell.getRow());
            left = Math.min(left, cell.getColumn() - 1);
            right = Math.max(right, cell.getColumn() - 1);
        }
        if (bottom < 0 || bottom >= text.size()) {
            return Optional.empty();
        }
        return Optional.of(
                left < 0
                        ? new Block(top, bottom - top + 1, 0, names.size())
                        : new Block(top, bottom - top + 1, left, right - left + 1));
    }

    /** Rows in which a cell is selected. */
    TreeSet<Integer> selectedRows() {
        TreeSet<Integer> some = new TreeSet<>();
        for (TablePosition<?, ?> cell : getSelectionModel().getSelectedCells()) {
            if (cell.getRow() < text.size()) {
                some.add(cell.getRow());
            }
        }
        return some;
    }

    /** Brings a cell into sight, selects it and gives it the focus. @param column −1 for the row number */
    void goTo(int row, int column) {
        if (row < 0 || row >= text.size()) {
            return;
        }
        TableColumn<Integer, ?> at =
                getColumns().get(Math.clamp(column + 1, 0, getColumns().size() - 1));
        scrollTo(Math.max(0, row - 4));
        scrollToColumn(at);
        getSelectionModel().clearAndSelect(row, at);
        getFocusModel().focus(new TablePosition<>(this, row, at));
    }

    /** Selects a block of cells. */
    void select(Block block) {
        int right = Math.min(block.column() + block.columns(), names.size());
        goTo(block.row(), block.column());
        getSelectionModel()
                .selectRange(
                        block.row(),
                        getColumns().get(block.column() + 1),
                        Math.min(text.size(), block.row() + block.rows()) - 1,
                        getColumns().get(Math.max(block.column() + 1, right)));
    }

    /** Moves the focus after a cell was edited. */
    void move(int row, int column) {
        int to = Math.clamp(column, 0, names.size() - 1);
        if (row >= 0 && row < text.size()) {
            TableColumn<Integer, ?> at = getColumns().get(to + 1);
            getSelectionModel().clearAndSelect(row, at);
            getFocusModel().focus(new TablePosition<>(this, row, at));
            scrollToColumn(at);
        }
        requestFocus();
    }

    /** Starts to change the cell that has the focus. @param typed replaces what it says; null to go on with that */
    void editFocused(@Nullable String typed) {
        int row = focusedRow();
        int column = focusedColumn();
        if (row < 0 || column < 0 || host.isReadOnly()) {
            return;
        }
        // Somebody may have scrolled away from it; only a cell that is there can be changed.
        scrollToColumn(getColumns().get(column + 1));
        layout();
        GridCell.startingWith = typed;
        edit(row, getColumns().get(column + 1));
        GridCell.startingWith = null;
    }

    private final class NumberCell extends TableCell<Integer, String> {
        NumberCell() {
            getStyleClass().add("row-number");
        }

        @Override
        protected void updateItem(@Nullable String value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty ? null : value);
            Function<Integer, Optional<Fault>> whole = row -> host.fault(row, "");
            Integer row = empty || getTableRow() == null ? null : getTableRow().getItem();
            GridCell.mark(this, row == null ? Optional.empty() : whole.apply(row));
        }
    }
}

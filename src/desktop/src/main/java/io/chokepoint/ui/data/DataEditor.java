package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import io.chokepoint.data.ClipboardCells;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.TableGrid.Block;
import io.chokepoint.ui.data.TableGrid.Fault;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.UiContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tables, grid, the row beside it and the faults below: everything of the editor that is about cells. */
final class DataEditor extends BorderPane implements TableGrid.Host {
    private static final double SIDE = 264;
    private static final double FAULTS = 132;

    private final UiContext context;
    private final EditorViewModel model;
    private final Choices choices;
    private final ChoiceList choiceList = new ChoiceList();
    private final TableGrid grid;
    private final TableList list;
    private final RowPanel side;
    private final FaultList faultList;
    private final Label about = new Label();
    private final Label counts = new Label();
    private final TextField find = new TextField();
    /** By file, the cell that had the focus when another table was chosen. */
    private final Map<String, int[]> left = new HashMap<>();

    private GridFaults faults = GridFaults.NONE;
    private @Nullable EditedTables shown;

    DataEditor(UiContext context, EditorViewModel model) {
        this.context = context;
        this.model = model;
        choices = new Choices(model::tables);
        grid = new TableGrid(this, choiceList, Tables.GOODS, model.tables().text(Tables.GOODS));
        side = new RowPanel(context.openLink());
        list = new TableList(this::choose);
        faultList = new FaultList(this::goTo);
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        faultList.setPrefHeight(FAULTS);
        faultList.setMinHeight(FAULTS);
        StackPane around = new StackPane(grid, choiceList);
        VBox.setVgrow(around, Priority.ALWAYS);
        setCenter(new VBox(tools(), around));
        VBox.setVgrow(list, Priority.ALWAYS);
        setLeft(new VBox(list, forms()));
        setRight(side);
        counts.getStyleClass().addAll("label-small", "fault-counts");
        counts.setId("grid-counts");
        counts.setMaxWidth(Double.MAX_VALUE);
        setBottom(new VBox(counts, faultList));
        grid.getFocusModel().focusedCellProperty().subscribe(unused -> showRow());
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        grid.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        list.getSelectionModel().select(Tables.GOODS);
        model.tablesProperty().subscribe(now -> tablesChanged());
        model.checkedProperty().subscribe(checked -> {
            faults = checked == null ? GridFaults.NONE : new GridFaults(checked);
            faultList.show(checked == null ? List.of() : checked.problems());
            grid.refresh();
            showRow();
            showList();
        });
        model.checkingProperty().subscribe(unused -> showCounts());
    }

    TableGrid grid() {
        return grid;
    }

    private HBox tools() {
        about.setMinWidth(0);
        about.getStyleClass().add("muted");
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        find.setId("grid-find");
        find.setPromptText(Texts.get("grid.find"));
        find.setAccessibleText(Texts.get("grid.find"));
        find.getStyleClass().add(OverlayHost.OWN_ESCAPE);
        find.setPrefColumnCount(12);
        find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                findNext(!event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                grid.requestFocus();
                event.consume();
            }
        });
        Button add = button("grid.addRow", "grid-add", "mdal-add", this::addRow);
        Button remove = button("grid.deleteRows", "grid-delete", "mdal-delete", this::deleteRows);
        HBox tools = new HBox(8, about, find, add, remove);
        tools.getStyleClass().add("grid-tools");
        return tools;
    }

    private VBox forms() {
        VBox forms = new VBox(
                6,
                button("form.good", "grid-add-good", "mdal-add_box", () -> addGood()),
                button("form.maker", "grid-add-maker", "mdal-add_business", () -> addMaker()));
        forms.getChildren().forEach(node -> ((Button) node).setMaxWidth(Double.MAX_VALUE));
        forms.getStyleClass().add("grid-forms");
        return forms;
    }

    /** The short form for a good. */
    void addGood() {
        new AddGoodForm(context.overlays(), model, choices).open();
    }

    /** The short form for a maker. */
    void addMaker() {
        new AddMakerForm(context.overlays(), model, choices).open();
    }

    private Button button(String key, String id, String icon, Runnable action) {
        Button button = new Button(Texts.get(key), CommandControls.icon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(CommandControls.tooltip(Texts.get(key + ".tip")));
        button.setOnAction(event -> action.run());
        button.setDisable(isReadOnly());
        return button;
    }

    @Override
    public Optional<Fault> fault(int row, String column) {
        return faults.at(grid.schema(), grid.text(), row, column);
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public boolean isReadOnly() {
        return model.isReadOnly();
    }

    @Override
    public void changed(int row, int column, String value) {
        String step = Texts.get(
                "grid.step.cell", grid.nameOf(column), RowPanel.nameOf(grid.schema(), grid.text(), row));
        model.change(step, grid.schema(), text -> withColumns(text, column + 1).set(row, column, value));
    }

    @Override
    public void rewritten(int row, String raw) {
        model.change(
                Texts.get("grid.step.row", Amounts.count(row + 1)),
                grid.schema(),
                text -> raw.isBlank() ? text.remove(List.of(row)) : text.withRaw(row, raw));
    }

    /** With those of the schema that a file lacks so far, up to a place. */
    private TableText withColumns(TableText text, int width) {
        TableText wide = text;
        for (int column = text.columns().size(); column < Math.min(width, grid.names().size()); column++) {
            wide = wide.withColumn(grid.nameOf(column));
        }
        return wide;
    }

    private void choose(TableSchema table) {
        if (table.equals(grid.schema())) {
            return;
        }
        left.put(grid.schema().file(), new int[] {grid.focusedRow(), grid.focusedColumn()});
        grid.show(table, model.tables().text(table));
        int[] before = left.getOrDefault(table.file(), new int[] {0, 0});
        grid.goTo(Math.max(0, before[0]), before[1]);
        showRow();
        showList();
    }

    private void tablesChanged() {
        EditedTables now = model.tables();
        EditedTables before = shown;
        shown = now;
        TableSchema table = grid.schema();
        TableText old = grid.text();
        if (before != null && before.text(table) == now.text(table)) {
            // Undo and redo lead to where something changes.
            now.changed(before).stream().findFirst().ifPresent(other -> list.getSelectionModel().select(other));
        } else {
            int row = Math.max(0, grid.focusedRow());
            int column = grid.focusedColumn();
            grid.show(table, now.text(table));
            int changed = firstDifference(old, now.text(table));
            if (before != null && (row >= now.text(table).size() || !isInSight(changed))) {
                grid.goTo(Math.min(changed, now.text(table).size() - 1), column);
            }
        }
        showRow();
        showList();
    }

    private boolean isInSight(int row) {
        return grid.lookupAll(".table-row-cell").stream()
                .anyMatch(node -> node instanceof TableRow<?> shownRow
                        && shownRow.getIndex() == row
                        && shownRow.isVisible());
    }

    private static int firstDifference(TableText one, TableText other) {
        int row = 0;
        while (row < Math.min(one.size(), other.size()) && one.hasSameRow(row, other, row)) {
            row++;
        }
        return row;
    }

    private void showRow() {
        side.show(grid, grid.focusedRow(), grid.focusedColumn(), model.tables());
    }

    private void showList() {
        list.show(model.tables(), model.unsavedTables(), faults.errors());
        TableSchema table = grid.schema();
        about.setText(table.file() + " · "
                + Texts.get("grid.key", String.join(" × ", table.key())));
        showCounts();
    }

    private void showCounts() {
        EditorViewModel.Checked checked = model.checkedProperty().get();
        String found = checked == null
                ? ""
                : Texts.count("faults.errors", checked.errors()) + ", "
                        + Texts.count("faults.warnings", checked.problems().size() - checked.errors());
        counts.setText(
                model.checkingProperty().get()
                        ? found + (found.isEmpty() ? "" : " · ") + Texts.get("grid.checking")
                        : found);
    }

    /** Shows a cell of a table and gives it the focus. @param line of the file as it is edited; 0 for its first row */
    void goTo(String file, int line, String column) {
        Tables.ofFile(file).ifPresent(table -> {
            list.getSelectionModel().select(table);
            list.scrollTo(table);
            int row = line <= 0 ? 0 : grid.text().rowOfLine(line);
            grid.goTo(Math.max(0, row), grid.names().indexOf(column));
            grid.requestFocus();
        });
    }

    private void goTo(Problem problem) {
        String file = GridFaults.fileName(problem);
        Optional<TableSchema> table = Tables.ofFile(file);
        if (table.isEmpty()) {
            context.overlays().say(Texts.get("grid.noTable", file));
            return;
        }
        list.getSelectionModel().select(table.get());
        int row = faults.rowOf(table.get(), problem);
        grid.goTo(Math.max(0, row), grid.names().indexOf(problem.field()));
        grid.requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean shortcut = event.isShortcutDown();
        Runnable action = switch (event.getCode()) {
            case C -> shortcut ? this::copy : null;
            case X -> shortcut ? this::cut : null;
            case V -> shortcut ? this::paste : null;
            case DELETE, BACK_SPACE -> shortcut ? this::deleteRows : this::clear;
            case MINUS, SUBTRACT -> shortcut ? this::deleteRows : null;
            case INSERT -> this::addRow;
            case ENTER -> shortcut ? this::addRow : () -> grid.editFocused(null);
            case F2 -> () -> grid.editFocused(null);
            case F3 -> () -> findNext(!event.isShiftDown());
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (!(event.getTarget() instanceof TextInputControl)
                && !event.isShortcutDown()
                && !event.isAltDown()
                && !typed.isEmpty()
                && typed.charAt(0) > ' '
                && typed.charAt(0) != '\u007F') {
            grid.editFocused(typed);
            event.consume();
        }
    }

    private void copy() {
        grid.selectedBlock().ifPresent(block -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(ClipboardCells.write(IntStream.range(block.row(), block.row() + block.rows())
                    .mapToObj(row -> IntStream.range(block.column(), block.column() + block.columns())
                            .mapToObj(column -> grid.text().value(row, column))
                            .toList())));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void cut() {
        copy();
        clear();
    }

    private void paste() {
        String copied = Clipboard.getSystemClipboard().getString();
        if (copied != null && !copied.isEmpty()) {
            paste(copied);
        }
    }

    /** Puts what a spreadsheet copied where the selection begins; a single cell goes into all that are selected. */
    void paste(String copied) {
        List<List<String>> cells = ClipboardCells.read(copied);
        Optional<Block> selected = grid.selectedBlock();
        if (isReadOnly() || cells.isEmpty()) {
            return;
        }
        int row = selected.map(Block::row).orElse(grid.text().size());
        int column = selected.map(Block::column).orElse(0);
        boolean one = cells.size() == 1 && cells.getFirst().size() == 1;
        List<List<String>> block = one && selected.isPresent()
                ? Collections.nCopies(
                        selected.get().rows(),
                        Collections.nCopies(selected.get().columns(), cells.getFirst().getFirst()))
                : cells;
        GridPaste paste = GridPaste.of(block, grid.names(), column);
        model.change(
                Texts.get("grid.step.paste", Amounts.count(paste.rows().size())),
                grid.schema(),
                text -> paste.into(withColumns(text, paste.width()), row));
        if (paste.leftOut() > 0) {
            context.overlays().say(Texts.count("grid.pasteLeftOut", paste.leftOut()));
        }
        grid.select(new Block(row, paste.rows().size(), paste.column(), paste.width() - paste.column()));
    }

    private void clear() {
        grid.selectedBlock().ifPresent(block -> {
            List<List<String>> empty = Collections.nCopies(
                    block.rows(), Collections.nCopies(Math.min(block.columns(), grid.text().columns().size() - block.column()), ""));
            model.change(
                    Texts.get("grid.step.clear"), grid.schema(), text -> text.setAll(block.row(), block.column(), empty));
            grid.select(block);
        });
    }

    /** Below the row with the focus, at the end where there is none. */
    private void addRow() {
        int row = grid.focusedRow() < 0 ? grid.text().size() : grid.focusedRow() + 1;
        model.change(
                Texts.get("grid.step.add", grid.schema().file()),
                grid.schema(),
                text -> text.insert(row, List.of(List.of(""))));
        grid.goTo(row, 0);
        grid.requestFocus();
    }

    private void deleteRows() {
        TreeSet<Integer> rows = grid.selectedRows();
        if (rows.isEmpty()) {
            return;
        }
        int column = grid.focusedColumn();
        model.change(
                Texts.count("grid.step.delete", rows.size()), grid.schema(), text -> text.remove(rows));
        grid.goTo(Math.min(rows.first(), grid.text().size() - 1), column);
        grid.requestFocus();
    }

    void startFind() {
        find.requestFocus();
        find.selectAll();
    }

    /** Goes to the next cell, around the end, that holds what is looked for. */
    private void findNext(boolean forward) {
        String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
        TableText text = grid.text();
        int size = text.size();
        if (wanted.isEmpty() || size == 0) {
            return;
        }
        int row = Math.max(0, grid.focusedRow());
        int column = grid.focusedColumn();
        for (int step = 0; step <= size; step++) {
            int at = Math.floorMod(forward ? row + step : row - step, size);
            List<String> values = text.values(at);
            int found = -1;
            for (int c = 0; c < Math.min(values.size(), grid.names().size()); c++) {
                boolean beyond = step > 0 || (forward ? c > column : c < column);
                if (beyond
                        && values.get(c).toLowerCase(Locale.ROOT).contains(wanted)
                        && (found < 0 || !forward)) {
                    found = c;
                }
            }
            if (found >= 0) {
                grid.goTo(at, found);
                return;
            }
        }
        context.overlays().say(Texts.get("grid.notFound", find.getText()));
    }
}

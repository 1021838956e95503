package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.ClipboardCells;
import io.chokepoint.data.TableText;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.TableGrid.Block;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;

/** What keys and buttons do to the cells of a grid: copy, paste, clear, rows more or fewer, find. Each change is one step of undo. */
final class GridActions {
    /** Rows beyond which the toolkit takes too long to select all cells. */
    private static final int MOST_SELECTED = 5_000;

    private final TableGrid grid;
    private final EditorViewModel model;
    private final Consumer<String> say;
    private final Consumer<Boolean> findAgain;

    /**
     * @param say says something in passing
     * @param findAgain looks for the same again; true is onwards
     */
    GridActions(TableGrid grid, EditorViewModel model, Consumer<String> say, Consumer<Boolean> findAgain) {
        this.grid = grid;
        this.model = model;
        this.say = say;
        this.findAgain = findAgain;
    }

    void key(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        boolean shortcut = event.isShortcutDown();
        Runnable action = switch (event.getCode()) {
            case C -> shortcut ? this::copy : null;
            case X -> shortcut ? this::cut : null;
            case V -> shortcut ? this::paste : null;
            case A -> shortcut && grid.text().size() > MOST_SELECTED ? this::tooMany : null;
            case DELETE -> shortcut ? this::deleteRows : this::clear;
            case BACK_SPACE -> this::clear;
            case MINUS, SUBTRACT -> shortcut ? this::deleteRows : null;
            case INSERT -> this::addRow;
            case ENTER -> shortcut ? this::addRow : () -> grid.editFocused(null);
            case F2 -> () -> grid.editFocused(null);
            case F3 -> () -> findAgain.accept(!event.isShiftDown());
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    void typed(KeyEvent event) {
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

    private void tooMany() {
        say.accept(Texts.get("grid.tooMany", Amounts.count(MOST_SELECTED)));
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
        if (grid.host().isReadOnly() || cells.isEmpty()) {
            return;
        }
        int row = selected.map(Block::row).orElse(grid.text().size());
        int column = selected.map(Block::column).orElse(0);
        boolean one = cells.size() == 1 && cells.getFirst().size() == 1;
        List<List<String>> block = one && selected.isPresent()
                ? Collections.nCopies(
                        selected.get().rows(),
                        Collections.nCopies(
                                selected.get().columns(), cells.getFirst().getFirst()))
                : cells;
        GridPaste paste = GridPaste.of(block, grid.names(), column);
        model.change(
                Texts.get("grid.step.paste", Amounts.count(paste.rows().size())),
                grid.schema(),
                text -> paste.into(withColumns(text, paste.width()), row));
        if (paste.leftOut() > 0) {
            say.accept(Texts.count("grid.pasteLeftOut", paste.leftOut()));
        }
        grid.select(new Block(row, paste.rows().size(), paste.column(), paste.width() - paste.column()));
    }

    private void clear() {
        grid.selectedBlock().ifPresent(block -> {
            List<List<String>> empty = Collections.nCopies(
                    block.rows(),
                    Collections.nCopies(
                            Math.min(block.columns(), grid.text().columns().size() - block.column()), ""));
            model.change(
                    Texts.get("grid.step.clear"),
                    grid.schema(),
                    text -> text.setAll(block.row(), block.column(), empty));
            grid.select(block);
        });
    }

    /** Below the row with the focus, at the end where there is none. */
    void addRow() {
        int row = grid.focusedRow() < 0 ? grid.text().size() : grid.focusedRow() + 1;
        model.change(
                Texts.get("grid.step.add", grid.schema().file()),
                grid.schema(),
                text -> text.insert(row, List.of(List.of(""))));
        grid.goTo(row, 0);
        grid.requestFocus();
    }

    void deleteRows() {
        TreeSet<Integer> rows = grid.selectedRows();
        if (rows.isEmpty()) {
            return;
        }
        int column = grid.focusedColumn();
        model.change(Texts.count("grid.step.delete", rows.size()), grid.schema(), text -> text.remove(rows));
        grid.goTo(Math.min(rows.first(), grid.text().size() - 1), column);
        grid.requestFocus();
    }

    /** With those of the schema that a file lacks so far, up to a place. */
    TableText withColumns(TableText text, int width) {
        TableText wide = text;
        for (int column = text.columns().size();
                column < Math.min(width, grid.names().size());
                column++) {
            wide = wide.withColumn(grid.nameOf(column));
        }
        return wide;
    }

    /** Goes to the next cell, around the end, that holds what is looked for. */
    void findNext(String text, boolean forward) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        TableText table = grid.text();
        int size = table.size();
        if (wanted.isEmpty() || size == 0) {
            return;
        }
        int row = Math.max(0, grid.focusedRow());
        int column = grid.focusedColumn();
        for (int step = 0; step <= size; step++) {
            int at = Math.floorMod(forward ? row + step : row - step, size);
            if (!table.mayHold(at, wanted)) {
                continue;
            }
            List<String> values = table.values(at);
            int found = -1;
            for (int c = 0; c < Math.min(values.size(), grid.names().size()); c++) {
                boolean beyond = step > 0 || (forward ? c > column : c < column);
                if (beyond && values.get(c).toLowerCase(Locale.ROOT).contains(wanted) && (found < 0 || !forward)) {
                    found = c;
                }
            }
            if (found >= 0) {
                grid.goTo(at, found);
                return;
            }
        }
        say.accept(Texts.get("grid.notFound", text));
    }
}

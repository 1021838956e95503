package io.chokepoint.ui.data;

import io.chokepoint.data.CellCheck;
import io.chokepoint.data.TableSchema.Column;
import io.chokepoint.ui.data.TableGrid.Fault;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.OverlayHost;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** One cell of a grid. However changing it ends, what was typed counts; only Esc lets go of it. */
final class GridCell extends TableCell<Integer, String> {
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final PseudoClass TYPING = PseudoClass.getPseudoClass("typing");

    /** Beyond so many letters a text may be cut, and is shown whole beside the pointer. */
    private static final int SHORT = 12;

    /** What the next cell to be changed starts with; the toolkit's own way into editing has no room for it. */
    static @Nullable String startingWith;

    private final TableGrid grid;
    private final int column;
    private @Nullable TextField field;
    private int row = -1;
    private boolean letGo;

    /** @param figure whether it holds a number */
    GridCell(TableGrid grid, int column, boolean figure) {
        this.grid = grid;
        this.column = column;
        setAlignment(figure ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        // What may be cut is shown whole, once the pointer comes.
        addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            if (getTooltip() == null && getItem() != null && getItem().length() > SHORT) {
                setTooltip(CommandControls.tooltip(getItem()));
            }
        });
    }

    @Override
    public void updateItem(@Nullable String value, boolean empty) {
        super.updateItem(value, empty);
        if (isEditing() && field != null) {
            return;
        }
        setText(empty ? null : value == null ? "" : value.replaceAll("\\R", " "));
        Integer at = empty || getTableRow() == null ? null : getTableRow().getItem();
        Optional<Fault> fault = at == null ? Optional.empty() : grid.host().fault(at, grid.nameOf(column));
        mark(this, fault);
        if (fault.isEmpty()) {
            setTooltip(null);
        }
    }

    /** Shows that something is wrong, and what. */
    static void mark(TableCell<?, ?> cell, Optional<Fault> fault) {
        cell.pseudoClassStateChanged(FAULTY, fault.filter(Fault::error).isPresent());
        cell.pseudoClassStateChanged(DOUBTFUL, fault.filter(f -> !f.error()).isPresent());
        fault.ifPresent(what -> cell.setTooltip(CommandControls.tooltip(what.message())));
    }

    @Override
    public void startEdit() {
        if (grid.host().isReadOnly()) {
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        row = getIndex();
        letGo = false;
        String start = startingWith;
        TextField text = new TextField(start == null ? (getItem() == null ? "" : getItem()) : start);
        text.setId("grid-field");
        text.getStyleClass().addAll("grid-field", OverlayHost.OWN_ESCAPE);
        text.setAlignment(getAlignment());
        field = text;
        setGraphic(text);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        pseudoClassStateChanged(TYPING, true);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.textProperty().subscribe(this::typed);
        text.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                finish();
            }
        });
        text.requestFocus();
        if (start == null) {
            text.selectAll();
        } else {
            text.end();
        }
    }

    private void typed(String now) {
        TextField text = field;
        if (text == null) {
            return;
        }
        text.pseudoClassStateChanged(
                FAULTY, CellCheck.fault(grid.schema(), grid.nameOf(column), now).isPresent());
        Optional<Column> known = grid.columnOf(column);
        if (known.isPresent() && Choices.isOffered(known.get())) {
            grid.choiceList()
                    .show(
                            text,
                            grid.host().choices().matching(grid.schema(), known.get(), segment(now)),
                            chosen -> take(chosen.value()));
        }
    }

    /** Of a list the value that is typed now. */
    private String segment(String all) {
        boolean several = grid.columnOf(column).filter(Choices::isSeveral).isPresent();
        return several ? all.substring(all.lastIndexOf(';') + 1) : all;
    }

    private void take(String value) {
        TextField text = field;
        if (text != null) {
            String all = text.getText();
            text.setText(all.substring(0, all.length() - segment(all).length()) + value);
            text.end();
            grid.choiceList().hide();
        }
    }

    private void key(KeyEvent event) {
        ChoiceList choices = grid.choiceList();
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            if (choices.isOpen()) {
                choices.hide();
            } else {
                letGo = true;
                finish();
                grid.requestFocus();
            }
            event.consume();
        } else if (choices.isOpen() && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            choices.step(code == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            choices.chosen().ifPresent(choice -> take(choice.value()));
            int from = row;
            finish();
            grid.move(
                    code == KeyCode.ENTER ? from + (event.isShiftDown() ? -1 : 1) : from,
                    code == KeyCode.TAB ? column + (event.isShiftDown() ? -1 : 1) : column);
            event.consume();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int from = row;
            finish();
            grid.move(from + (code == KeyCode.DOWN ? 1 : -1), column);
            event.consume();
        }
    }

    private void finish() {
        if (field != null) {
            cancelEdit();
        }
    }

    /** All ways out lead through here: to another cell, out of sight, to another window. */
    @Override
    public void cancelEdit() {
        TextField text = field;
        field = null;
        super.cancelEdit();
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        pseudoClassStateChanged(TYPING, false);
        grid.choiceList().hide();
        if (text != null && !letGo && !text.getText().equals(getItem())) {
            grid.host().changed(row, column, text.getText());
        } else {
            updateItem(getItem(), isEmpty());
        }
    }
}

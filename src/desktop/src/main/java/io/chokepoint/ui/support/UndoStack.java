package io.chokepoint.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One immutable value and the named steps that led to it. A preview changes the value without a step, so that a drag becomes
 * one step when it ends. UI thread only.
 */
public final class UndoStack<T> {
    /** Older steps are forgotten; a session hardly gets here, and values share their parts. */
    private static final int LIMIT = 500;

    private record Step<T>(String name, T value) {}

    private final Deque<Step<T>> undo = new ArrayDeque<>();
    private final Deque<Step<T>> redo = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private @Nullable T beforePreview;

    public ReadOnlyObjectProperty<@Nullable T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    public Optional<T> value() {
        return Optional.ofNullable(value.get());
    }

    /** What undo would take back, e.g. "Restrict yttrium oxide"; empty where there is nothing to undo. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** The value to which undo would go back; empty where there is nothing to undo. */
    public Optional<T> before() {
        return Optional.ofNullable(undo.peek()).map(Step::value);
    }

    /** What redo would bring back; empty where there is nothing to redo. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Starts anew with a value; all steps are forgotten. */
    public void reset(@Nullable T start) {
        undo.clear();
        redo.clear();
        beforePreview = null;
        value.set(start);
        names();
    }

    /** One step. A preview in progress is part of it. */
    public void push(String name, T changed) {
        T before = beforePreview != null ? beforePreview : value.get();
        beforePreview = null;
        if (before != null && !Objects.equals(before, changed)) {
            undo.push(new Step<>(name, before));
            if (undo.size() > LIMIT) {
                undo.removeLast();
            }
            redo.clear();
        }
        value.set(changed);
        names();
    }

    /** Changes the value without a step yet. */
    public void preview(T changed) {
        if (beforePreview == null) {
            beforePreview = value.get();
        }
        value.set(changed);
    }

    /** Makes the preview a step; nothing happens where there is none. */
    public void commit(String name) {
        T now = value.get();
        if (beforePreview != null && now != null) {
            push(name, now);
        }
    }

    /** Back to the value before the preview. */
    private void cancelPreview() {
        T before = beforePreview;
        if (before != null) {
            beforePreview = null;
            value.set(before);
        }
    }

    public boolean undo() {
        return move(undo, redo);
    }

    public boolean redo() {
        return move(redo, undo);
    }

    private boolean move(Deque<Step<T>> from, Deque<Step<T>> to) {
        cancelPreview();
        T now = value.get();
        if (from.isEmpty() || now == null) {
            return false;
        }
        Step<T> step = from.pop();
        to.push(new Step<>(step.name(), now));
        value.set(step.value());
        names();
        return true;
    }

    private void names() {
        undoName.set(undo.isEmpty() ? "" : undo.peek().name());
        redoName.set(redo.isEmpty() ? "" : redo.peek().name());
    }
}

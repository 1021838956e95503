package io.chokepoint.ui.support;

import io.chokepoint.study.LensSubject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the user has looked at, to go back and forward in, as a browser does: view, selection, focus, reason, week, and zoom and
 * columns of the graph. Apart from the undo steps, which change the work and not the look.
 *
 * <p>All that changes in one turn of the UI thread is one step. Scrubbing is one step however long it takes, and so is zooming
 * and panning. What a run changes by arriving is no step. UI thread only; needs no toolkit.
 */
public final class ViewHistory {
    private static final int LIMIT = 200;

    /** A part of the window with a look of its own, such as zoom and columns. */
    public interface Part {
        /** The look now: an immutable value with {@code equals}. */
        Object look();

        /** Shows a value that {@link #look()} gave. */
        void show(Object look);
    }

    private enum Aspect {
        VIEW,
        LENS,
        WHY,
        FOCUS,
        SELECTION,
        WEEK,
        GRAPH
    }

    private record Look(
            ViewKind view,
            Optional<LensSubject> lens,
            boolean why,
            Focus focus,
            Selection selection,
            int week,
            Optional<Object> graph) {

        Set<Aspect> differsIn(Look other) {
            Set<Aspect> all = EnumSet.noneOf(Aspect.class);
            add(all, Aspect.VIEW, view, other.view);
            add(all, Aspect.LENS, lens, other.lens);
            add(all, Aspect.WHY, why, other.why);
            add(all, Aspect.FOCUS, focus, other.focus);
            add(all, Aspect.SELECTION, selection, other.selection);
            add(all, Aspect.WEEK, week, other.week);
            add(all, Aspect.GRAPH, graph, other.graph);
            return all;
        }

        private static void add(Set<Aspect> to, Aspect aspect, Object one, Object other) {
            if (!Objects.equals(one, other)) {
                to.add(aspect);
            }
        }
    }

    private final StudyState state;
    private final Executor later;
    private final Deque<Look> back = new ArrayDeque<>();
    private final Deque<Look> forward = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private @Nullable Part graph;
    private Look current;
    private Set<Aspect> lastStep = EnumSet.noneOf(Aspect.class);
    private boolean waiting;
    private boolean runArrived;

    /** @param later runs on the UI thread, after what is going on now */
    ViewHistory(StudyState state, Executor later) {
        this.state = state;
        this.later = later;
        this.current = look();
        state.looking().viewProperty().subscribe((before, now) -> changed());
        state.looking().lensProperty().subscribe((before, now) -> changed());
        state.looking().whyProperty().subscribe((before, now) -> changed());
        state.looking().focusProperty().subscribe((before, now) -> changed());
        state.looking().selectionProperty().subscribe((before, now) -> changed());
        state.looking().weekProperty().subscribe((before, now) -> changed());
        state.resultProperty().subscribe((before, now) -> {
            runArrived = true;
            changed();
        });
    }

    /** The graph has a look of its own; it says by {@link #changed} when the user has changed it. */
    public void setGraph(Part part) {
        graph = part;
        replace(look());
    }

    /** Something that is looked at has changed, or may have. */
    public void changed() {
        if (!waiting) {
            waiting = true;
            later.execute(this::note);
        }
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Shows what was shown before; nothing happens where there was nothing. */
    public void goBack() {
        move(back, forward);
    }

    /** Takes {@link #goBack} back. */
    public void goForward() {
        move(forward, back);
    }

    /** Another dataset or scenario: what was looked at before is not there any more. */
    void reset() {
        back.clear();
        forward.clear();
        replace(look());
    }

    private void note() {
        waiting = false;
        boolean byRun = runArrived;
        runArrived = false;
        Look now = look();
        Set<Aspect> step = now.differsIn(current);
        if (step.isEmpty()) {
            return;
        }
        if (byRun || isOneGesture(step)) {
            replace(now);
            return;
        }
        push(back, current);
        forward.clear();
        current = now;
        lastStep = step;
        tell();
    }

    private boolean isOneGesture(Set<Aspect> step) {
        return step.equals(lastStep) && (step.equals(EnumSet.of(Aspect.WEEK)) || step.equals(EnumSet.of(Aspect.GRAPH)));
    }

    private void replace(Look now) {
        current = now;
        tell();
    }

    private void move(Deque<Look> from, Deque<Look> to) {
        note();
        Look target = from.poll();
        if (target == null) {
            return;
        }
        push(to, current);
        show(target);
        current = look();
        lastStep = EnumSet.noneOf(Aspect.class);
        tell();
    }

    private static void push(Deque<Look> to, Look look) {
        to.push(look);
        if (to.size() > LIMIT) {
            to.removeLast();
        }
    }

    private void tell() {
        canGoBack.set(!back.isEmpty());
        canGoForward.set(!forward.isEmpty());
    }

    private Look look() {
        return new Look(
                state.looking().viewProperty().get(),
                state.looking().lensProperty().get(),
                state.looking().whyProperty().get(),
                state.looking().focusProperty().get(),
                state.looking().selectionProperty().get(),
                state.looking().weekProperty().get(),
                Optional.ofNullable(graph).map(Part::look));
    }

    private void show(Look look) {
        look.lens().ifPresent(state.looking()::showLens);
        state.looking().viewProperty().set(look.view());
        state.looking().select(look.selection());
        state.looking().whyProperty().set(look.why());
        state.looking().focusProperty().set(look.focus());
        state.looking().setWeek(look.week());
        Part shown = graph;
        if (shown != null) {
            look.graph().ifPresent(shown::show);
        }
    }
}

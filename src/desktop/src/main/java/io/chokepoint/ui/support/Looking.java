package io.chokepoint.ui.support;

import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.study.LensSubject;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the user looks at: view, week, selection, and whose supplies or which path. It is no part of the work and no undo step. UI thread
 * only; needs no toolkit.
 */
public final class Looking {
    /** More curves than this cannot be told apart. */
    public static final int MAX_PINNED = 6;

    private static final int WEEKS_AFTER_FIRST_LOSS = 26;

    private final IntSupplier weeks;
    private final ReadOnlyIntegerWrapper week = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Selection> selection = new ReadOnlyObjectWrapper<>(Selection.NONE);
    private final ObservableList<Good> pinned = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Provider>> helped = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LensSubject>> lens = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ViewKind> view = new SimpleObjectProperty<>(ViewKind.GRAPH);
    private final ObjectProperty<MapMeasure> mapMeasure = new SimpleObjectProperty<>(MapMeasure.MONEY);
    private final BooleanProperty why = new SimpleBooleanProperty();
    private final ObjectProperty<Focus> focus = new SimpleObjectProperty<>(Focus.HIT);

    /** @param weeks of the run that is shown; 1 where there is none */
    Looking(IntSupplier weeks) {
        this.weeks = weeks;
    }

    /** Nothing of another dataset stays but the view. */
    void reset() {
        selection.set(Selection.NONE);
        pinned.clear();
        lens.set(Optional.empty());
        helped.set(Optional.empty());
        focus.set(Focus.HIT);
        why.set(false);
        week.set(0);
    }

    /** Before the run arrives: views that are told of a shorter run read the week at once. */
    void shortenTo(int weeksOfRun) {
        week.set(Math.min(week.get(), weeksOfRun - 1));
    }

    /** The week to begin with: half a year after the first chip falls short, or the worst week where that comes sooner. */
    void begin(Answer answer) {
        int worst = answer.headline()
                .map(good -> answer.result().outcome(good).troughWeek())
                .orElse(0);
        week.set(
                answer.facts().week().isPresent()
                        ? Math.min(worst, answer.facts().week().getAsInt() + WEEKS_AFTER_FIRST_LOSS)
                        : worst);
    }

    /** In [0, weeks of the run). */
    public ReadOnlyIntegerProperty weekProperty() {
        return week.getReadOnlyProperty();
    }

    /** Held within the run. */
    public void setWeek(int value) {
        int last = weeks.getAsInt() - 1;
        week.set(Math.clamp(value, 0, Math.max(0, last)));
    }

    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    public void select(Selection value) {
        selection.set(value);
    }

    public void select(Good good) {
        selection.set(Selection.of(good));
    }

    /** Goods whose curves stay in the timeline, at most {@link #MAX_PINNED}; change through {@link #togglePinned}. */
    public ObservableList<Good> pinned() {
        return FXCollections.unmodifiableObservableList(pinned);
    }

    /** Pins a good, or unpins it; the oldest gives way where all places are taken. */
    public void togglePinned(Good good) {
        if (!pinned.remove(good)) {
            if (pinned.size() == MAX_PINNED) {
                pinned.removeFirst();
            }
            pinned.add(good);
        }
    }

    public ObjectProperty<ViewKind> viewProperty() {
        return view;
    }

    /** Whose supplies are looked at; empty until somebody says. */
    public ReadOnlyObjectProperty<Optional<LensSubject>> lensProperty() {
        return lens.getReadOnlyProperty();
    }

    /** Looks at the supplies of a maker, a country or a market. */
    public void showLens(LensSubject subject) {
        lens.set(Optional.of(subject));
        view.set(ViewKind.LENS);
    }

    /** The maker whose output "What helps" was last asked to keep; empty until somebody does. */
    public ObjectProperty<Optional<Provider>> helpedProperty() {
        return helped;
    }

    /** What the map is coloured by; without values in the dataset sales lost stand for {@link MapMeasure#MONEY}. */
    public ObjectProperty<MapMeasure> mapMeasureProperty() {
        return mapMeasure;
    }

    /** Whether the reason is shown large: numbered steps in the graph, sentences and sources in the inspector. */
    public BooleanProperty whyProperty() {
        return why;
    }

    public ObjectProperty<Focus> focusProperty() {
        return focus;
    }

    /** Whether only a path is shown: the reason why something falls short, or the ways between two goods. */
    public boolean isPath() {
        return why.get() || focus.get().show() == Focus.Show.PATH;
    }

    /**
     * Shows what is hit again instead of a path.
     *
     * @return whether a path was shown
     */
    public boolean leavePath() {
        boolean path = isPath();
        why.set(false);
        if (focus.get().show() == Focus.Show.PATH) {
            focus.set(focus.get().withShow(Focus.Show.HIT));
        }
        return path;
    }
}

package io.chokepoint.ui.compare;

import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.LargestDifference;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A comparison opens on the good and the week with the largest difference, and says of the selected good in one sentence a side what becomes
 * of it. Both are worked out off the UI thread.
 */
final class Opening {
    private static final String LARGEST = "compare-largest";
    private static final String SENTENCES = "compare-sentences";

    private final Comparison comparison;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<Sides> sides = new ReadOnlyObjectWrapper<>(Sides.NONE);
    private boolean wanted;

    /** A sentence for each; empty while there is none. */
    record Sides(String a, String b) {
        static final Sides NONE = new Sides("", "");
    }

    Opening(Comparison comparison, UiTasks tasks) {
        this.comparison = comparison;
        this.tasks = tasks;
        comparison.a().resultProperty().subscribe(unused -> refresh());
        comparison.b().resultProperty().subscribe(unused -> refresh());
        comparison.a().looking().selectionProperty().subscribe(unused -> speak());
        comparison.onProperty().subscribe(on -> {
            if (!on) {
                wanted = false;
                tasks.cancel(LARGEST);
                tasks.cancel(SENTENCES);
                sides.set(Sides.NONE);
            }
        });
    }

    ReadOnlyObjectProperty<Sides> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    /** Another B is about to be shown. */
    void start() {
        wanted = true;
        refresh();
    }

    /** Both runs, once they are of what is compared. */
    private Optional<Comparison.Pair> runs() {
        StudyState a = comparison.a();
        StudyState b = comparison.b();
        boolean isReady = comparison.onProperty().get()
                && !a.staleProperty().get()
                && !b.staleProperty().get();
        return isReady ? comparison.runs() : Optional.empty();
    }

    private void refresh() {
        // A run's result is told before it is known not to be stale.
        tasks.later(() -> {
            open();
            speak();
        });
    }

    private void open() {
        if (!wanted) {
            return;
        }
        runs().ifPresent(pair -> {
            wanted = false;
            tasks.submit(
                    LARGEST,
                    Texts.get("compare.looking"),
                    UiTasks.WhenBusy.CANCEL,
                    monitor -> LargestDifference.of(pair.a(), pair.b()),
                    found -> found.ifPresent(largest -> {
                        comparison.a().looking().select(largest.good());
                        comparison.a().looking().setWeek(largest.week());
                    }));
        });
    }

    private void speak() {
        Optional<Good> good = good();
        Optional<Comparison.Pair> pair = runs();
        if (good.isEmpty() || pair.isEmpty()) {
            sides.set(Sides.NONE);
            return;
        }
        SimulationResult a = pair.get().a();
        SimulationResult b = pair.get().b();
        tasks.submit(
                SENTENCES,
                Texts.get("compare.looking"),
                UiTasks.WhenBusy.COALESCE,
                monitor ->
                        new Sides(LargestDifference.sentence(a, good.get()), LargestDifference.sentence(b, good.get())),
                sides::set);
    }

    /** The selected one, or that of the selected maker, or the one that the answers are about. */
    Optional<Good> good() {
        Selection selection = comparison.a().looking().selectionProperty().get();
        if (selection.market().isPresent()) {
            return Optional.empty();
        }
        return selection
                .good()
                .or(() -> comparison.a().answer().flatMap(answer -> answer.headline()))
                .or(() -> comparison.b().answer().flatMap(answer -> answer.headline()));
    }
}

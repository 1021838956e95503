package io.chokepoint.ui.compare;

import io.chokepoint.model.Dataset;
import io.chokepoint.study.ComparedSide;
import io.chokepoint.study.DecidingDifferences;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What decides the gap between A and B: worked out in the background once both have been run, and gone with the next change of either. */
final class Deciding {
    static final String SLOT = "compare-deciding";

    private final Comparison comparison;
    private final UiTasks tasks;
    private final Settings settings;
    private final Opening opening;
    private final ReadOnlyObjectWrapper<@Nullable DecidingDifferences> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable Compared of;

    /** What is set side by side. */
    private record Compared(Work a, Work b) {}

    Deciding(Comparison comparison, UiTasks tasks, Settings settings, Opening opening) {
        this.comparison = comparison;
        this.tasks = tasks;
        this.settings = settings;
        this.opening = opening;
        comparison.onProperty().subscribe(unused -> changed());
        comparison.a().workProperty().subscribe(unused -> changed());
        comparison.b().workProperty().subscribe(unused -> changed());
        comparison.a().resultProperty().subscribe(unused -> tasks.later(this::settled));
        comparison.b().resultProperty().subscribe(unused -> tasks.later(this::settled));
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<@Nullable DecidingDifferences> foundProperty() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    private void changed() {
        Compared now = compared().orElse(null);
        if (!Objects.equals(now, of)) {
            stop();
            of = null;
            found.set(null);
        }
    }

    private Optional<Compared> compared() {
        Work a = comparison.a().workProperty().get();
        Work b = comparison.b().workProperty().get();
        return comparison.onProperty().get() && a != null && b != null
                ? Optional.of(new Compared(a, b))
                : Optional.empty();
    }

    private void settled() {
        if (settings.isOn(Background.SETTING, true)
                && of == null
                && !comparison.a().draggingProperty().get()) {
            run(true);
        }
    }

    /** Starts, unless it is under way or done; nothing happens before both have been run as they are now. */
    void run() {
        run(false);
    }

    private void run(boolean byItself) {
        StudyState a = comparison.a();
        StudyState b = comparison.b();
        boolean isReady = !running.get()
                && found.get() == null
                && comparison.runs().isPresent()
                && !a.staleProperty().get()
                && !b.staleProperty().get();
        if (!isReady) {
            return;
        }
        compared()
                .ifPresent(now -> a.engine().flatMap(Engine::runner).ifPresent(runner -> {
                    of = now;
                    running.set(true);
                    Dataset dataset = runner.data().dataset();
                    UiTasks.Job<DecidingDifferences> job = monitor -> DecidingDifferences.find(
                            runner,
                            side(now.a(), dataset),
                            side(now.b(), dataset),
                            opening.good(),
                            Background.threads(!byItself),
                            monitor);
                    tasks.submit(
                            SLOT,
                            Texts.get("deciding.working"),
                            UiTasks.WhenBusy.CANCEL,
                            byItself ? UiTasks.inBackground(job) : job,
                            made -> {
                                running.set(false);
                                found.set(made);
                            },
                            error -> {
                                running.set(false);
                                tasks.report(error);
                            });
                }));
    }

    private static ComparedSide side(Work work, Dataset dataset) {
        return new ComparedSide(work.scenario(), work.ownFigures(dataset));
    }

    /** Nobody wants it; it can be started again. */
    void stop() {
        tasks.cancel(SLOT);
        running.set(false);
    }
}

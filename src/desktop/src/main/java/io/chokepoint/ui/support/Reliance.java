package io.chokepoint.ui.support;

import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.SwitchingValues;
import io.chokepoint.study.TrackRecord;
import io.chokepoint.text.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How far the answer can be relied on, beyond its range: how the model did on past episodes like the scenario, then what would have to
 * be true for another answer. Gone with the next change. UI thread only.
 */
public final class Reliance {
    private final StudyState state;
    private final UiTasks tasks;
    private final String slot;
    private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /**
     * What has been found.
     *
     * @param of the work that it is of
     * @param switching empty while it is still looked for
     */
    public record Found(Work of, TrackRecord record, Optional<SwitchingValues> switching) {}

    Reliance(StudyState state, UiTasks tasks, String slot) {
        this.state = state;
        this.tasks = tasks;
        this.slot = slot;
    }

    /** Null until something is known. */
    public ReadOnlyObjectProperty<@Nullable Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The same, but empty where it is of other work than there is now. */
    public Optional<Found> found() {
        return Optional.ofNullable(found.get())
                .filter(known -> known.of().equals(state.workProperty().get()));
    }

    /** Whether something is still looked for. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Whether that is how far this work is. */
    public boolean isOf(UiTasks.Progress progress) {
        return progress.slot().equals(slot);
    }

    /** Starts looking, unless that is done or under way; nothing happens while there is no run of the work as it is now. */
    public void run() {
        run(Background.threads(true), false);
    }

    void runByItself() {
        run(Background.threads(false), true);
    }

    private void run(int threads, boolean byItself) {
        Work work = state.workProperty().get();
        SimulationResult central = state.resultProperty().get();
        if (work == null
                || central == null
                || state.staleProperty().get()
                || running.get()
                || found().flatMap(Found::switching).isPresent()) {
            return;
        }
        state.engine().flatMap(Engine::runner).ifPresent(runner -> {
            running.set(true);
            submit(
                    byItself,
                    monitor -> TrackRecord.of(
                            runner, work.scenario(), runner.data().episodes(), threads, monitor),
                    record -> {
                        if (set(new Found(work, record, Optional.empty()))) {
                            findSwitching(
                                    runner, new Found(work, record, Optional.empty()), central, threads, byItself);
                        }
                    });
        });
    }

    private void findSwitching(
            StudyRunner runner, Found known, SimulationResult central, int threads, boolean byItself) {
        Map<String, Figure> own = known.of().ownFigures(runner.data().dataset());
        submit(byItself, monitor -> SwitchingValues.find(runner, central, own, threads, monitor), switching -> {
            running.set(false);
            set(new Found(known.of(), known.record(), Optional.of(switching)));
        });
    }

    private <T> void submit(boolean byItself, UiTasks.Job<T> job, Consumer<T> onDone) {
        UnaryOperator<UiTasks.Job<T>> how = byItself ? UiTasks::inBackground : same -> same;
        tasks.submit(slot, Texts.get("reliance.working"), UiTasks.WhenBusy.CANCEL, how.apply(job), onDone, error -> {
            running.set(false);
            tasks.report(error);
        });
    }

    /** @return whether it is of the work as it is now, and kept */
    private boolean set(Found now) {
        boolean isCurrent = now.of().equals(state.workProperty().get());
        if (isCurrent) {
            found.set(now);
        }
        return isCurrent;
    }

    /** Stops looking; what is known stays. */
    public void stop() {
        tasks.cancel(slot);
        running.set(false);
    }

    /** The work has changed: what was found is of something else. */
    void forget() {
        stop();
        found.set(null);
    }
}

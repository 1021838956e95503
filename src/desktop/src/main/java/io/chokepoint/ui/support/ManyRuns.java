package io.chokepoint.ui.support;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.text.Texts;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Many runs of the work at hand, with every figure drawn from its range: asked for, watched, stopped, and gone with the next change.
 * UI thread only.
 */
public final class ManyRuns {
    /** Runs behind the bands, at most. */
    public static final int MOST = 1000;

    private static final long SEED = 1;

    private final UiTasks tasks;
    private final String slot;
    private final ObservableValue<@Nullable Work> work;
    private final Supplier<Optional<Engine>> engine;
    private final ReadOnlyObjectWrapper<@Nullable MonteCarloResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UiTasks.@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty median = new SimpleBooleanProperty();

    /**
     * @param slot of the tasks in which they are made
     * @param work what is run
     * @param engine of the open dataset
     */
    ManyRuns(UiTasks tasks, String slot, ObservableValue<@Nullable Work> work, Supplier<Optional<Engine>> engine) {
        this.tasks = tasks;
        this.slot = slot;
        this.work = work;
        this.engine = engine;
        tasks.progressProperty().subscribe(now -> {
            if (now != null && now.slot().equals(slot) && running.get()) {
                progress.set(now);
            }
        });
    }

    /** What they showed; null until they have been asked for and are done. */
    public ReadOnlyObjectProperty<@Nullable MonteCarloResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public Optional<MonteCarloResult> result() {
        return Optional.ofNullable(result.get());
    }

    /** Whether curves show their middle in place of the run at central figures; only where there are any. */
    public BooleanProperty medianProperty() {
        return median;
    }

    /** Whether they are under way. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How far they are; null while they are not under way. */
    public ReadOnlyObjectProperty<UiTasks.@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Starts them; they end as soon as the bands are known well enough. A change of the work stops them. */
    public void run() {
        run(MOST, MonteCarlo.Settings.GOOD_ENOUGH);
    }

    /** As {@link #run()}, but so many runs whatever they show. */
    public void run(int runs) {
        run(runs, 0);
    }

    private void run(int runs, double goodEnough) {
        Work now = work.getValue();
        if (now == null) {
            return;
        }
        engine.get().flatMap(Engine::runner).ifPresent(runner -> {
            int threads = Runtime.getRuntime().availableProcessors();
            progress.set(null);
            running.set(true);
            tasks.submit(
                    slot,
                    Texts.get("samples.title"),
                    UiTasks.WhenBusy.CANCEL,
                    monitor -> runner.sample(
                            now.scenario(),
                            now.ownFigures(runner.data().dataset()),
                            new MonteCarlo.Settings(runs, SEED, threads, goodEnough)
                                    .withPrices(MonteCarlo.Settings.Prices.SIDES),
                            monitor),
                    this::arrived,
                    this::failed);
        });
    }

    /** Stops them; what they have shown so far is not kept. */
    public void stop() {
        tasks.cancel(slot);
        ended();
    }

    /** The work has changed: what they showed is of something else. */
    void forget() {
        stop();
        result.set(null);
        median.set(false);
    }

    /** The middle of many runs is a better guess than the one run at central figures, so that it is what curves begin with. */
    private void arrived(MonteCarloResult drawn) {
        if (result.get() == null) {
            median.set(true);
        }
        ended();
        result.set(drawn);
    }

    private void failed(Throwable error) {
        ended();
        tasks.report(error);
    }

    private void ended() {
        running.set(false);
        progress.set(null);
    }
}

package io.chokepoint.ui.support;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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

    /** Runs that start by themselves: enough for a middle and a range that are told in whole per cent. */
    public static final int BY_ITSELF = 200;

    private static final long SEED = 1;

    private final UiTasks tasks;
    private final String slot;
    private final ObservableValue<@Nullable Work> work;
    private final Supplier<Optional<Engine>> engine;
    private final ReadOnlyObjectWrapper<@Nullable MonteCarloResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UiTasks.@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty median = new SimpleBooleanProperty();
    private @Nullable Work of;
    private int wanted = MOST;

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

    /** The same, but empty where they are of other work than there is now. */
    public Optional<MonteCarloResult> result() {
        return Objects.equals(of, work.getValue()) ? Optional.ofNullable(result.get()) : Optional.empty();
    }

    /** Whether more runs than these would tell little more. */
    public static boolean isEnough(MonteCarloResult drawn) {
        return drawn.runs() >= MOST || drawn.isGoodEnough();
    }

    /** How many are under way, at most, or have been made. */
    public int wanted() {
        return wanted;
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
        run(MOST, MonteCarlo.Settings.GOOD_ENOUGH, Background.threads(true), job -> job);
    }

    /** As {@link #run()}, but so many runs whatever they show. */
    public void run(int runs) {
        run(runs, 0, Background.threads(true), job -> job);
    }

    /** {@value #BY_ITSELF} of them, on threads that leave the window room. */
    void runByItself() {
        run(BY_ITSELF, 0, Background.threads(false), UiTasks::inBackground);
    }

    private void run(int runs, double goodEnough, int threads, UnaryOperator<UiTasks.Job<MonteCarloResult>> how) {
        Work now = work.getValue();
        if (now == null) {
            return;
        }
        engine.get().flatMap(Engine::runner).ifPresent(runner -> {
            wanted = runs;
            progress.set(null);
            running.set(true);
            tasks.submit(
                    slot,
                    Texts.get("samples.title", Amounts.count(runs)),
                    UiTasks.WhenBusy.CANCEL,
                    how.apply(monitor -> runner.sample(
                            now.scenario(),
                            now.ownFigures(runner.data().dataset()),
                            new MonteCarlo.Settings(runs, SEED, threads, goodEnough)
                                    .withPrices(MonteCarlo.Settings.Prices.SIDES),
                            monitor)),
                    drawn -> arrived(now, drawn),
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
        of = null;
        result.set(null);
        median.set(false);
    }

    /** The middle of many runs is a better guess than the one run at central figures, so that it is what curves begin with. */
    private void arrived(Work ran, MonteCarloResult drawn) {
        ended();
        if (!ran.equals(work.getValue())) {
            return;
        }
        of = ran;
        if (result.get() == null) {
            median.set(true);
        }
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

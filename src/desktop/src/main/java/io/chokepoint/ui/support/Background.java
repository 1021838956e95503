package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What runs by itself after a change has settled and its central run is drawn: first the runs with drawn figures, then how far the answer
 * can be relied on. The next change stops all of it at once. UI thread only.
 */
public final class Background {
    /** In the settings: whether anything runs by itself. */
    public static final String SETTING = "runs.byThemselves";

    /** For so long nothing must have changed. */
    static final Duration SETTLED = Duration.ofMillis(500);

    private final StudyState state;
    private final UiTasks tasks;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private long changes;

    Background(StudyState state, UiTasks tasks, boolean isOn) {
        this.state = state;
        this.tasks = tasks;
        on.set(isOn);
        state.workProperty().subscribe(ignored -> changed());
        state.resultProperty().subscribe(ignored -> changed());
        state.draggingProperty().subscribe(ignored -> changed());
        on.subscribe(ignored -> changed());
        state.many().resultProperty().subscribe(drawn -> {
            if (drawn != null && on.get()) {
                state.reliance().runByItself();
            }
        });
    }

    /** Begins to listen, with the command that switches it. */
    public static Background start(UiContext context) {
        Background made = new Background(
                context.state(), context.tasks(), context.settings().isOn(SETTING, true));
        context.commands().register(Command.RUNS_BY_THEMSELVES, () -> {
            made.on.set(!made.on.get());
            context.settings().put(SETTING, made.on.get());
        });
        context.commands()
                .setText(
                        Command.RUNS_BY_THEMSELVES,
                        made.on.map(now -> Texts.get(
                                now ? "command.RUNS_BY_THEMSELVES.off" : "command.RUNS_BY_THEMSELVES",
                                ManyRuns.BY_ITSELF)));
        return made;
    }

    /** @param all whether the user waits for it; what runs by itself leaves half of the processors to the window */
    public static int threads(boolean all) {
        int processors = Runtime.getRuntime().availableProcessors();
        return all ? processors : Math.max(1, processors / 2);
    }

    private void changed() {
        if (!on.get()) {
            return;
        }
        long now = ++changes;
        tasks.after(SETTLED, () -> {
            if (now == changes) {
                settled();
            }
        });
    }

    /** A chain at rest says the same whatever is drawn. */
    private void settled() {
        Work work = state.workProperty().get();
        boolean isReady = on.get()
                && work != null
                && !work.scenario().restrictions().isEmpty()
                && state.result().isPresent()
                && !state.staleProperty().get()
                && !state.draggingProperty().get()
                && state.problems().isEmpty();
        if (isReady
                && state.many().result().isEmpty()
                && !state.many().runningProperty().get()) {
            state.many().runByItself();
        }
    }
}

package io.chokepoint.ui;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.Touch;
import io.chokepoint.ui.support.Anchors;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.ThemeManager;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A window's state without a window: everything runs in place and the engine is a function. */
public final class PanelStage {
    private PanelStage() {}

    /** A state with a result, worked out in place. */
    public static StudyState state(SimulationResult result) {
        UiTasks tasks = tasks();
        StudyState state = new StudyState(tasks, data -> engine(work -> result));
        state.openData(new DataPackage(
                Path.of("hand-made"),
                result.dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(result.scenario()),
                List.of()));
        state.openScenario(result.scenario());
        return state;
    }

    public static UiTasks tasks() {
        return new UiTasks(Runnable::run, Runnable::run, System::nanoTime, error -> {
            throw new AssertionError(error);
        });
    }

    private static Engine engine(Function<Work, SimulationResult> runs) {
        return new Engine() {
            @Override
            public SimulationResult run(Work work, RunMonitor monitor) {
                return runs.apply(work);
            }

            @Override
            public Touch touches(Restriction restriction) {
                return new Touch(0, 0, List.of(), List.of());
            }
        };
    }

    /** On the UI thread. */
    public static UiContext context(StudyState state, Theme theme, Path folder, Consumer<String> openLink) {
        ThemeManager manager = new ThemeManager(Settings.in(folder));
        manager.show(theme);
        return new UiContext(
                state,
                tasks(),
                new Commands(),
                manager,
                Settings.in(folder),
                new SilentDialogs(),
                new Anchors(),
                new OverlayHost(),
                openLink);
    }

    private static final class SilentDialogs implements Dialogs {
        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(String title, FileKind kind, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(String title, FileKind kind, String proposedName, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public void say(String words) {}

        @Override
        public void programError(String sentence, Throwable error) {
            throw new AssertionError(sentence, error);
        }
    }
}

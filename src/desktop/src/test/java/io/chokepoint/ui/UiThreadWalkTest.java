package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No dataset is read, no network compiled and no scenario run on the UI thread. Times are not looked at, as they depend on the
 * machine: the guard of {@link LongWork} makes such work fail where it begins.
 */
class UiThreadWalkTest {
    private static final String UI_THREAD = "JavaFX Application Thread";

    private final List<Throwable> held = new CopyOnWriteArrayList<>();
    private Walk walk;

    @BeforeEach
    void guard() throws Exception {
        System.setProperty(LongWork.GUARD, UI_THREAD);
        Toolkit.doOnUiThread(() -> {
            assertThat(Thread.currentThread().getName()).isEqualTo(UI_THREAD);
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> held.add(error));
        });
        walk = Walk.open(1280, 800);
    }

    @AfterEach
    void free() {
        walk.close();
        System.clearProperty(LongWork.GUARD);
        Toolkit.doOnUiThread(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
    }

    @Test
    void theMainPathsDoNoLongWorkOnTheUiThread() {
        StudyState state = walk.state();
        walk.scenario("ree-full-stop");
        Good good =
                Toolkit.onUiThread(() -> state.data().orElseThrow().dataset().getGood("yttrium-oxide"));
        for (ViewKind view : ViewKind.values()) {
            walk.run(view.command());
            Toolkit.doOnUiThread(() -> state.looking().select(good));
            Toolkit.settle();
        }
        walk.run(Command.VIEW_GRAPH);
        walk.run(Command.RESTRICT);
        walk.click("#restrict-popover #kind-licence");
        walk.waitForRun();
        walk.click("#restrict-done");
        Toolkit.doOnUiThread(() -> state.looking().setWeek(40));
        walk.run(Command.WHY);
        walk.run(Command.WHY);
        walk.run(Command.UNDO);
        walk.waitForRun();
        walk.run(Command.GALLERY);
        Toolkit.doOnUiThread(() -> walk.context().overlays().close(walk.find("#gallery")));
        walk.run(Command.FIND);
        Toolkit.doOnUiThread(() -> ((TextField) walk.find("#finder-field")).setText("yttr"));
        Toolkit.settle();
        Toolkit.doOnUiThread(() -> walk.context().overlays().close(walk.find("#finder")));
        walk.run(Command.BACK);
        Toolkit.doOnUiThread(() -> state.looking().select(Selection.NONE));
        Toolkit.settle();

        assertThat(held).isEmpty();
        assertThat(state.problems()).isEmpty();
    }

    @Test
    void theGuardBitesOnTheUiThreadAndNowhereElse() {
        StudyState state = walk.state();

        assertThatThrownBy(() -> Toolkit.doOnUiThread(() ->
                        state.engine().orElseThrow().run(state.workProperty().get(), RunMonitor.NONE)))
                .hasStackTraceContaining("long work on the thread '" + UI_THREAD + "': running a scenario");
        assertThat(state.engine().orElseThrow().run(state.workProperty().get(), RunMonitor.NONE))
                .isNotNull();
    }
}

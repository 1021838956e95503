package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.lang.ref.WeakReference;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has been closed is forgotten: nothing that outlives a window, such as the system's settings, may keep it. */
class ClosedWindowTest {
    @Test
    void itsMemoryIsGivenBack() throws Exception {
        WeakReference<StudyState> closed = closed();

        Toolkit.waitUntil("the window is gone", () -> {
            System.gc();
            return closed.get() == null;
        });

        assertThat(closed.get()).isNull();
    }

    /** In a method of its own, so that no local variable holds the window. */
    private static WeakReference<StudyState> closed() throws Exception {
        Walk walk = Walk.in(Looks.open(Theme.LIGHT, 1280, 800, Optional.of("ree-licence-april-2025")));
        for (ViewKind view : ViewKind.values()) {
            walk.run(view.command());
        }
        walk.run(Command.GALLERY);
        WeakReference<StudyState> state = new WeakReference<>(walk.state());
        walk.close();
        return state;
    }
}

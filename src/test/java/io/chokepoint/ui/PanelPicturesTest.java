package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.study.HandMadeRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.timeline.TimelineView;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the panels; the pictures are left in target/pictures to be looked at. */
class PanelPicturesTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() {
        PanelStage.startToolkit();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void timeline(Theme theme) {
        WritableImage picture = PanelStage.onUi(() -> {
            StudyState state = PanelStage.state(HandMadeRun.cascade());
            state.setWeek(78);
            state.togglePinned(HandMadeRun.FEED);
            state.togglePinned(HandMadeRun.PARTS);
            UiContext context = PanelStage.context(state, theme, folder);
            return PanelStage.picture(context, new TimelineView(context), 992, 116);
        });
        PanelStage.save(picture, "timeline-" + theme);

        assertThat(picture.getWidth()).isEqualTo(992);
    }
}

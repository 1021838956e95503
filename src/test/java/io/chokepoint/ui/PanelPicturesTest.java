package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.study.HandMadeRun;
import io.chokepoint.ui.explain.InspectorView;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.timeline.TimelineView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
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

    private void draw(String name, Theme theme, double width, double height, Consumer<StudyState> look, String tab) {
        WritableImage picture = PanelStage.onUi(() -> {
            StudyState state = PanelStage.state(HandMadeRun.cascade());
            state.setWeek(78);
            UiContext context = PanelStage.context(state, theme, folder);
            InspectorView view = new InspectorView(context);
            look.accept(state);
            Scene scene = new Scene(new StackPane(view), width, height);
            context.theme().style(scene);
            if (!tab.isEmpty() && view.lookup("#tab-" + tab) instanceof ToggleButton button) {
                button.fire();
            }
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        PanelStage.save(picture, name + "-" + theme);
        assertThat(picture.getWidth()).isEqualTo(width);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void inspector(Theme theme) {
        for (String tab : List.of("why", "makers", "needs", "feeds", "figures")) {
            draw("good-" + tab, theme, 312, 724, state -> state.select(HandMadeRun.B200), tab);
        }
        draw("oxide-makers", theme, 312, 724, state -> state.select(HandMadeRun.OXIDE), "makers");
        draw("good-tall", theme, 360, 904, state -> state.select(HandMadeRun.B200), "");
        draw(
                "why",
                theme,
                432,
                860,
                state -> {
                    state.select(HandMadeRun.B200);
                    state.whyProperty().set(true);
                },
                "");
        for (String tab : List.of("goods", "markets", "sales")) {
            draw("run-" + tab, theme, 288, 624, state -> {}, tab);
        }
        draw("market", theme, 288, 624, state -> state.select(Selection.of(HandMadeRun.CLOUDS)), "vendors");
        draw(
                "several",
                theme,
                288,
                624,
                state -> state.select(Selection.of(HandMadeRun.B200).toggle(new Selection.OfGood(HandMadeRun.PARTS))),
                "");
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

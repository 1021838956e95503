package io.chokepoint.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of goods that a run hits. */
class RunListTest {
    @TempDir
    Path folder;

    @Test
    void goodsThatOnlySellLessStandBelowTheOthersAndAreFramed() {
        SimulationResult result = new HandMadeRun.Builder(HandMadeRun.scenario(HandMadeRun.licence(4)))
                .falls(HandMadeRun.HBM_HYNIX, 40, .7, 60, Cause.Kind.DEMAND, null, null, false)
                .falls(HandMadeRun.B200_NVIDIA, 60, .8, 70, Cause.Kind.INPUT, HandMadeRun.N4, HandMadeRun.N4_TSMC, true)
                .build();

        Toolkit.doOnUiThread(() -> {
            StudyState state = PanelStage.state(result);
            state.looking().setWeek(90);
            UiContext context = PanelStage.context(state, Theme.LIGHT, folder, link -> {});
            InspectorView view = new InspectorView(context);
            Scene scene = new Scene(new StackPane(view), 312, 724);
            context.theme().style(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();

            List<String> texts = view.lookupAll(".label").stream()
                    .filter(Label.class::isInstance)
                    .map(node -> ((Label) node).getText())
                    .toList();
            assertThat(texts)
                    .containsSubsequence(
                            "1 of 9 goods falls short",
                            Typography.output(.8),
                            "1 of 9 only sells less",
                            Typography.output(.7))
                    .anyMatch(text -> text.startsWith("sells less, week "));
            List<Boolean> framed = view.lookupAll(".inspector-chip").stream()
                    .map(chip -> chip.getPseudoClassStates().contains(PseudoClass.getPseudoClass("less")))
                    .toList();
            assertThat(framed).containsExactly(false, true);
        });
    }
}

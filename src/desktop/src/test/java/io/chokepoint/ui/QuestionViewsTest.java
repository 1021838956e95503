package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.helps.HelpsView;
import io.chokepoint.ui.ranking.RankingView;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Path;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranking and What helps on the small network, from the first look to a scenario or a step. */
class QuestionViewsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void tablesLookAsApproved(Theme theme) {
        String look = theme.name().toLowerCase(Locale.ROOT);
        ApprovedPicture.check(
                "ranking-" + look,
                Toolkit.onUiThread(() -> ranking(context(theme)).picture().orElseThrow()));
        ApprovedPicture.check(
                "helps-" + look,
                Toolkit.onUiThread(() -> helps(context(theme)).picture().orElseThrow()));
    }

    @Test
    void enterOnARowOpensItsRunAsAScenario() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context(Theme.LIGHT);
            RankingView view = ranking(context);
            TableView<?> table = (TableView<?>) view.lookup("#ranking-table");
            table.getSelectionModel().selectFirst();
            assertThat(view.side().lookup("#ranking-open")).isNotNull();

            table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));

            StudyState state = context.state();
            assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
            assertThat(state.scenario().orElseThrow().title()).endsWith("stops for 26 weeks");
        });
    }

    @Test
    void theWorstTwoAtATimeHaveColumnsOfTheirOwn() {
        Toolkit.doOnUiThread(() -> {
            RankingView view = ranking(context(Theme.LIGHT));
            int alone = view.table().orElseThrow().rows().size();

            ((ToggleButton) view.lookup("#ranking-pairs")).fire();

            assertThat(view.table().orElseThrow().columns()).contains("first", "second", "interaction_weeks");
            assertThat(view.table().orElseThrow().rows()).hasSizeGreaterThan(alone);
        });
    }

    @Test
    void aMeasureIsAppliedByItsButtonAndUndone() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context(Theme.LIGHT);
            HelpsView view = helps(context);

            ((Button) view.side().lookup("#helps-apply")).fire();

            assertThat(context.state().undoNameProperty().get()).startsWith("Apply ");
            context.state().undo();
            assertThat(context.state().scenario()).contains(SmallRun.scenario());
        });
    }

    @Test
    void whatIsTypedIsAskedAbout() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context(Theme.LIGHT);
            RankingView ranking = ranking(context);

            type(ranking, "#ranking-target", "chip-o");

            TextField target = (TextField) ranking.lookup("#ranking-target");
            assertThat(target.getPromptText()).isEqualTo("chip-one");
            // One product alone has no worst hit.
            assertThat(ranking.table().orElseThrow().columns())
                    .contains("lost_output_weeks", "lower_sales_weeks")
                    .doesNotContain("worst_target");

            HelpsView helps = helps(context);
            type(helps, "#helps-target", "twn");

            assertThat(((TextField) helps.lookup("#helps-target")).getPromptText())
                    .isEqualTo("TWN");
            assertThat(helps.table().orElseThrow().columns()).contains("gain_per_stock_week", "losers", "stock_weeks");
            assertThat(((Label) helps.lookup("#helps-best")).getText()).startsWith("Gains most: ");
            assertThat(helps.lookup("#helps-stop").isVisible()).isFalse();
        });
    }

    private static void type(Region view, String field, String text) {
        TextField find = (TextField) view.lookup(field);
        find.setText(text);
        find.fireEvent(new ActionEvent());
    }

    private UiContext context(Theme theme) {
        Fonts.load();
        StudyState state = new StudyState(PanelStage.tasks(), Engine::of);
        state.openData(SmallRun.runner().data());
        state.openScenario(SmallRun.scenario());
        return PanelStage.context(state, theme, folder, link -> {});
    }

    private static RankingView ranking(UiContext context) {
        context.state().looking().viewProperty().set(ViewKind.RANKING);
        RankingView view = new RankingView(context);
        show(context, view, view.side());
        return view;
    }

    private static HelpsView helps(UiContext context) {
        context.state().looking().viewProperty().set(ViewKind.HELPS);
        HelpsView view = new HelpsView(context);
        show(context, view, view.side());
        return view;
    }

    private static void show(UiContext context, Region view, Region side) {
        Scene scene = new Scene(new HBox(view, side), 1280, 800);
        context.theme().style(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}

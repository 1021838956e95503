package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.study.LensSubject;
import io.chokepoint.ui.lens.LensView;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lens on the small network, from what is selected to a restriction. */
class LensTest {
    private static final LensSubject TAIWAN = new LensSubject.OfCountry("TWN");

    @TempDir
    private Path folder;

    @Test
    void theLargestMakerOfTheSelectedGoodIsLookedAt() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            context.state().looking().select(dataset(context).getGood("wafers"));

            LensView view = lens(context);

            assertThat(((Label) view.lookup("#lens-name")).getText()).isEqualTo("TWN");
            assertThat(context.state().looking().lensProperty().get())
                    .contains(new LensSubject.OfMaker(
                            dataset(context).findProvider("TWN").orElseThrow()));
        });
    }

    @Test
    void theLensFollowsWhatIsSelectedWhileItIsLookedAt() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            LensView view = lens(context);

            context.state().looking().select(dataset(context).getGood("oxide"));

            assertThat(((Label) view.lookup("#lens-name")).getText()).isEqualTo("CHN");
        });
    }

    @Test
    void theTableHoldsEachInputWithItsSourceAndHowLongItsLossTakes() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            context.state().looking().showLens(TAIWAN);

            TableCopy table = lens(context).table().orElseThrow();

            assertThat(table.columns())
                    .contains("input", "leading_country", "leading_share", "sole_source", "stock_weeks");
            int hit = table.columns().indexOf("weeks_until_hit");
            int input = table.columns().indexOf("input");
            assertThat(table.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row[hit]).isInstanceOf(Integer.class));
            assertThat(table.rows()).extracting(row -> row[input]).contains("chamber parts");
        });
    }

    @Test
    void restrictingALossIsOneStepThatCanBeUndone() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            StudyState state = context.state();
            int before = state.scenario().orElseThrow().restrictions().size();
            state.looking().showLens(TAIWAN);
            LensView view = lens(context);
            table(view).getSelectionModel().selectFirst();

            ((Button) view.side().lookup("#lens-restrict")).fire();

            assertThat(state.scenario().orElseThrow().restrictions()).hasSize(before + 1);
            assertThat(state.scenario()
                            .orElseThrow()
                            .restrictions()
                            .getLast()
                            .kind()
                            .toString())
                    .isEqualTo("outage");
            assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
            assertThat(state.problems()).isEmpty();
            state.undo();
            assertThat(state.scenario()).contains(SmallRun.scenario());
        });
    }

    @Test
    void whatHelpsAgainstALossIsAskedForTheMakerLookedAt() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            LensSubject.OfMaker maker =
                    new LensSubject.OfMaker(dataset(context).findProvider("TWN").orElseThrow());
            context.state().looking().showLens(maker);
            LensView view = lens(context);
            table(view).getSelectionModel().selectFirst();

            ((Button) view.side().lookup("#lens-helps")).fire();

            assertThat(context.state().looking().viewProperty().get()).isEqualTo(ViewKind.HELPS);
            assertThat(context.state().looking().helpedProperty().get()).contains(maker.provider());
        });
    }

    @Test
    void enterShowsTheInputInTheGraph() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            context.state().looking().showLens(TAIWAN);
            LensView view = lens(context);
            table(view).getSelectionModel().selectFirst();

            table(view)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));

            assertThat(context.state().looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
            assertThat(context.state().looking().selectionProperty().get().good())
                    .isPresent();
        });
    }

    @Test
    void whatIsTypedFindsACountryAndWhatItMakesHasATableOfItsOwn() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            LensView view = lens(context);
            TextField find = (TextField) view.lookup("#lens-find");

            find.setText("taiw country");
            find.fireEvent(new ActionEvent());

            assertThat(context.state().looking().lensProperty().get()).contains(TAIWAN);
            assertThat(find.getText()).isEmpty();
            ((ToggleButton) view.lookup("#lens-show-makes")).fire();
            assertThat(view.table().orElseThrow().rows())
                    .extracting(row -> List.of(row[0], row[2]))
                    .contains(List.of("wafers", 0.9));
        });
    }

    /** The open menu gets the key, and no row of it is chosen yet. */
    @Test
    void enterInTheOpenMenuTakesTheFirstAndACountrysNameIsTheCountry() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            LensView view = lens(context);
            Stage stage = new Stage();
            stage.setScene(view.getScene());
            stage.show();
            TextField find = (TextField) view.lookup("#lens-find");
            find.requestFocus();
            find.setText("taiwan");
            ContextMenu menu = Window.getWindows().stream()
                    .filter(window -> window instanceof ContextMenu shown && "lens-find-menu".equals(shown.getId()))
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            Event.fireEvent(
                    menu.getScene().getRoot(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            stage.hide();

            assertThat(context.state().looking().lensProperty().get()).contains(TAIWAN);
        });
    }

    @Test
    void goingBackShowsWhomOneLookedAtBefore() {
        Toolkit.doOnUiThread(() -> {
            UiContext context = context();
            LensView view = lens(context);
            Optional<LensSubject> before =
                    context.state().looking().lensProperty().get();

            context.state().looking().showLens(TAIWAN);
            context.state().looks().goBack();

            assertThat(context.state().looking().lensProperty().get()).isEqualTo(before);
            assertThat(((Label) view.lookup("#lens-name")).getText())
                    .isEqualTo(before.orElseThrow().name());
        });
    }

    private static Dataset dataset(UiContext context) {
        return context.state().data().orElseThrow().dataset();
    }

    private static TableView<?> table(LensView view) {
        return (TableView<?>) view.lookup("#lens-needs");
    }

    private UiContext context() {
        Fonts.load();
        StudyState state = new StudyState(PanelStage.tasks(), Engine::of);
        state.openData(SmallRun.runner().data());
        state.openScenario(SmallRun.scenario());
        state.looking().select(Selection.NONE);
        return PanelStage.context(state, Theme.LIGHT, folder, link -> {});
    }

    private static LensView lens(UiContext context) {
        context.state().looking().viewProperty().set(ViewKind.LENS);
        LensView view = new LensView(context);
        Scene scene = new Scene(new HBox(view, view.side()), 1280, 800);
        context.theme().style(scene);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return view;
    }
}

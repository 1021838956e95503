package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the graph looks, on screen and as shapes and text. */
class GraphLookTest {
    private static final DrawnStudy STUDY = new DrawnStudy(13, 14, 400, 0.5, 7);

    private static GraphCanvas canvas(Theme theme, int width, int height, Consumer<StudyState> show) {
        Fonts.load();
        StudyState state = STUDY.open();
        state.looking().setWeek(34);
        GraphViewModel model = new GraphViewModel(state, DrawnStudy.tasks(), new LayeredLayout());
        GraphCanvas canvas = new GraphCanvas(Palette.of(theme), model::setSize);
        canvas.setMoving(false);
        model.sceneProperty().subscribe(canvas::setScene);
        Scene scene = new Scene(canvas, width, height);
        assertThat(scene.getRoot()).isSameAs(canvas);
        canvas.resize(width, height);
        canvas.layout();
        show.accept(state);
        canvas.paintNow();
        return canvas;
    }

    private static Picture picture(Theme theme, int width, int height, Consumer<StudyState> show) {
        return Toolkit.onUiThread(
                () -> canvas(theme, width, height, show).picture("Graph").orElseThrow());
    }

    private static void check(String name, Theme theme, int width, int height, Consumer<StudyState> show) {
        String full = "graph-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height;
        ApprovedPicture.check(full, picture(theme, width, height, show));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 992, 520", "DARK, 992, 520", "LIGHT, 1560, 788", "DARK, 1560, 788"})
    void whatIsHitLooksAsApproved(Theme theme, int width, int height) {
        check("hit", theme, width, height, state -> {});
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 992, 520", "DARK, 1560, 788"})
    void everythingLooksAsApproved(Theme theme, int width, int height) {
        check(
                "everything",
                theme,
                width,
                height,
                state -> state.looking().focusProperty().set(Focus.HIT.withShow(Focus.Show.EVERYTHING)));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 992, 520", "DARK, 1560, 788"})
    void whyLooksAsApproved(Theme theme, int width, int height) {
        check(
                "why",
                theme,
                width,
                height,
                state -> state.looking().whyProperty().set(true));
    }

    @Test
    void thePictureForAFileIsTheOneOnScreen() {
        GraphCanvas canvas = Toolkit.onUiThread(() -> canvas(Theme.LIGHT, 1128, 608, state -> {}));
        WritableImage screen = Toolkit.onUiThread(() -> canvas.snapshot(null, null));
        Picture picture = Toolkit.onUiThread(() -> canvas.picture("Graph").orElseThrow());

        assertThat(ApprovedPicture.differing(screen, ApprovedPicture.paint(picture)))
                .isLessThan(0.01);
    }

    @Test
    void allWordsOfTheCardsStandInTheFileAsText() throws IOException {
        GraphCanvas canvas = Toolkit.onUiThread(() -> canvas(Theme.DARK, 1128, 608, state -> {}));
        Picture picture = Toolkit.onUiThread(() -> canvas.picture("A & B").orElseThrow());
        StringWriter svg = new StringWriter();
        SvgPicture.write(picture, svg);

        assertThat(svg.toString())
                .startsWith("<svg ")
                .contains("<title>A &amp; B</title>", "what holds back Good", "restricted flow");
        for (Place place : canvas.scene().orElseThrow().picture().places()) {
            if (place.kind() == Place.Kind.CARD) {
                String first = place.node().label().split(" of ")[0];
                assertThat(picture.texts()).anySatisfy(text -> assertThat(text).startsWith(first));
            }
        }
    }

    @Test
    void theTableBehindThePictureHasARowForEachThingWhetherShownOrNot() {
        Toolkit.doOnUiThread(() -> {
            GraphScene scene =
                    canvas(Theme.LIGHT, 1128, 608, state -> {}).scene().orElseThrow();

            String csv = GraphTable.of(scene).csv();

            assertThat(csv.lines()).hasSize(1 + scene.facts().graph().nodes().size());
            assertThat(csv.lines().filter(line -> line.endsWith(",true")))
                    .as("drawn")
                    .hasSize(scene.picture().places().size());
            assertThat(csv).startsWith("id,name,stage,week,output,falls_short,");
            assertThat(csv.lines().filter(line -> line.startsWith("g0-0,")).findFirst())
                    .hasValueSatisfying(
                            line -> assertThat(line).contains(",s0,34,").endsWith(",Ban,true"));
        });
    }
}

package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** What is painted, on the headless platform. */
class GraphCanvasTest {
    private static final DrawnStudy STUDY = new DrawnStudy(8, 14, 260, 0.6, 5);
    private static final Palette PALETTE = Palette.of(Theme.LIGHT);

    /** A canvas of 1128 × 608 that shows the drawn study. */
    private record Shown(StudyState state, GraphViewModel model, GraphCanvas canvas) {
        static Shown open() {
            StudyState state = STUDY.open();
            GraphViewModel model = new GraphViewModel(state, DrawnStudy.tasks(), new LayeredLayout());
            GraphCanvas canvas = new GraphCanvas(PALETTE, model::setSize);
            canvas.setMoving(false);
            model.sceneProperty().subscribe(canvas::setScene);
            Scene scene = new Scene(canvas, 1128, 608);
            assertThat(scene.getRoot()).isSameAs(canvas);
            canvas.resize(1128, 608);
            canvas.layout();
            canvas.paintNow();
            return new Shown(state, model, canvas);
        }

        GraphScene scene() {
            return model.scene().orElseThrow();
        }

        void update(GraphScene before, GraphScene after) {
            canvas.layers().changed(before, after);
            canvas.layers().paint(after, canvas.viewport(), PALETTE, null, Layers.Pointer.NONE);
        }
    }

    @Test
    void scrubbingPaintsCardsButNeitherEdgesNorHeads() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            long tops = shown.canvas().layers().topPaints();
            long edges = shown.canvas().layers().backPaints();
            long cards = shown.canvas().layers().nodePaints();
            GraphScene before = shown.scene();

            shown.state().looking().setWeek(31);
            shown.update(before, shown.scene());

            assertThat(shown.canvas().layers().backPaints()).isEqualTo(edges);
            assertThat(shown.canvas().layers().nodePaints()).isEqualTo(cards + 1);
            assertThat(shown.canvas().layers().topPaints()).isEqualTo(tops);
        });
    }

    @Test
    void panningWithinTheMarginPaintsNeitherEdgesNorCards() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            shown.canvas().zoomAbout(500, 300, 2);
            shown.canvas().layers().paint(shown.scene(), shown.canvas().viewport(), PALETTE, null, Layers.Pointer.NONE);
            long edges = shown.canvas().layers().backPaints();

            for (int step = 0; step < 10; step++) {
                shown.canvas().pan(-8, -8);
                shown.canvas()
                        .layers()
                        .paint(shown.scene(), shown.canvas().viewport(), PALETTE, null, Layers.Pointer.NONE);
            }
            assertThat(shown.canvas().layers().backPaints()).isEqualTo(edges);

            shown.canvas().pan(-120, 0);
            shown.canvas().layers().paint(shown.scene(), shown.canvas().viewport(), PALETTE, null, Layers.Pointer.NONE);
            assertThat(shown.canvas().layers().backPaints()).isEqualTo(edges + 1);
        });
    }

    @Test
    void theChipOfAShortGoodHasItsLossColour() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            shown.state().looking().setWeek(50);
            shown.canvas().paintNow();
            WritableImage image = shown.canvas().snapshot(null, null);
            Place place = shown.scene()
                    .picture()
                    .find(shown.scene().chain().getLast())
                    .orElseThrow();
            Color wanted = PALETTE.lossFillOf(shown.scene().output(place.node()));

            assertThat(wanted).isNotEqualTo(Color.TRANSPARENT);
            assertThat(contains(image, place.box(), wanted)).isTrue();
        });
    }

    private static boolean contains(WritableImage image, Box box, Color colour) {
        for (int y = (int) box.y(); y < box.bottom(); y++) {
            for (int x = (int) box.x(); x < box.right(); x++) {
                Color at = image.getPixelReader().getColor(x, y);
                if (Math.abs(at.getRed() - colour.getRed()) < 0.01
                        && Math.abs(at.getGreen() - colour.getGreen()) < 0.01
                        && Math.abs(at.getBlue() - colour.getBlue()) < 0.01) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aCardAnEdgeAHeadAndAStackAreFoundWhereTheyArePainted() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            HitTest hit = shown.canvas().hitTest(shown.scene());
            Place place = shown.scene()
                    .picture()
                    .find(shown.scene().chain().getLast())
                    .orElseThrow();
            Box box = place.box();

            assertThat(hit.place(box.centreX(), box.centreY())).contains(place);
            assertThat(hit.route(box.x() - 8, box.centreY()))
                    .hasValueSatisfying(route -> assertThat(route.edge().to()).isEqualTo(place.node()));
            assertThat(hit.head(box.centreX(), 60))
                    .hasValueSatisfying(column ->
                            assertThat(column.stage()).isEqualTo(place.node().stage()));
            assertThat(hit.stack(box.centreX(), 608 - 42 - 10))
                    .hasValueSatisfying(column ->
                            assertThat(column.stage()).isEqualTo(place.node().stage()));
        });
    }

    @Test
    void whatIsInSightIsFoundWithoutAnyMove() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            Viewport before = shown.canvas().viewport();

            shown.canvas().bringIn(shown.scene().chain());

            assertThat(shown.canvas().viewport()).isEqualTo(before);
        });
    }

    @Test
    void whatIsOutOfSightOrTooSmallIsBroughtIn() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            GraphNode last = shown.scene().chain().getLast();

            shown.canvas().zoomAbout(0, 0, 3);
            shown.canvas().bringIn(List.of(last));
            assertThat(shown.canvas().viewport().zoom()).as("cards, not makers").isEqualTo(1.5);
            assertInSight(shown, last);

            shown.canvas().zoomAbout(0, 0, 0.3);
            shown.canvas().bringIn(List.of(last));
            assertThat(shown.canvas().viewport().zoom()).as("readable again").isEqualTo(1);
            assertInSight(shown, last);
        });
    }

    private static void assertInSight(Shown shown, GraphNode node) {
        Box box = shown.canvas().screenBox(node).orElseThrow();
        assertThat(box.x()).isGreaterThanOrEqualTo(0);
        assertThat(box.right()).isLessThanOrEqualTo(1128);
        assertThat(box.y()).isGreaterThanOrEqualTo(80);
        assertThat(box.bottom()).isLessThanOrEqualTo(608 - 42);
    }

    @Test
    void numbersOfAnOutdatedRunLoseTheirColourAndTheLegendSaysWhy() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            shown.state().looking().setWeek(30);
            assertThat(shown.canvas().picture("").orElseThrow().texts())
                    .doesNotContain("numbers from before the last change");

            shown.model().setOutOfDate(true);

            assertThat(shown.canvas().picture("").orElseThrow().texts())
                    .contains("numbers from before the last change");
            shown.model().setOutOfDate(false);
            assertThat(shown.scene().outOfDate()).isFalse();
        });
    }

    @Test
    void zoomToANodeBringsItOnScreen() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = Shown.open();
            Place place = shown.scene()
                    .picture()
                    .find(shown.scene().chain().getFirst())
                    .orElseThrow();
            shown.canvas().zoomTo(List.of(place.node()));

            Optional<Box> box = shown.canvas().screenBox(place.node());

            assertThat(shown.canvas().viewport().zoom()).isEqualTo(1.5);
            assertThat(box)
                    .hasValueSatisfying(at -> assertThat(new Box(0, 0, 1128, 608).contains(at.centreX(), at.centreY()))
                            .isTrue());
        });
    }
}

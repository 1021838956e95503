package io.chokepoint.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.layout.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewportTest {

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Viewport before = new Viewport(30, 40, 0.8);
        Viewport after = before.zoomedAbout(200, 100, 2);

        assertThat(after.toPictureX(200)).isCloseTo(before.toPictureX(200), within(1e-9));
        assertThat(after.toPictureY(100)).isCloseTo(before.toPictureY(100), within(1e-9));
    }

    @Test
    void screenAndPictureAreInverse() {
        Viewport viewport = new Viewport(-7, 12, 1.7);

        assertThat(viewport.toPictureX(viewport.toScreenX(55))).isCloseTo(55, within(1e-9));
        assertThat(viewport.toPictureY(viewport.toScreenY(-5))).isCloseTo(-5, within(1e-9));
    }

    @Test
    void fittingPutsThePictureInTheMiddleOfTheScreen() {
        Box screen = new Box(20, 90, 800, 400);
        Viewport viewport = Viewport.fitting(new Box(0, 0, 4_000, 1_000), screen, 1);

        assertThat(viewport.zoom()).isEqualTo(0.2);
        assertThat(viewport.toScreenX(2_000)).isCloseTo(screen.centreX(), within(1e-9));
        assertThat(viewport.toScreenY(500)).isCloseTo(screen.centreY(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0.2, STAGES", "0.44, STAGES", "0.45, TILES", "0.79, TILES", "0.8, CARDS", "1, CARDS", "1.6, MAKERS"})
    void zoomDecidesHowMuchIsShown(double zoom, Level level) {
        assertThat(Level.of(zoom)).isEqualTo(level);
    }
}

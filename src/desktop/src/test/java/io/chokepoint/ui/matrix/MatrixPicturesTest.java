package io.chokepoint.ui.matrix;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixPicturesTest {
    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void looksAsApproved(Theme theme, int width, int height) {
        Palette palette = Palette.of(theme);
        Picture picture = Toolkit.onUiThread(() -> {
            Fonts.load();
            MatrixContent content = MatrixBuilder.build(SmallRun.runner(), 13, RunMonitor.NONE);
            return new MatrixPicture(
                            content,
                            IntStream.range(0, content.rows().size()).boxed().toList(),
                            0,
                            Optional.of(new MatrixContent.Cell(1, 1)),
                            palette,
                            new FxTextMeasure(),
                            width,
                            height)
                    .draw();
        });

        ApprovedPicture.check("matrix-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, picture);
    }
}

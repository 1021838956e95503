package io.chokepoint.ui.map;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.study.FlowBook;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapPicturesTest {
    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void looksAsApproved(Theme theme, int width, int height) {
        Palette palette = Palette.of(theme);
        Picture picture = Toolkit.onUiThread(() -> {
            Fonts.load();
            MapContent content = new MapFigures(
                            Answer.of(SmallRun.result()), Optional.of(new FlowBook(SmallRun.runner())))
                    .content(MapMeasure.SALES, Optional.empty());
            MapFrame frame = new MapFrame(width, height, 1, 0, 0);
            return new MapPicture(
                            content, frame, palette, new FxTextMeasure(), Optional.of("JPN"), Optional.empty(), true)
                    .draw();
        });

        ApprovedPicture.check("map-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, picture);
    }
}

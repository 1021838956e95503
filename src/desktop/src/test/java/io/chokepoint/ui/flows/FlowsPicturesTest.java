package io.chokepoint.ui.flows;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.FlowBook;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowsPicturesTest {
    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1920, 1080", "DARK, 1920, 1080"})
    void looksAsApproved(Theme theme, int width, int height) {
        Palette palette = Palette.of(theme);
        Picture picture = Toolkit.onUiThread(() -> {
            Fonts.load();
            SimulationResult result = SmallRun.result();
            Good good = result.dataset().getGood("coating feed");
            FlowsContent content = new FlowsBuilder(
                            Answer.of(result), new FlowBook(SmallRun.runner()), good, FlowsContent.Width.VALUE, 12)
                    .build();
            FlowsLevels levels = new FlowsLevels(result, good, 30);
            return new FlowsPicture(content, levels, palette, new FxTextMeasure(), width, height).draw();
        });

        ApprovedPicture.check("flows-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, picture);
    }
}

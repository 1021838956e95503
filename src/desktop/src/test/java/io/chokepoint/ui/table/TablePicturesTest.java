package io.chokepoint.ui.table;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.TablePicture;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablePicturesTest {
    @ParameterizedTest
    @EnumSource
    void looksAsApproved(Theme theme) {
        Palette palette = Palette.of(theme);
        Picture picture = Toolkit.onUiThread(() -> {
            Fonts.load();
            return TablePicture.draw(
                    new RunTables(Answer.of(SmallRun.result()), Optional.empty(), () -> 30).goods(true),
                    palette,
                    new FxTextMeasure());
        });

        ApprovedPicture.check("table-" + theme.name().toLowerCase(Locale.ROOT), picture);
    }
}

package io.chokepoint;

import io.chokepoint.cli.Desktop;
import io.chokepoint.cli.Picture;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.DesktopLauncher;
import io.chokepoint.ui.HeadlessPictures;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.ViewKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Joins the command line to the window. */
final class WindowDesktop implements Desktop {
    @Override
    public void open(Path data, Optional<String> scenario) {
        DesktopLauncher.launch(data, scenario);
    }

    @Override
    public void draw(DataPackage data, Scenario scenario, List<Picture> pictures) throws IOException {
        HeadlessPictures.draw(
                data, scenario, pictures.stream().map(WindowDesktop::shot).toList());
    }

    private static HeadlessPictures.Shot shot(Picture picture) {
        return new HeadlessPictures.Shot(
                picture.file(),
                switch (picture.view()) {
                    case GRAPH -> ViewKind.GRAPH;
                    case SANKEY -> ViewKind.FLOWS;
                    case MAP -> ViewKind.MAP;
                    case MATRIX -> ViewKind.MATRIX;
                    case TABLE -> ViewKind.TABLE;
                },
                picture.dark() ? Theme.DARK : Theme.LIGHT,
                picture.week(),
                picture.focus(),
                picture.width(),
                picture.height());
    }
}

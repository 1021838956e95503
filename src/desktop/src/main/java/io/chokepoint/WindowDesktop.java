package io.chokepoint;

import io.chokepoint.cli.Desktop;
import io.chokepoint.cli.Picture;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.DesktopLauncher;
import io.chokepoint.ui.HeadlessPictures;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.ViewKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Joins the command line to the window. */
final class WindowDesktop implements Desktop {
    @Override
    public void open(Optional<Path> data, Optional<String> scenario) {
        DesktopLauncher.launch(data, scenario);
    }

    @Override
    public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) throws IOException {
        HeadlessPictures.draw(
                data,
                scenario,
                model,
                pictures.stream().map(WindowDesktop::shot).toList());
    }

    private static HeadlessPictures.Shot shot(Picture picture) {
        return new HeadlessPictures.Shot(
                picture.file(),
                switch (picture.view()) {
                    case CHAIN -> ViewKind.CHAIN;
                    case GRAPH -> ViewKind.GRAPH;
                    case SANKEY -> ViewKind.FLOWS;
                    case MAP -> ViewKind.MAP;
                    case MATRIX -> ViewKind.MATRIX;
                    case TABLE -> ViewKind.TABLE;
                    case RANKING -> ViewKind.RANKING;
                    case HELPS -> ViewKind.HELPS;
                    case LENS -> ViewKind.LENS;
                    case MODELS -> ViewKind.MODELS;
                },
                picture.dark() ? Theme.DARK : Theme.LIGHT,
                picture.week(),
                picture.focus(),
                picture.width(),
                picture.height(),
                picture.scale(),
                switch (picture.panel()) {
                    case NONE, SEARCH -> Optional.empty();
                    case WHY -> Optional.of(Command.WHY);
                    case EVERYTHING -> Optional.of(Command.SHOW_EVERYTHING);
                    case GALLERY -> Optional.of(Command.GALLERY);
                    case RESTRICT -> Optional.of(Command.RESTRICT);
                    case DRAWER -> Optional.of(Command.DRAWER);
                    case EPISODES -> Optional.of(Command.PAST_EPISODES);
                    case RUNS -> Optional.of(Command.RUN_MANY);
                    case KEYS -> Optional.of(Command.KEYS);
                    case GUIDE -> Optional.of(Command.GUIDE);
                },
                picture.panel() == Picture.Panel.SEARCH ? Optional.of(picture.search()) : Optional.empty(),
                picture.against(),
                picture.differenceOnly());
    }
}

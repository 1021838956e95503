package io.chokepoint;

import io.chokepoint.cli.Desktop;
import io.chokepoint.ui.DesktopLauncher;
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
    public List<Path> writePictures(Path folder, Path data, Optional<String> scenario) {
        return List.of();
    }
}

package io.chokepoint;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.cli.Desktop;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Joins the command line to the window. */
final class WindowDesktop implements Desktop {
    @Override
    public void open(Path data, Optional<String> scenario) {
        throw new ChokepointException("This build has no window; see 'chokepoint --help' for the command line.");
    }

    @Override
    public List<Path> writePictures(Path folder, Path data, Optional<String> scenario) {
        return List.of();
    }
}

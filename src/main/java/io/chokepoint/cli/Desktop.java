package io.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The window as the command line sees it, so that a run without one never loads a class of the window toolkit. */
public interface Desktop {

    /**
     * Opens the window and returns when it is closed.
     *
     * @param data folder of the dataset
     * @param scenario id of the scenario to start with; empty for the dataset's default
     */
    void open(Path data, Optional<String> scenario);

    /**
     * Draws the same picture without a display.
     *
     * @param folder where the pictures go; exists
     * @return the files written
     * @throws IOException if one cannot be written
     */
    List<Path> writePictures(Path folder, Path data, Optional<String> scenario) throws IOException;
}

package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The window as the command line sees it, so that a run without one never loads a class of the window toolkit. */
public interface Desktop {

    /**
     * Opens the window and returns when it is closed.
     *
     * @param data folder of the dataset; empty where none was named: the one open last, or the shipped one
     * @param scenario id of the scenario to start with or its file; empty for what was worked on last
     */
    void open(Optional<Path> data, Optional<String> scenario);

    /**
     * Draws the window without a display. Once a process.
     *
     * @param model name of the model that runs the scenario
     * @throws IOException if a picture cannot be made or written
     */
    void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) throws IOException;
}

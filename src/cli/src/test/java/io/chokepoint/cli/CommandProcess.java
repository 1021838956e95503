package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command line as a process of its own, without a window. */
public final class CommandProcess {
    private CommandProcess() {}

    public static void main(String[] args) {
        System.exit(ChokepointCommand.run(new NoWindow(), args));
    }

    private static final class NoWindow implements Desktop {
        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            throw new AssertionError("no command of a test opens a window");
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
            throw new AssertionError("no command of a test draws");
        }
    }
}

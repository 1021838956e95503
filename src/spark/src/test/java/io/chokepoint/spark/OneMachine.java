package io.chokepoint.spark;

import io.chokepoint.cli.ChokepointCommand;
import io.chokepoint.cli.Desktop;
import io.chokepoint.cli.Picture;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The plain program, from the classes of the job's jar, so that its version is the same. */
public final class OneMachine {
    private OneMachine() {}

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

package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** One command line run in this process, and what it said. */
record CommandRun(int code, String out, String err) {

    static CommandRun of(String... args) {
        return of(new NoDesktop(), true, args);
    }

    static CommandRun of(Desktop desktop, boolean hasDisplay, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), new StandardOutput(out), new PrintWriter(err), false, hasDisplay);
        int code = ChokepointCommand.run(desktop, terminal, args);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** The same with the small test dataset. */
    static CommandRun onChain(String... args) {
        return of(Stream.concat(Stream.of(args), Stream.of("--data", chain().toString()))
                .toArray(String[]::new));
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    static Path chain() {
        try {
            URL descriptor = Objects.requireNonNull(CommandRun.class.getResource("chain/datapackage.json"));
            return Objects.requireNonNull(Path.of(descriptor.toURI()).getParent());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A copy of the test dataset that a test may spoil. */
    static Path copyOfChain(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(chain())) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(chain().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return target;
    }

    static final class NoDesktop implements Desktop {
        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            throw new AssertionError("no window in this test");
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
            throw new AssertionError("no pictures in this test");
        }
    }
}

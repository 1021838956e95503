package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.mcp.AssistantServer;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mcp",
        description = {
            "Answers assistants: a Model Context Protocol server over standard input and output, with tools to list goods,"
                    + " makers and scenarios, run a restriction, explain a good, rank, compare and read a figure with its source.",
            "",
            "Started by an assistant's program, not by hand; src/docs/ASSISTANTS.md says how to add it. Reads the dataset"
                    + " and no other file, writes nothing, and ends when its input does. Standard output carries the protocol"
                    + " only."
        },
        footerHeading = "%nExamples:%n" + "  chokepoint mcp%n" + "  chokepoint mcp --seconds 20 --threads 2%n",
        sortOptions = false)
final class McpCommand implements Callable<Integer> {
    static final int MOST_SECONDS = 600;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "The longest that one question may take, 1 to " + MOST_SECONDS + ". Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        DataPackage data = common.withProgress(common::load);
        AssistantServer.serve(
                data,
                ProgramVersion.text(),
                new AssistantServer.Limits(Duration.ofSeconds(seconds), common.threads()),
                common.terminal().in(),
                new Lines(common.terminal().out()));
        return ExitCode.OK;
    }

    /** Bytes for the terminal's writer, a whole line at a time, so that no letter is cut in two. */
    private static final class Lines extends OutputStream {
        private final StandardOutput out;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        private Lines(StandardOutput out) {
            this.out = out;
        }

        @Override
        public synchronized void write(int one) {
            line.write(one);
            if (one == '\n') {
                send();
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            line.write(bytes, from, length);
            if (length > 0 && bytes[from + length - 1] == '\n') {
                send();
            }
        }

        @Override
        public synchronized void close() {
            send();
        }

        private void send() {
            out.write(line.toString(StandardCharsets.UTF_8));
            out.flush();
            line.reset();
        }
    }
}

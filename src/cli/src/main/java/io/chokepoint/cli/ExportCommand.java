package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.exchange.Exporters;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.outlet.Exporter;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.StudyRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A dataset, or the run of a scenario on it, for other tools. */
@Command(
        name = "export",
        description = "Writes the dataset for another tool; with --scenario a run on it, where the format knows time.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint export xlsx --out chips.xlsx%n"
                + "  chokepoint export gexf --scenario ree-full-stop --out run.gexf%n",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {

    /** The formats for the help text. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Formats.class)
    private String format = "";

    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            description = "Write the run of this scenario of the dataset, or of a scenario file, week by week.")
    private @Nullable String scenario;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Exporter exporter = Exporters.find(format)
                .orElseThrow(() -> common.usage("FORMAT '" + format + "' is none of " + String.join(", ", words())));
        if (common.format() != Output.TABLE) {
            throw common.usage("what is written is named by FORMAT; --format has no meaning here");
        }
        if (scenario != null && !exporter.takesRun()) {
            throw common.usage("'" + format + "' holds the dataset and no run; leave out --scenario");
        }
        Optional<Path> file = common.out().filter(unused -> !common.toStandardOutput());
        if (file.isEmpty() && !exporter.isText()) {
            throw common.usage("'" + format + "' is no text; name a file with --out");
        }
        ExportSource source = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Optional<SimulationResult> run = Optional.ofNullable(scenario)
                    .map(wanted -> new StudyRunner(data).run(ScenarioOptions.named(wanted, data), monitor));
            return new ExportSource(data, run);
        });
        if (file.isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            exporter.write(source, bytes);
            common.print(out -> out.write(bytes.toString(StandardCharsets.UTF_8)));
            return ExitCode.OK;
        }
        try {
            exporter.write(source, file.get());
        } catch (IOException failure) {
            throw new ChokepointException(
                    "--out: cannot write " + file.get() + ": " + CommonOptions.reason(failure), failure);
        }
        return ExitCode.OK;
    }

    private static List<String> words() {
        return Exporters.all().stream().map(Exporter::format).toList();
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.ResultWriter;
import io.chokepoint.export.RowWriter;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "desktop",
        description = "Opens the visualizer. Without a display, writes the default scenario's result into "
                + DesktopCommand.REPORT_FOLDER + "/ instead.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint desktop --scenario ree-licence-april-2025%n"
                + "  chokepoint desktop shared.chokepoint%n",
        sortOptions = false)
final class DesktopCommand implements Callable<Integer> {
    static final String REPORT_FOLDER = "chokepoint-report";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Scenario file (.json) or shared scenario (.chokepoint) to start with, as --scenario FILE.")
    private @Nullable String file;

    @Option(
            names = "--scenario",
            paramLabel = "ID|FILE",
            description =
                    "Scenario to start with, or a scenario's file (.json, .chokepoint). Default: the work of last time, at first the whole chain at rest; "
                            + "without a display, the dataset's.")
    private @Nullable String scenario;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the pictures and tables go without a display. Default: ${DEFAULT-VALUE}.",
            defaultValue = REPORT_FOLDER)
    private Path report = Path.of(REPORT_FOLDER);

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (file != null) {
            if (scenario != null) {
                throw common.usage("FILE and --scenario name two scenarios; give one");
            }
            requireFile(file);
            scenario = file;
        }
        Desktop desktop = common.root().desktop();
        if (common.terminal().hasDisplay()) {
            common.root().handOver();
            desktop.open(common.givenFolder(), Optional.ofNullable(scenario));
            return ExitCode.OK;
        }
        common.terminal()
                .err()
                .println("There is no display; writing pictures and tables into " + report + "/ instead.");
        common.terminal().err().flush();
        List<Path> written = writeReport(report, desktop);
        common.print(out -> {
            for (Path file : written) {
                out.write(file + "\n");
            }
        });
        return ExitCode.OK;
    }

    /** A mistyped name must be said here, not in a window that opens with something else. */
    private static void requireFile(String named) {
        if (!Files.isRegularFile(Path.of(named))) {
            throw new ChokepointException(List.of(Problem.error(named, 0, "", "is no file; expected a scenario.")));
        }
    }

    private List<Path> writeReport(Path folder, Desktop desktop) throws IOException {
        DataPackage data = common.withProgress(common::load);
        Scenario chosen = chosen(data);
        SimulationResult result = common.withProgress(monitor -> new StudyRunner(data).run(chosen, monitor));
        Picture light = Picture.ofWindow(folder.resolve("window-light.png"), false);
        Picture dark = Picture.ofWindow(folder.resolve("window-dark.png"), true);
        try {
            Files.createDirectories(folder);
            List<Path> written = new ArrayList<>();
            written.add(write(folder.resolve("summary.txt"), out -> out.write(SummaryText.of(result))));
            written.add(write(folder.resolve("report.html"), out -> ReportWriter.write(Report.of(result), out)));
            written.add(write(
                    folder.resolve("summary.csv"),
                    out -> ResultWriter.writeSummary(result, RowWriter.Format.CSV, out)));
            written.add(write(
                    folder.resolve("series.csv"), out -> ResultWriter.writeSeries(result, RowWriter.Format.CSV, out)));
            desktop.draw(data, chosen, ModelRegistry.PROGRAM.names().getFirst(), List.of(light, dark));
            written.add(light.file());
            written.add(dark.file());
            return written;
        } catch (IOException failure) {
            throw new ChokepointException("Cannot write into " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private static Path write(Path file, AtomicFile.Content content) throws IOException {
        AtomicFile.write(file, content);
        return file;
    }

    private Scenario chosen(DataPackage data) {
        String id = scenario != null
                ? scenario
                : data.defaultScenario()
                        .orElseThrow(() ->
                                new ChokepointException("The dataset names no default scenario; add --scenario."));
        return ScenarioOptions.named(id, data);
    }
}

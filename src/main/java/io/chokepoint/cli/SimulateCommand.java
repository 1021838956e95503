package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.export.ResultWriter;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = "Runs a scenario or restrictions given on the command line and prints what is hit.",
        sortOptions = false)
final class SimulateCommand implements Callable<Integer> {

    private static final class What {
        @Option(
                names = "--summary",
                description = "One row a good: first loss, trough, lost output, why. This is the default.")
        private boolean summary;

        @Option(
                names = "--series",
                description = "One row a week and maker, good or market: output as a part of baseline.")
        private boolean series;
    }

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @ArgGroup
    private @Nullable What what;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        SimulationResult result = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Scenario scenario = options.resolve(data);
            return new StudyRunner(data).run(scenario, monitor);
        });
        boolean series = what != null && what.series;
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(series ? SeriesText.of(result) : SummaryText.of(result)));
        } else if (series) {
            common.print(out -> ResultWriter.writeSeries(result, common.fileFormat(), out));
        } else {
            common.print(out -> ResultWriter.writeSummary(result, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }
}

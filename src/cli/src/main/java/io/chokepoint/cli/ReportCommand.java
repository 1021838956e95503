package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.export.ReportWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "report",
        description =
                "Writes a scenario's result as one self-contained HTML page: question, answer, why, curves, tables, sources.",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (common.format() != Output.TABLE) {
            throw common.usage("report writes a page; for " + common.format() + " use simulate");
        }
        if (common.out().filter(file -> file.toString().endsWith(".pdf")).isPresent()) {
            throw common.usage("report writes HTML; print the page from a browser for a PDF");
        }
        model.require("report", Capability.TIME, Capability.VOLUME, Capability.CAUSES, Capability.MARKETS);
        options.require(model);
        SimulationResult result = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Scenario scenario = options.resolve(data, common);
            return model.runner(data).run(scenario, monitor);
        });
        common.print(out -> ReportWriter.write(result, out));
        return ExitCode.OK;
    }
}

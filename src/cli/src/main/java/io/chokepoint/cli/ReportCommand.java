package io.chokepoint.cli;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description =
                "Writes a scenario's result as one self-contained HTML page: question, answer and its range, what would"
                        + " have to be true, past episodes like it, why, curves, tables, sources.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint report --scenario ree-full-stop --out full-stop.html%n"
                + "  chokepoint report --scenario ree-licence-april-2025 \\%n"
                + "      --compare ree-full-stop --out two.html%n",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--compare",
            paramLabel = "ID|FILE|RULE",
            description = "Also show where this scenario parts from the first, or the first under this rationing rule"
                    + " (proportional, priority, domestic-first, price). --weeks is for both, so is --rationing unless a rule"
                    + " is named here.")
    private @Nullable String compare;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "100",
            description = "Also run it N times with drawn figures, 0 to " + OptionValues.MOST_SAMPLES
                    + ", for ranges and what would narrow them most. Default: ${DEFAULT-VALUE}.")
    private int samples = 100;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Any whole number; the same seed gives the same draws. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

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
        Runs runs = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Scenario scenario = options.resolve(data, common);
            StudyRunner runner = options.own(model.runner(data));
            Optional<Side> side = Optional.ofNullable(compare).map(wanted -> side(wanted, scenario, data));
            SimulationResult first = runner.run(scenario, monitor);
            return new Runs(
                    ScenarioAssessment.of(runner, first, drawing(), common.threads(), monitor),
                    side.map(known -> new Report.Other(
                                    runner.run(known.scenario, monitor), known.name, known.nameOfFirst))
                            .orElse(null));
        });
        common.print(out -> ReportWriter.write(Report.of(runs.first).comparedWith(Optional.ofNullable(runs.other)), out));
        return ExitCode.OK;
    }

    private Optional<MonteCarlo.Settings> drawing() {
        return samples == 0
                ? Optional.empty()
                : Optional.of(MonteCarlo.Settings.all(samples, seed, common.threads())
                        .withPrices(MonteCarlo.Settings.Prices.SUMMARY));
    }

    private record Runs(ScenarioAssessment first, Report.@Nullable Other other) {}

    /** What to compare with, and what the two are called. */
    private record Side(Scenario scenario, String name, String nameOfFirst) {}

    private Side side(String wanted, Scenario first, DataPackage data) {
        Optional<RationingRule> rule = options.rule(wanted, first, data);
        if (rule.isPresent()) {
            RationingRule stated = first.rationing().orElse(data.defaultRationing());
            return new Side(
                    first.withRationing(rule.get()),
                    wanted,
                    RuleWeights.Rule.of(stated).id());
        }
        Scenario other = options.apply(ScenarioOptions.named("--compare", wanted, data), data);
        return new Side(other, other.title(), first.title());
    }
}

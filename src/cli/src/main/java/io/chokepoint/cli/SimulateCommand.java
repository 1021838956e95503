package io.chokepoint.cli;

import io.chokepoint.analysis.FigureRanking;
import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.DrawsWriter;
import io.chokepoint.export.ModelTableWriter;
import io.chokepoint.export.ResultWriter;
import io.chokepoint.export.RowWriter;
import io.chokepoint.export.SampleWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.NarrowingTables;
import io.chokepoint.study.RunRemarks;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = "Runs a scenario or restrictions given on the command line and prints what is hit.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint simulate --scenario ree-licence-14nm%n"
                + "  chokepoint simulate --scenario helium-qatar-2026 --samples 200 \\%n"
                + "      --format csv --out helium.csv%n"
                + "  chokepoint simulate --weeks 104 \\%n"
                + "      --restrict \"export-ban good:gallium country:CHN leak=0.1\"%n"
                + "  chokepoint simulate --scenario us-h100-ban --series --format json%n"
                + "  chokepoint simulate --scenario us-h100-ban --series --format parquet \\%n"
                + "      --out series.parquet%n"
                + "  chokepoint simulate --scenario ree-full-stop --weeks 26 --model ario%n"
                + "  chokepoint simulate --scenario ree-full-stop --model esri \\%n"
                + "      --essential-from 0.25%n"
                + "  chokepoint simulate --scenario ree-full-stop --samples 8 --weeks 26 \\%n"
                + "      --shard 3/4 --out draws-3.parquet%n",
        sortOptions = false)
final class SimulateCommand implements Callable<Integer> {

    private static final String PARQUET = ".parquet";
    private static final String ESRI = "esri";

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

    @ArgGroup(exclusive = false)
    private @Nullable SampleOptions samples;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Option(
            names = "--essential-from",
            paramLabel = "PART",
            description =
                    "With --model esri: the criticality from which an input is essential, above 0 and at most 1; smaller"
                            + " ones are non-essential. Default: 0.5, an assumption.")
    private @Nullable Double essentialFrom;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Runs(ModelResult central, @Nullable MonteCarloResult drawn) {}

    @Override
    public Integer call() throws IOException {
        options.require(model);
        if (essentialFrom != null && !model.name().equals(ESRI)) {
            throw common.usage("--essential-from is for --model " + ESRI);
        }
        if (wantsSeries()) {
            model.require("--series", Capability.TIME);
        }
        if (samples != null) {
            model.require("--samples", Capability.TIME, Capability.VOLUME);
            common.distinct("--draws", samples.draws().orElse(null));
            if (samples.draws()
                    .filter(file -> !file.toString().endsWith(PARQUET))
                    .isPresent()) {
                throw common.usage("--draws " + samples.draws().get() + " does not end in " + PARQUET
                        + ", the only form of draws");
            }
        }
        shard.check(common, samples == null ? Optional.of("expected --samples of 1 or more") : Optional.empty());
        Optional<Runs> found = common.withProgress(this::run);
        if (found.isEmpty()) {
            return ExitCode.OK;
        }
        Runs runs = found.get();
        switch (runs.central) {
            case SimulationResult run -> print(run, runs.drawn);
            case ModelTable table -> print(table);
        }
        return ExitCode.OK;
    }

    /** @return empty where only a part was computed */
    private Optional<Runs> run(RunMonitor monitor) {
        DataPackage data = common.load(monitor);
        Scenario scenario = options.resolve(data, common);
        if (samples != null && samples.drivers().isPresent()) {
            // Somebody who misspells a good should not have to wait for a thousand runs to learn it.
            new GoodFinder(data.dataset(), "--drivers", "a good or market")
                    .get(samples.drivers().get());
        }
        StudyRunner runner = options.own(
                essentialFrom == null
                        ? model.runner(data)
                        : ModelRegistry.withEssentialFrom(essentialFrom).runner(data, model.name()));
        if (samples == null) {
            return Optional.of(new Runs(runner.answer(scenario, monitor), null));
        }
        Optional<MonteCarloResult> drawn = drawn(runner, scenario, samples, monitor);
        return drawn.map(many -> new Runs(runner.answer(scenario, monitor), many));
    }

    private Optional<MonteCarloResult> drawn(
            StudyRunner runner, Scenario scenario, SampleOptions wanted, RunMonitor monitor) {
        MonteCarlo.Settings settings = wanted.settings(common.threads(), prices());
        if (shard.isPlain(common)) {
            return Optional.of(runner.sample(scenario, settings, monitor));
        }
        if (shard.isGiven() && settings.goodEnough() > 0) {
            common.remark(Texts.get("shard.noEarlyStop", Amounts.count(settings.mostRuns())));
        }
        MonteCarlo.Runs runs = runner.runs(scenario, settings);
        Map<String, String> inputs = ShardOption.inputs(runner.provenance(scenario));
        inputs.put("range of figures", runs.ranges());
        return shard.results(runs, inputs, common, monitor).map(runs::result);
    }

    private void print(SimulationResult central, @Nullable MonteCarloResult drawn) throws IOException {
        RunRemarks.of(central).forEach(common::remark);
        if (samples != null && drawn != null && samples.draws().isPresent()) {
            writeDraws(central, drawn, samples.draws().get());
        }
        if (samples == null || drawn == null) {
            printRun(central);
        } else if (samples.drivers().isPresent()) {
            printDrivers(central, drawn, samples.drivers().get());
        } else {
            printSpread(central, drawn);
        }
    }

    private void writeDraws(SimulationResult central, MonteCarloResult drawn, Path file) {
        CommonOptions.writeBytes(
                "--draws",
                file,
                out -> DrawsWriter.write(drawn, wantsSeries(), SampleWriter.provenance(central, drawn), out));
        if (wantsSeries() && drawn.runsKept() < drawn.runs()) {
            common.remark("Outputs week by week are kept of the first " + drawn.runsKept() + " runs; " + file
                    + " has these.");
        }
    }

    private void print(ModelTable table) throws IOException {
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(ModelTableText.of(table)));
        } else {
            common.print(out -> ModelTableWriter.write(table, common.fileFormat(), out));
            common.remark(table.caution());
        }
    }

    private MonteCarlo.Settings.Prices prices() {
        return wantsSeries() ? MonteCarlo.Settings.Prices.WEEKLY : MonteCarlo.Settings.Prices.SUMMARY;
    }

    private boolean wantsSeries() {
        return what != null && what.series;
    }

    private void printRun(SimulationResult result) throws IOException {
        if (common.isParquet()) {
            common.printBytes(out -> ResultWriter.writeSeries(result, out));
        } else if (common.format() == Output.TABLE) {
            common.print(out -> out.write(wantsSeries() ? SeriesText.of(result) : SummaryText.of(result)));
        } else if (wantsSeries()) {
            common.print(out -> ResultWriter.writeSeries(result, common.fileFormat(), out));
        } else {
            common.print(out -> ResultWriter.writeSummary(result, common.fileFormat(), out));
        }
    }

    private void printSpread(SimulationResult central, MonteCarloResult drawn) throws IOException {
        if (common.format() == Output.TABLE && !wantsSeries()) {
            common.print(out -> out.write(SampleText.summary(central, drawn)));
            return;
        }
        RowWriter.Format format = common.fileFormat();
        if (common.isParquet()) {
            common.printBytes(out -> SampleWriter.writeSeries(central, drawn, out));
        } else if (wantsSeries()) {
            common.print(out -> SampleWriter.writeSeries(central, drawn, format, out));
        } else {
            common.print(out -> SampleWriter.writeSummary(central, drawn, format, out));
        }
        common.remark(SampleText.convergence(drawn));
    }

    private void printDrivers(SimulationResult central, MonteCarloResult drawn, String wanted) throws IOException {
        GoodFinder.Found found = new GoodFinder(drawn.dataset()).get(wanted);
        List<FigureRanking.Entry> drivers = switch (found) {
            case GoodFinder.FoundGood one -> drawn.drivers(one.good(), Measure.LOST_OUTPUT);
            case GoodFinder.FoundMarket one -> drawn.drivers(one.market(), Measure.LOST_OUTPUT);
        };
        List<NarrowingAnswer> answers = switch (found) {
            case GoodFinder.FoundGood one -> NarrowingAnswer.of(drawn, one.good());
            case GoodFinder.FoundMarket one -> NarrowingAnswer.of(drawn, one.market());
        };
        FigureNames names = FigureNames.of(drawn.dataset(), drawn.scenario());
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(SampleText.drivers(found.name(), drivers, names, drawn)
                    + NarrowingText.of(found.name(), new NarrowingTables(answers, names))));
        } else {
            common.print(out -> SampleWriter.writeDrivers(
                    drivers, answers, names, SampleWriter.provenance(central, drawn), common.fileFormat(), out));
            common.remark(SampleText.convergence(drawn));
        }
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.BacktestPicture;
import io.chokepoint.export.BacktestWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Episode;
import io.chokepoint.study.Backtest;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backtest",
        description = "Runs past episodes and prints what the model says beside what was seen.",
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Episodes by id. Default: all of the dataset.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--held-aside", description = "Only the episodes that nobody looked at while figures were changed.")
    private boolean heldAside;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "200",
            description = "Runs with drawn figures for each episode, 0 to " + OptionValues.MOST_SAMPLES
                    + ", for the columns simulated_p10 and simulated_p90; 0: none." + " Default: ${DEFAULT-VALUE}.")
    private int samples = 200;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Any whole number; the same seed gives the same draws. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--picture", paramLabel = "F.svg", description = "Also draw seen and simulated as a picture.")
    private @Nullable Path picture;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Answer(List<BacktestRow> rows, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        model.require("backtest", Capability.TIME, Capability.VOLUME, Capability.MARKETS);
        Answer answer = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            StudyRunner runner = model.runner(data);
            List<Episode> episodes = chosen(data);
            return new Answer(
                    Backtest.run(runner, episodes, samples, seed, common.threads(), monitor),
                    provenance(runner, episodes));
        });
        List<BacktestRow> rows = answer.rows;
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(BacktestText.of(rows)));
        } else {
            common.print(out -> BacktestWriter.write(rows, answer.provenance, common.fileFormat(), out));
            common.remark(BacktestText.score(rows));
        }
        if (picture != null) {
            AtomicFile.write(picture, out -> BacktestPicture.write(rows, answer.provenance, out));
        }
        return ExitCode.OK;
    }

    private Provenance provenance(StudyRunner runner, List<Episode> episodes) {
        Provenance central =
                runner.provenance(episodes.stream().map(Episode::scenario).toList());
        return samples == 0
                ? central
                : central.withFigures("central, and " + samples + Amounts.word(samples, " run", " runs") + " of seed "
                        + seed + " with drawn figures");
    }

    private List<Episode> chosen(DataPackage data) {
        List<Problem> problems = new ArrayList<>();
        for (String id : ids) {
            if (data.episodes().stream()
                    .noneMatch(episode -> id.equals(episode.scenario().id()))) {
                problems.add(Problem.error(
                        "backtest",
                        0,
                        "",
                        "'" + id + "' is not an episode of this dataset; it has "
                                + String.join(
                                        ", ",
                                        data.episodes().stream()
                                                .map(episode ->
                                                        episode.scenario().id())
                                                .toList())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        List<Episode> chosen = data.episodes().stream()
                .filter(episode ->
                        ids.isEmpty() || ids.contains(episode.scenario().id()))
                .filter(episode -> !heldAside || episode.heldAside())
                .toList();
        if (chosen.isEmpty()) {
            throw new ChokepointException("This dataset has no " + (heldAside ? "episodes held aside" : "past episodes")
                    + (ids.isEmpty() ? "." : " among those named."));
        }
        return chosen;
    }
}

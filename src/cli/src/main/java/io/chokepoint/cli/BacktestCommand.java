package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.Range;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.BacktestPicture;
import io.chokepoint.export.BacktestSkillWriter;
import io.chokepoint.export.BacktestWriter;
import io.chokepoint.export.FactorEstimateWriter;
import io.chokepoint.export.PredictedPicture;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.Backtest;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.BacktestSkill;
import io.chokepoint.study.FactorEstimate;
import io.chokepoint.study.ScaledFigures;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backtest",
        description = "Runs past episodes and prints what the model says beside what was seen.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint backtest magnets-2025 --samples 50%n"
                + "  chokepoint backtest yttrium-2025 --samples 0 --format csv%n"
                + "  chokepoint backtest magnets-2025 --samples 6 --shard 2/2 --out seen-2.parquet%n",
        sortOptions = false)
final class BacktestCommand implements Callable<Integer> {

    private static final double MOST_FACTOR = 1_000;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Episodes by id. Default: all of the dataset.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--held-aside", description = "Only the episodes that nobody looked at while figures were changed.")
    private boolean heldAside;

    @Option(names = "--estimating", description = "Only the other episodes, those by which figures may be changed.")
    private boolean estimating;

    @Option(
            names = "--score",
            description =
                    "Print how good the forecasts are in place of the observations: by half and class of observation the"
                            + " continuous ranked probability score, the skill against 'nothing happens' and 'everything in"
                            + " proportion at once', and how many lie in the band of 8 of 10 runs. Needs runs with drawn figures.")
    private boolean score;

    @Option(
            names = "--estimate",
            description =
                    "Look for one factor a class of assumptions on the estimating half, print every factor tried and which is"
                            + " adopted: only what improves the score by more than two errors. Changes nothing. Takes as long as"
                            + " two dozen scores.")
    private boolean estimate;

    @Option(
            names = "--rationing",
            paramLabel = "RULE",
            description = "Who is served first in episodes that do not say so: ${COMPLETION-CANDIDATES}."
                    + " Default: as the dataset says.")
    private @Nullable Rationing rationing;

    @Option(
            names = "--factor",
            paramLabel = "CLASS=F",
            description =
                    "Multiply all figures of a class that nobody published, to see what that changes: criticality,"
                            + " stockWeeks, qualificationWeeks, spare, tolerance (its distance from 1); or steepness. May be"
                            + " repeated.")
    private Map<String, Double> factors = new LinkedHashMap<>();

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

    @Option(
            names = "--picture",
            paramLabel = "F.svg",
            description = "Also draw seen and simulated as a picture; with --score, predicted against seen.")
    private @Nullable Path picture;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Answer(List<BacktestRow> rows, long withoutPrices, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        model.require("backtest", Capability.TIME, Capability.VOLUME, Capability.MARKETS);
        if (score && samples == 0) {
            throw usage("--score needs runs with drawn figures; expected --samples of 1 or more.");
        }
        shard.check(common, nothingToShare());
        if (estimate) {
            return estimate();
        }
        Map<ScaledFigures.Kind, Double> scaled = factors();
        Optional<Answer> found = common.withProgress(monitor -> answer(scaled, monitor));
        if (found.isEmpty()) {
            return ExitCode.OK;
        }
        Answer answer = found.get();
        List<BacktestRow> rows = answer.rows;
        if (answer.withoutPrices > 0) {
            common.remark(Texts.get("backtest.withoutPrices", answer.withoutPrices));
        }
        if (score) {
            printScore(answer);
        } else if (common.format() == Output.TABLE) {
            common.print(out -> out.write(BacktestText.of(rows)));
        } else {
            common.print(out -> BacktestWriter.write(rows, answer.provenance, common.fileFormat(), out));
            common.remark(BacktestText.score(rows));
        }
        if (picture != null) {
            CommonOptions.write("--picture", picture, out -> draw(answer, out));
        }
        return ExitCode.OK;
    }

    private Optional<String> nothingToShare() {
        if (estimate) {
            return Optional.of("what --estimate tries next depends on what it found before");
        }
        return samples == 0 ? Optional.of("expected --samples of 1 or more") : Optional.empty();
    }

    /** @return empty where only a part was computed */
    private Optional<Answer> answer(Map<ScaledFigures.Kind, Double> scaled, RunMonitor monitor) {
        DataPackage data = ScaledFigures.steepened(withRationing(common.load(monitor)), scaled);
        StudyRunner runner = model.runner(data);
        List<Episode> episodes = chosen(data);
        Backtest.Settings settings =
                new Backtest.Settings(samples, seed, common.threads(), ScaledFigures.of(data.dataset(), scaled));
        Provenance provenance = provenance(runner, episodes);
        Optional<List<BacktestRow>> rows;
        if (shard.isPlain(common)) {
            rows = Optional.of(Backtest.run(runner, episodes, settings, monitor));
        } else {
            Backtest.Runs runs = Backtest.runs(runner, episodes, settings);
            rows = shard.results(runs, ShardOption.inputs(provenance), common, monitor)
                    .map(results -> runs.rows(results, monitor));
        }
        return rows.map(all -> new Answer(all, Backtest.withoutPrices(runner, episodes), provenance));
    }

    private Integer estimate() throws IOException {
        if (score || heldAside || picture != null || !factors.isEmpty() || !ids.isEmpty()) {
            throw usage(
                    "--estimate takes all episodes for estimating; expected it without --score, --held-aside, --factor,"
                            + " --picture or episodes.");
        }
        if (samples == 0) {
            throw usage("--estimate needs runs with drawn figures; expected --samples of 1 or more.");
        }
        estimating = true;
        Estimated found = common.withProgress(monitor -> {
            DataPackage data = withRationing(common.load(monitor));
            List<Episode> episodes = chosen(data);
            return new Estimated(
                    FactorEstimate.of(
                            data,
                            model::runner,
                            episodes,
                            new Backtest.Settings(samples, seed, common.threads()),
                            monitor),
                    provenance(model.runner(data), episodes));
        });
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(BacktestText.ofEstimate(found.estimate)));
        } else {
            common.print(out -> FactorEstimateWriter.write(found.estimate, found.provenance, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }

    private record Estimated(FactorEstimate estimate, Provenance provenance) {}

    private void printScore(Answer answer) throws IOException {
        List<BacktestSkill> skills = BacktestSkill.of(answer.rows);
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(BacktestText.ofSkill(skills)));
        } else {
            common.print(out -> BacktestSkillWriter.write(skills, answer.provenance, common.fileFormat(), out));
        }
    }

    private void draw(Answer answer, Writer out) throws IOException {
        if (score) {
            PredictedPicture.write(answer.rows, answer.provenance, out);
        } else {
            BacktestPicture.write(answer.rows, answer.provenance, out);
        }
    }

    private DataPackage withRationing(DataPackage data) {
        if (rationing == null) {
            return data;
        }
        RationingRule rule = rationing.rule(data.defaultRationing()).orElseThrow(() -> usage(Rationing.NO_CLASSES));
        return data.withRationing(rule);
    }

    private Map<ScaledFigures.Kind, Double> factors() {
        Map<ScaledFigures.Kind, Double> known = new EnumMap<>(ScaledFigures.Kind.class);
        factors.forEach((name, factor) -> {
            ScaledFigures.Kind kind = ScaledFigures.Kind.of(name)
                    .orElseThrow(() -> usage("--factor: '" + name + "' is no class of figures; expected one of "
                            + Arrays.stream(ScaledFigures.Kind.values())
                                    .map(ScaledFigures.Kind::id)
                                    .collect(Collectors.joining(", "))
                            + "."));
            if (!(factor > 0 && factor <= MOST_FACTOR)) {
                throw usage("--factor: " + name + "=" + factor
                        + " is out of range; expected a number above 0 and at most " + Range.plain(MOST_FACTOR) + ".");
            }
            known.put(kind, factor);
        });
        return known;
    }

    private ParameterException usage(String message) {
        return new ParameterException(
                Objects.requireNonNull(command, "not part of a command").commandLine(), message);
    }

    private Provenance provenance(StudyRunner runner, List<Episode> episodes) {
        Provenance central =
                runner.provenance(episodes.stream().map(Episode::scenario).toList());
        StringBuilder used = new StringBuilder(central.figures());
        if (samples > 0) {
            used.append(", and ")
                    .append(samples)
                    .append(Amounts.word(samples, " run", " runs"))
                    .append(" of seed ")
                    .append(seed)
                    .append(" with drawn figures");
        }
        if (rationing != null) {
            used.append("; rationing ").append(rationing).append(" unless stated");
        }
        factors.forEach((name, factor) ->
                used.append("; ").append(name).append(" times ").append(Range.plain(factor)));
        return central.withFigures(used.toString());
    }

    private List<Episode> chosen(DataPackage data) {
        if (data.episodes().isEmpty()) {
            throw new ChokepointException("This dataset has no past episodes.");
        }
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
                .filter(episode -> !estimating || !episode.heldAside())
                .toList();
        if (chosen.isEmpty()) {
            throw new ChokepointException(
                    "This dataset has no " + what() + (ids.isEmpty() ? "." : " among those named."));
        }
        return chosen;
    }

    private String what() {
        if (heldAside == estimating) {
            return heldAside ? "episodes that are both held aside and for estimating" : "past episodes";
        }
        return heldAside ? "episodes held aside" : "episodes for estimating";
    }
}

package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.study.BacktestRow.Forecasts;
import io.chokepoint.study.BacktestRow.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Past episodes: each is run as a scenario and its observations are read off the run. Nothing is fitted to an episode; the verdict is
 * that of central figures, and the runs with drawn figures only show how sure it is.
 *
 * <p>Observations of prices are left out where the dataset does not say what its goods are worth.
 */
public final class Backtest {
    /** A reading this close to an end of the range that was seen counts as within it. */
    private static final double TOLERANCE = 1e-9;

    private final StudyRunner runner;
    private final Settings settings;
    private final RunMonitor monitor;
    private final boolean hasPrices;

    /**
     * @param samples runs with drawn figures for each episode; 0 for none
     * @param threads ≥ 1; does not change the result
     * @param own by id, figures to use in place of the dataset's: what moving a class of them would do
     */
    public record Settings(int samples, long seed, int threads, Map<String, Figure> own) {
        public Settings {
            own = Map.copyOf(own);
        }

        public Settings(int samples, long seed, int threads) {
            this(samples, seed, threads, Map.of());
        }
    }

    private Backtest(StudyRunner runner, Settings settings, RunMonitor monitor) {
        this.runner = runner;
        this.settings = settings;
        this.monitor = new Quiet(monitor);
        this.hasPrices = runner.central().prices().isPresent();
    }

    /**
     * @param episodes of the runner's dataset
     * @param samples runs with drawn figures for each episode; 0 for none
     * @return one row an observation, in order
     * @throws ChokepointException if an episode does not fit the dataset
     */
    public static List<BacktestRow> run(
            StudyRunner runner, List<Episode> episodes, int samples, long seed, int threads, RunMonitor monitor) {
        return run(runner, episodes, new Settings(samples, seed, threads), monitor);
    }

    /** The same. */
    public static List<BacktestRow> run(
            StudyRunner runner, List<Episode> episodes, Settings settings, RunMonitor monitor) {
        Backtest study = new Backtest(runner, settings, monitor);
        List<BacktestRow> rows = new ArrayList<>();
        int done = 0;
        for (Episode episode : episodes) {
            monitor.checkCancelled();
            monitor.progress(done++, episodes.size(), "past episodes");
            rows.addAll(study.run(episode));
        }
        return List.copyOf(rows);
    }

    /** How many observations need prices that the runner's dataset does not have. */
    public static long withoutPrices(StudyRunner runner, List<Episode> episodes) {
        return runner.central().prices().isPresent()
                ? 0
                : episodes.stream()
                        .flatMap(episode -> episode.observations().stream())
                        .filter(seen -> seen.what().needsPrices())
                        .count();
    }

    private List<BacktestRow> run(Episode episode) {
        Dataset dataset = runner.data().dataset();
        int weeks = episode.scenario().horizonWeeks();
        List<ObservedSubject> subjects = episode.observations().stream()
                .filter(seen -> hasPrices || !seen.what().needsPrices())
                .map(seen -> ObservedSubject.of(seen, dataset))
                .toList();
        FigureValues central =
                figure -> settings.own().getOrDefault(figure.id(), figure).central();
        FigureValues values = settings.own().isEmpty() ? FigureValues.CENTRAL : central;
        PreparedRun run = runner.prepare(episode.scenario(), values);
        Course model = ModelCourse.of(run, weeks, subjects, monitor);
        Course inProportion = new ProportionBenchmark(
                CompiledScenario.of(runner.network(values), runner.select(episode.scenario()), values), weeks);
        List<double[]> drawn = drawn(episode, subjects);
        List<BacktestRow> rows = new ArrayList<>();
        for (int k = 0; k < subjects.size(); k++) {
            ObservedSubject subject = subjects.get(k);
            int place = k;
            double[] runs = drawn.stream().mapToDouble(read -> read[place]).toArray();
            rows.add(row(episode, subject, ObservationReader.read(subject, model), runs, inProportion));
        }
        return rows;
    }

    private static BacktestRow row(
            Episode episode,
            ObservedSubject subject,
            ObservationReader.Value central,
            double[] runs,
            Course inProportion) {
        Observation seen = subject.seen();
        return new BacktestRow(
                episode,
                episode.observations().indexOf(seen) + 1,
                seen,
                finite(central.value()),
                runs.length == 0 ? OptionalDouble.empty() : finite(MonteCarloResult.quantile(runs, 0.1)),
                runs.length == 0 ? OptionalDouble.empty() : finite(MonteCarloResult.quantile(runs, 0.9)),
                verdict(seen, central.value()),
                new Forecasts(
                        finite(central.price()),
                        finite(central.foreseen()),
                        Arrays.stream(runs).boxed().toList(),
                        ObservationReader.read(subject, inProportion).value()));
    }

    /** By run, then observation. */
    private List<double[]> drawn(Episode episode, List<ObservedSubject> subjects) {
        if (settings.samples() == 0) {
            return List.of();
        }
        MonteCarlo.Settings many = MonteCarlo.Settings.all(settings.samples(), settings.seed(), settings.threads());
        return runner.each(
                episode.scenario(),
                settings.own(),
                many,
                run -> {
                    Course course = ModelCourse.of(run, episode.scenario().horizonWeeks(), subjects, RunMonitor.NONE);
                    return subjects.stream()
                            .mapToDouble(subject ->
                                    ObservationReader.read(subject, course).value())
                            .toArray();
                },
                monitor);
    }

    /** Less output than was seen, a higher price or an earlier loss is an effect too large. */
    static Verdict verdict(Observation observation, double simulated) {
        Verdict below = observation.what() == What.PRICE ? Verdict.UNDER_PREDICTS : Verdict.OVER_PREDICTS;
        Verdict above = observation.what() == What.PRICE ? Verdict.OVER_PREDICTS : Verdict.UNDER_PREDICTS;
        if (simulated < observation.seen().low() - TOLERANCE) {
            return below;
        }
        return simulated > observation.seen().high() + TOLERANCE ? above : Verdict.IN_RANGE;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The runs within an episode do not report: the episodes do. */
    private record Quiet(RunMonitor monitor) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}

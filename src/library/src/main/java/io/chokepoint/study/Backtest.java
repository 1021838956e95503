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
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitSweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

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
    private final RunMonitor watched;
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
        this.watched = monitor;
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
        return study.rows(episodes, (number, subjects) -> study.drawn(episodes.get(number), subjects));
    }

    private List<BacktestRow> rows(
            List<Episode> episodes, BiFunction<Integer, List<ObservedSubject>, List<double[]>> drawn) {
        List<BacktestRow> rows = new ArrayList<>();
        for (int number = 0; number < episodes.size(); number++) {
            monitor.checkCancelled();
            watched.progress(number, episodes.size(), "past episodes");
            List<ObservedSubject> subjects = subjects(episodes.get(number));
            rows.addAll(run(episodes.get(number), subjects, drawn.apply(number, subjects)));
        }
        return List.copyOf(rows);
    }

    /**
     * The runs with drawn figures of all episodes, one after the other, as units to be run anywhere.
     *
     * @param settings with one run at least
     * @throws ChokepointException if an episode does not fit the dataset
     */
    public static Runs runs(StudyRunner runner, List<Episode> episodes, Settings settings) {
        return new Runs(runner, episodes, settings);
    }

    /** Each run of each episode is a unit that gives what is read off it for each of the episode's observations. */
    public static final class Runs implements UnitSweep {
        private final StudyRunner runner;
        private final List<Episode> episodes;
        private final Settings settings;
        private final List<List<ObservedSubject>> subjects;
        private final List<IntFunction<PreparedRun>> prepared;

        private Runs(StudyRunner runner, List<Episode> episodes, Settings settings) {
            this.runner = runner;
            this.episodes = List.copyOf(episodes);
            this.settings = settings;
            Backtest study = new Backtest(runner, settings, RunMonitor.NONE);
            this.subjects = episodes.stream().map(study::subjects).toList();
            this.prepared = episodes.stream()
                    .map(episode -> runner.monteCarlo(episode.scenario(), settings.own())
                            .prepared(study.many()))
                    .toList();
        }

        @Override
        public long units() {
            return (long) episodes.size() * settings.samples();
        }

        @Override
        public String what() {
            return "runs with drawn figures";
        }

        @Override
        public Worker worker() {
            return (unit, monitor) -> {
                int number = (int) (unit / settings.samples());
                PreparedRun run = prepared.get(number).apply((int) (unit % settings.samples()));
                double[] read = read(run, episodes.get(number), subjects.get(number));
                // A unit gives something also where nothing is read off it.
                return read.length == 0 ? new double[1] : read;
            };
        }

        /**
         * @param results of these runs
         * @return one row an observation, in order
         * @throws java.util.concurrent.CancellationException if the monitor says so
         */
        public List<BacktestRow> rows(UnitResults results, RunMonitor monitor) {
            double[][][] read = new double[episodes.size()][settings.samples()][];
            results.each((unit, values) ->
                    read[(int) (unit / settings.samples())][(int) (unit % settings.samples())] = values);
            return new Backtest(runner, settings, monitor)
                    .rows(episodes, (number, observed) -> Arrays.asList(read[number]));
        }
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

    private List<ObservedSubject> subjects(Episode episode) {
        Dataset dataset = runner.data().dataset();
        return episode.observations().stream()
                .filter(seen -> hasPrices || !seen.what().needsPrices())
                .map(seen -> ObservedSubject.of(seen, dataset))
                .toList();
    }

    private List<BacktestRow> run(Episode episode, List<ObservedSubject> subjects, List<double[]> drawn) {
        int weeks = episode.scenario().horizonWeeks();
        FigureValues central =
                figure -> settings.own().getOrDefault(figure.id(), figure).central();
        FigureValues values = settings.own().isEmpty() ? FigureValues.CENTRAL : central;
        PreparedRun run = runner.prepare(episode.scenario(), values);
        Course model = ModelCourse.of(run, weeks, subjects, monitor);
        Course inProportion = new ProportionBenchmark(
                CompiledScenario.of(runner.network(values), runner.select(episode.scenario()), values), weeks);
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
        return runner.each(episode.scenario(), settings.own(), many(), run -> read(run, episode, subjects), monitor);
    }

    private MonteCarlo.Settings many() {
        return MonteCarlo.Settings.all(settings.samples(), settings.seed(), settings.threads());
    }

    private static double[] read(PreparedRun run, Episode episode, List<ObservedSubject> subjects) {
        Course course = ModelCourse.of(run, episode.scenario().horizonWeeks(), subjects, RunMonitor.NONE);
        return subjects.stream()
                .mapToDouble(subject -> ObservationReader.read(subject, course).value())
                .toArray();
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

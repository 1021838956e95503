package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.study.BacktestRow.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Past episodes: each is run as a scenario and its observations are read off the run. Nothing is fitted to an episode; the verdict is
 * that of central figures, and the runs with drawn figures only show how sure it is.
 */
public final class Backtest {
    /** A reading this close to an end of the range that was seen counts as within it. */
    private static final double TOLERANCE = 1e-9;

    private Backtest() {}

    /**
     * @param episodes of the runner's dataset
     * @param samples runs with drawn figures for each episode; 0 for none
     * @return one row an observation, in order
     * @throws ChokepointException if an episode does not fit the dataset
     */
    public static List<BacktestRow> run(
            StudyRunner runner, List<Episode> episodes, int samples, long seed, int threads, RunMonitor monitor) {
        List<BacktestRow> rows = new ArrayList<>();
        int done = 0;
        for (Episode episode : episodes) {
            monitor.checkCancelled();
            monitor.progress(done++, episodes.size(), "past episodes");
            rows.addAll(run(runner, episode, samples, seed, threads, new Quiet(monitor)));
        }
        return List.copyOf(rows);
    }

    private static List<BacktestRow> run(
            StudyRunner runner, Episode episode, int samples, long seed, int threads, RunMonitor monitor) {
        Dataset dataset = runner.data().dataset();
        SimulationResult central = runner.run(episode.scenario(), monitor);
        List<Activity> watched = episode.observations().stream()
                .filter(observation -> observation.provider().isPresent())
                .map(observation -> activity(observation, dataset))
                .distinct()
                .toList();
        MonteCarloResult drawn = samples == 0
                ? null
                : runner.sample(episode.scenario(), watched, MonteCarlo.Settings.all(samples, seed, threads), monitor);
        List<BacktestRow> rows = new ArrayList<>();
        for (Observation observation : episode.observations()) {
            double simulated = read(observation, series(observation, central));
            OptionalDouble p10 = OptionalDouble.empty();
            OptionalDouble p90 = OptionalDouble.empty();
            if (drawn != null) {
                double[] values = Arrays.stream(series(observation, drawn))
                        .mapToDouble(run -> read(observation, run))
                        .toArray();
                p10 = finite(MonteCarloResult.quantile(values, 0.1));
                p90 = finite(MonteCarloResult.quantile(values, 0.9));
            }
            rows.add(new BacktestRow(
                    episode,
                    rows.size() + 1,
                    observation,
                    finite(simulated),
                    p10,
                    p90,
                    verdict(observation, simulated)));
        }
        return rows;
    }

    /** What an observation speaks of, read off one run: its least value in the weeks looked at, or its first week of loss. */
    static double read(Observation observation, double[] series) {
        int to = Math.min(observation.toWeek(), series.length - 1);
        double least = Double.POSITIVE_INFINITY;
        for (int week = observation.fromWeek(); week <= to; week++) {
            switch (observation.quantity()) {
                case LEAST_OUTPUT -> least = Math.min(least, series[week]);
                case FIRST_LOSS -> {
                    if (series[week] < Outcome.LOSS_LEVEL) {
                        return week;
                    }
                }
            }
        }
        return least;
    }

    /** Less output than was seen, or an earlier loss, is an effect too large. */
    static Verdict verdict(Observation observation, double simulated) {
        if (simulated < observation.seen().low() - TOLERANCE) {
            return Verdict.OVER_PREDICTS;
        }
        return simulated > observation.seen().high() + TOLERANCE ? Verdict.UNDER_PREDICTS : Verdict.IN_RANGE;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double[] series(Observation observation, SimulationResult result) {
        Dataset dataset = result.dataset();
        if (observation.ofMarket()) {
            return result.served(market(observation, dataset));
        }
        return observation.provider().isPresent()
                ? result.output(activity(observation, dataset))
                : result.output(good(observation, dataset));
    }

    private static double[][] series(Observation observation, MonteCarloResult result) {
        Dataset dataset = result.dataset();
        if (observation.ofMarket()) {
            return result.series(market(observation, dataset));
        }
        return observation.provider().isPresent()
                ? result.series(activity(observation, dataset))
                : result.series(good(observation, dataset));
    }

    private static Market market(Observation observation, Dataset dataset) {
        return dataset.findMarket(observation.subject()).orElseThrow(() -> unknown(observation.subject()));
    }

    private static Good good(Observation observation, Dataset dataset) {
        return dataset.findGood(observation.subject()).orElseThrow(() -> unknown(observation.subject()));
    }

    private static Activity activity(Observation observation, Dataset dataset) {
        String id = observation.provider().orElseThrow();
        Provider provider = dataset.findProvider(id).orElseThrow(() -> unknown(id));
        return new Activity(good(observation, dataset), provider);
    }

    private static ChokepointException unknown(String id) {
        return new ChokepointException("An observation speaks of '" + id + "', which the dataset does not state.");
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

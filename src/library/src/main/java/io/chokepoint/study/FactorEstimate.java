package io.chokepoint.study;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Episode;
import io.chokepoint.study.ScaledFigures.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One factor a class of assumptions, looked for on past episodes and adopted only where it improves the score by more than twice its
 * error. What may move, the grid, the score and the rule were fixed before a result was known; a decision record of the project gives them
 * with their reasons.
 *
 * @param episodes how many were run
 * @param observations how many were scored
 * @param crps mean over the observations with nothing moved, see {@link Crps}
 * @param trials in the order tried
 * @param adopted by class, the factors that passed; empty where none did
 */
public record FactorEstimate(
        int episodes, int observations, double crps, List<Trial> trials, Map<Kind, Double> adopted) {

    /** The factors tried. */
    public static final List<Double> GRID = List.of(1.0 / 2, 2.0 / 3, 1.0, 3.0 / 2, 2.0);

    /** An improvement counts from so many standard errors on: it is the best of two dozen. */
    private static final double ERRORS = 2;

    private static final int RESAMPLES = 10_000;

    /**
     * One factor of one class, all others as they stand in that round.
     *
     * @param round from 1
     * @param crps mean over the observations
     * @param improvement how far it is below that of the round's beginning
     * @param error standard error of the improvement, by a bootstrap over episodes
     */
    public record Trial(
            int round, Kind kind, double factor, double crps, double improvement, double error, boolean isAdopted) {

        private Trial asAdopted() {
            return new Trial(round, kind, factor, crps, improvement, error, true);
        }
    }

    public FactorEstimate {
        trials = List.copyOf(trials);
        adopted = Collections.unmodifiableMap(adopted.isEmpty() ? new EnumMap<>(Kind.class) : new EnumMap<>(adopted));
    }

    /**
     * @param runners makes a runner of a dataset, as steepness is a dataset's
     * @param episodes those for estimating, of the data
     * @param settings with runs; their own figures are not used
     * @throws ChokepointException if an episode does not fit the dataset
     */
    public static FactorEstimate of(
            DataPackage data,
            Function<DataPackage, StudyRunner> runners,
            List<Episode> episodes,
            Backtest.Settings settings,
            RunMonitor monitor) {
        int trials = Kind.values().length * (GRID.size() - 1);
        StudyRunner usual = runners.apply(data);
        Trials progress = new Trials(monitor, trials + 1);
        Function<Map<Kind, Double>, List<BacktestRow>> rows = factors -> {
            progress.next();
            StudyRunner runner =
                    factors.containsKey(Kind.STEEPNESS) ? runners.apply(ScaledFigures.steepened(data, factors)) : usual;
            Backtest.Settings moved = new Backtest.Settings(
                    settings.samples(), settings.seed(), settings.threads(), ScaledFigures.of(data.dataset(), factors));
            return Backtest.run(runner, episodes, moved, progress);
        };
        List<BacktestRow> unmoved = rows.apply(Map.of());
        return search(
                factors -> crps(factors.isEmpty() ? unmoved : rows.apply(factors)),
                unmoved.stream()
                        .mapToInt(row -> episodes.indexOf(row.episode()))
                        .toArray());
    }

    private static double[] crps(List<BacktestRow> rows) {
        return rows.stream().mapToDouble(BacktestSkill::crps).toArray();
    }

    /**
     * The search alone.
     *
     * @param score the error of each observation with the classes multiplied
     * @param episodeOf by observation
     */
    static FactorEstimate search(Function<Map<Kind, Double>, double[]> score, int[] episodeOf) {
        double[] first = score.apply(Map.of());
        double[] now = first;
        Map<Kind, Double> adopted = new EnumMap<>(Kind.class);
        List<Trial> all = new ArrayList<>();
        for (int round = 1; adopted.size() < Kind.values().length; round++) {
            List<Trial> trials = new ArrayList<>();
            List<double[]> scores = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                for (double factor : GRID) {
                    if (factor == 1 || adopted.containsKey(kind)) {
                        continue;
                    }
                    Map<Kind, Double> factors = new EnumMap<>(Kind.class);
                    factors.putAll(adopted);
                    factors.put(kind, factor);
                    double[] moved = score.apply(factors);
                    double[] better = difference(now, moved);
                    scores.add(moved);
                    trials.add(
                            new Trial(round, kind, factor, mean(moved), mean(better), error(better, episodeOf), false));
                }
            }
            Trial best = Collections.max(trials, Comparator.comparingDouble(Trial::improvement));
            int place = trials.indexOf(best);
            boolean passes = best.improvement() > ERRORS * best.error();
            if (passes) {
                trials.set(place, best.asAdopted());
                adopted.put(best.kind(), best.factor());
                now = scores.get(place);
            }
            all.addAll(trials);
            if (!passes) {
                break;
            }
        }
        return new FactorEstimate(
                (int) Arrays.stream(episodeOf).distinct().count(), first.length, mean(first), all, adopted);
    }

    private static double[] difference(double[] from, double[] less) {
        double[] difference = new double[from.length];
        Arrays.setAll(difference, k -> from[k] - less[k]);
        return difference;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Standard error of a mean over observations, by a bootstrap over whole episodes; infinite for one, which tells no error. */
    static double error(double[] values, int[] episodeOf) {
        int episodes = Arrays.stream(episodeOf).max().orElse(-1) + 1;
        double[] sums = new double[episodes];
        int[] counts = new int[episodes];
        for (int k = 0; k < values.length; k++) {
            sums[episodeOf[k]] += values[k];
            counts[episodeOf[k]]++;
        }
        int[] known = IntStream.range(0, episodes).filter(e -> counts[e] > 0).toArray();
        if (known.length < 2) {
            return Double.POSITIVE_INFINITY;
        }
        SplittableRandom random = new SplittableRandom(1);
        double[] means = new double[RESAMPLES];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            double sum = 0;
            int count = 0;
            for (int pick = 0; pick < known.length; pick++) {
                int episode = known[random.nextInt(known.length)];
                sum += sums[episode];
                count += counts[episode];
            }
            means[resample] = sum / count;
        }
        double middle = mean(means);
        return Math.sqrt(Arrays.stream(means)
                .map(mean -> (mean - middle) * (mean - middle))
                .average()
                .orElse(0));
    }

    /** Tells of trials, not of the episodes within one. */
    private static final class Trials implements RunMonitor {
        private final RunMonitor monitor;
        private final int most;
        private int done;

        Trials(RunMonitor monitor, int most) {
            this.monitor = monitor;
            this.most = most;
        }

        void next() {
            monitor.checkCancelled();
            monitor.progress(Math.min(done++, most), most, "factors");
        }

        @Override
        public void progress(long part, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}

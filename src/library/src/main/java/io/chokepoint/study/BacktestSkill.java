package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How good the forecasts of past episodes are, by class of observation, against benchmarks that know less.
 *
 * <p>The forecast of an observation is its runs with drawn figures, what was seen is taken at its central value, and every observation
 * counts the same. Prices are compared by the logarithm of their multiple, outputs as parts of baseline, weeks as parts of the horizon,
 * which also stands for never; all are then of the order of 1.
 *
 * @param half which episodes
 * @param kind of observation; empty: all of them
 * @param observations how many
 * @param crps mean over the observations, see {@link Crps}
 * @param nothingCrps of the forecast that nothing happens
 * @param proportionCrps of the forecast that everything restricted is missing at once, in proportion
 * @param covered in how many what was seen lies between P10 and P90 of the runs; of a good forecast 8 of 10
 */
public record BacktestSkill(
        Half half, Kind kind, int observations, double crps, double nothingCrps, double proportionCrps, int covered) {

    /** Room at the ends of the band: what is kept of a run has so many digits. */
    private static final double ROOM = 1e-6;

    /** What episodes are used for. */
    public enum Half {
        /** Looked at while figures are changed. */
        ESTIMATING,
        /** Never. */
        HELD_ASIDE;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Half of(BacktestRow row) {
            return row.episode().heldAside() ? HELD_ASIDE : ESTIMATING;
        }
    }

    /** Kinds of observation. */
    public enum Kind {
        /** Not what any benchmark says, and a price. */
        PRICE,
        /** Output, units, exports or revenue. */
        QUANTITY,
        /** The week of a loss or stop. */
        TIMING,
        /** What was seen, from low to high, holds the usual: nothing need have happened. */
        NULL,
        /** All of these. */
        ALL;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(Observation seen) {
            if (seen.quantity() == Quantity.FIRST_LOSS) {
                return TIMING;
            }
            if (seen.seen().low() <= 1 && seen.seen().high() >= 1) {
                return NULL;
            }
            return seen.what() == What.PRICE ? PRICE : QUANTITY;
        }
    }

    /** 1 − CRPS / that of "nothing happens": 1 is perfect, below 0 worse than the benchmark; empty where the benchmark never errs. */
    public OptionalDouble skillAgainstNothing() {
        return skill(nothingCrps);
    }

    /** The same against "everything in proportion at once". */
    public OptionalDouble skillAgainstProportion() {
        return skill(proportionCrps);
    }

    /** Part of the observations that lie in the band of 8 of 10 runs. */
    public double coverage() {
        return covered / (double) observations;
    }

    private OptionalDouble skill(double benchmark) {
        return benchmark > 0 ? OptionalDouble.of(1 - crps / benchmark) : OptionalDouble.empty();
    }

    /**
     * @param rows with runs; see {@link Backtest}
     * @return by half, then kind, all of a half last; without those of which there are no observations
     * @throws IllegalArgumentException if a row has no runs
     */
    public static List<BacktestSkill> of(List<BacktestRow> rows) {
        List<BacktestSkill> all = new ArrayList<>();
        for (Half half : Half.values()) {
            for (Kind kind : Kind.values()) {
                Predicate<BacktestRow> ofKind = row -> kind == Kind.ALL || Kind.of(row.observation()) == kind;
                List<BacktestRow> own = rows.stream()
                        .filter(row -> Half.of(row) == half)
                        .filter(ofKind)
                        .toList();
                if (!own.isEmpty()) {
                    all.add(of(half, kind, own));
                }
            }
        }
        return List.copyOf(all);
    }

    private static BacktestSkill of(Half half, Kind kind, List<BacktestRow> rows) {
        double crps = 0;
        double nothing = 0;
        double proportion = 0;
        int covered = 0;
        for (BacktestRow row : rows) {
            crps += crps(row);
            nothing += error(row, nothing(row));
            proportion += error(row, row.forecasts().inProportion());
            covered += isCovered(row) ? 1 : 0;
        }
        int n = rows.size();
        return new BacktestSkill(half, kind, n, crps / n, nothing / n, proportion / n, covered);
    }

    /** Of one observation. */
    static double crps(BacktestRow row) {
        return Crps.of(runs(row), scaled(row, row.observation().seen().central()));
    }

    private static double error(BacktestRow row, double point) {
        return Math.abs(
                scaled(row, point) - scaled(row, row.observation().seen().central()));
    }

    private static double nothing(BacktestRow row) {
        return row.observation().quantity() == Quantity.FIRST_LOSS ? Double.POSITIVE_INFINITY : 1;
    }

    /** Of the order of 1, whatever was seen. */
    private static double scaled(BacktestRow row, double value) {
        if (row.observation().quantity() == Quantity.FIRST_LOSS) {
            int horizon = row.episode().scenario().horizonWeeks();
            return Math.min(value, horizon) / horizon;
        }
        return row.observation().what() == What.PRICE ? Math.log(value) : value;
    }

    /** Whether what was seen lies between P10 and P90 of the runs. */
    private static boolean isCovered(BacktestRow row) {
        double seen = scaled(row, row.observation().seen().central());
        double[] runs = runs(row);
        return seen >= MonteCarloResult.quantile(runs, 0.1) - ROOM
                && seen <= MonteCarloResult.quantile(runs, 0.9) + ROOM;
    }

    private static double[] runs(BacktestRow row) {
        return row.forecasts().drawn().stream()
                .mapToDouble(value -> scaled(row, value))
                .toArray();
    }
}

package io.chokepoint.analysis;

import io.chokepoint.base.Stable;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What many runs with drawn figures say. Immutable and safe to share between threads. */
public final class MonteCarloResult {
    /** Fewer runs do not tell how well quantiles and correlations are known. */
    public static final int FEWEST_FOR_PRECISION = Quantiles.FEWEST;

    private final MonteCarloRecord record;
    private final int runs;
    private final Map<Object, Integer> subjects = new HashMap<>();

    /** What is read off each run; see {@link Outcome}. */
    public enum Measure {
        /** In weeks. */
        FIRST_LOSS,
        /** A part of baseline. */
        TROUGH,
        /** In weeks of baseline output. */
        LOST_OUTPUT,
        /** In weeks. */
        RECOVERY
    }

    /**
     * 8 of 10 runs lie between P10 and P90.
     *
     * @param p10 a tenth of the runs lie below; positive infinity means never
     * @param halfWidth half the width of the range in which the true P10, P50 or P90 lies in 19 of 20 cases, the largest of the three;
     *     positive infinity where there are too few runs to tell ({@link #FEWEST_FOR_PRECISION})
     */
    @Stable
    public record Spread(double p10, double p50, double p90, double halfWidth) {}

    MonteCarloResult(MonteCarloRecord record, int runs) {
        this.record = record;
        this.runs = runs;
        int place = 0;
        for (Good good : dataset().goods()) {
            subjects.put(good, place++);
        }
        for (Market market : dataset().markets()) {
            subjects.put(market, place++);
        }
        for (Activity activity : record.watched) {
            subjects.put(activity, place++);
        }
    }

    public Dataset dataset() {
        return record.structure.dataset();
    }

    public Scenario scenario() {
        return record.scenario;
    }

    /** How many runs were made. */
    public int runs() {
        return runs;
    }

    public long seed() {
        return record.seed;
    }

    public int weeks() {
        return record.weeks;
    }

    /** Of how many runs, the first ones, the weekly values and draws are kept: bands and drivers come from these. */
    public int runsKept() {
        return Math.min(runs, record.kept);
    }

    /**
     * How well the bands are known: the largest half width of P10, P50 and P90 of the least output over all goods, a part of
     * baseline; positive infinity where {@link #tellsPrecision()} is false.
     */
    public double bandError() {
        double most = 0;
        for (Good good : dataset().goods()) {
            most = Math.max(most, spread(good, Measure.TROUGH).halfWidth());
        }
        return most;
    }

    /** Whether there are runs enough to say how well anything is known. */
    public boolean tellsPrecision() {
        return runs >= FEWEST_FOR_PRECISION;
    }

    /** Whether no more runs are needed by the rule that ends a study early unless another precision is asked for. */
    public boolean isGoodEnough() {
        return bandError() <= MonteCarlo.Settings.GOOD_ENOUGH;
    }

    /** The part of the runs that each rationing rule was in force in, those of none left out, in [0, 1]. */
    public Map<RuleWeights.Rule, Double> partsByRule() {
        Map<RuleWeights.Rule, Double> parts = new EnumMap<>(RuleWeights.Rule.class);
        for (int run = 0; run < runs; run++) {
            parts.merge(record.rule(run), 1.0 / runs, Double::sum);
        }
        return parts;
    }

    /** The rationing rule that was in force in a run. */
    public RuleWeights.Rule rule(int run) {
        return record.rule(run);
    }

    /** Prices and money; empty unless they were asked for and the dataset says what its goods are worth. */
    public Optional<PriceSpreads> prices() {
        return Optional.ofNullable(record.prices).map(kept -> new PriceSpreads(kept, runs));
    }

    /** How an outcome of a good spreads over the runs. */
    public Spread spread(Good good, Measure measure) {
        return spread(values(index(good), measure));
    }

    /** How an outcome of a market's served demand spreads over the runs. */
    public Spread spread(Market market, Measure measure) {
        return spread(values(index(market), measure));
    }

    /** The value below which the given part of the values lies; positive infinity for never. */
    public static double quantile(double[] values, double part) {
        return Quantiles.of(Quantiles.sorted(values), part);
    }

    private static Spread spread(double[] values) {
        return spreadOf(values);
    }

    /** @param values one at least */
    static Spread spreadOf(double[] values) {
        double[] sorted = Quantiles.sorted(values);
        return new Spread(
                Quantiles.of(sorted, 0.1),
                Quantiles.of(sorted, 0.5),
                Quantiles.of(sorted, 0.9),
                Quantiles.halfWidth(sorted));
    }

    /** The value of an outcome in each run, by run number; positive infinity for never. */
    public double[] values(Good good, Measure measure) {
        return values(index(good), measure);
    }

    /** The same of a market's served demand. */
    public double[] values(Market market, Measure measure) {
        return values(index(market), measure);
    }

    private double[] values(int subject, Measure measure) {
        double[] all = switch (measure) {
            case FIRST_LOSS -> record.firstLoss[subject];
            case TROUGH -> record.trough[subject];
            case LOST_OUTPUT -> record.lostOutput[subject];
            case RECOVERY -> record.recovery[subject];
        };
        return Arrays.copyOf(all, runs);
    }

    /**
     * Output by week, below which the given part of the runs lies.
     *
     * @param part in [0, 1], e.g. 0.1 for P10
     */
    public double[] band(Good good, double part) {
        return band(index(good), part);
    }

    /** Served demand by week, below which the given part of the runs lies. */
    public double[] band(Market market, double part) {
        return band(index(market), part);
    }

    private double[] band(int subject, double part) {
        int count = runsKept();
        double[] band = new double[record.weeks];
        double[] week = new double[count];
        for (int t = 0; t < band.length; t++) {
            for (int run = 0; run < count; run++) {
                week[run] = record.value(run, subject, t);
            }
            Arrays.sort(week);
            band[t] = Quantiles.of(week, part);
        }
        return band;
    }

    /** Part of the runs in which the good falls below a level in any week. */
    public double probabilityBelow(Good good, double level) {
        return probabilityBelow(index(good), level);
    }

    /** Part of the runs in which the served part of the market's demand falls below a level in any week. */
    public double probabilityBelow(Market market, double level) {
        return probabilityBelow(index(market), level);
    }

    /** Part of the runs in which the good falls below {@link Outcome#LOSS_LEVEL}. */
    public double probabilityHit(Good good) {
        return probabilityBelow(good, Outcome.LOSS_LEVEL);
    }

    private double probabilityBelow(int subject, double level) {
        int below = 0;
        for (int run = 0; run < runs; run++) {
            below += record.trough[subject][run] < level ? 1 : 0;
        }
        return below / (double) runs;
    }

    /** Part of the runs in which the good has fallen below a level by the end of each week. */
    public double[] probabilityBelowBy(Good good, double level) {
        return probabilityBelowBy(index(good), level);
    }

    /** The same for the served part of a market's demand. */
    public double[] probabilityBelowBy(Market market, double level) {
        return probabilityBelowBy(index(market), level);
    }

    private double[] probabilityBelowBy(int subject, double level) {
        int count = runsKept();
        double[] by = new double[record.weeks];
        boolean[] fallen = new boolean[count];
        int sum = 0;
        for (int t = 0; t < by.length; t++) {
            for (int run = 0; run < count; run++) {
                if (!fallen[run] && record.value(run, subject, t) < level) {
                    fallen[run] = true;
                    sum++;
                }
            }
            by[t] = sum / (double) count;
        }
        return by;
    }

    /** A maker's output in each kept run: by run, then week, to seven digits. The maker must be among the watched. */
    public double[][] series(Activity activity) {
        return series(index(activity));
    }

    /** A good's output in each kept run: by run, then week, to seven digits. */
    public double[][] series(Good good) {
        return series(index(good));
    }

    /** The served part of a market's demand in each kept run: by run, then week, to seven digits. */
    public double[][] series(Market market) {
        return series(index(market));
    }

    private double[][] series(int subject) {
        double[][] byRun = new double[runsKept()][record.weeks];
        for (int run = 0; run < byRun.length; run++) {
            for (int t = 0; t < record.weeks; t++) {
                byRun[run][t] = record.value(run, subject, t);
            }
        }
        return byRun;
    }

    /** Which figures drive an outcome of a good, strongest first; empty where it is the same in all runs. */
    public List<FigureRanking.Entry> drivers(Good good, Measure measure) {
        return drivers(index(good), measure);
    }

    /** Which figures drive an outcome of a market's served demand. */
    public List<FigureRanking.Entry> drivers(Market market, Measure measure) {
        return drivers(index(market), measure);
    }

    private List<FigureRanking.Entry> drivers(int subject, Measure measure) {
        int count = runsKept();
        return FigureRanking.rank(
                figures(), record.drawnByFigure(count), Arrays.copyOf(values(subject, measure), count));
    }

    /**
     * What the bands would lose in width if something were known; empty of answers with fewer runs than
     * {@link #FEWEST_FOR_PRECISION}.
     */
    public Narrowings narrowings() {
        return new Narrowings(record, this);
    }

    /** The figures that were drawn. */
    public List<Figure> figures() {
        return record.draws.figures();
    }

    /** What was drawn in a run, by figure as in {@link #figures()}, in full precision; drawn again, as it depends on seed and run alone. */
    public double[] drawn(int run) {
        return record.draws.draw(record.seed, Objects.checkIndex(run, runs));
    }

    private int index(Object subject) {
        Integer place = subjects.get(subject);
        if (place == null) {
            throw new IllegalArgumentException("'" + subject + "' is not in this study");
        }
        return place;
    }
}

package io.chokepoint.analysis;

import io.chokepoint.analysis.MonteCarlo.Settings;
import io.chokepoint.scenario.RuleWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a record keeps of one run, as numbers in a row, and back: the four outcomes of each subject; where prices are kept, those of goods,
 * countries and markets; where they are kept week by week, the outputs and the prices by week as well. Drawn values and the rule are left
 * out: they follow from the seed.
 */
final class RunNumbers {
    private final MonteCarloRecord record;
    /** Arrays by run, in the order of the numbers. */
    private final List<double[]> byRun = new ArrayList<>();

    private final boolean weekly;
    private final int keptSeries;
    private final int keptPrices;

    /**
     * @param record of all runs, or of one run alone, to be asked with number 0
     * @param settings of all runs
     */
    RunNumbers(MonteCarloRecord record, Settings settings) {
        this.record = record;
        for (double[][] outcome : List.of(record.firstLoss, record.trough, record.lostOutput, record.recovery)) {
            byRun.addAll(Arrays.asList(outcome));
        }
        PriceRecords prices = record.prices;
        if (prices != null) {
            for (double[][] measure : prices.goods) {
                byRun.addAll(Arrays.asList(measure));
            }
            for (double[][] measure : prices.money) {
                byRun.addAll(Arrays.asList(measure));
            }
            byRun.addAll(Arrays.asList(prices.unmet));
            byRun.addAll(Arrays.asList(prices.extraCost));
        }
        this.weekly = settings.prices() == Settings.Prices.WEEKLY || settings.prices() == Settings.Prices.SIDES;
        this.keptSeries = MonteCarloRecord.kept(record.trough.length, record.weeks, settings.mostRuns());
        this.keptPrices = prices == null ? 0 : prices.kept(settings);
    }

    /** @param run by number of all runs; the record is of that run alone */
    double[] of(int run) {
        List<double[]> parts = new ArrayList<>();
        parts.add(byRun.stream().mapToDouble(values -> values[0]).toArray());
        if (weekly && run < keptSeries) {
            parts.add(widened(record.series(0)));
        }
        if (record.prices != null && run < keptPrices) {
            for (float[] price : record.prices.weekly(0)) {
                parts.add(price == null ? new double[] {0} : new double[] {1});
                parts.add(price == null ? new double[0] : widened(price));
            }
        }
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    /** @param numbers as {@link #of} gives them */
    void restore(int run, RuleWeights.Rule rule, double[] drawn, double[] numbers) {
        int at = 0;
        for (double[] values : byRun) {
            values[run] = numbers[at++];
        }
        boolean hasSeries = weekly && run < keptSeries;
        int length = hasSeries ? record.trough.length * record.weeks : 0;
        record.restore(run, rule, drawn, hasSeries ? narrowed(numbers, at, length) : null);
        at += length;
        if (record.prices != null && run < keptPrices) {
            float[][] weeks = record.prices.weekly(run);
            for (int series = 0; series < weeks.length; series++) {
                if (numbers[at++] == 1) {
                    weeks[series] = narrowed(numbers, at, record.weeks);
                    at += record.weeks;
                }
            }
        }
    }

    private static float[] narrowed(double[] values, int from, int length) {
        float[] narrow = new float[length];
        for (int i = 0; i < length; i++) {
            narrow[i] = (float) values[from + i];
        }
        return narrow;
    }
}

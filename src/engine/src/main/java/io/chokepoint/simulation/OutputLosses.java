package io.chokepoint.simulation;

import io.chokepoint.result.Outcome;
import java.util.Arrays;

/**
 * What one run costs, for studies of many runs.
 *
 * @param lost by good of the dataset: weeks of baseline output lost over the run, ≥ 0
 * @param missed by good: the part of {@code lost} that was ordered and not made, ≥ 0; the rest could have been made, but less was
 *     ordered. All of {@code lost} where the model does not tell what was ordered
 * @param first by good: the first week below 99 % of baseline; −1 if there is none
 * @param unmet by market of the dataset: weeks of demand not met, ≥ 0
 */
public record OutputLosses(double[] lost, double[] missed, int[] first, double[] unmet) {

    static OutputLosses none(int goods, int markets) {
        int[] never = new int[goods];
        Arrays.fill(never, -1);
        return new OutputLosses(new double[goods], new double[goods], never, new double[markets]);
    }

    /** The same as numbers in a row: lost, missed and first by good, then unmet by market. */
    public double[] toNumbers() {
        int goods = lost.length;
        double[] numbers = new double[3 * goods + unmet.length];
        System.arraycopy(lost, 0, numbers, 0, goods);
        System.arraycopy(missed, 0, numbers, goods, goods);
        for (int good = 0; good < goods; good++) {
            numbers[2 * goods + good] = first[good];
        }
        System.arraycopy(unmet, 0, numbers, 3 * goods, unmet.length);
        return numbers;
    }

    /** @param numbers as {@link #toNumbers} gives them */
    public static OutputLosses ofNumbers(double[] numbers, int goods) {
        int[] first = new int[goods];
        for (int good = 0; good < goods; good++) {
            first[good] = (int) numbers[2 * goods + good];
        }
        return new OutputLosses(
                Arrays.copyOfRange(numbers, 0, goods),
                Arrays.copyOfRange(numbers, goods, 2 * goods),
                first,
                Arrays.copyOfRange(numbers, 3 * goods, numbers.length));
    }

    /** The losses of a run whose every week was kept; what was ordered is not known of it. */
    public static OutputLosses of(OutputSeries outputs) {
        OutputLosses losses = none(outputs.goods().length, outputs.markets().length);
        for (int good = 0; good < outputs.goods().length; good++) {
            double[] weeks = outputs.goods()[good];
            for (int week = 0; week < weeks.length; week++) {
                losses.addGood(good, week, weeks[week], 1 - weeks[week]);
            }
        }
        for (int market = 0; market < outputs.markets().length; market++) {
            for (double served : outputs.markets()[market]) {
                losses.addMarket(market, served);
            }
        }
        return losses;
    }

    /**
     * Weeks must come in order.
     *
     * @param output of the week as a part of baseline
     * @param notMade what was ordered of its makers and not made, as a part of baseline
     */
    void addGood(int good, int week, double output, double notMade) {
        if (output < 1) {
            lost[good] += 1 - output;
            // What one maker cannot make another may make beyond its usual.
            missed[good] += Math.clamp(notMade, 0, 1 - output);
            if (output < Outcome.LOSS_LEVEL && first[good] < 0) {
                first[good] = week;
            }
        }
    }

    /** @param served the part of the week's demand that was served, in [0, 1] */
    void addMarket(int market, double served) {
        unmet[market] += Math.max(0, 1 - served);
    }
}

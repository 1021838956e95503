package io.chokepoint.simulation;

import io.chokepoint.result.Outcome;
import java.util.Arrays;

/**
 * What one run costs, for studies of many runs.
 *
 * @param lost by good of the dataset: weeks of baseline output lost over the run, ≥ 0
 * @param first by good: the first week below 99 % of baseline; −1 if there is none
 * @param unmet by market of the dataset: weeks of demand not met, ≥ 0
 */
public record OutputLosses(double[] lost, int[] first, double[] unmet) {

    static OutputLosses none(int goods, int markets) {
        int[] never = new int[goods];
        Arrays.fill(never, -1);
        return new OutputLosses(new double[goods], never, new double[markets]);
    }

    /** The losses of a run whose every week was kept. */
    public static OutputLosses of(OutputSeries outputs) {
        OutputLosses losses = none(outputs.goods().length, outputs.markets().length);
        for (int good = 0; good < outputs.goods().length; good++) {
            double[] weeks = outputs.goods()[good];
            for (int week = 0; week < weeks.length; week++) {
                losses.addGood(good, week, weeks[week]);
            }
        }
        for (int market = 0; market < outputs.markets().length; market++) {
            for (double served : outputs.markets()[market]) {
                losses.addMarket(market, served);
            }
        }
        return losses;
    }

    /** @param output of the week as a part of baseline; weeks must come in order */
    void addGood(int good, int week, double output) {
        if (output < 1) {
            lost[good] += 1 - output;
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

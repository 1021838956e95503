package io.chokepoint.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How wide the band of 8 of 10 runs is where something is known, on average over what it may turn out to be. The runs are put in order
 * of what is known and cut into bins of equal number; within a bin what still goes with it is taken out by a straight line, so that few
 * bins do. A few runs make a band a little narrower than many do: so it is held against the same with an order by lot.
 */
final class BandWidth {
    private static final int MOST_BINS = 10;
    private static final int LOTS = 200;
    private static final int RESAMPLES = 200;

    private final double[] outcome;
    private final int bins;
    private final double whole;
    /** What the bins of an order by lot come to. */
    private final double byLot;

    /** @param outcome by run, finite, two at least */
    BandWidth(double[] outcome, SplittableRandom random) {
        this.outcome = outcome;
        int runs = outcome.length;
        bins = Math.clamp(Math.round(Math.sqrt(runs) / 3), 2, MOST_BINS);
        whole = width(outcome);
        double sum = 0;
        double[] lot = new double[runs];
        for (int k = 0; k < LOTS; k++) {
            for (int run = 0; run < runs; run++) {
                lot[run] = Pert.normal(random);
            }
            sum += inBins(lot, outcome);
        }
        byLot = sum / LOTS;
    }

    /** From P10 to P90 of all runs. */
    double whole() {
        return whole;
    }

    /** The part of the band's width that goes when the score of a run is known; below 0 by chance only. */
    double gain(double[] score) {
        return byLot > 0 ? 1 - inBins(score, outcome) / byLot : 0;
    }

    /** Standard error of {@link #gain}, by a bootstrap over runs. */
    double error(double[] score, SplittableRandom random) {
        int runs = outcome.length;
        double[] scores = new double[runs];
        double[] outcomes = new double[runs];
        double sum = 0;
        double squares = 0;
        int known = 0;
        for (int k = 0; k < RESAMPLES; k++) {
            for (int run = 0; run < runs; run++) {
                int pick = random.nextInt(runs);
                scores[run] = score[pick];
                outcomes[run] = outcome[pick];
            }
            double all = width(outcomes);
            if (all > 0) {
                double gain = 1 - inBins(scores, outcomes) / (all * byLot / whole);
                sum += gain;
                squares += gain * gain;
                known++;
            }
        }
        double mean = sum / known;
        return known < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, squares / known - mean * mean));
    }

    private double inBins(double[] score, double[] of) {
        int[] order = IntStream.range(0, of.length)
                .boxed()
                .sorted(Comparator.comparingDouble(run -> score[run]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        for (int bin = 0; bin < bins; bin++) {
            int from = bin * order.length / bins;
            int to = (bin + 1) * order.length / bins;
            sum += (to - from) * inBin(Arrays.copyOfRange(order, from, to), score, of);
        }
        return sum / order.length;
    }

    private static double inBin(int[] runs, double[] score, double[] of) {
        double middle =
                Arrays.stream(runs).mapToDouble(run -> score[run]).average().orElse(0);
        double product = 0;
        double square = 0;
        for (int run : runs) {
            double off = score[run] - middle;
            product += off * of[run];
            square += off * off;
        }
        double slope = square > 0 ? product / square : 0;
        double plain = width(Arrays.stream(runs).mapToDouble(run -> of[run]).toArray());
        // A line through a bin in which nearly all runs are alike would only add width.
        return Math.min(
                plain,
                width(Arrays.stream(runs)
                        .mapToDouble(run -> of[run] - slope * (score[run] - middle))
                        .toArray()));
    }

    private static double width(double[] values) {
        double[] sorted = Quantiles.sorted(values);
        return Quantiles.of(sorted, 0.9) - Quantiles.of(sorted, 0.1);
    }
}

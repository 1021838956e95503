package io.chokepoint.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What of many independent parts goes with an outcome, by group and by part, on the runs already made.
 *
 * <p>The parts are drawn independently, so the best straight line through all of them has as its slopes the correlations one by one;
 * those that chance would bring are shrunk away. A group's score in a run comes from the other nine tenths of the runs, so that nothing
 * is told by a line that was fitted to what it is asked about. How strong chance is, is learned by doing all this with the outcomes dealt
 * out anew.
 */
final class PartScreen {
    private static final int FOLDS = 10;
    private static final int DEALS = 199;
    /** One in twenty of the deals lies above. */
    private static final double SURE = 0.95;

    private final float[][] parts;
    private final int[] groupOf;
    private final int groups;
    private final double[] shrink;
    private final int runs;

    /**
     * @param parts by part, then run
     * @param groupOf by part, from 0
     */
    PartScreen(float[][] parts, int[] groupOf, int groups) {
        this.groupOf = groupOf;
        this.groups = groups;
        this.runs = parts.length == 0 ? 0 : parts[0].length;
        this.parts = Arrays.stream(parts).map(PartScreen::standard).toArray(float[][]::new);
        int[] sizes = new int[groups];
        for (int group : groupOf) {
            sizes[group]++;
        }
        // Between what suits a few strong parts (2 ln p) and many weak ones (1), in squared standard errors.
        shrink = Arrays.stream(sizes)
                .mapToDouble(size -> 1 + StrictMath.log(Math.max(1, size)))
                .toArray();
    }

    /**
     * @param scores by group, then run
     * @param partCorrelations by part
     * @param groupClear by group, whether its score goes with the outcome more than the best of all groups by chance
     * @param partChance what the strongest of all parts reaches by chance
     */
    record Found(double[][] scores, double[] partCorrelations, boolean[] groupClear, double partChance) {}

    /** @param outcome by run */
    Found find(double[] outcome, SplittableRandom random) {
        float[] y = standard(toFloat(FigureRanking.ranks(outcome)));
        Once real = new Once(y);
        double[] ofGroups = new double[DEALS];
        double[] ofParts = new double[DEALS];
        float[] dealt = y.clone();
        for (int deal = 0; deal < DEALS; deal++) {
            shuffle(dealt, random);
            Once chance = new Once(dealt);
            ofGroups[deal] = Arrays.stream(chance.groupCorrelations).max().orElse(0);
            ofParts[deal] =
                    Arrays.stream(chance.partCorrelations).map(Math::abs).max().orElse(0);
        }
        double groupChance = Quantiles.of(Quantiles.sorted(ofGroups), SURE);
        boolean[] clear = new boolean[groups];
        for (int group = 0; group < groups; group++) {
            clear[group] = real.groupCorrelations[group] > Math.max(0, groupChance);
        }
        return new Found(real.scores, real.partCorrelations, clear, Quantiles.of(Quantiles.sorted(ofParts), SURE));
    }

    /** One pass over all parts. */
    private final class Once {
        final double[] partCorrelations = new double[parts.length];
        final double[][] scores = new double[groups][runs];
        final double[] groupCorrelations = new double[groups];

        Once(float[] y) {
            double[] ofFold = new double[FOLDS];
            for (int part = 0; part < parts.length; part++) {
                float[] x = parts[part];
                Arrays.fill(ofFold, 0);
                for (int run = 0, fold = 0; run < runs; run++) {
                    ofFold[fold] += x[run] * y[run];
                    fold = fold + 1 == FOLDS ? 0 : fold + 1;
                }
                double sum = Arrays.stream(ofFold).sum();
                partCorrelations[part] = sum / runs;
                double[] score = scores[groupOf[part]];
                for (int fold = 0; fold < FOLDS; fold++) {
                    int others = runs - (runs - fold + FOLDS - 1) / FOLDS;
                    double correlation = (sum - ofFold[fold]) / others;
                    double left = 1 - shrink[groupOf[part]] / (others * correlation * correlation);
                    if (left > 0) {
                        for (int run = fold; run < runs; run += FOLDS) {
                            score[run] += left * correlation * x[run];
                        }
                    }
                }
            }
            for (int group = 0; group < groups; group++) {
                groupCorrelations[group] = correlation(scores[group], y);
            }
        }
    }

    /** 0 where one of them is the same throughout. */
    private static double correlation(double[] score, float[] y) {
        double mean = Arrays.stream(score).average().orElse(0);
        double product = 0;
        double square = 0;
        for (int run = 0; run < y.length; run++) {
            double off = score[run] - mean;
            product += off * y[run];
            square += off * off;
        }
        return square > 0 ? product / Math.sqrt(square * y.length) : 0;
    }

    /** Of mean 0 and variance 1; all 0 where it is the same throughout. */
    private static float[] standard(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        double variance = squares / values.length - mean * mean;
        float[] standard = new float[values.length];
        if (variance > 1e-12 * Math.max(mean * mean, Float.MIN_NORMAL)) {
            double deviation = Math.sqrt(variance);
            for (int k = 0; k < values.length; k++) {
                standard[k] = (float) ((values[k] - mean) / deviation);
            }
        }
        return standard;
    }

    private static float[] toFloat(double[] values) {
        float[] narrow = new float[values.length];
        for (int k = 0; k < values.length; k++) {
            narrow[k] = (float) values[k];
        }
        return narrow;
    }

    private static void shuffle(float[] values, SplittableRandom random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            float kept = values[k];
            values[k] = values[other];
            values[other] = kept;
        }
    }
}

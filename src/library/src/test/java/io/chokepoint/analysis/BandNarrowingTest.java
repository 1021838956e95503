package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What knowing something takes off a band, held against answers that are known in closed form. */
class BandNarrowingTest {
    private static final int RUNS = 3000;

    private static float[][] normals(int parts, int runs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] all = new float[parts][runs];
        for (float[] part : all) {
            for (int run = 0; run < runs; run++) {
                part[run] = (float) Pert.normal(random);
            }
        }
        return all;
    }

    private static double[] sum(float[][] parts, double... weights) {
        double[] outcome = new double[parts[0].length];
        for (int k = 0; k < weights.length; k++) {
            for (int run = 0; run < outcome.length; run++) {
                outcome[run] += weights[k] * parts[k][run];
            }
        }
        return outcome;
    }

    private static double[] toDouble(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, k -> values[k]);
        return wide;
    }

    /** Of a sum of independent normals the part of the band that is left is √(1 − R²). */
    @Test
    void ofASumOfNormalsWhatIsLeftIsTheRootOfTheVarianceLeft() {
        float[][] parts = normals(4, RUNS, 3);
        double[] weights = {3, 2, 1, 0.5};
        double[] outcome = sum(parts, weights);
        double variance = Arrays.stream(weights).map(weight -> weight * weight).sum();

        BandWidth width = new BandWidth(outcome, new SplittableRandom(1));

        assertThat(width.whole()).isCloseTo(2 * 1.2816 * Math.sqrt(variance), within(0.3));
        for (int k = 0; k < weights.length; k++) {
            double expected = 1 - Math.sqrt(1 - weights[k] * weights[k] / variance);
            assertThat(width.gain(toDouble(parts[k]))).as("part " + k).isCloseTo(expected, within(0.03));
        }
    }

    /** Where Y is x·E for x up to 2, the band is as wide as what is known says, which no line through all runs would see. */
    @Test
    void aWidthThatHangsOnWhatIsKnownIsAveragedOverIt() {
        SplittableRandom random = new SplittableRandom(5);
        double[] known = new double[RUNS];
        double[] outcome = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            known[run] = 2 * random.nextDouble();
            outcome[run] = known[run] * (2 * random.nextDouble() - 1);
        }

        BandWidth width = new BandWidth(outcome, new SplittableRandom(1));

        // P(Y > y) = ½ − (y/4)·(1 − ln(y/2)) for y in (0, 2]; a tenth at y = 0.8770.
        assertThat(width.whole()).isCloseTo(2 * 0.8770, within(0.08));
        // Given x the band is 1.6·x wide, on average 1.6.
        assertThat(width.gain(known)).isCloseTo(1 - 1.6 / (2 * 0.8770), within(0.03));
    }

    @Test
    void theErrorIsHowFarTheGainMovesFromStudyToStudy() {
        double[] gains = new double[40];
        double error = 0;
        for (int study = 0; study < gains.length; study++) {
            float[][] parts = normals(2, 200, 100 + study);
            BandWidth width = new BandWidth(sum(parts, 1, 1), new SplittableRandom(study));
            gains[study] = width.gain(toDouble(parts[0]));
            error += width.error(toDouble(parts[0]), new SplittableRandom(study)) / gains.length;
        }
        double mean = Arrays.stream(gains).average().orElseThrow();
        double spread = Math.sqrt(
                Arrays.stream(gains).map(gain -> (gain - mean) * (gain - mean)).sum() / (gains.length - 1));

        assertThat(mean).isCloseTo(1 - Math.sqrt(0.5), within(0.03));
        assertThat(error).isBetween(0.6 * spread, 1.7 * spread);
    }

    /** Three classes: two parts, six hundred parts of which ten count, and four that do not. */
    @Test
    void aClassIsFoundThroughAllItsParts() {
        int many = 600;
        float[][] parts = normals(2 + many + 4, RUNS, 8);
        int[] groupOf = new int[parts.length];
        Arrays.fill(groupOf, 2, 2 + many, 1);
        Arrays.fill(groupOf, 2 + many, parts.length, 2);
        double[] weights = new double[12];
        Arrays.fill(weights, 1);
        double[] outcome = sum(parts, weights);

        PartScreen.Found found = new PartScreen(parts, groupOf, 3).find(outcome, new SplittableRandom(1));
        BandWidth width = new BandWidth(outcome, new SplittableRandom(1));

        assertThat(found.groupClear()).containsExactly(true, true, false);
        assertThat(width.gain(found.scores()[0])).isCloseTo(1 - Math.sqrt(10 / 12.0), within(0.03));
        // What ten of six hundred say is found nearly whole, and never more than is there.
        assertThat(width.gain(found.scores()[1])).isBetween(0.48, 1 - Math.sqrt(2 / 12.0) + 0.03);
        assertThat(width.gain(found.scores()[2])).isCloseTo(0, within(0.03));
        assertThat(Math.abs(found.partCorrelations()[0])).isGreaterThan(found.partChance());
    }

    /** One study in twenty may find something where nothing is. */
    @Test
    void whatHasNothingToDoWithTheOutcomeIsRarelyTakenForSomething() {
        int classes = 0;
        int single = 0;
        int studies = 60;
        for (int study = 0; study < studies; study++) {
            float[][] parts = normals(301, 100, 500 + study);
            int[] groupOf = new int[300];
            for (int k = 0; k < groupOf.length; k++) {
                groupOf[k] = k % 6;
            }
            PartScreen.Found found = new PartScreen(Arrays.copyOf(parts, 300), groupOf, 6)
                    .find(toDouble(parts[300]), new SplittableRandom(study));
            boolean any = false;
            for (boolean clear : found.groupClear()) {
                any |= clear;
            }
            classes += any ? 1 : 0;
            single += Arrays.stream(found.partCorrelations()).anyMatch(r -> Math.abs(r) > found.partChance()) ? 1 : 0;
        }

        // Three expected of each; eight or more would happen by chance once in a hundred.
        assertThat(classes).isLessThan(9);
        assertThat(single).isLessThan(9);
    }
}

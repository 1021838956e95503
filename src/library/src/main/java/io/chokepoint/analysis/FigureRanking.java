package io.chokepoint.analysis;

import io.chokepoint.model.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Which figures drive an outcome: rank correlation of what was drawn with what came out (model page, section 7). */
public final class FigureRanking {
    private FigureRanking() {}

    /**
     * One figure.
     *
     * @param correlation Spearman's ρ in [−1, 1]; below 0 where a higher figure means a lower outcome
     * @param low lower end of the range in which the true ρ lies in 19 of 20 cases (Fisher's z with the variance 1.06/(n − 3) of Fieller
     *     et al. 1957); −1 where there are too few runs to tell ({@link MonteCarloResult#FEWEST_FOR_PRECISION})
     * @param high upper end of that range; likewise 1
     * @param isClear whether ρ is further from 0 than the largest of as many ρ without any meaning would be in 19 of 20 studies:
     *     among thousands of figures some correlate by chance; never with too few runs
     */
    public record Entry(Figure figure, double correlation, double low, double high, boolean isClear) {}

    /**
     * @param drawn by figure, then run
     * @param outcome by run; positive infinity for never
     * @return all figures, largest |ρ| first; empty where the outcome is the same in all runs
     */
    static List<Entry> rank(List<Figure> figures, float[][] drawn, double[] outcome) {
        int n = outcome.length;
        double[] outcomeRanks = ranks(outcome);
        double outcomeNorm = norm(outcomeRanks);
        List<Entry> entries = new ArrayList<>();
        if (n < 4 || outcomeNorm == 0) {
            return entries;
        }
        boolean tells = n >= MonteCarloResult.FEWEST_FOR_PRECISION;
        double deviation = Math.sqrt(1.06 / (n - 3));
        // P(|Z| > c) ≤ exp(−c²/2) for a standard normal Z, summed over all figures.
        double chance = Math.sqrt(2 * StrictMath.log(Math.max(1, figures.size()) / 0.05));
        double[] values = new double[n];
        for (int k = 0; k < figures.size(); k++) {
            for (int run = 0; run < n; run++) {
                values[run] = drawn[k][run];
            }
            double[] ranks = ranks(values);
            double norm = norm(ranks);
            if (norm == 0) {
                continue;
            }
            double product = 0;
            for (int run = 0; run < n; run++) {
                product += ranks[run] * outcomeRanks[run];
            }
            double correlation = Math.max(-1, Math.min(1, product / (norm * outcomeNorm)));
            double z = atanh(correlation);
            double spread = 1.96 * deviation;
            entries.add(new Entry(
                    figures.get(k),
                    correlation,
                    tells ? StrictMath.tanh(z - spread) : -1,
                    tells ? StrictMath.tanh(z + spread) : 1,
                    tells && Math.abs(z) > chance * deviation));
        }
        entries.sort(Comparator.comparingDouble((Entry entry) -> -Math.abs(entry.correlation())));
        return entries;
    }

    private static double atanh(double value) {
        double inside = Math.max(-1 + 1e-12, Math.min(1 - 1e-12, value));
        return 0.5 * StrictMath.log((1 + inside) / (1 - inside));
    }

    /** Ranks less their mean; ties share the mean of their ranks. */
    static double[] ranks(double[] values) {
        int n = values.length;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] shared = new double[n];
        for (int first = 0; first < n; ) {
            int next = first + 1;
            while (next < n && sorted[next] == sorted[first]) {
                next++;
            }
            Arrays.fill(shared, first, next, (first + next - 1) / 2.0 - (n - 1) / 2.0);
            first = next;
        }
        double[] ranks = new double[n];
        for (int at = 0; at < n; at++) {
            ranks[at] = shared[Arrays.binarySearch(sorted, values[at])];
        }
        return ranks;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}

package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureRankingTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final Figure A = figure("a");
    private static final Figure B = figure("b");

    @Test
    void tiesShareTheMeanOfTheirRanks() {
        // Sorted 10, 20, 20, 30, ∞, ∞: ranks 0, 1.5, 1.5, 3, 4.5, 4.5 less the mean 2.5.
        assertThat(FigureRanking.ranks(new double[] {20, NEVER, 10, 20, NEVER, 30}))
                .containsExactly(-1, 2, -2.5, -1, 2, 0.5);
    }

    /**
     * Drawn 1, 2, 3, 4, 5 and outcome 2, 1, 4, 4, 5: ranks 2, 1, 3.5, 3.5, 5. Deviations from 3: −2, −1, 0, 1, 2 and −1, −2, 0.5,
     * 0.5, 2; product 2 + 2 + 0 + 0.5 + 4 = 8.5; norms √10 and √(1 + 4 + 0.25 + 0.25 + 4) = √9.5.
     */
    @Test
    void correlationIsSpearmansWorkedByHand() {
        float[][] drawn = {{1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}};
        double[] outcome = {2, 1, 4, 4, 5};

        List<FigureRanking.Entry> entries = FigureRanking.rank(List.of(A, B), drawn, outcome);

        assertThat(entries).extracting(FigureRanking.Entry::figure).containsExactly(A, B);
        assertThat(entries.getFirst().correlation()).isCloseTo(8.5 / Math.sqrt(95), within(1e-12));
        assertThat(entries.getLast().correlation()).isCloseTo(-8.5 / Math.sqrt(95), within(1e-12));
    }

    /** ρ = 0.5 (made so by 1000 pairs) has z = 0.5493 and a range of ± 1.96·√(1.06/997) in z. */
    @Test
    void rangeIsFishersAndOnlyWhatBeatsChanceIsClear() {
        int n = 1000;
        float[][] drawn = new float[2][n];
        double[] outcome = new double[n];
        for (int run = 0; run < n; run++) {
            outcome[run] = run;
            drawn[0][run] = run < n / 2 ? run : (n + n / 2 - run);
            drawn[1][run] = (run * 617) % n;
        }

        List<FigureRanking.Entry> entries = FigureRanking.rank(List.of(A, B), drawn, outcome);

        FigureRanking.Entry first = entries.getFirst();
        assertThat(first.figure()).isEqualTo(A);
        double z = 0.5 * Math.log((1 + first.correlation()) / (1 - first.correlation()));
        double spread = 1.96 * Math.sqrt(1.06 / 997);
        assertThat(first.low()).isCloseTo(Math.tanh(z - spread), within(1e-12));
        assertThat(first.high()).isCloseTo(Math.tanh(z + spread), within(1e-12));
        assertThat(first.isClear()).isTrue();
        assertThat(entries.getLast().isClear()).isFalse();
    }

    @Test
    void nothingDrivesWhatNeverChanges() {
        float[][] drawn = {{1, 2, 3, 4, 5}};

        assertThat(FigureRanking.rank(List.of(A), drawn, new double[] {NEVER, NEVER, NEVER, NEVER, NEVER}))
                .isEmpty();
    }

    private static Figure figure(String id) {
        return new Figure(id, 0, 1, 2, "weeks", Evidence.assumption("made up for a test"));
    }
}

package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Episode;
import io.chokepoint.study.ScaledFigures.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** One factor a class, adopted only where it improves the score by more than twice its error over episodes. */
class FactorEstimateTest {
    private static final int EPISODES = 10;
    private static final int TRIALS = Kind.values().length * (FactorEstimate.GRID.size() - 1);

    /** Two observations an episode. */
    private static final int[] EPISODE_OF = episodeOf();

    private static int[] episodeOf() {
        int[] of = new int[2 * EPISODES];
        Arrays.setAll(of, k -> k / 2);
        return of;
    }

    /** The error is least at stocks times 3/2 and spare capacity times 2, in every episode a little otherwise. */
    private static double[] everywhere(Map<Kind, Double> factors) {
        double stock = Math.abs(factors.getOrDefault(Kind.STOCK_WEEKS, 1.0) - 1.5);
        double spare = Math.abs(factors.getOrDefault(Kind.SPARE, 1.0) - 2) / 10;
        double[] errors = new double[2 * EPISODES];
        Arrays.setAll(errors, k -> (stock + spare) * (1 + 0.1 * (k / 2 % 3)));
        return errors;
    }

    @Test
    void whatHelpsEverywhereIsAdoptedRoundByRound() {
        FactorEstimate found = FactorEstimate.search(FactorEstimateTest::everywhere, EPISODE_OF);

        assertThat(found.adopted()).isEqualTo(Map.of(Kind.STOCK_WEEKS, 1.5, Kind.SPARE, 2.0));
        assertThat(found.episodes()).isEqualTo(EPISODES);
        assertThat(found.observations()).isEqualTo(2 * EPISODES);
        // A class is left alone once it has its factor.
        assertThat(found.trials()).hasSize(TRIALS + (TRIALS - 4) + (TRIALS - 8));
        assertThat(found.trials().stream().filter(FactorEstimate.Trial::isAdopted))
                .extracting(FactorEstimate.Trial::kind, FactorEstimate.Trial::round)
                .containsExactly(tuple(Kind.STOCK_WEEKS, 1), tuple(Kind.SPARE, 2));
    }

    /** The same improvement on the mean, but by one episode alone. */
    @Test
    void whatHelpsOneEpisodeIsNot() {
        Function<Map<Kind, Double>, double[]> one = factors -> {
            double[] errors = new double[2 * EPISODES];
            Arrays.fill(errors, 1);
            if (factors.containsKey(Kind.TOLERANCE)) {
                errors[4] = 0;
                errors[5] = 0;
            }
            return errors;
        };

        FactorEstimate found = FactorEstimate.search(one, EPISODE_OF);

        assertThat(found.adopted()).isEmpty();
        assertThat(found.trials()).hasSize(TRIALS).noneMatch(FactorEstimate.Trial::isAdopted);
        assertThat(found.trials())
                .filteredOn(trial -> trial.kind() == Kind.TOLERANCE)
                .allSatisfy(trial -> assertThat(trial.improvement()).isCloseTo(0.1, within(1e-12)))
                // √(p(1 − p)/n) of one episode in ten.
                .allSatisfy(trial -> assertThat(trial.error()).isCloseTo(0.0949, within(0.003)));
    }

    /** Twice the observations of an episode say no more than once. */
    @Test
    void theErrorIsOverEpisodes() {
        double[] values = {1, 2, 3, 4, 5, 6};
        double[] twice = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6};

        double error = FactorEstimate.error(values, new int[] {0, 1, 2, 3, 4, 5});

        // Of the mean of six: √(35/12 / 6).
        assertThat(error).isCloseTo(Math.sqrt(35.0 / 12 / 6), within(0.02));
        assertThat(FactorEstimate.error(twice, new int[] {0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5}))
                .isCloseTo(error, within(1e-12));
    }

    @Test
    void onEpisodesEveryTrialIsRunAndSteepnessMovesPrices() {
        DataPackage data = PricedChain.data();
        List<Episode> episodes = List.of(PricedChain.episode());
        List<Double> steepness = new ArrayList<>();

        FactorEstimate found = FactorEstimate.of(
                data,
                moved -> {
                    steepness.add(moved.dataset().priceTerms().steepness());
                    return new StudyRunner(moved);
                },
                episodes,
                new Backtest.Settings(3, 1, 1),
                RunMonitor.NONE);

        // One episode tells no error, so that nothing is adopted.
        assertThat(found.trials()).hasSize(TRIALS);
        assertThat(found.adopted()).isEmpty();
        double usual = data.dataset().priceTerms().steepness();
        assertThat(steepness).contains(usual, 2 * usual, Math.max(1, usual / 2));
        assertThat(found.trials())
                .filteredOn(trial -> trial.kind() == Kind.STEEPNESS && trial.factor() == 2)
                .singleElement()
                .extracting(FactorEstimate.Trial::improvement, InstanceOfAssertFactories.DOUBLE)
                .isNotZero();
    }
}

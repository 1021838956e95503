package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.study.BacktestRow.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final double[] SERIES = {1, 1, 0.98, 0.7, 0.9, 1};
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static DataPackage data;

    @BeforeAll
    static void read() {
        data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
    }

    @Test
    void leastOutputLooksAtTheNamedWeeksOnlyBothEndsIncluded() {
        assertThat(Backtest.read(observation(Quantity.LEAST_OUTPUT, 0, 5, 0, 1), SERIES))
                .isEqualTo(0.7);
        assertThat(Backtest.read(observation(Quantity.LEAST_OUTPUT, 0, 2, 0, 1), SERIES))
                .isEqualTo(0.98);
        assertThat(Backtest.read(observation(Quantity.LEAST_OUTPUT, 3, 3, 0, 1), SERIES))
                .isEqualTo(0.7);
        assertThat(Backtest.read(observation(Quantity.LEAST_OUTPUT, 4, 99, 0, 1), SERIES))
                .isEqualTo(0.9);
    }

    @Test
    void firstLossIsAWeekOfTheRunOrNever() {
        assertThat(Backtest.read(observation(Quantity.FIRST_LOSS, 0, 5, 0, 9), SERIES))
                .isEqualTo(2);
        assertThat(Backtest.read(observation(Quantity.FIRST_LOSS, 4, 5, 0, 9), SERIES))
                .isEqualTo(4);
        assertThat(Backtest.read(observation(Quantity.FIRST_LOSS, 0, 1, 0, 9), SERIES))
                .isEqualTo(NEVER);
    }

    @Test
    void moreHarmThanWasSeenOverPredictsAndLessUnderPredicts() {
        Observation least = observation(Quantity.LEAST_OUTPUT, 0, 5, 0.6, 0.8);
        assertThat(Backtest.verdict(least, 0.5)).isEqualTo(Verdict.OVER_PREDICTS);
        assertThat(Backtest.verdict(least, 0.6 - 1e-10)).isEqualTo(Verdict.IN_RANGE);
        assertThat(Backtest.verdict(least, 0.8)).isEqualTo(Verdict.IN_RANGE);
        assertThat(Backtest.verdict(least, 0.9)).isEqualTo(Verdict.UNDER_PREDICTS);

        Observation first = observation(Quantity.FIRST_LOSS, 0, 5, 2, 4);
        assertThat(Backtest.verdict(first, 1)).isEqualTo(Verdict.OVER_PREDICTS);
        assertThat(Backtest.verdict(first, 3)).isEqualTo(Verdict.IN_RANGE);
        assertThat(Backtest.verdict(first, NEVER)).isEqualTo(Verdict.UNDER_PREDICTS);
    }

    @Test
    void heldAsideEpisodesAreTheNamedThree() {
        assertThat(data.episodes())
                .filteredOn(Episode::heldAside)
                .extracting(episode -> episode.scenario().id())
                .containsExactlyInAnyOrder("renesas-naka-2011", "neon-2014", "japan-dual-use-2026");
    }

    @Test
    void aRowSaysWhatTheRunOfTheEpisodeSays() {
        StudyRunner runner = new StudyRunner(data);
        Episode episode = data.episodes().stream()
                .filter(each -> each.scenario().id().equals("nexperia-2025"))
                .findFirst()
                .orElseThrow();

        List<BacktestRow> rows = Backtest.run(runner, List.of(episode), 5, 1, 2, RunMonitor.NONE);

        assertThat(rows).hasSameSizeAs(episode.observations());
        SimulationResult run = runner.run(episode.scenario(), RunMonitor.NONE);
        for (BacktestRow row : rows) {
            Observation seen = row.observation();
            if (seen.quantity() == Quantity.LEAST_OUTPUT && seen.provider().isEmpty() && !seen.ofMarket()) {
                double least = 1e9;
                double[] output = run.output(data.dataset().getGood(seen.subject()));
                for (int week = seen.fromWeek(); week <= seen.toWeek(); week++) {
                    least = Math.min(least, output[week]);
                }
                assertThat(row.simulated()).hasValue(least);
                assertThat(row.p10().orElseThrow())
                        .isLessThanOrEqualTo(row.p90().orElseThrow());
            }
        }
        BacktestScore score = BacktestScore.of(rows);
        assertThat(score.inRange() + score.overPredicts() + score.underPredicts())
                .isEqualTo(rows.size());
        assertThat(score.episodes()).isEqualTo(1);
    }

    private static Observation observation(Quantity quantity, int from, int to, double low, double high) {
        Figure seen = new Figure("seen", low, (low + high) / 2, high, "", Evidence.assumption("made up for a test"));
        return new Observation("a", Optional.empty(), false, quantity, from, to, seen, "", "");
    }
}

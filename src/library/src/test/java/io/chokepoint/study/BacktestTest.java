package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.Reading;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Region;
import io.chokepoint.study.BacktestRow.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
        assertThat(ObservationReader.read(observation(Quantity.LEAST_OUTPUT, 0, 5, 0, 1), SERIES))
                .isEqualTo(0.7);
        assertThat(ObservationReader.read(observation(Quantity.LEAST_OUTPUT, 0, 2, 0, 1), SERIES))
                .isEqualTo(0.98);
        assertThat(ObservationReader.read(observation(Quantity.LEAST_OUTPUT, 3, 3, 0, 1), SERIES))
                .isEqualTo(0.7);
        assertThat(ObservationReader.read(observation(Quantity.LEAST_OUTPUT, 4, 99, 0, 1), SERIES))
                .isEqualTo(0.9);
    }

    @Test
    void firstLossIsAWeekOfTheRunOrNever() {
        assertThat(ObservationReader.read(observation(Quantity.FIRST_LOSS, 0, 5, 0, 9), SERIES))
                .isEqualTo(2);
        assertThat(ObservationReader.read(observation(Quantity.FIRST_LOSS, 4, 5, 0, 9), SERIES))
                .isEqualTo(4);
        assertThat(ObservationReader.read(observation(Quantity.FIRST_LOSS, 0, 1, 0, 9), SERIES))
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
    void aMeanIsOverTheNamedWeeks() {
        Reading mean = new Reading(What.UNITS, Quantity.MEAN, 0.99, Region.WORLD, Region.WORLD);

        assertThat(ObservationReader.read(observation(mean, 1, 3, 0, 1), SERIES))
                .isCloseTo((1 + 0.98 + 0.7) / 3, within(1e-15));
    }

    @Test
    void aStopIsBelowItsOwnLevel() {
        Reading stop = new Reading(What.STOP, Quantity.FIRST_LOSS, 0.75, Region.WORLD, Region.WORLD);
        Reading still = new Reading(What.STOP, Quantity.FIRST_LOSS, 0.7, Region.WORLD, Region.WORLD);

        assertThat(ObservationReader.read(observation(stop, 0, 5, 0, 9), SERIES))
                .isEqualTo(3);
        assertThat(ObservationReader.read(observation(still, 0, 5, 0, 9), SERIES))
                .isEqualTo(NEVER);
    }

    @Test
    void aPriceTooHighOverPredicts() {
        Reading price = new Reading(What.PRICE, Quantity.MEAN, 0.99, Region.WORLD, Region.WORLD);
        Observation seen = observation(price, 0, 5, 2, 3);

        assertThat(Backtest.verdict(seen, 1.9)).isEqualTo(Verdict.UNDER_PREDICTS);
        assertThat(Backtest.verdict(seen, 2.5)).isEqualTo(Verdict.IN_RANGE);
        assertThat(Backtest.verdict(seen, 3.1)).isEqualTo(Verdict.OVER_PREDICTS);
    }

    /** ADR 17: a lot, by SHA-256 of a seed and the draw's name, half of the episodes for estimating. */
    @Test
    void heldAsideEpisodesAreThoseOfTheLot() throws NoSuchAlgorithmException {
        Map<String, String> drawnWith = Map.of(
                "yttrium-2025",
                "magnets-2025",
                "ree-quota-2010",
                "japan-rare-earths-2010",
                "neon-2022",
                "krypton-2022");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        SortedMap<String, List<String>> draws = new TreeMap<>();
        for (Episode episode : data.episodes()) {
            String id = episode.scenario().id();
            byte[] key = ("2026-11-30/" + drawnWith.getOrDefault(id, id)).getBytes(StandardCharsets.UTF_8);
            draws.computeIfAbsent(HexFormat.of().formatHex(digest.digest(key)), unused -> new ArrayList<>())
                    .add(id);
        }
        String last = "9cffc09e";

        assertThat(data.episodes()).hasSizeGreaterThanOrEqualTo(27);
        draws.forEach((number, ids) -> assertThat(data.episodes())
                .filteredOn(episode -> ids.contains(episode.scenario().id()))
                .as("%s of %s", ids, number)
                .allMatch(episode -> episode.heldAside()
                        == number.substring(0, last.length()).compareTo(last) > 0));
        assertThat(data.episodes()).filteredOn(Episode::heldAside).hasSize(13);
    }

    @Test
    void atLeastSixtyObservationsAreOfSomethingThatHappened() {
        assertThat(data.episodes().stream().flatMap(episode -> episode.observations().stream()))
                .filteredOn(seen -> BacktestSkill.Kind.of(seen) != BacktestSkill.Kind.NULL)
                .hasSizeGreaterThanOrEqualTo(60);
    }

    /** What is seen in markets lies between the price nobody foresees and the one everybody does. */
    @Test
    void aPriceIsReadBetweenTheTwoOfTheRun() {
        StudyRunner runner = new StudyRunner(PricedChain.data());
        Episode episode = PricedChain.episode();

        List<BacktestRow> rows = Backtest.run(runner, List.of(episode), 3, 1, 2, RunMonitor.NONE);

        RunPrices prices =
                runner.run(episode.scenario(), RunMonitor.NONE).prices().orElseThrow();
        Good ore = runner.data().dataset().getGood("a");
        double[] now = prices.price(ore);
        double[] foreseen = prices.foreseen(ore);
        BacktestRow price = rows.getFirst();
        assertThat(price.simulated().orElseThrow()).isCloseTo(Math.sqrt(now[11] * foreseen[11]), within(1e-12));
        assertThat(price.forecasts().price()).hasValue(now[11]);
        assertThat(price.forecasts().foreseen()).hasValue(foreseen[11]);
        assertThat(now[11]).isGreaterThan(1);
        // Example 1 of the price page: a sells for 12.900027 in weeks 10 and 11, the highest of all.
        assertThat(now[11]).isCloseTo(12.900027, within(1e-6));
        // The week before nothing is missing: who foresees pays 12.776582, who does not the usual price.
        assertThat(rows.get(3).simulated().orElseThrow()).isCloseTo(Math.sqrt(12.776582), within(1e-6));
        // What leaves a for b, 0.3 of it: nothing is lost before week 10, and rationing takes less of b's than of c's.
        BacktestRow before = rows.get(1);
        BacktestRow after = rows.get(2);
        assertThat(before.simulated().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(after.simulated().orElseThrow()).isBetween(0.4, 0.999);
    }

    @Test
    void aRowSaysWhatTheRunOfTheEpisodeSays() {
        StudyRunner runner = new StudyRunner(data);
        Episode episode = data.episodes().stream()
                .filter(each -> each.scenario().id().equals("nexperia-2025"))
                .findFirst()
                .orElseThrow();

        List<BacktestRow> rows = Backtest.run(runner, List.of(episode), 5, 1, 2, RunMonitor.NONE);

        long leftOut = Backtest.withoutPrices(runner, List.of(episode));
        assertThat(rows).hasSize(episode.observations().size() - (int) leftOut);
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

    @Test
    void exportsBetweenWhoDoesNotTradeAreAFault() {
        StudyRunner runner = new StudyRunner(PricedChain.data());
        Region x = new Region(false, List.of("X"));
        Episode episode =
                new Episode(PricedChain.outage(), false, List.of(PricedChain.observation(What.EXPORTS, x, x, 0, 9)));

        assertThatThrownBy(() -> Backtest.run(runner, List.of(episode), 0, 1, 1, RunMonitor.NONE))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("exports of 'a'");
    }

    private static Observation observation(Quantity quantity, int from, int to, double low, double high) {
        return observation(Reading.ofOutput(quantity), from, to, low, high);
    }

    private static Observation observation(Reading reading, int from, int to, double low, double high) {
        Figure seen = new Figure("seen", low, (low + high) / 2, high, "", Evidence.assumption("made up for a test"));
        return new Observation("a", Optional.empty(), false, reading, from, to, seen, "", "");
    }
}

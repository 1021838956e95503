package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.Reading;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.BacktestRow.Forecasts;
import io.chokepoint.study.BacktestRow.Verdict;
import io.chokepoint.study.BacktestSkill.Half;
import io.chokepoint.study.BacktestSkill.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BacktestSkillTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final int HORIZON = 50;

    private static BacktestRow row(
            What what, Quantity quantity, double[] seen, double inProportion, boolean aside, double... runs) {
        Observation observation = new Observation(
                "a",
                Optional.empty(),
                false,
                new Reading(what, quantity, 0.5, Region.WORLD, Region.WORLD),
                0,
                HORIZON - 1,
                new Figure("seen", seen[0], seen[1], seen[2], "", Evidence.assumption("made up")),
                "",
                "");
        Episode episode = new Episode(Scenario.adHoc(HORIZON, List.of()), aside, List.of(observation));
        return new BacktestRow(
                episode,
                1,
                observation,
                OptionalDouble.empty(),
                quantile(runs, 0.1),
                quantile(runs, 0.9),
                Verdict.IN_RANGE,
                new Forecasts(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Arrays.stream(runs).boxed().toList(),
                        inProportion));
    }

    private static OptionalDouble quantile(double[] runs, double part) {
        double value = MonteCarloResult.quantile(runs, part);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static double[] seen(double low, double central, double high) {
        return new double[] {low, central, high};
    }

    private static BacktestSkill only(Kind kind, BacktestRow... rows) {
        return BacktestSkill.of(List.of(rows)).stream()
                .filter(skill -> skill.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPriceIsComparedByItsLogarithm() {
        BacktestSkill skill = only(Kind.PRICE, row(What.PRICE, Quantity.MEAN, seen(3, 4, 5), 8, false, 2, 2));

        assertThat(skill.crps()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(skill.nothingCrps()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(skill.proportionCrps()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(skill.skillAgainstNothing().orElseThrow()).isCloseTo(0.5, within(1e-12));
        assertThat(skill.skillAgainstProportion().orElseThrow()).isCloseTo(0, within(1e-12));
    }

    @Test
    void neverIsTheHorizon() {
        BacktestSkill skill =
                only(Kind.TIMING, row(What.STOP, Quantity.FIRST_LOSS, seen(5, 10, 20), 0, false, NEVER, 20));

        // Runs at 1 and .4 of the horizon, seen at .2: (.8 + .2) / 2 − .6 / 4.
        assertThat(skill.crps()).isCloseTo(0.35, within(1e-12));
        assertThat(skill.nothingCrps()).isCloseTo(0.8, within(1e-12));
        assertThat(skill.proportionCrps()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void whereNothingHappenedTheBenchmarkNeverErrsAndThereIsNoSkill() {
        BacktestSkill skill =
                only(Kind.NULL, row(What.OUTPUT, Quantity.LEAST_OUTPUT, seen(0.97, 1, 1.05), 0.4, false, 0.9, 0.9));

        assertThat(skill.crps()).isCloseTo(0.1, within(1e-12));
        assertThat(skill.skillAgainstNothing()).isEmpty();
        assertThat(skill.skillAgainstProportion().orElseThrow()).isCloseTo(1 - 0.1 / 0.6, within(1e-12));
    }

    @Test
    void everyObservationCountsTheSame() {
        List<BacktestSkill> skills = BacktestSkill.of(List.of(
                row(What.UNITS, Quantity.MEAN, seen(0.4, 0.5, 0.6), 0.1, false, 0.7),
                row(What.OUTPUT, Quantity.LEAST_OUTPUT, seen(0.97, 1, 1.05), 0.4, false, 1),
                row(What.UNITS, Quantity.MEAN, seen(0.4, 0.5, 0.6), 0.1, true, 0.5)));

        assertThat(skills)
                .extracting(BacktestSkill::half, BacktestSkill::kind, BacktestSkill::observations)
                .containsExactly(
                        tuple(Half.ESTIMATING, Kind.QUANTITY, 1),
                        tuple(Half.ESTIMATING, Kind.NULL, 1),
                        tuple(Half.ESTIMATING, Kind.ALL, 2),
                        tuple(Half.HELD_ASIDE, Kind.QUANTITY, 1),
                        tuple(Half.HELD_ASIDE, Kind.ALL, 1));
        BacktestSkill all = skills.get(2);
        assertThat(all.crps()).isCloseTo(0.1, within(1e-12));
        assertThat(all.nothingCrps()).isCloseTo(0.25, within(1e-12));
        assertThat(all.proportionCrps()).isCloseTo(0.5, within(1e-12));
        assertThat(all.skillAgainstNothing().orElseThrow()).isCloseTo(0.6, within(1e-12));
    }

    /** Of runs at 0, .01 … 1 the band is [.1, .9]. */
    @Test
    void coveredIsWhatLiesFromP10ToP90() {
        double[] runs = DoubleStream.iterate(0, x -> x < 1.001, x -> x + 0.01).toArray();
        int covered = 0;
        for (double y = 0.005; y < 1; y += 0.01) {
            BacktestSkill skill = only(Kind.ALL, row(What.UNITS, Quantity.MEAN, seen(0, y, 1), 0.1, false, runs));
            covered += skill.covered();
        }
        assertThat(runs).hasSize(101);
        assertThat(covered).isEqualTo(80);
    }

    @Test
    void inABandNeverIsTheHorizonToo() {
        double[] seen = seen(5, 30, 40);

        assertThat(only(Kind.ALL, row(What.STOP, Quantity.FIRST_LOSS, seen, 0, false, 20, NEVER))
                        .covered())
                .isOne();
        assertThat(only(Kind.ALL, row(What.STOP, Quantity.FIRST_LOSS, seen, 0, false, NEVER, NEVER))
                        .covered())
                .isZero();
    }
}

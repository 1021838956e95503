package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.Reading;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.BacktestRow.Forecasts;
import io.chokepoint.study.BacktestRow.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictedPictureTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static BacktestRow row(What what, double seen, boolean aside, Double... runs) {
        Quantity quantity = what == What.STOP ? Quantity.FIRST_LOSS : Quantity.MEAN;
        Observation observation = new Observation(
                "a",
                Optional.empty(),
                false,
                new Reading(what, quantity, 0.5, Region.WORLD, Region.WORLD),
                0,
                9,
                Figure.point("seen", seen, "", Evidence.assumption("made up")),
                "",
                "");
        return new BacktestRow(
                new Episode(Scenario.adHoc(40, List.of()), aside, List.of(observation)),
                1,
                observation,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Verdict.IN_RANGE,
                new Forecasts(OptionalDouble.empty(), OptionalDouble.empty(), Arrays.asList(runs), 1));
    }

    /** The middles of the dots of observations: the legend's are higher up. */
    private static List<Outline.Bounds> dots(Picture picture) {
        return picture.marks().stream()
                .filter(mark -> mark instanceof Mark.Shape shape && shape.fill() != null)
                .map(mark -> ((Mark.Shape) mark).outline().bounds())
                .filter(bounds -> bounds.y() > 60)
                .toList();
    }

    @Test
    void aDotLiesOnTheSlantedLineWhereWhatWasPredictedIsWhatWasSeen() {
        for (BacktestRow exact : List.of(
                row(What.PRICE, 3, false, 3.0), row(What.UNITS, 0.4, true, 0.4), row(What.STOP, 12, false, 12.0))) {
            Picture picture = PredictedPicture.of(List.of(exact));
            Outline.Bounds dot = dots(picture).getLast();
            double across = dot.x() + dot.width() / 2;
            double up = dot.y() + dot.height() / 2;
            double left = switch (exact.observation().what()) {
                case PRICE -> 52;
                case STOP -> 52 + 2 * 364;
                default -> 52 + 364;
            };
            assertThat(across - left).isCloseTo(76 + 300 - up, within(1e-9)).isBetween(1.0, 299.0);
        }
    }

    @Test
    void tooHighAPriceLiesAboveTheLineAndNeverAtTheEndOfTheRun() {
        Outline.Bounds price = dots(PredictedPicture.of(List.of(row(What.PRICE, 2, false, 8.0))))
                .getLast();
        assertThat(376 - price.y() - price.height() / 2).isGreaterThan(price.x() + price.width() / 2 - 52);

        Outline.Bounds never = dots(PredictedPicture.of(List.of(row(What.STOP, 10, false, NEVER, NEVER))))
                .getLast();
        assertThat(376 - never.y() - never.height() / 2).isCloseTo(300 / 1.05, within(1e-9));
    }

    @Test
    void rowsWithoutRunsAreLeftOut() {
        int empty = PredictedPicture.of(List.of()).marks().size();

        assertThat(PredictedPicture.of(List.of(row(What.UNITS, 0.4, false))).marks())
                .hasSize(empty);
        assertThat(PredictedPicture.of(List.of(row(What.UNITS, 0.4, false, 0.5)))
                        .marks())
                .hasSizeGreaterThan(empty);
    }
}

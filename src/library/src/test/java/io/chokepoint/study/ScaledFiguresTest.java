package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScaledFiguresTest {

    @Test
    void onlyFiguresOfTheClassThatNobodyPublishedAreMovedAndStayInRange() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

        Map<String, Figure> scaled = ScaledFigures.of(data.dataset(), Map.of(ScaledFigures.Kind.CRITICALITY, 1.5));

        assertThat(scaled)
                .hasSizeGreaterThan(500)
                .allSatisfy((id, figure) -> assertThat(id).endsWith("/criticality"));
        for (Figure figure : data.dataset().figures()) {
            Figure moved = scaled.get(figure.id());
            if (moved != null) {
                assertThat(figure.evidence().basis()).isNotEqualTo(Basis.PUBLISHED);
                assertThat(moved.central()).isEqualTo(Math.min(1, 1.5 * figure.central()));
            }
        }
    }

    @Test
    void toleranceIsMovedByItsDistanceFromOne() {
        DataPackage data = PricedChain.data();
        Map<String, Figure> scaled = ScaledFigures.of(data.dataset(), Map.of(ScaledFigures.Kind.TOLERANCE, 2.0));

        assertThat(scaled.values()).extracting(Figure::central).containsExactlyInAnyOrder(7.0, 5.0, 3.0);
    }

    @Test
    void aBacktestRunsWithThem() {
        DataPackage data = PricedChain.data();
        Episode episode = PricedChain.episode();
        Map<String, Figure> scaled = ScaledFigures.of(data.dataset(), Map.of(ScaledFigures.Kind.TOLERANCE, 2.0));
        StudyRunner runner = new StudyRunner(data);

        BacktestRow as =
                Backtest.run(runner, List.of(episode), 2, 1, 1, RunMonitor.NONE).getFirst();
        BacktestRow moved = Backtest.run(
                        runner, List.of(episode), new Backtest.Settings(2, 1, 1, scaled), RunMonitor.NONE)
                .getFirst();

        // Who accepts more bids more for what is there.
        assertThat(moved.simulated().orElseThrow()).isGreaterThan(as.simulated().orElseThrow() + 1);
        assertThat(moved.forecasts().drawn().getFirst())
                .isCloseTo(moved.simulated().orElseThrow(), within(1e-9));
    }
}

package io.chokepoint.ui.explain;

import io.chokepoint.analysis.FigureRanking;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.study.FigureNames;
import java.util.List;

/**
 * Which figures drive a loss: after many runs with drawn figures, those whose drawn values go with the lost output.
 *
 * @param runs how many runs; 0 before there are any
 * @param same whether the loss is the same in all runs, so that nothing drives it
 * @param top strongest first, at most ten
 * @param all how many figures were drawn
 */
record Drivers(int runs, boolean same, List<Driver> top, int all) {
    static final Drivers NONE = new Drivers(0, false, List.of(), 0);

    private static final int MOST = 10;

    /**
     * A figure that goes with the loss.
     *
     * @param correlation in [−1, 1]: below 0 where a higher figure means less loss
     * @param isClear whether it is further from 0 than chance would bring any of the figures
     */
    record Driver(String name, Figure figure, double correlation, double low, double high, boolean isClear) {}

    static Drivers of(MonteCarloResult drawn, Good good) {
        return of(drawn, drawn.drivers(good, Measure.LOST_OUTPUT));
    }

    static Drivers of(MonteCarloResult drawn, Market market) {
        return of(drawn, drawn.drivers(market, Measure.LOST_OUTPUT));
    }

    private static Drivers of(MonteCarloResult drawn, List<FigureRanking.Entry> all) {
        FigureNames names = FigureNames.of(drawn.dataset(), drawn.scenario());
        List<Driver> top = all.stream()
                .limit(MOST)
                .map(entry -> new Driver(
                        names.of(entry.figure()),
                        entry.figure(),
                        entry.correlation(),
                        entry.low(),
                        entry.high(),
                        entry.isClear()))
                .toList();
        return new Drivers(drawn.runsKept(), all.isEmpty(), top, all.size());
    }
}

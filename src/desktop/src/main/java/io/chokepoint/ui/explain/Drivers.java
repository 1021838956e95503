package io.chokepoint.ui.explain;

import io.chokepoint.analysis.FigureRanking;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.Narrowing;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.NarrowingAnswer;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which figures drive a loss: after many runs with drawn figures, those whose drawn values go with the lost output.
 *
 * @param runs how many runs; 0 before there are any
 * @param same whether the loss is the same in all runs, so that nothing drives it
 * @param top strongest first, at most ten
 * @param all how many figures were drawn
 * @param known answers about the good or market whose band has a width, each with what would narrow it
 */
record Drivers(int runs, boolean same, List<Driver> top, int all, List<Answer> known) {
    static final Drivers NONE = new Drivers(0, false, List.of(), 0, List.of());

    private static final int MOST = 10;
    private static final int MOST_KNOWN = 3;

    /**
     * An answer and what would narrow its band, kinds of figure first, then single ones, no more than three of each.
     *
     * @param bars empty where nothing stands out from chance
     */
    record Answer(NarrowingAnswer of, List<Bar> bars) {}

    /**
     * One kind of figure or one figure.
     *
     * @param figures how many figures of the kind are drawn; 0 for a single figure
     */
    record Bar(String name, int figures, Narrowing.Gain gain) {}

    /**
     * A figure that goes with the loss.
     *
     * @param correlation in [−1, 1]: below 0 where a higher figure means less loss
     * @param isClear whether it is further from 0 than chance would bring any of the figures
     */
    record Driver(String name, Figure figure, double correlation, double low, double high, boolean isClear) {}

    static Drivers of(MonteCarloResult drawn, Good good) {
        return of(drawn, drawn.drivers(good, Measure.LOST_OUTPUT), NarrowingAnswer.of(drawn, good));
    }

    static Drivers of(MonteCarloResult drawn, Market market) {
        return of(drawn, drawn.drivers(market, Measure.LOST_OUTPUT), NarrowingAnswer.of(drawn, market));
    }

    private static Drivers of(MonteCarloResult drawn, List<FigureRanking.Entry> all, List<NarrowingAnswer> answers) {
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
        List<Answer> known = answers.stream()
                .filter(answer -> answer.narrowing().hasWidth())
                .map(answer -> new Answer(answer, bars(answer.narrowing(), names)))
                .toList();
        return new Drivers(drawn.runsKept(), all.isEmpty(), top, all.size(), known);
    }

    private static List<Bar> bars(Narrowing narrowing, FigureNames names) {
        return Stream.concat(
                        narrowing.clearClasses().stream()
                                .limit(MOST_KNOWN)
                                .map(of -> new Bar(NarrowingAnswer.name(of.group()), of.figures(), of.gain())),
                        narrowing.figures().stream()
                                .limit(MOST_KNOWN)
                                .map(of -> new Bar(names.of(of.figure()), 0, of.gain())))
                .toList();
    }
}

package io.chokepoint.ui.explain;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.result.Outcome;
import io.chokepoint.study.Hits;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.OfGood;
import io.chokepoint.ui.explain.InspectorContent.OfMarket;
import io.chokepoint.ui.support.Typography;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/** The three figures at the head: this week, the lowest, what is lost; the middle of many runs where there are many. */
final class InspectorStats {
    private final InspectorViewModel model;
    private final Weekly weekly;

    InspectorStats(InspectorViewModel model, Weekly weekly) {
        this.model = model;
        this.weekly = weekly;
    }

    StatsBox of(OfGood good) {
        return model.middle()
                .map(drawn -> middle(
                        drawn.band(good.good(), InspectorViewModel.MIDDLE),
                        drawn.spread(good.good(), Measure.TROUGH),
                        drawn.spread(good.good(), Measure.LOST_OUTPUT),
                        "stats.lostMiddle"))
                .orElseGet(() -> central(
                        good.outcome(),
                        good::output,
                        Hits.kind(good.result(), good.good()).equals(Optional.of(Hits.Kind.SELLS_LESS))
                                ? "stats.lostSales"
                                : "stats.lost"));
    }

    StatsBox of(OfMarket market) {
        return model.middle()
                .map(drawn -> middle(
                        drawn.band(market.market(), InspectorViewModel.MIDDLE),
                        drawn.spread(market.market(), Measure.TROUGH),
                        drawn.spread(market.market(), Measure.LOST_OUTPUT),
                        "stats.unmetMiddle"))
                .orElseGet(() -> central(
                        market.outcome(), week -> market.result().served(market.market(), week), "stats.unmet"));
    }

    private StatsBox central(Outcome outcome, IntToDoubleFunction output, String lost) {
        return new StatsBox(
                weekly(output),
                weekly("stats.week"),
                Typography.output(outcome.trough()),
                Texts.get("stats.lowest", outcome.troughWeek()),
                outcome.lostOutputWeeks(),
                Texts.get(lost));
    }

    /** The same three figures, but half of the runs lie below each. */
    private StatsBox middle(double[] band, Spread trough, Spread lostWeeks, String lost) {
        return new StatsBox(
                weekly(week -> band[Math.min(week, band.length - 1)]),
                weekly("stats.middle"),
                Typography.output(trough.p50()),
                Texts.get("stats.lowestMiddle"),
                lostWeeks.p50(),
                Texts.get(lost));
    }

    private ObservableValue<String> weekly(IntToDoubleFunction output) {
        SimpleStringProperty now = new SimpleStringProperty();
        weekly.add(at -> now.set(Typography.output(output.applyAsDouble(at))));
        return now;
    }

    private ObservableValue<String> weekly(String key) {
        SimpleStringProperty week = new SimpleStringProperty();
        weekly.add(at -> week.set(Texts.get(key, at)));
        return week;
    }
}

package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.model.Activity;
import io.chokepoint.result.Outcome;
import io.chokepoint.ui.support.LossStep;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run says about one node, ready to be painted. Immutable.
 *
 * @param country two letters of the leading maker's country, or of a market's; may be empty
 * @param makers largest first; empty for a market
 */
record NodeFacts(
        GraphNode node, double[] series, Outcome outcome, String country, List<Maker> makers, Optional<Mark> mark) {

    /** Above this, output counts as a gain worth showing. */
    private static final double GAIN_LEVEL = 1.005;

    /**
     * One maker of a good.
     *
     * @param share part of the good's baseline output, in [0, 1]
     */
    record Maker(Activity activity, String country, double share, double[] series) {
        String name() {
            return activity.provider().name();
        }

        double output(int week) {
            return series[week];
        }
    }

    boolean isMarket() {
        return node instanceof GraphNode.MarketNode;
    }

    /** Output, or served demand of a market, as a part of baseline. */
    double output(int week) {
        return series[Math.clamp(week, 0, series.length - 1)];
    }

    LossStep step(int week) {
        return LossStep.ofOutput(output(week));
    }

    boolean isGain(int week) {
        return output(week) > GAIN_LEVEL;
    }

    boolean isHit() {
        return outcome.isHit();
    }

    OptionalInt firstLoss() {
        return outcome.firstLossWeek();
    }
}

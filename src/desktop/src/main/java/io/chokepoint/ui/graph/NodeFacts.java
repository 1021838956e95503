package io.chokepoint.ui.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.model.Activity;
import io.chokepoint.result.Outcome;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Typography;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a run says about one node, ready to be painted. Immutable.
 *
 * @param series output, or served demand of a market, by week as a part of baseline; of a difference 1 plus B less A, so that the
 *     colours of loss say "worse" and that of a gain "better"
 * @param sellsLess whether the good is hit only in that less of it is ordered; nobody misses it
 * @param country two letters of the leading maker's country, or of a market's; may be empty
 * @param makers largest first; empty for a market
 * @param against what the numbers stand beside: nothing, or run A of a comparison
 */
record NodeFacts(
        GraphNode node,
        double[] series,
        Outcome outcome,
        boolean sellsLess,
        String country,
        List<Maker> makers,
        Optional<Mark> mark,
        Against against) {

    /** What the numbers of a node stand beside. */
    sealed interface Against {
        /** A run on its own. */
        record Nothing() implements Against {}

        /**
         * Run B above whose numbers stand those of A.
         *
         * @param series A's, by week
         */
        record Beside(double[] series) implements Against {}

        /**
         * What B changes, in place of B.
         *
         * @param a A's series
         * @param b B's series
         */
        record Difference(double[] a, double[] b) implements Against {}
    }

    static final Against NOTHING = new Against.Nothing();

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

    /** The same beside something else. */
    NodeFacts with(Against other) {
        return new NodeFacts(node, series, outcome, sellsLess, country, makers, mark, other);
    }

    /**
     * The same with the difference to A in place of the output.
     *
     * @param change 1 plus B less A, by week
     */
    NodeFacts difference(double[] a, double[] change, Outcome ofChange, List<Maker> makersChange) {
        return new NodeFacts(
                node, change, ofChange, false, country, makersChange, mark, new Against.Difference(a, series));
    }

    /** Output, or served demand of a market, as a part of baseline. */
    double output(int week) {
        return at(series, week);
    }

    /** What stands on the chip: "84 %", or "−17" where the numbers are points of difference. */
    String words(int week) {
        return words(output(week));
    }

    /** As {@link #words(int)}, for the output of one of its makers. */
    String words(double output) {
        return isDifference() ? Amounts.points(output - 1) : Typography.output(output);
    }

    /** Points against A, e.g. "−17", where B stands beside A. */
    Optional<String> points(int week) {
        return against instanceof Against.Beside beside
                ? Optional.of(Amounts.points(output(week) - at(beside.series(), week)))
                : Optional.empty();
    }

    /** Whether the numbers are points of difference. */
    boolean isDifference() {
        return against instanceof Against.Difference;
    }

    /** Output of A and B in words, e.g. "A 84 %, B 63 %"; empty outside a comparison. */
    Optional<String> both(int week) {
        return switch (against) {
            case Against.Nothing unused -> Optional.empty();
            case Against.Beside of -> Optional.of(both(of.series(), series, week));
            case Against.Difference of -> Optional.of(both(of.a(), of.b(), week));
        };
    }

    private static String both(double[] a, double[] b, int week) {
        return Texts.get("graph.tip.both", Typography.output(at(a, week)), Typography.output(at(b, week)));
    }

    private static double at(double[] series, int week) {
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

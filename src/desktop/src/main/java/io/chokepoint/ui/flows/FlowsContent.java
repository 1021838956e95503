package io.chokepoint.ui.flows;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.List;
import java.util.Optional;

/**
 * The flows around one good. What does not change from week to week, so that nothing moves when the week does.
 *
 * @param width what widths say
 * @param worth of the good's output in a year, in US$ million; empty where the dataset does not say what goods are worth
 * @param columns five: inputs of inputs, inputs, makers, uses, uses of uses; blocks from the top
 * @param bands between neighbouring columns, and between makers and the good itself
 * @param each the same bands before small blocks were put together, for tables
 */
record FlowsContent(
        Good good, Width width, Optional<Double> worth, List<List<Block>> columns, List<Band> bands, List<Band> each) {
    static final int MAKERS = 2;

    /** What the width of a band says. */
    enum Width {
        /** US$ a year: what makers pay for inputs, and what the good itself is worth on its way. */
        VALUE,
        /** Parts of uses; all inputs together are as wide as the good. */
        USE
    }

    /** What a block stands for. A good or a market may stand in several columns: where it uses its own output, or in a loop. */
    sealed interface Node {
        record OfGood(Good good, int column) implements Node {}

        record OfMaker(Activity maker) implements Node {}

        record OfMarket(Market market, int column) implements Node {}

        /** The good itself, to which all makers deliver. */
        record Whole(Good good) implements Node {}

        /** @param members what was put together */
        record Others(int column, List<Node> members) implements Node {}

        /** What the dataset does not follow further. */
        record OtherUses(int column) implements Node {}
    }

    /**
     * @param size as a part of the chosen good's output, or of its worth; upstream by use, as a part of all inputs
     * @param restricted whether the scenario restricts it
     */
    record Block(Node node, String name, double size, boolean restricted) {}

    /**
     * @param size in the same unit as the blocks'
     * @param meaning what the width says, for the tooltip
     * @param restricted whether the scenario restricts it
     */
    record Band(Node from, Node to, double size, String meaning, boolean restricted) {}

    FlowsContent {
        columns = columns.stream().map(List::copyOf).toList();
        bands = List.copyOf(bands);
        each = List.copyOf(each);
    }

    Optional<Block> find(Node node) {
        return columns.stream()
                .flatMap(List::stream)
                .filter(block -> block.node().equals(node))
                .findFirst();
    }
}

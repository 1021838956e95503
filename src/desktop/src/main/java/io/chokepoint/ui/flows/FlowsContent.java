package io.chokepoint.ui.flows;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.List;
import java.util.Optional;

/**
 * The flows around one good. What does not change from week to week, so that nothing moves when the week does.
 *
 * @param columns five: inputs of inputs, inputs, makers, uses, uses of uses; blocks from the top
 * @param bands between neighbouring columns, and between makers and the good itself
 * @param each the same bands before small blocks were put together, for tables
 */
record FlowsContent(Good good, List<List<Block>> columns, List<Band> bands, List<Band> each) {
    static final int MAKERS = 2;

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
     * @param size in the unit of its column: parts of the chosen good's output downstream and for makers, parts of all inputs upstream
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

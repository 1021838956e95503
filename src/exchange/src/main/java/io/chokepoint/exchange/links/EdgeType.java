package io.chokepoint.exchange.links;

import org.jspecify.annotations.Nullable;

/** What an edge is in a dataset. */
enum EdgeType {
    SUPPLY("shares of makers"),
    DEPENDENCY("inputs of goods"),
    DEMAND("sales to markets");

    private final String plural;

    EdgeType(String plural) {
        this.plural = plural;
    }

    String plural() {
        return plural;
    }

    /** Null where no edge of a dataset leads so. */
    static @Nullable EdgeType between(@Nullable NodeType source, @Nullable NodeType target) {
        if (source == NodeType.PROVIDER && target == NodeType.GOOD) {
            return SUPPLY;
        }
        if (source == NodeType.GOOD) {
            return target == NodeType.GOOD ? DEPENDENCY : target == NodeType.MARKET ? DEMAND : null;
        }
        return null;
    }
}

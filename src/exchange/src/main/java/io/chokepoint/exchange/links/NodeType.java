package io.chokepoint.exchange.links;

import org.jspecify.annotations.Nullable;

/** What a node is in a dataset. */
enum NodeType {
    GOOD("goods"),
    PROVIDER("makers"),
    MARKET("markets");

    private final String plural;

    NodeType(String plural) {
        this.plural = plural;
    }

    String plural() {
        return plural;
    }

    /** By the attribute {@code type}; null where it says something else. */
    static @Nullable NodeType of(String word) {
        return switch (word) {
            case "good" -> GOOD;
            case "provider", "maker" -> PROVIDER;
            case "market" -> MARKET;
            default -> null;
        };
    }
}

package io.chokepoint.model;

import java.util.List;

/** A vertex of the {@link SupplyGraph}: what is made, or where it is wanted. A good and a market of the same id are two nodes. */
public sealed interface SupplyNode permits Good, Market {
    String id();

    String name();

    String shortName();

    List<String> tags();

    default boolean hasTag(String tag) {
        return tags().contains(tag);
    }
}

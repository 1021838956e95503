package io.chokepoint.model;

import io.chokepoint.base.Stable;
import java.util.List;

/**
 * A vertex of the dataset's graph: a {@link Good} that is made, or a {@link Market} where it is wanted. A good and a market of the same id
 * are two nodes.
 */
@Stable
public interface SupplyNode {
    String id();

    String name();

    /** At most 26 characters, for cards. */
    String shortName();

    List<String> tags();

    default boolean hasTag(String tag) {
        return tags().contains(tag);
    }
}

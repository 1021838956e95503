package io.chokepoint.model;

import io.chokepoint.base.Stable;
import java.util.List;
import java.util.Objects;

/**
 * A thing that is made or done: an ore, an oxide, a machine, a process step, a wafer, a chip. Equal by id.
 *
 * @param shortName at most 26 characters, for cards; the name where the dataset gives none
 * @param tags words that selectors use
 * @param aliases other names, Chinese included, by which people look for it
 */
@Stable
public record Good(
        String id,
        String name,
        String shortName,
        GoodKind kind,
        Stage stage,
        List<String> tags,
        List<String> aliases,
        String description)
        implements SupplyNode {

    public Good {
        Objects.requireNonNull(id);
        tags = List.copyOf(tags);
        aliases = List.copyOf(aliases);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Good good && good.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

package io.chokepoint.layout;

import io.chokepoint.model.Dependency;
import java.util.Optional;

/**
 * An edge of the picture, from what is needed to what needs it.
 *
 * @param strength how much the consumer depends on it, in [0, 1]: ω of a dependency, a product's part of a market's function
 * @param dependency what the dataset says about it; empty where a product goes to a market
 */
public record GraphEdge(GraphNode from, GraphNode to, double strength, Optional<Dependency> dependency) {

    /** How heavily an edge is drawn. */
    public enum Importance {
        ESSENTIAL,
        IMPORTANT,
        MINOR
    }

    private static final double ESSENTIAL_FROM = 0.9;
    private static final double IMPORTANT_FROM = 0.5;
    private static final double LARGE_PRODUCT = 0.3;
    private static final double MIDDLE_PRODUCT = 0.1;

    public Importance importance() {
        boolean good = dependency.isPresent();
        if (strength >= (good ? ESSENTIAL_FROM : LARGE_PRODUCT)) {
            return Importance.ESSENTIAL;
        }
        return strength >= (good ? IMPORTANT_FROM : MIDDLE_PRODUCT) ? Importance.IMPORTANT : Importance.MINOR;
    }

    /** {@code from>to}, unique within a graph. */
    public String id() {
        return from.id() + ">" + to.id();
    }
}

package io.chokepoint.model;

import java.util.List;

/**
 * Makers of one good need another: an edge of the graph that people see (model page, section 2).
 *
 * @param input the good that is needed
 * @param consumer the good whose makers need it
 * @param criticality ω, part of the consumer's output lost when the input is wholly absent, in [0, 1]
 * @param useShare u, part of the world's output of the input that makers of the consumer use, in (0, 1]
 * @param stockWeeks n, weeks of baseline use that a maker holds, ≥ 0
 * @param leadWeeks ℓ, weeks from shipment to arrival, ≥ 1
 * @param qualificationWeeks q, how long a shortage lasts before makers can be used from whom one does not buy today, ≥ 0
 * @param lifetimeYears L ≥ 1/52 for capital; 0 otherwise
 * @param costShare cost of the input as a part of the cost of the consumer, in [0, 1]
 * @param role what the input does there, in words
 * @param alternatives stand-ins, in dataset order
 */
public record Dependency(
        Good input,
        Good consumer,
        DependencyMode mode,
        Figure criticality,
        Figure useShare,
        Figure stockWeeks,
        int leadWeeks,
        Figure qualificationWeeks,
        double lifetimeYears,
        Figure costShare,
        String role,
        List<Alternative> alternatives,
        Evidence evidence)
        implements SupplyEdge {

    public Dependency {
        alternatives = List.copyOf(alternatives);
    }

    @Override
    public Good from() {
        return input;
    }

    @Override
    public Good to() {
        return consumer;
    }

    /** {@code input>consumer}, unique within a dataset. */
    public String id() {
        return input.id() + ">" + consumer.id();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dependency dependency
                && dependency.input.equals(input)
                && dependency.consumer.equals(consumer);
    }

    @Override
    public int hashCode() {
        return 31 * input.hashCode() + consumer.hashCode();
    }

    @Override
    public String toString() {
        return id();
    }
}

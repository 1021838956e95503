package io.chokepoint.model;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code demand.csv}: what part of a product goes to a market and what it does there.
 *
 * @param provider the maker; null for every maker of the product
 * @param useShare part of the maker's output that goes to the market, in (0, 1]
 * @param functionPerUnit e, the market's function that one unit (the world's baseline output of a week) brings, > 0
 */
public record Offer(
        Good product,
        @Nullable Provider provider,
        Figure useShare,
        double functionPerUnit,
        String year,
        Evidence evidence) {}

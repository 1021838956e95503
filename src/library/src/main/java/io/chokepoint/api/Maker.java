package io.chokepoint.api;

import io.chokepoint.base.Stable;

/**
 * Who makes a good.
 *
 * @param id the provider's id, for selectors: {@code provider:tsmc}
 * @param country ISO 3166-1 alpha-3; empty for the rest of the world
 * @param share part of the world's output of the good at baseline, in (0, 1]; its central figure
 */
@Stable
public record Maker(String id, String name, String country, double share) {}

package io.chokepoint.api;

import io.chokepoint.base.Stable;

/**
 * Where products are wanted.
 *
 * @param id for selectors: {@code market:china-ai}
 * @param function what is wanted there, with its unit
 * @param country ISO 3166-1 alpha-3; empty where the market is no country's
 */
@Stable
public record EndMarket(String id, String name, String function, String country) {}

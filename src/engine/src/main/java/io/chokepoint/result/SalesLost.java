package io.chokepoint.result;

import io.chokepoint.model.Good;

/**
 * What the makers of a good in one country did not make over the horizon.
 *
 * @param country ISO 3166-1 alpha-3; empty for the rest of the world
 * @param weeks Σ over weeks and makers of (baseline − output), in weeks of the good's world baseline output; negative where the
 *     country gained
 */
public record SalesLost(String country, Good good, double weeks) {}

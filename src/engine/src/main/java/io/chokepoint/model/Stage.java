package io.chokepoint.model;

import io.chokepoint.base.Stable;

/**
 * A column of the picture.
 *
 * @param order place from upstream (low) to downstream (high)
 */
@Stable
public record Stage(String id, String name, int order) {}

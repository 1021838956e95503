package io.chokepoint.model;

/**
 * A column of the picture.
 *
 * @param order place from upstream (low) to downstream (high)
 */
public record Stage(String id, String name, int order) {}

package io.chokepoint.result;

/**
 * A restriction that acted on something in a run.
 *
 * @param restriction its place in {@code scenario.restrictions()}
 * @param week the first week in which it did
 */
public record Acting(int restriction, int week) {}

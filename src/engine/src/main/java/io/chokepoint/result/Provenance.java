package io.chokepoint.result;

/**
 * Enough to repeat a run bit by bit.
 *
 * @param version of the program
 * @param dataset its id
 * @param scenario its id
 * @param figures which values were used, e.g. "central" or "run 17 of seed 42"
 */
public record Provenance(String version, String dataset, String scenario, String figures) {}

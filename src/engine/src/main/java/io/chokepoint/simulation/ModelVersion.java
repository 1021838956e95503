package io.chokepoint.simulation;

/**
 * A version of a model: not of the program, which may change without its models.
 *
 * @param version a short word, e.g. "2"
 * @param changes what came with it, as the end of a sentence: what somebody with results of the version before must know
 */
public record ModelVersion(String version, String changes) {}

package io.chokepoint.spark;

import java.io.Serializable;

/**
 * What a task gives back.
 *
 * @param units their numbers
 * @param values what each gave
 */
@SuppressWarnings("ArrayRecordComponent") // sent from process to process, never compared
record UnitsDone(long[] units, double[][] values) implements Serializable {}

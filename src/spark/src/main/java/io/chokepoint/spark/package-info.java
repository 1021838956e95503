/**
 * Sweeps whose units are computed by the executors of an Apache Spark cluster: the network goes to each once, results come back unit by
 * unit, and the part is what {@code --shard} writes.
 *
 * <p>May import: {@code base}, {@code cli}, {@code data}, {@code sweep}, {@code text}; Spark.
 */
@NullMarked
package io.chokepoint.spark;

import org.jspecify.annotations.NullMarked;

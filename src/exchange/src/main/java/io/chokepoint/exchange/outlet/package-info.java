/**
 * How a dataset, or a run on it, is written for another tool.
 *
 * <p>May import: {@code base}, {@code data}, {@code result}.
 */
@NullMarked
package io.chokepoint.exchange.outlet;

import org.jspecify.annotations.NullMarked;

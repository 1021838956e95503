/**
 * Compiling: names become indices, and a dataset becomes frozen primitive arrays that the engine runs on.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.network;

import org.jspecify.annotations.NullMarked;

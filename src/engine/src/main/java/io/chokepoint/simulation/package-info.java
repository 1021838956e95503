/**
 * What a model of propagation is ({@link io.chokepoint.simulation.PropagationModel}), the weekly engine of the model page, sections 3 to
 * 6, and a model of steps alone.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code network}, {@code result}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.simulation;

import org.jspecify.annotations.NullMarked;

/**
 * What a run says: series of outputs, first losses, binding chains, sales lost, or a model's own table; provenance, and what a model may
 * know. Immutable; names instead of indices.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.result;

import org.jspecify.annotations.NullMarked;

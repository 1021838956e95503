/**
 * Sweeps as sequences of units that do not depend on each other, such as one draw, one node or one firm: run on several threads, shared
 * out among machines, gone on with after a kill, and put together again.
 *
 * <p>May import: {@code base}.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.sweep;

import org.jspecify.annotations.NullMarked;

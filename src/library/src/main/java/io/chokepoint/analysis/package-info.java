/**
 * Questions beyond one run: how sure (Monte Carlo, rank correlation), which node (sweeps, dominators, cut sets), what helps.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code network}, {@code simulation}, {@code result}; JGraphT.
 *
 * <p>Internal unless marked {@link io.chokepoint.base.Stable}.
 */
@NullMarked
package io.chokepoint.analysis;

import org.jspecify.annotations.NullMarked;

/**
 * Questions beyond one run: how sure (Monte Carlo, rank correlation), which node (sweeps, dominators, cut sets), what helps.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code network}, {@code simulation}, {@code result}; JGraphT.
 */
@NullMarked
package io.chokepoint.analysis;

import org.jspecify.annotations.NullMarked;

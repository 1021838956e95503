/**
 * Linear programmes and the questions they answer: best response, time to survive, time to recover. The solver is replaceable here and
 * nowhere else.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code network}; HiGHS by {@code java.lang.foreign}; JGraphT.
 */
@NullMarked
package io.chokepoint.bounds.lp;

import org.jspecify.annotations.NullMarked;

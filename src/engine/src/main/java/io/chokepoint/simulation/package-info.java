/**
 * The weekly engine of the model page, sections 3 to 6.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code network}, {@code result}.
 */
@NullMarked
package io.chokepoint.simulation;

import org.jspecify.annotations.NullMarked;

/**
 * Compiling: names become indices, and a dataset becomes frozen primitive arrays that the engine runs on.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}.
 */
@NullMarked
package io.chokepoint.network;

import org.jspecify.annotations.NullMarked;

/**
 * For tests: the slow second reading of the model page, networks and scenarios drawn by chance, small networks made by hand.
 *
 * <p>May import: the engine. Not part of the program.
 */
@NullMarked
package io.chokepoint.testkit;

import org.jspecify.annotations.NullMarked;

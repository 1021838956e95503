/**
 * The guide that comes with the program, read without a network.
 *
 * <p>May import: {@code ui.support}, {@code text} and what these return; JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.guide;

import org.jspecify.annotations.NullMarked;

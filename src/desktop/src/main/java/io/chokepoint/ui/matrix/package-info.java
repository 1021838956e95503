/**
 * What each of the goods that answers speak of first loses if one node stops for a while, for many nodes at once.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.matrix;

import org.jspecify.annotations.NullMarked;

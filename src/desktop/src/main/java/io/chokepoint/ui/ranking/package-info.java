/**
 * Which good, maker or country matters most: each restricted in turn, alone or two at a time, and what a product rests on.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.ranking;

import org.jspecify.annotations.NullMarked;

/**
 * The lens: what a maker, a country or the buyers of a market make and need, and how long they survive each loss.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.lens;

import org.jspecify.annotations.NullMarked;

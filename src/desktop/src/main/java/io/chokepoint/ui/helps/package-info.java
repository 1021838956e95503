/**
 * What helps a product in the scenario at hand: measures alone and together, the cheapest stocks, and what no response could beat.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code bounds}, {@code export} and what
 * these return; JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.helps;

import org.jspecify.annotations.NullMarked;

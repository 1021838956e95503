/**
 * The flows around the selected good: what goes in, who makes it, where it goes, and what of it is lost.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.flows;

import org.jspecify.annotations.NullMarked;

/**
 * The run on a world map: who supplies, who loses sales, who is exposed.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.map;

import org.jspecify.annotations.NullMarked;

/**
 * The run as tables: goods, markets, and who loses sales.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.table;

import org.jspecify.annotations.NullMarked;

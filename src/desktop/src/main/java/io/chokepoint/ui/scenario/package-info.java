/**
 * Restrictions and scenarios: pills, the editor of a restriction, gallery, drawer, saving and recovery.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export}, {@code layout} and what
 * these return; JavaFX, Ikonli, SLF4J. Not the other features, not {@code ui}.
 */
@NullMarked
package io.chokepoint.ui.scenario;

import org.jspecify.annotations.NullMarked;

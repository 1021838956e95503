/**
 * What the weekly model and the classic ones say of the scenario at hand, side by side, and which assumption makes the difference.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return; JavaFX,
 * Ikonli.
 */
@NullMarked
package io.chokepoint.ui.models;

import org.jspecify.annotations.NullMarked;

/**
 * What all features of the window share: the state of the study on screen, work off the UI thread, the list of actions, theme,
 * settings, dialogs and words.
 *
 * <p>May import: {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return; JavaFX, AtlantaFX,
 * Ikonli, SLF4J.
 */
@NullMarked
package io.chokepoint.ui.support;

import org.jspecify.annotations.NullMarked;

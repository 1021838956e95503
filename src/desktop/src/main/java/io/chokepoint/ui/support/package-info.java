/**
 * What all features of the window share: the state of the study on screen, work off the UI thread, the list of actions, theme,
 * settings, dialogs and words.
 *
 * <p>May import: {@code study}, {@code export} and what these return; JavaFX, AtlantaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.support;

import org.jspecify.annotations.NullMarked;

/**
 * The window: puts the features together.
 *
 * <p>May import: all {@code ui} packages; JavaFX, AtlantaFX.
 */
@NullMarked
package io.chokepoint.ui;

import org.jspecify.annotations.NullMarked;

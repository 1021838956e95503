/**
 * The window: puts the features together.
 *
 * <p>May import: all {@code ui} packages, {@code text}, {@code study}, {@code export} and what these return; JavaFX, SLF4J.
 */
@NullMarked
package io.chokepoint.ui;

import org.jspecify.annotations.NullMarked;

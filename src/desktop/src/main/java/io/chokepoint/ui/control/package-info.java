/**
 * Our reusable controls: they know curves, tables and colours, and nothing of the program.
 *
 * <p>May import: {@code export.picture}; JavaFX.
 */
@NullMarked
package io.chokepoint.ui.control;

import org.jspecify.annotations.NullMarked;

/**
 * Our reusable controls: they know curves, tables and colours, and nothing of the program.
 *
 * <p>May import: {@code base}, {@code layout}; JavaFX.
 */
@NullMarked
package io.chokepoint.ui.control;

import org.jspecify.annotations.NullMarked;

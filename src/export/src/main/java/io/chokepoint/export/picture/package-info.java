/**
 * Pictures as lists of marks: the same picture is painted on the screen, written as SVG, and read by tests.
 *
 * <p>May import: {@code base}.
 */
@NullMarked
package io.chokepoint.export.picture;

import org.jspecify.annotations.NullMarked;

/**
 * Pages that carry the run they show: making one, and making it again.
 *
 * <p>May import: {@code base}, {@code scenario}, {@code data}, {@code result}, {@code study}, {@code analysis}, {@code export.report}.
 */
@NullMarked
package io.chokepoint.export.living;

import org.jspecify.annotations.NullMarked;

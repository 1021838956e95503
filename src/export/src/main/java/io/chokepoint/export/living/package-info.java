/**
 * Pages that carry the run they show: making one, and making it again.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}, {@code data}, {@code result}, {@code study}, {@code analysis},
 * {@code article}, {@code export.report}.
 */
@NullMarked
package io.chokepoint.export.living;

import org.jspecify.annotations.NullMarked;

/**
 * Results as files: tidy CSV and JSON, reports, pictures of graphs.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code result}, {@code study}, {@code analysis},
 * {@code export.picture}; Jackson, FastCSV.
 */
@NullMarked
package io.chokepoint.export;

import org.jspecify.annotations.NullMarked;

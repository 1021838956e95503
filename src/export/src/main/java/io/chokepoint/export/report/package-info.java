/**
 * The living report: a run as one HTML file that needs nothing else, read as it is and played with where a browser runs its script.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}, {@code result}, {@code study}, {@code analysis},
 * {@code layout}, {@code export}, {@code export.world}, {@code export.picture}; Jackson.
 */
@NullMarked
package io.chokepoint.export.report;

import org.jspecify.annotations.NullMarked;

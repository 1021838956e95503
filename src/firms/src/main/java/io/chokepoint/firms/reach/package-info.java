/**
 * Who is downstream of whom, counted for all firms at once.
 *
 * <p>May import: {@code base}, {@code firms}.
 */
@NullMarked
package io.chokepoint.firms.reach;

import org.jspecify.annotations.NullMarked;

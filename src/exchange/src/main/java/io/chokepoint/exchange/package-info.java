/**
 * Other tools' data in and out: the list of formats, and how an import becomes a dataset folder.
 *
 * <p>May import: {@code base}, {@code data}, {@code exchange.*}; Jackson, FastCSV.
 */
@NullMarked
package io.chokepoint.exchange;

import org.jspecify.annotations.NullMarked;

/**
 * Workbooks: one sheet for each table of a dataset, one for its other files.
 *
 * <p>May import: {@code base}, {@code model}, {@code data}, {@code exchange.intake}, {@code exchange.outlet}; fastexcel.
 */
@NullMarked
package io.chokepoint.exchange.xlsx;

import org.jspecify.annotations.NullMarked;

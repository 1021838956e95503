/**
 * The five tables of the Advanced Semiconductor Supply Chain Dataset of the Emerging Technology Observatory (ETO) and CSET, as a dataset.
 *
 * <p>May import: {@code base}, {@code text}, {@code data}, {@code exchange.intake}.
 */
@NullMarked
package io.chokepoint.exchange.eto;

import org.jspecify.annotations.NullMarked;

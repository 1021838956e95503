/**
 * A table of real measures becomes draft scenarios: goods by customs code or name, strength by the usual range of the instrument.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}, {@code data}, {@code exchange.intake}.
 */
@NullMarked
package io.chokepoint.exchange.controls;

import org.jspecify.annotations.NullMarked;

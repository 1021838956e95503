/**
 * Multi-regional input-output tables in the text form of pymrio and EXIOBASE, read as a stream: sectors become goods, regions makers.
 *
 * <p>May import: {@code base}, {@code text}, {@code data}, {@code exchange.intake}.
 */
@NullMarked
package io.chokepoint.exchange.mrio;

import org.jspecify.annotations.NullMarked;

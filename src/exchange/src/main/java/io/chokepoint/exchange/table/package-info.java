/**
 * Tables of nodes, edges and flows in any columns, by a mapping of the columns.
 *
 * <p>May import: {@code base}, {@code data}, {@code exchange.intake}, {@code exchange.links}.
 */
@NullMarked
package io.chokepoint.exchange.table;

import org.jspecify.annotations.NullMarked;

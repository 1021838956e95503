/**
 * Nodes and edges, as graph files, edge lists and flow tables have them, as goods, makers, markets and what they need of each other.
 *
 * <p>May import: {@code base}, {@code data}, {@code text}, {@code exchange.intake}.
 */
@NullMarked
package io.chokepoint.exchange.links;

import org.jspecify.annotations.NullMarked;

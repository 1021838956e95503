/**
 * Graph files: GraphML, GEXF and DOT, in by JGraphT's readers, out by its writers; GEXF with time by one of our own.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code data}, {@code result}, {@code exchange.intake}, {@code exchange.outlet},
 * {@code exchange.links}; JGraphT.
 */
@NullMarked
package io.chokepoint.exchange.graph;

import org.jspecify.annotations.NullMarked;

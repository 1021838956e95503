/**
 * The graph: columns of goods from raw inputs to markets, what falls short in them, and why.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export}, {@code layout} and what
 * these return; JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.graph;

import org.jspecify.annotations.NullMarked;

/**
 * What is selected, in words and figures: why it falls short, who makes it, what it needs and feeds, and what that rests on.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study} and what these return; JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.explain;

import org.jspecify.annotations.NullMarked;

/**
 * Time: what is restricted when, the curves of the goods looked at, playing and scrubbing through the weeks of a run.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study} and what these return; JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.timeline;

import org.jspecify.annotations.NullMarked;

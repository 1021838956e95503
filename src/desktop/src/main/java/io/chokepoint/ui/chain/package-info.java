/**
 * The whole chain at rest: every good with the country that makes most of it, and the questions to begin with.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code text}, {@code study}, {@code export} and what these return;
 * JavaFX, Ikonli.
 */
@NullMarked
package io.chokepoint.ui.chain;

import org.jspecify.annotations.NullMarked;

/**
 * From an article to a scenario: its text with what it names marked, beside the rules of which it speaks as drafts.
 *
 * <p>May import: {@code ui.support}, {@code ui.control}, {@code article}, {@code text}, {@code study} and what these return; JavaFX.
 */
@NullMarked
package io.chokepoint.ui.article;

import org.jspecify.annotations.NullMarked;

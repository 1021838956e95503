/** From an article to a scenario: its text with what it names marked, beside the rules of which it speaks as drafts. */
@NullMarked
package io.chokepoint.ui.article;

import org.jspecify.annotations.NullMarked;

/**
 * From a text to draft restrictions: reads an article ({@link io.chokepoint.article.ArticleReader}), marks what it names
 * ({@link io.chokepoint.article.Passage}), drafts the rules of which it speaks ({@link io.chokepoint.article.Draft}) and holds its
 * claims against what the dataset knows ({@link io.chokepoint.article.ClaimMatch}). {@link io.chokepoint.article.ArticleReading} does
 * all of it; {@link io.chokepoint.article.DraftScenario} makes a scenario of drafts. How it works, what it cannot do and how good it is:
 * {@code src/docs/ARTICLES.md}.
 *
 * <p>Everything happens on this machine: nothing that a text refers to is loaded, nothing in it is run.
 *
 * <p>May import: {@code base}, {@code model}, {@code scenario}, {@code text}, {@code data}.
 */
@NullMarked
package io.chokepoint.article;

import org.jspecify.annotations.NullMarked;

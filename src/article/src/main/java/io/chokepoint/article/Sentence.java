package io.chokepoint.article;

/**
 * A sentence of an article.
 *
 * @param number from 0, in the order of the text
 * @param start where it starts in the article's text, in UTF-16 code units
 * @param end the first place behind it
 * @param paragraph from 0: sentences of one paragraph have the same
 * @param text as it stands there
 */
public record Sentence(int number, int start, int end, int paragraph, String text) {}

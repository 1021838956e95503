package io.chokepoint.article;

import io.chokepoint.model.Control;
import java.util.List;

/**
 * A real measure of the dataset of which a text speaks.
 *
 * @param sentences that speak of it
 */
public record MeasureMatch(Control measure, List<Sentence> sentences) {
    public MeasureMatch {
        sentences = List.copyOf(sentences);
    }
}

package io.chokepoint.article;

import io.chokepoint.model.Claim;
import java.util.List;

/**
 * A checked claim of the dataset that a text makes.
 *
 * @param sentences that make it
 */
public record ClaimMatch(Claim claim, List<Sentence> sentences) {
    public ClaimMatch {
        sentences = List.copyOf(sentences);
    }
}

package io.chokepoint.article;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Good;

/**
 * A share that a text states, beside what the dataset has for the same.
 *
 * @param sentence that states it
 * @param stated 0 to 1
 * @param words as they stand in the text
 * @param maker the name of the country or maker
 * @param good of which it is a share of the world's output
 * @param low the dataset's share
 * @param central the dataset's share
 * @param high the dataset's share
 * @param evidence of the largest part of the dataset's share
 */
public record ShareMatch(
        Sentence sentence,
        double stated,
        String words,
        String maker,
        Good good,
        double low,
        double central,
        double high,
        Evidence evidence) {
    /** Whether the stated share lies in the dataset's range. */
    public boolean agrees() {
        return stated >= low - 0.005 && stated <= high + 0.005;
    }
}

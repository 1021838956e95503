package io.chokepoint.study;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import java.util.List;

/**
 * A figure that the user put in the place of the dataset's. It counts as an assumption, as nobody has checked it, but sentences
 * call it by its name.
 */
public final class OwnFigure {
    private static final String FILE = "own figures";

    private OwnFigure() {}

    /**
     * The figure with the user's values.
     *
     * @param note where they come from, in the user's words; may be empty
     * @throws IllegalArgumentException unless low ≤ central ≤ high
     */
    public static Figure of(Figure dataset, double low, double central, double high, String note) {
        return dataset.with(low, central, high, new Evidence(Basis.ASSUMPTION, List.of(), note, FILE, 0));
    }

    public static boolean isOwn(Evidence evidence) {
        return evidence.file().equals(FILE);
    }

    /** What a figure rests on, in a word or two: "published", "derived", "assumption" or "your figure". */
    public static String basis(Evidence evidence) {
        return isOwn(evidence) ? "your figure" : evidence.basis().id();
    }
}

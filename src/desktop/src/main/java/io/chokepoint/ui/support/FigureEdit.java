package io.chokepoint.ui.support;

import io.chokepoint.data.Bundle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The user's own value of one figure, kept beside the dataset and never in it.
 *
 * @param figureId {@link io.chokepoint.model.Figure#id()}
 * @param low the least that is plausible
 * @param central the best single value, low ≤ central ≤ high
 * @param high the most that is plausible
 * @param source where it comes from, in the user's words; may be empty
 * @param note why; may be empty
 */
public record FigureEdit(String figureId, double low, double central, double high, String source, String note) {
    public FigureEdit {
        if (!(low <= central && central <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "low ≤ central ≤ high must hold, but they are " + low + ", " + central + ", " + high);
        }
    }

    /** Own figures as they were read from a file, by id. */
    public static Map<String, FigureEdit> of(Collection<Bundle.Own> own) {
        Map<String, FigureEdit> edits = new LinkedHashMap<>();
        for (Bundle.Own each : own) {
            edits.put(
                    each.figureId(),
                    new FigureEdit(
                            each.figureId(), each.low(), each.central(), each.high(), each.source(), each.note()));
        }
        return edits;
    }

    /** As it is shared. */
    public Bundle.Own shared() {
        return new Bundle.Own(figureId, low, central, high, source, note);
    }
}

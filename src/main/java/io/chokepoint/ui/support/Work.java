package io.chokepoint.ui.support;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Scenario;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user works on and can undo: a scenario and own figures beside the dataset. Immutable.
 *
 * @param figures own figures by figure id, in the order in which they were made
 */
public record Work(Scenario scenario, Map<String, FigureEdit> figures) {

    public Work {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public static Work on(Scenario scenario) {
        return new Work(scenario, Map.of());
    }

    public Work withScenario(Scenario value) {
        return new Work(value, figures);
    }

    public Work withFigure(FigureEdit edit) {
        Map<String, FigureEdit> changed = new LinkedHashMap<>(figures);
        changed.put(edit.figureId(), edit);
        return new Work(scenario, changed);
    }

    public Work withoutFigure(String figureId) {
        Map<String, FigureEdit> changed = new LinkedHashMap<>(figures);
        changed.remove(figureId);
        return new Work(scenario, changed);
    }

    public Optional<FigureEdit> findFigure(String figureId) {
        return Optional.ofNullable(figures.get(figureId));
    }

    /** The central values, with the user's own where there are any. */
    public FigureValues values() {
        if (figures.isEmpty()) {
            return FigureValues.CENTRAL;
        }
        return figure -> {
            FigureEdit edit = figures.get(figure.id());
            return edit == null ? figure.central() : edit.central();
        };
    }

    /** The user's own figures by id, with their ranges, in place of those of the dataset. */
    public Map<String, Figure> ownFigures(Dataset dataset) {
        Map<String, Figure> own = new HashMap<>();
        for (Figure figure : dataset.figures()) {
            FigureEdit edit = figures.get(figure.id());
            if (edit != null) {
                own.put(figure.id(), figure.with(edit.low(), edit.central(), edit.high(), figure.evidence()));
            }
        }
        return own;
    }

    /** What {@link #values()} are, for the provenance of a run. */
    public String valuesName() {
        return figures.isEmpty() ? "central" : "central with " + figures.size() + " own figures";
    }
}

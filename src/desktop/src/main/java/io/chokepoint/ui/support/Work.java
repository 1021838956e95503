package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.OwnFigure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user works on and can undo: a scenario, own figures beside the dataset, and restrictions that are kept but not in
 * force. Immutable.
 *
 * @param scenario holds only what is in force, so that whoever runs or shows it need not know of switches
 * @param figures own figures by figure id, in the order in which they were made
 * @param switchedOff restrictions that are kept beside the scenario, by ascending place
 */
public record Work(Scenario scenario, Map<String, FigureEdit> figures, List<SwitchedOff> switchedOff) {

    /**
     * A restriction that is kept but not in force.
     *
     * @param place among all restrictions, those in force included, counted from 0
     */
    public record SwitchedOff(int place, Restriction restriction) {}

    public Work {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        switchedOff = List.copyOf(switchedOff);
    }

    /** Work with nothing switched off. */
    public Work(Scenario scenario, Map<String, FigureEdit> figures) {
        this(scenario, figures, List.of());
    }

    public static Work on(Scenario scenario) {
        return new Work(scenario, Map.of());
    }

    public Work withScenario(Scenario value) {
        return new Work(value, figures, switchedOff);
    }

    /** The same work without any own figure. */
    public Work withoutFigures() {
        return new Work(scenario, Map.of(), switchedOff);
    }

    public Work withFigure(FigureEdit edit) {
        Map<String, FigureEdit> changed = new LinkedHashMap<>(figures);
        changed.put(edit.figureId(), edit);
        return new Work(scenario, changed, switchedOff);
    }

    /**
     * The same work with another value: that of a restriction changes in the scenario, so that it is read where the restriction is
     * shown and edited; any other becomes an own figure.
     */
    public Work withValue(FigureEdit edit) {
        List<Restriction> stated = scenario.restrictions();
        if (stated.stream().allMatch(each -> parameter(each, edit.figureId()).isEmpty())) {
            return withFigure(edit);
        }
        return withScenario(scenario.withRestrictions(
                        stated.stream().map(each -> withValue(each, edit)).toList()))
                .withoutFigure(edit.figureId());
    }

    private static Restriction withValue(Restriction restriction, FigureEdit edit) {
        return parameter(restriction, edit.figureId())
                .map(stated -> restriction.with(
                        stated.of(),
                        OwnFigure.of(stated.value(), edit.low(), edit.central(), edit.high(), edit.source())))
                .orElse(restriction);
    }

    private static Optional<Restriction.Parameter> parameter(Restriction restriction, String figureId) {
        return restriction.parameters().stream()
                .filter(parameter -> parameter.value().id().equals(figureId))
                .findFirst();
    }

    public Work withoutFigure(String figureId) {
        Map<String, FigureEdit> changed = new LinkedHashMap<>(figures);
        changed.remove(figureId);
        return new Work(scenario, changed, switchedOff);
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

    /** The user's own figures by id, with their ranges, in place of those of the dataset and of the scenario. */
    public Map<String, Figure> ownFigures(Dataset dataset) {
        return OwnFigure.of(figures.values().stream().map(FigureEdit::shared).toList(), scenario, dataset);
    }

    /** What {@link #values()} are, for the provenance of a run. */
    public String valuesName() {
        return figures.isEmpty()
                ? "central"
                : "central with " + Amounts.counted(figures.size(), "own figure", "own figures");
    }
}

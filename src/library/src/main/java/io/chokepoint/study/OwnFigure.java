package io.chokepoint.study;

import io.chokepoint.data.Bundle;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Scenario;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** The user's figures by id, with their ranges, in place of those of a dataset and a scenario. */
    public static Map<String, Figure> of(Collection<Bundle.Own> own, Scenario scenario, Dataset dataset) {
        Map<String, Bundle.Own> wanted = new HashMap<>();
        own.forEach(each -> wanted.put(each.figureId(), each));
        Map<String, Figure> figures = new HashMap<>();
        Stream.concat(dataset.figures().stream(), Bundle.scenarioFigures(scenario))
                .forEach(figure -> {
                    Bundle.Own mine = wanted.get(figure.id());
                    if (mine != null) {
                        figures.put(figure.id(), of(figure, mine.low(), mine.central(), mine.high(), mine.source()));
                    }
                });
        return figures;
    }

    public static boolean isOwn(Evidence evidence) {
        return evidence.file().equals(FILE);
    }

    /** What a figure rests on, in a word or two: "published", "derived", "assumption" or "your figure". */
    public static String basis(Evidence evidence) {
        return isOwn(evidence) ? "your figure" : evidence.basis().id();
    }
}

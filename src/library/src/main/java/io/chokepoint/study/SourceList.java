package io.chokepoint.study;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Source;
import io.chokepoint.study.Explanation.Assumptions;
import io.chokepoint.study.Explanation.NumberedSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbers the sources of an explanation in the order in which they are first used, and counts the figures. Not thread-safe. */
final class SourceList {
    private static final String NOBODY = "";

    /** No id of a source holds a space. */
    private static final String OWN = "own figure";

    private final Dataset dataset;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    SourceList(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The numbers of a row's sources; an assumption without any gets the entry that says so. */
    List<Integer> of(Evidence evidence) {
        List<Integer> own = new ArrayList<>();
        evidence.sources().forEach(id -> own.add(number(id)));
        if (own.isEmpty() && evidence.basis() == Basis.ASSUMPTION) {
            own.add(number(OwnFigure.isOwn(evidence) ? OWN : NOBODY));
        }
        return own;
    }

    /** The number of a source; none where the id is empty. */
    List<Integer> of(String sourceId) {
        return sourceId.isEmpty() ? List.of() : List.of(number(sourceId));
    }

    private int number(String id) {
        return numbers.computeIfAbsent(id, unused -> numbers.size() + 1);
    }

    /** Notes that the explanation rests on the figure. */
    void count(Figure figure) {
        figures.putIfAbsent(figure.id(), figure);
    }

    Assumptions assumptions() {
        int assumed = (int) figures.values().stream()
                .filter(figure -> figure.evidence().basis() == Basis.ASSUMPTION)
                .count();
        return new Assumptions(assumed, figures.size());
    }

    List<NumberedSource> all() {
        List<NumberedSource> all = new ArrayList<>();
        numbers.forEach((id, number) -> {
            Optional<Source> source = dataset.findSource(id);
            String text = switch (id) {
                case NOBODY -> "Nobody published a figure; the dataset's note says why this range";
                case OWN -> "Your own figure, kept beside the dataset";
                default -> source.map(SourceList::text).orElse(id);
            };
            all.add(new NumberedSource(number, source, text));
        });
        return all;
    }

    private static String text(Source source) {
        StringBuilder text = new StringBuilder(source.title());
        if (!source.publisher().isEmpty()) {
            text.append(", ").append(source.publisher());
        }
        if (!source.year().isEmpty()) {
            text.append(", ").append(source.year());
        }
        return text.toString();
    }
}

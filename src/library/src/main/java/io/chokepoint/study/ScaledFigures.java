package io.chokepoint.study;

import io.chokepoint.base.Range;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.PriceTerms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whole classes of figures moved by one factor each, for asking what a class that errs in one direction does. Published figures stay as
 * they are.
 */
public final class ScaledFigures {

    /** Classes of figures that nobody published, and steepness. */
    public enum Kind {
        CRITICALITY("criticality", Range.PART, "criticality"),
        STOCK_WEEKS("stockWeeks", Range.WEEKS, "stock_weeks"),
        QUALIFICATION_WEEKS("qualificationWeeks", Range.WEEKS, "qualification_weeks"),
        SPARE("spare", Range.EXTRA, "spare"),
        /** Of final users; what is scaled is R − 1, as 1 is what nobody gives up at. */
        TOLERANCE("tolerance", Range.TOLERANCE, "tolerance", "other_tolerance"),
        /** The one number of the descriptor; see {@link #steepened}. */
        STEEPNESS("steepness", Range.STEEPNESS);

        private final String id;
        private final Range range;
        private final List<String> columns;

        Kind(String id, Range range, String... columns) {
            this.id = id;
            this.range = range;
            this.columns = List.of(columns);
        }

        /** The word for it; as the price page, section 7, calls it. */
        public String id() {
            return id;
        }

        public static Optional<Kind> of(String id) {
            return Arrays.stream(values())
                    .filter(kind -> kind.id.toLowerCase(Locale.ROOT).equals(id.toLowerCase(Locale.ROOT)))
                    .findFirst();
        }

        private boolean has(Figure figure) {
            String name = figure.id().substring(figure.id().lastIndexOf('/') + 1);
            return columns.contains(name);
        }

        private double scaled(double value, double factor) {
            double origin = this == TOLERANCE ? 1 : 0;
            return Math.clamp(origin + (value - origin) * factor, range.min(), range.max());
        }
    }

    private ScaledFigures() {}

    /**
     * The figures that change, by id; for {@link Backtest.Settings}.
     *
     * @param factors by class, &gt; 0; each figure is held within what its column allows
     */
    public static Map<String, Figure> of(Dataset dataset, Map<Kind, Double> factors) {
        Map<String, Figure> scaled = new HashMap<>();
        for (Figure figure : dataset.figures()) {
            if (figure.evidence().basis() == Basis.PUBLISHED) {
                continue;
            }
            factors.forEach((kind, factor) -> {
                if (kind.has(figure)) {
                    scaled.put(figure.id(), scaled(figure, kind, factor));
                }
            });
        }
        return Map.copyOf(scaled);
    }

    /** The same data with its steepness multiplied, where a factor says so, held within what it may be. */
    public static DataPackage steepened(DataPackage data, Map<Kind, Double> factors) {
        Double factor = factors.get(Kind.STEEPNESS);
        if (factor == null) {
            return data;
        }
        PriceTerms terms = data.dataset().priceTerms();
        return data.withDataset(data.dataset().toBuilder()
                .priceTerms(new PriceTerms(Kind.STEEPNESS.scaled(terms.steepness(), factor), terms.carrying()))
                .build());
    }

    private static Figure scaled(Figure figure, Kind kind, double factor) {
        return figure.with(
                kind.scaled(figure.low(), factor),
                kind.scaled(figure.central(), factor),
                kind.scaled(figure.high(), factor),
                Evidence.assumption(kind.id() + " times " + Range.plain(factor)));
    }
}

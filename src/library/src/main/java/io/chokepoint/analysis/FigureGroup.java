package io.chokepoint.analysis;

import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of what is drawn, to ask of each what knowing all of it would tell; those of {@link FigureClass} and all others. */
public enum FigureGroup {
    CRITICALITY(FigureClass.CRITICALITY),
    STOCK_WEEKS(FigureClass.STOCK_WEEKS),
    QUALIFICATION_WEEKS(FigureClass.QUALIFICATION_WEEKS),
    USE_SHARE(FigureClass.USE_SHARE),
    SPARE(FigureClass.SPARE),
    VALUE(FigureClass.VALUE),
    TOLERANCE(FigureClass.TOLERANCE),
    /** Makers' parts of the world's output. */
    SHARE("share", "share"),
    /** How much of a need an alternative can meet. */
    CAP("cap", "cap"),
    COST_SHARE("costShare", "cost_share"),
    PRICE_SENSITIVITY("priceSensitivity", "price_sensitivity"),
    /** What the scenario itself leaves open: restrictions, their dates, measures. */
    SCENARIO("scenario"),
    /** Which rationing rule is in force, where the scenario draws it. */
    RULE("rule"),
    OTHER("other");

    private final String id;
    private final Optional<FigureClass> drawnTogether;
    private final List<String> columns;

    FigureGroup(FigureClass of) {
        this.id = of.id();
        this.drawnTogether = Optional.of(of);
        this.columns = List.of();
    }

    FigureGroup(String id, String... columns) {
        this.id = id;
        this.drawnTogether = Optional.empty();
        this.columns = List.of(columns);
    }

    /** The word in files. */
    public String id() {
        return id;
    }

    public static FigureGroup of(Figure figure) {
        String name = figure.id();
        if (name.startsWith("scenarios/") || name.startsWith("backtests/") || name.startsWith("ad-hoc")) {
            return SCENARIO;
        }
        Optional<FigureClass> known = FigureClass.of(figure);
        String column = name.substring(name.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(group -> known.isPresent() ? group.drawnTogether.equals(known) : group.columns.contains(column))
                .findFirst()
                .orElse(OTHER);
    }
}

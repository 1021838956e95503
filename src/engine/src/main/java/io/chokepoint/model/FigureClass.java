package io.chokepoint.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of one kind, which tend to be wrong in one direction (price page, section 7). A figure's id tells its class. */
public enum FigureClass {
    CRITICALITY("criticality", "criticality"),
    STOCK_WEEKS("stockWeeks", "stock_weeks"),
    QUALIFICATION_WEEKS("qualificationWeeks", "qualification_weeks"),
    USE_SHARE("useShare", "use_share"),
    SPARE("spare", "spare"),
    VALUE("value", "value"),
    TOLERANCE("tolerance", "tolerance", "other_tolerance");

    private final String id;
    private final List<String> columns;

    FigureClass(String id, String... columns) {
        this.id = id;
        this.columns = List.of(columns);
    }

    /** The word in {@code datapackage.json}. */
    public String id() {
        return id;
    }

    /** The class of a figure of the dataset's tables, by its column, the end of its id; scenarios' figures are of none. */
    public static Optional<FigureClass> of(Figure figure) {
        String name = figure.id();
        if (name.startsWith("scenarios/") || name.startsWith("backtests/")) {
            return Optional.empty();
        }
        String column = name.substring(name.lastIndexOf('/') + 1);
        return Arrays.stream(values())
                .filter(each -> each.columns.contains(column))
                .findFirst();
    }
}

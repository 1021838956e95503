package io.chokepoint.ui.table;

import io.chokepoint.study.Explanation;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableContent;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which table of the run is shown and which of its rows. */
final class TableViewModel {

    /** The tables. */
    enum Kind {
        HIT,
        ALL,
        MARKETS,
        SALES
    }

    private final StudyState state;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.HIT);
    private final StringProperty filter = new SimpleStringProperty("");

    TableViewModel(StudyState state) {
        this.state = state;
    }

    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** The rows that pass the filter; empty until something has been run. */
    Optional<TableContent<?>> content() {
        return whole().map(all -> filter.get().isBlank() ? all : all.filtered(filter.get()));
    }

    /** How many rows there are, whatever the filter. */
    int all() {
        return whole().map(all -> all.rows().size()).orElse(0);
    }

    private Optional<TableContent<?>> whole() {
        return state.answer().map(answer -> {
            RunTables tables =
                    new RunTables(answer, state.many().result(), state.looking().weekProperty()::get);
            return switch (kind.get()) {
                case HIT -> tables.goods(false);
                case ALL -> tables.goods(true);
                case MARKETS -> tables.markets();
                case SALES -> tables.sales();
            };
        });
    }

    /** Why no good is in the table, where the run hits none. */
    String whyNothing() {
        return state.result().flatMap(Explanation::whyNothing).orElse("");
    }
}

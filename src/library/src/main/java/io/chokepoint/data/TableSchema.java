package io.chokepoint.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of one table of a dataset, as the loader and an editor need them.
 *
 * @param name the table; its file is {@code name.csv}
 * @param needed whether a dataset without this table is refused
 * @param columns in the order in which they are documented
 * @param key the columns that name a row
 */
public record TableSchema(String name, boolean needed, List<Column> columns, List<String> key) {

    /** What a cell holds. */
    public enum Type {
        TEXT,
        NUMBER,
        WHOLE
    }

    /** Whether the header must have a column. */
    public enum Presence {
        /** Without it the table cannot be read. */
        REQUIRED,
        /** Its cells may be empty; a header without it is pointed out. */
        EXPECTED,
        /** May be left out without a word. */
        OPTIONAL
    }

    /**
     * One column.
     *
     * @param description what it means, with unit and range
     */
    public record Column(String name, Type type, Presence presence, String description) {}

    public TableSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    public String file() {
        return name + ".csv";
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    static Builder named(String name) {
        return new Builder(name);
    }

    /** Lists columns left to right. */
    static final class Builder {
        private final String name;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        Builder required(String column, String description) {
            return column(column, Type.TEXT, Presence.REQUIRED, description);
        }

        Builder expected(String column, String description) {
            return column(column, Type.TEXT, Presence.EXPECTED, description);
        }

        Builder column(String column, Type type, Presence presence, String description) {
            columns.add(new Column(column, type, presence, description));
            return this;
        }

        /** {@code X_low}, {@code X} and {@code X_high}. */
        Builder range(String column, Presence presence, String description) {
            column(column + "_low", Type.NUMBER, Presence.EXPECTED, description + ", least plausible");
            column(column, Type.NUMBER, presence, description);
            return column(column + "_high", Type.NUMBER, Presence.EXPECTED, description + ", most plausible");
        }

        /** {@code source}, {@code basis} and {@code note}. */
        Builder evidence() {
            expected("source", "ids of sources.csv, separated by ';'");
            expected("basis", "published, derived or assumption");
            return expected("note", "how derived, or why this range");
        }

        TableSchema key(boolean needed, String... key) {
            return new TableSchema(name, needed, columns, List.of(key));
        }
    }
}

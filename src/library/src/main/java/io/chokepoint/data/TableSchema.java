package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** From what the text of a cell is taken. */
    public sealed interface Holds {
        /** Anything. */
        Holds ANYTHING = new Anything();

        /** Anything. */
        record Anything() implements Holds {}

        /** One of a few words. */
        record Words(List<String> words) implements Holds {
            public Words {
                words = List.copyOf(words);
            }
        }

        /**
         * What a column of another table says in some row.
         *
         * @param table its name
         * @param several whether a cell may hold several, separated by {@code ;}
         */
        record Ids(String table, boolean several) implements Holds {}

        /** A country, by its ISO 3166-1 alpha-3 code. */
        record Country() implements Holds {}

        /** Words that selectors use, separated by {@code ;}: those of the same column in other rows. */
        record Labels() implements Holds {}
    }

    /**
     * One column.
     *
     * @param description what it means, with its unit
     * @param range where its numbers must lie; empty for texts
     * @param holds from what its texts are taken
     */
    public record Column(
            String name, Type type, Presence presence, String description, Optional<Range> range, Holds holds) {

        /** What a cell should hold: what it means, and where its numbers must lie. */
        public String expected() {
            return description + range.map(bounds -> ", " + bounds.words()).orElse("");
        }
    }

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

    /** @throws IllegalArgumentException if it has no such column */
    Column column(String name) {
        for (Column column : columns) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new IllegalArgumentException(file() + " has no column " + name);
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
            return text(column, Presence.REQUIRED, description);
        }

        Builder expected(String column, String description) {
            return text(column, Presence.EXPECTED, description);
        }

        Builder text(String column, Presence presence, String description) {
            columns.add(new Column(column, Type.TEXT, presence, description, Optional.empty(), Holds.ANYTHING));
            return this;
        }

        /** Says from what the texts of the column before are taken. */
        Builder from(Holds holds) {
            Column last = columns.removeLast();
            columns.add(new Column(last.name(), last.type(), last.presence(), last.description(), last.range(), holds));
            return this;
        }

        Builder number(String column, Presence presence, Range range, String description) {
            columns.add(new Column(column, Type.NUMBER, presence, description, Optional.of(range), Holds.ANYTHING));
            return this;
        }

        Builder whole(String column, Presence presence, Range range, String description) {
            columns.add(new Column(column, Type.WHOLE, presence, description, Optional.of(range), Holds.ANYTHING));
            return this;
        }

        /** {@code X_low}, {@code X} and {@code X_high}. */
        Builder triple(String column, Presence presence, Range range, String description) {
            Presence ends = presence == Presence.OPTIONAL ? Presence.OPTIONAL : Presence.EXPECTED;
            number(column + "_low", ends, range, description + ", least plausible");
            number(column, presence, range, description);
            return number(column + "_high", ends, range, description + ", most plausible");
        }

        /** {@code source}, {@code basis} and {@code note}. */
        Builder evidence() {
            expected("source", "ids of sources.csv, separated by ';'").from(new Holds.Ids("sources", true));
            expected("basis", "published, derived or assumption").from(Tables.words(Basis.values(), Basis::id));
            return expected("note", "how derived, or why this range");
        }

        TableSchema key(boolean needed, String... key) {
            return new TableSchema(name, needed, columns, List.of(key));
        }
    }
}

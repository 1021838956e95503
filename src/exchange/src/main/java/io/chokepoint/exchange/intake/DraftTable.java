package io.chokepoint.exchange.intake;

import io.chokepoint.data.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of one table of a dataset in the making, as the texts that its file will hold. Not thread-safe. */
public final class DraftTable {
    private static final String BASIS = "basis";
    private static final String NOTE = "note";
    private static final String DESCRIPTION = "description";

    /** Numbers between these are written without an exponent. */
    private static final double LEAST_PLAIN = 1e-9;

    private static final double MOST_PLAIN = 1e15;

    private final TableSchema schema;
    private final Findings findings;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    DraftTable(TableSchema schema, Findings findings) {
        this.schema = schema;
        this.findings = findings;
        schema.columnNames().forEach(column -> places.put(column, places.size()));
    }

    public TableSchema schema() {
        return schema;
    }

    public boolean has(String column) {
        return places.containsKey(column);
    }

    public List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** A new row at the end, all of whose cells are empty. */
    public Row add() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    /** A number as a cell holds it: the shortest text that reads back to the same number; empty for what is none. */
    public static String text(double number) {
        double size = Math.abs(number);
        if (number == 0 || !Double.isFinite(number)) {
            return number == 0 ? "0" : "";
        }
        return size >= LEAST_PLAIN && size < MOST_PLAIN
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private int place(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(schema.file() + " has no column " + column);
        }
        return place;
    }

    /** One row. */
    public final class Row {
        private final String[] cells = new String[places.size()];
        private boolean assumed;

        private Row() {
            Arrays.fill(cells, "");
        }

        /** The text of a cell, empty if nothing was set. */
        public String get(String column) {
            return cells[place(column)];
        }

        /** All cells in the order of the schema. */
        public List<String> cells() {
            return Collections.unmodifiableList(Arrays.asList(cells));
        }

        /** Whether a figure of the row is assumed. */
        public boolean isAssumed() {
            return assumed;
        }

        /** Sets a cell to what the input states. A row with an assumption keeps the basis {@code assumption}, its note is added to. */
        public Row set(String column, String text) {
            if (assumed && column.equals(BASIS)) {
                return this;
            }
            if (assumed && (column.equals(NOTE) || column.equals(DESCRIPTION) && !has(NOTE))) {
                cells[place(column)] = joined(text, cells[place(column)]);
                return this;
            }
            cells[place(column)] = text;
            return this;
        }

        /** Sets a cell to a finite number that the input states, in full precision. */
        public Row set(String column, double number) {
            return set(column, text(number));
        }

        /**
         * Sets a cell to what the importer assumes because the input does not say it: the row's basis becomes {@code assumption}, its note (where the
         * table has none, its description) says what was assumed and why, and so does the report.
         *
         * @param why without a full stop at the end, e.g. "the file states none"
         */
        public Row assume(String column, String value, String why) {
            cells[place(column)] = value;
            findings.assumed(schema.file(), column, value, why, key());
            if (has(BASIS)) {
                cells[place(BASIS)] = "assumption";
            }
            String words =
                    "Assumed on import: " + column + " " + (value.isEmpty() ? "empty" : value) + " (" + why + ").";
            note(words);
            assumed = true;
            return this;
        }

        /** As {@link #assume(String, String, String)}, an uncertain figure: {@code X_low}, {@code X} and {@code X_high}. */
        public Row assume(String column, double low, double central, double high, String why) {
            assume(column, text(low) + " / " + text(central) + " / " + text(high), why);
            cells[place(column + "_low")] = text(low);
            cells[place(column)] = text(central);
            cells[place(column + "_high")] = text(high);
            return this;
        }

        /** As {@link #assume(String, String, String)}, a number. */
        public Row assume(String column, double value, String why) {
            return assume(column, text(value), why);
        }

        /** Adds to the row's note; a table without notes has a description, or nothing. */
        public Row note(String words) {
            if (has(NOTE) || has(DESCRIPTION)) {
                int at = place(has(NOTE) ? NOTE : DESCRIPTION);
                cells[at] = joined(cells[at], words);
            }
            return this;
        }

        /** The cells that name the row, for messages. */
        public String key() {
            return String.join(
                    " / ",
                    schema.key().stream()
                            .map(this::get)
                            .filter(cell -> !cell.isEmpty())
                            .toList());
        }

        private static String joined(String first, String second) {
            return first.isEmpty() ? second : second.isEmpty() ? first : first + " " + second;
        }
    }
}

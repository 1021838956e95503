package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.data.CsvTable.Row;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Typed access to the cells of one row; what does not fit becomes a fault at that cell. */
final class Cells {
    private final TableSchema schema;
    private final String file;
    private final Row row;
    private final Faults faults;

    /** @param file the table as the user knows it */
    Cells(TableSchema schema, String file, Row row, Faults faults) {
        this.schema = schema;
        this.file = file;
        this.row = row;
        this.faults = faults;
    }

    private Range range(String column) {
        return schema.column(column).range().orElseThrow(() -> new IllegalArgumentException(column + " holds text"));
    }

    int line() {
        return row.line();
    }

    String file() {
        return file;
    }

    void error(String column, String message) {
        faults.error(file, row.line(), column, message);
    }

    void warning(String column, String message) {
        faults.warning(file, row.line(), column, message);
    }

    /** The text of a cell without the spaces around it; may be empty. */
    String text(String column) {
        return row.cell(column).strip();
    }

    boolean isEmpty(String column) {
        return text(column).isEmpty();
    }

    /** The text of a cell that may not be empty; empty after a fault. */
    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            error(column, "is empty; expected a value.");
        }
        return text;
    }

    /** The values of a cell that holds several, separated by {@code ;}. */
    List<String> list(String column) {
        return splitList(text(column));
    }

    static List<String> splitList(String text) {
        List<String> values = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            if (!part.isBlank()) {
                values.add(part.strip());
            }
        }
        return values;
    }

    /** One of a few words; the first of them after a fault. */
    <E extends Enum<E>> E word(String column, Class<E> type, Function<E, String> id) {
        String text = text(column);
        E[] all = type.getEnumConstants();
        for (E value : all) {
            if (id.apply(value).equals(text)) {
                return value;
            }
        }
        List<String> words = Stream.of(all).map(id).toList();
        String what = text.isEmpty() ? "is empty" : "'" + text + "' is not one of the words";
        error(
                column,
                what + "; expected " + Hints.list(words) + "." + (text.isEmpty() ? "" : Hints.nearest(text, words)));
        return all[0];
    }

    /** What an id refers to; null after a fault, or where the row it refers to is itself at fault. */
    <T> @Nullable T reference(String column, Register<T> register) {
        String id = required(column);
        if (!id.isEmpty() && register.isUnknown(id)) {
            error(column, register.unknownMessage(id));
        }
        return register.find(id);
    }

    /** A number that must be there; nothing after a fault. */
    Optional<Double> number(String column) {
        return number(column, range(column));
    }

    private Optional<Double> number(String column, Range range) {
        if (isEmpty(column)) {
            error(column, "is empty; expected " + range.expected() + ".");
            return Optional.empty();
        }
        return plainNumber(column).filter(value -> {
            boolean fits = range.allows(value);
            if (!fits) {
                outside(column, value, range);
            }
            return fits;
        });
    }

    /** A whole number that must be there; nothing after a fault. */
    Optional<Integer> whole(String column) {
        Range range = range(column);
        String expected = "; expected " + range.expectedWhole() + ".";
        if (isEmpty(column)) {
            error(column, "is empty" + expected);
            return Optional.empty();
        }
        Optional<Double> number = plainNumber(column);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = number.get();
        if (value != Math.rint(value) || !range.allows(value)) {
            error(column, Range.plain(value) + " does not fit" + expected);
            return Optional.empty();
        }
        return Optional.of((int) value);
    }

    /** Whether {@code X}, {@code X_low} or {@code X_high} holds anything. */
    boolean hasFigure(String column) {
        return !isEmpty(column) || !isEmpty(column + "_low") || !isEmpty(column + "_high");
    }

    /**
     * The triple {@code X_low}, {@code X}, {@code X_high}; {@code X} alone is a point.
     *
     * @return a point within the range after a fault, so that reading can go on
     */
    Figure figure(String column, String id, String unit, Evidence evidence) {
        Range range = range(column);
        int before = faults.errors();
        String lowColumn = column + "_low";
        String highColumn = column + "_high";
        Optional<Double> central;
        if (isEmpty(column)) {
            error(
                    column,
                    hasFigure(column)
                            ? "is empty, but its low or high is given; expected the central value, " + range.expected()
                                    + "."
                            : "is empty; expected " + range.expected() + ".");
            central = Optional.empty();
        } else {
            central = number(column, range);
        }
        if (isEmpty(lowColumn) != isEmpty(highColumn)) {
            boolean lowMissing = isEmpty(lowColumn);
            error(
                    lowMissing ? lowColumn : highColumn,
                    "is empty, but " + (lowMissing ? highColumn : lowColumn) + " is "
                            + text(lowMissing ? highColumn : lowColumn) + "; expected both or neither.");
        }
        Optional<Double> low = end(lowColumn, range);
        Optional<Double> high = end(highColumn, range);
        if (central.isPresent() && low.isPresent() && low.get() > central.get()) {
            error(lowColumn, order(low.get(), "above", central.get(), column));
        }
        if (central.isPresent() && high.isPresent() && high.get() < central.get()) {
            error(highColumn, order(high.get(), "below", central.get(), column));
        }
        if (central.isEmpty() && low.isPresent() && high.isPresent() && low.get() > high.get()) {
            error(lowColumn, order(low.get(), "above", high.get(), highColumn));
        }
        if (faults.errors() > before || central.isEmpty()) {
            faults.unread(id);
            return Figure.point(id, Math.min(1, range.max()), unit, evidence);
        }
        return new Figure(id, low.orElse(central.get()), central.get(), high.orElse(central.get()), unit, evidence);
    }

    private static String order(double end, String where, double other, String otherColumn) {
        return Range.plain(end) + " is " + where + " " + otherColumn + " " + Range.plain(other)
                + "; expected low ≤ central ≤ high.";
    }

    private Optional<Double> end(String column, Range range) {
        if (isEmpty(column)) {
            return Optional.empty();
        }
        return plainNumber(column).filter(value -> {
            boolean fits = range.allowsAsLow(value);
            if (!fits) {
                outside(column, value, range);
            }
            return fits;
        });
    }

    /** Judges the number of a column by itself: the ends of a triple may touch the least value. */
    void numberOrEnd(String column) {
        if (column.endsWith("_low") || column.endsWith("_high")) {
            end(column, range(column));
        } else {
            number(column);
        }
    }

    private void outside(String column, double value, Range range) {
        error(column, Range.plain(value) + " is out of range; expected " + range.expected() + "." + range.hint(value));
    }

    private Optional<Double> plainNumber(String column) {
        String text = text(column);
        Optional<Double> number = Numbers.parse(text);
        if (number.isEmpty()) {
            error(
                    column,
                    "'" + text + "' is not a number; expected digits with '.' as decimal sign." + Numbers.hint(text));
        }
        return number;
    }

    /** Source ids, basis and note of a row with figures. */
    Evidence evidence(Register<?> sources) {
        List<String> ids = sources("source", sources);
        String note = text("note");
        Basis basis = Basis.ASSUMPTION;
        if (isEmpty("basis")) {
            warning("basis", "is empty; expected published, derived or assumption. It is read as assumption.");
        } else {
            basis = word("basis", Basis.class, Basis::id);
        }
        if (ids.isEmpty() && isEmpty("source") && (basis != Basis.ASSUMPTION || note.isEmpty())) {
            warning(
                    "source",
                    basis == Basis.ASSUMPTION
                            ? "a figure without a source; expected an id of sources.csv, or a note that says why this range."
                            : "a figure without a source, but its basis is '" + basis.id()
                                    + "'; expected an id of sources.csv.");
        }
        return new Evidence(basis, ids, note, shortFile(), row.line());
    }

    private String shortFile() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Ids of sources, separated by {@code ;}; each must exist. */
    List<String> sources(String column, Register<?> sources) {
        List<String> ids = list(column);
        for (String id : ids) {
            if (sources.isUnknown(id)) {
                error(column, sources.unknownMessage(id));
            }
        }
        return ids;
    }

    /** For messages about a key of several columns. */
    String joined(List<String> columns) {
        return columns.stream().map(this::text).filter(t -> !t.isEmpty()).collect(Collectors.joining(" / "));
    }
}

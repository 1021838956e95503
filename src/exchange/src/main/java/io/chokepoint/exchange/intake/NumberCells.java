package io.chokepoint.exchange.intake;

import io.chokepoint.base.Range;
import io.chokepoint.data.TableSchema;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as a dataset writes them: {@code .} as decimal sign, nothing between the digits. */
public final class NumberCells {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    private NumberCells() {}

    /** The number; empty if the text is no plain finite one. */
    public static OptionalDouble parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** What a column expects of its numbers. */
    public static String expected(TableSchema.Column column) {
        return column.range()
                .map(range -> column.type() == TableSchema.Type.WHOLE ? range.expectedWhole() : range.expected())
                .orElse("text");
    }

    /** Whether a number fits a column of a table. */
    public static boolean fits(TableSchema.Column column, double value) {
        boolean whole = column.type() != TableSchema.Type.WHOLE || value == Math.rint(value);
        return whole
                && column.range()
                        .map(range -> column.name().endsWith("_low") ? range.allowsAsLow(value) : range.allows(value))
                        .orElse(true);
    }

    /** Text of a number as a person would write it. */
    public static String plain(double value) {
        return Range.plain(value);
    }
}

package io.chokepoint.exchange.xlsx;

import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.NumberCells;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell holds, as text: a number is the shortest text that reads back to it, a date is ISO 8601, a formula its last value.
 *
 * @param kind how to take it
 */
record CellText(String text, Kind kind) {
    private static final CellText EMPTY = new CellText("", Kind.EMPTY);

    /** Days, months or years in a format of numbers, outside of brackets and quotes. */
    private static final Pattern NOT_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.");

    private static final Pattern DATE = Pattern.compile("[dmyh]", Pattern.CASE_INSENSITIVE);
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_0_FROM_1904 = LocalDate.of(1904, 1, 1);

    /** 1 March 1900: before it the calendar of spreadsheets has a day that never was. */
    private static final int FIRST_SURE_DAY = 61;

    private static final int LAST_DAY = 2_958_465;

    /** How a cell was made. */
    enum Kind {
        EMPTY,
        TEXT,
        NUMBER,
        DATE,
        /** Such as {@code #N/A}. */
        ERROR
    }

    static CellText of(@Nullable Cell cell, boolean from1904) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return EMPTY;
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER -> number(raw, cell, from1904);
            case BOOLEAN -> new CellText(raw.equals("1") ? "TRUE" : "FALSE", Kind.TEXT);
            case FORMULA -> raw.startsWith("#") ? new CellText(raw, Kind.ERROR) : number(raw, cell, from1904);
            case ERROR -> new CellText(raw, Kind.ERROR);
            default -> text(raw);
        };
    }

    private static CellText text(String raw) {
        String text = raw.strip();
        return text.isEmpty() ? EMPTY : new CellText(text, Kind.TEXT);
    }

    private static CellText number(String raw, Cell cell, boolean from1904) {
        OptionalDouble number = NumberCells.parse(raw);
        if (number.isEmpty()) {
            return text(raw);
        }
        double value = number.getAsDouble();
        if (isDate(cell.getDataFormatString()) && value >= FIRST_SURE_DAY && value <= LAST_DAY) {
            LocalDate day = (from1904 ? DAY_0_FROM_1904 : DAY_0).plusDays((long) Math.floor(value));
            return new CellText(day.toString(), Kind.DATE);
        }
        return new CellText(DraftTable.text(value), Kind.NUMBER);
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && !format.toLowerCase(Locale.ROOT).contains("general")
                && DATE.matcher(NOT_LETTERS.matcher(format).replaceAll("")).find();
    }
}

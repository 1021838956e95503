package io.chokepoint.exchange.controls;

import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.StatisticsCell;
import io.chokepoint.exchange.intake.StatisticsNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads rows of a table of measures; what cannot be read is a fault at its cell. */
final class MeasureReader {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");
    private static final Set<String> STILL =
            Set.of("", "-", "–", "—", "in force", "ongoing", "present", "open", "n/a", "na", "..");
    private static final Set<String> EVERYBODY = Set.of("", "all", "world", "all countries", "any", "erga omnes");
    private static final Pattern CODE = Pattern.compile("\\d{4}(?:\\d{2}){0,3}");

    private final String shown;
    private final StatisticsNumbers numbers;
    private final Findings findings;

    /** @param locale how numbers are written */
    MeasureReader(String shown, Optional<Locale> locale, Findings findings) {
        this.shown = shown;
        this.numbers = StatisticsNumbers.of(locale);
        this.findings = findings;
    }

    /** @param columns names of the columns in this table */
    Optional<Measure> read(DelimitedText.Row row, Map<MeasureColumn, String> columns) {
        Cells cells = new Cells(row, columns);
        Optional<String> country = country(cells, MeasureColumn.COUNTRY, cells.get(MeasureColumn.COUNTRY));
        List<String> destinations = new ArrayList<>();
        String destination = cells.get(MeasureColumn.DESTINATION);
        if (!EVERYBODY.contains(destination.toLowerCase(Locale.ROOT))) {
            for (String one : destination.split(";")) {
                country(cells, MeasureColumn.DESTINATION, one.strip()).ifPresent(destinations::add);
            }
        }
        List<String> codes = codes(cells);
        String commodity = cells.get(MeasureColumn.COMMODITY);
        if (commodity.isEmpty()
                && codes.isEmpty()
                && cells.get(MeasureColumn.HS_CODE).isEmpty()) {
            cells.fault(MeasureColumn.COMMODITY, "", "a commodity or a customs code");
        }
        String instrument = cells.get(MeasureColumn.INSTRUMENT);
        if (instrument.isEmpty()) {
            cells.fault(MeasureColumn.INSTRUMENT, "", "the sort of measure, such as export ban or licence");
        }
        String from = cells.get(MeasureColumn.FROM);
        Optional<LocalDate> start = STILL.contains(from.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : date(cells, MeasureColumn.FROM, from, false);
        String to = cells.get(MeasureColumn.TO);
        Optional<LocalDate> end = STILL.contains(to.toLowerCase(Locale.ROOT))
                ? Optional.empty()
                : date(cells, MeasureColumn.TO, to, true);
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            cells.fault(MeasureColumn.TO, to, "a day after the start, " + from);
        }
        OptionalDouble rate = rate(cells);
        return country.map(code -> new Measure(
                shown + ":" + row.line(),
                code,
                destinations,
                commodity,
                codes,
                instrument,
                start,
                from,
                end,
                rate,
                cells.get(MeasureColumn.SOURCE),
                cells.get(MeasureColumn.NOTE)));
    }

    private static Optional<String> country(Cells cells, MeasureColumn column, String word) {
        Optional<String> code = CountryWords.code(word);
        if (code.isEmpty()) {
            cells.fault(column, word, "a country: its name, or its code of two or three letters");
        }
        return code;
    }

    private static List<String> codes(Cells cells) {
        List<String> codes = new ArrayList<>();
        for (String word : cells.get(MeasureColumn.HS_CODE).split("[;,\\n]")) {
            String digits = word.replaceAll("[.\\s]", "").replaceFirst("^(?i)ex", "");
            if (CODE.matcher(digits).matches()) {
                codes.add(digits);
            } else if (!digits.isEmpty() && !digits.matches("[-–—]+")) {
                cells.fault(
                        MeasureColumn.HS_CODE,
                        word.strip(),
                        "customs codes of 4, 6, 8 or 10 digits, with ';' between them");
            }
        }
        return codes;
    }

    /** @param end whether the first day after what is stated is meant */
    private static Optional<LocalDate> date(Cells cells, MeasureColumn column, String text, boolean end) {
        Matcher parts = DATE.matcher(text);
        if (parts.matches()) {
            try {
                int year = Integer.parseInt(parts.group(1));
                String month = parts.group(2);
                String day = parts.group(3);
                LocalDate first = LocalDate.of(
                        year, month == null ? 1 : Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day));
                if (year >= 1900 && year < 3000) {
                    LocalDate after =
                            day != null ? first.plusDays(1) : month != null ? first.plusMonths(1) : first.plusYears(1);
                    return Optional.of(end ? after : first);
                }
            } catch (DateTimeException e) {
                // No such day; said below.
            }
        }
        cells.fault(column, text, "a year, year-month or year-month-day from 1900 on");
        return Optional.empty();
    }

    private OptionalDouble rate(Cells cells) {
        String text = cells.get(MeasureColumn.RATE);
        StatisticsCell cell = numbers.read(text);
        if (cell instanceof StatisticsCell.Refused refused) {
            findings.leftOut("the rate '" + text + "'", shown + ":" + cells.row.line(), refused.why());
        } else if (cell instanceof StatisticsCell.Number number) {
            boolean percent = number.marks().contains(StatisticsCell.Mark.PERCENT)
                    || cells.name(MeasureColumn.RATE).contains("%");
            if (percent && number.value() >= 0 && number.value() <= 100_000) {
                return OptionalDouble.of(number.value() / 100);
            }
            findings.leftOut(
                    "the rate '" + text + "'",
                    shown + ":" + cells.row.line(),
                    "neither it nor its column says that it is in %");
        }
        return OptionalDouble.empty();
    }

    /** The cells of one row by what they hold. */
    private final class Cells {
        private final DelimitedText.Row row;
        private final Map<MeasureColumn, String> columns;

        private Cells(DelimitedText.Row row, Map<MeasureColumn, String> columns) {
            this.row = row;
            this.columns = columns;
        }

        private String name(MeasureColumn column) {
            return columns.getOrDefault(column, column.words());
        }

        private String get(MeasureColumn column) {
            return columns.containsKey(column) ? row.get(name(column)) : "";
        }

        private void fault(MeasureColumn column, String value, String expected) {
            findings.fault(shown, row.line(), name(column), value, expected);
        }
    }
}

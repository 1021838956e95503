package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.scenario.Scenario;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers, weeks, dates and countries as the window writes them: no more than two significant digits, a thin space before %, a
 * true minus.
 */
public final class Wording {
    /** U+2009. */
    public static final String THIN_SPACE = "\u2009";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final Map<String, String> TWO_LETTERS = Stream.of(Locale.getISOCountries())
            .collect(Collectors.toMap(code -> Locale.of("", code).getISO3Country(), code -> code, (a, b) -> a));

    private Wording() {}

    /** E.g. 0.843 as "84 %"; see {@link Amounts#percent}. */
    public static String percent(double part) {
        return Amounts.percent(part);
    }

    /** An output as a part of baseline, e.g. "84 %"; see {@link Amounts#outputNumber}. */
    public static String output(double part) {
        return Amounts.outputNumber(part) + THIN_SPACE + "%";
    }

    /** Percentage points of change with their sign, e.g. "−17" or "+3"; "0" where it rounds to none. */
    public static String points(double change) {
        long rounded = Math.round(change * 100);
        return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + Math.abs(rounded);
    }

    /** Two significant digits; see {@link Amounts#number}. */
    public static String number(double value) {
        return Amounts.number(value);
    }

    /** A whole number with separators of thousands. */
    public static String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.getDefault(Locale.Category.FORMAT))
                .format(number)
                .replace('-', '−');
    }

    /** E.g. "9 weeks", "1 week", "0.5 weeks". */
    public static String weeks(double weeks) {
        return Amounts.weeks(weeks);
    }

    /** E.g. "8 Mar 2027". */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The day on which a week of the scenario starts, if the scenario has dates. */
    public static Optional<LocalDate> dateOf(Scenario scenario, int week) {
        return scenario.startDate().map(start -> start.plusWeeks(week));
    }

    /** E.g. "week 66 (8 Mar 2027)", or "week 66" where the scenario has no dates. */
    public static String weekWithDate(Scenario scenario, int week) {
        return "week " + week
                + dateOf(scenario, week).map(date -> " (" + date(date) + ")").orElse("");
    }

    /** E.g. "8 Mar 2027", or "week 66" where the scenario has no dates. */
    public static String dateOrWeek(Scenario scenario, int week) {
        return dateOf(scenario, week).map(Wording::date).orElse("week " + week);
    }

    /** E.g. "China" for CHN; "others" for the empty code; the code itself where it is unknown. */
    public static String country(String alpha3) {
        if (alpha3.isEmpty()) {
            return "others";
        }
        String two = TWO_LETTERS.get(alpha3);
        return two == null ? alpha3 : Locale.of("", two).getDisplayCountry(Locale.ENGLISH);
    }

    /** E.g. "CN" for CHN; empty for the empty or an unknown code. */
    public static String countryCode(String alpha3) {
        return TWO_LETTERS.getOrDefault(alpha3, "");
    }
}

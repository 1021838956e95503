package io.chokepoint.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.exchange.intake.StatisticsCell.Bound;
import io.chokepoint.exchange.intake.StatisticsCell.Mark;
import io.chokepoint.exchange.intake.StatisticsCell.Missing;
import io.chokepoint.exchange.intake.StatisticsCell.Number;
import io.chokepoint.exchange.intake.StatisticsCell.Reason;
import io.chokepoint.exchange.intake.StatisticsCell.Refused;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsNumbersTest {
    private static final StatisticsNumbers UNSTATED = StatisticsNumbers.unstated();
    private static final StatisticsNumbers POINT = StatisticsNumbers.in(NumberStyle.POINT);
    private static final StatisticsNumbers COMMA = StatisticsNumbers.in(NumberStyle.COMMA);

    private static void assertReads(StatisticsNumbers numbers, String text, double value, Mark... marks) {
        assertThat(numbers.read(text)).as("'%s'", text).isEqualTo(new Number(value, Set.of(marks)));
    }

    private static void assertRefuses(StatisticsNumbers numbers, String text, String... words) {
        StatisticsCell cell = numbers.read(text);
        assertThat(cell).as("'%s'", text).isInstanceOf(Refused.class);
        assertThat(((Refused) cell).why()).contains(words).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "0|0",
                "0.5|0.5",
                ".5|0.5",
                "1,234|1234",
                "1,234.5|1234.5",
                "1,234,567|1234567",
                "-7|-7",
                "−7.25|-7.25",
                "–7|-7",
                "+3|3",
                "1 234.5|1234.5",
                "1'234.5|1234.5",
                "1’234’567|1234567",
                "1.2e5|120000",
                "1.2E+05|120000",
                "5E-3|0.005",
                "1.234|1.234",
                "0.234|0.234",
                "- 7|-7",
                "0012|12"
            })
    void pointStyle(String text, double value) {
        assertReads(POINT, text, value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "0,5|0.5",
                ",5|0.5",
                "1.234|1234",
                "1.234,5|1234.5",
                "1.234.567|1234567",
                "−7,25|-7.25",
                "1 234,5|1234.5",
                "1'234,5|1234.5",
                "1,2E5|120000",
                "1,234|1.234"
            })
    void commaStyle(String text, double value) {
        assertReads(COMMA, text, value);
    }

    @Test
    void spacesOfAllSortsStandBetweenThousands() {
        for (String space : List.of(" ", "\u00A0", "\u202F", "\u2009")) {
            assertReads(COMMA, "12" + space + "345" + space + "678,9", 12_345_678.9);
            assertReads(UNSTATED, "1" + space + "234", 1234);
        }
        assertRefuses(POINT, "12 34", "not a number");
        assertRefuses(POINT, "1 234,567", "does not fit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23", "1.2345", "12.34.567", "1.234.56", "0.234", "1.234e3"})
    void aPointThatCannotStandBetweenThousandsIsRefusedWhereACommaIsStated(String text) {
        assertThat(COMMA.read(text)).isInstanceOf(Refused.class);
    }

    @Test
    void refusalsNameTheStatedStyle() {
        assertRefuses(COMMA, "1.23", "'1.23' does not fit the stated language, which writes 1.234,5");
        assertRefuses(POINT, "1,23", "'1,23' does not fit the stated language, which writes 1,234.5");
    }

    @Test
    void withoutAStatedLanguageWhatHasOneReadingIsRead() {
        assertReads(UNSTATED, "1,5", 1.5);
        assertReads(UNSTATED, "1.5", 1.5);
        assertReads(UNSTATED, "1.234,5", 1234.5);
        assertReads(UNSTATED, "1,234.5", 1234.5);
        assertReads(UNSTATED, "1,234,567", 1_234_567);
        assertReads(UNSTATED, "0.234", 0.234);
        assertReads(UNSTATED, "0,234", 0.234);
        assertReads(UNSTATED, "1234.567", 1234.567);
        assertReads(UNSTATED, "1.234e3", 1234);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "1,234", "12.345", "999,999", "-1.234", "<1.234", "1.234 e", "1,234*"})
    void withoutAStatedLanguageWhatHasTwoReadingsIsRefused(String text) {
        assertRefuses(UNSTATED, text, "can be read as", "expected the file's language to be stated");
    }

    @Test
    void digitsStandInPairsInIndia() {
        StatisticsNumbers indian = StatisticsNumbers.in(NumberStyle.INDIAN);
        assertReads(indian, "12,34,567.5", 1_234_567.5);
        assertReads(indian, "1,00,000", 100_000);
        assertReads(indian, "1,234,567", 1_234_567);
        assertReads(indian, "१२,३४,५६७", 1_234_567);
        assertRefuses(indian, "12,34", "'12,34'");
        assertRefuses(POINT, "12,34,567", "not a number");
    }

    @Test
    void digitsOfOtherScriptsAreRead() {
        assertReads(UNSTATED, "١٬٢٣٤٫٥", 1234.5);
        assertReads(POINT, "۱۲۳۴", 1234);
        assertReads(POINT, "１，２３４．５", 1234.5);
        assertReads(UNSTATED, "๑๒๓", 123);
        assertReads(UNSTATED, "𝟙𝟚", 12);
        assertReads(UNSTATED, "\u200F١٢\u200E", 12);
        assertRefuses(UNSTATED, "1٢", "two scripts");
        assertRefuses(UNSTATED, "一千二百", "not a number");
        assertRefuses(UNSTATED, "Ⅻ", "not a number");
        assertRefuses(UNSTATED, "½", "not a number");
    }

    @ParameterizedTest
    @CsvSource({
        "W,WITHHELD",
        "(D),WITHHELD",
        "x,WITHHELD",
        ":c,WITHHELD",
        "': c',WITHHELD",
        "NA,NOT_AVAILABLE",
        "n.a.,NOT_AVAILABLE",
        "..,NOT_AVAILABLE",
        ":,NOT_AVAILABLE",
        "…,NOT_AVAILABLE",
        "XX,NOT_APPLICABLE",
        "—,DASH",
        "--,DASH",
        "-,DASH",
        "–,DASH",
        "(Z),TOO_SMALL",
        "e,MARK_ALONE",
        "'',EMPTY",
        "'  ',EMPTY",
        "*,MARK_ALONE",
        "/,UNRELIABLE",
        "W 1/,WITHHELD",
        "NA²,NOT_AVAILABLE",
        "—*,DASH"
    })
    void wordsForMissingNumbers(String text, Reason reason) {
        assertThat(UNSTATED.read(text)).isEqualTo(new Missing(text.strip(), reason));
    }

    @Test
    void anEndOfWhereANumberLiesIsNoNumber() {
        assertThat(POINT.read("<0.5")).isEqualTo(new Bound(0.5, false, Set.of()));
        assertThat(COMMA.read("< 0,5 ²")).isEqualTo(new Bound(0.5, false, Set.of(Mark.FOOTNOTE)));
        assertThat(POINT.read("≤ 1,000")).isEqualTo(new Bound(1000, false, Set.of()));
        assertThat(POINT.read(">=50%")).isEqualTo(new Bound(50, true, Set.of(Mark.PERCENT)));
        assertRefuses(POINT, "<", "not a number");
        assertRefuses(POINT, "<W", "not a number");
    }

    @Test
    void marksBesideANumberAreKept() {
        assertReads(POINT, "12e", 12, Mark.ESTIMATED);
        assertReads(POINT, "e12,000", 12_000, Mark.ESTIMATED);
        assertReads(POINT, "ᵉ 12", 12, Mark.ESTIMATED);
        assertReads(POINT, "12 ᵉ", 12, Mark.ESTIMATED);
        assertReads(POINT, "r 7", 7, Mark.REVISED);
        assertReads(POINT, "7 p", 7, Mark.PROVISIONAL);
        assertReads(POINT, "7 bp", 7, Mark.BREAK_IN_SERIES, Mark.PROVISIONAL);
        assertReads(POINT, "7 E", 7, Mark.ESTIMATED);
        assertReads(POINT, "45 %", 45, Mark.PERCENT);
        assertReads(POINT, "45%e", 45, Mark.PERCENT, Mark.ESTIMATED);
        assertReads(POINT, "~60", 60, Mark.ROUGH);
        assertReads(POINT, "ca. 60", 60, Mark.ROUGH);
        assertReads(POINT, "2e3", 2000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5*",
                "12.5 **",
                "12.5†",
                "12.5¹",
                "12.5 ¹²",
                "12.5¹,²",
                "12.5 1/",
                "12.5 1)",
                "12.5 [1]",
                "12.5[a]",
                "12.5 (a)",
                "12.5(3)"
            })
    void footnoteMarksAreNoDigits(String text) {
        assertReads(POINT, text, 12.5, Mark.FOOTNOTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(12.3)", "(5)"})
    void bracketsMayMeanTwoThings(String text) {
        assertRefuses(POINT, text, "round brackets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10-20", "10–20", "10 to 20", "1,5-2,5"})
    void rangesAreNoNumbers(String text) {
        assertRefuses(UNSTATED, text, "is a range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$1,200", "1.2m", "12 kt", "12b", "US$ 5", "€5", "12s"})
    void unitsAreStatedNotGuessed(String text) {
        assertRefuses(POINT, text, "unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5-",
                "1..2",
                "1,,2",
                "5.",
                "0x10",
                "1_000",
                "1.2×10⁵",
                "abc",
                "1e",
                "--5",
                "1e999999",
                "1·5",
                "Infinity",
                "1.2.3",
                "12.31)",
                "1,234 567",
                "1 234'567"
            })
    void whatIsNoNumberIsRefused(String text) {
        if (text.equals("1e")) {
            assertReads(POINT, text, 1, Mark.ESTIMATED);
        } else {
            assertRefuses(POINT, text, "'");
        }
    }

    @Test
    void whatCannotBeReckonedWithIsRefused() {
        assertRefuses(POINT, "1e400", "larger than any number");
        assertRefuses(POINT, "9".repeat(101), "a text of 101 letters");
        assertReads(POINT, "9".repeat(100), Double.parseDouble("9".repeat(100)));
    }

    @ParameterizedTest
    @EnumSource(NumberStyle.class)
    void whatIsWrittenInAStyleIsReadBack(NumberStyle style) {
        Random random = new Random(7);
        Locale locale = Locale.forLanguageTag(style == NumberStyle.COMMA ? "de" : "en");
        NumberFormat format = NumberFormat.getInstance(locale);
        for (int i = 0; i < 2_000; i++) {
            int decimals = random.nextInt(6);
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            double value = Math.rint((random.nextDouble() - 0.5) * 1e13) / Math.pow(10, random.nextInt(12));
            String text = format.format(value);
            double written = Double.parseDouble(
                    text.replace(style == NumberStyle.COMMA ? "." : ",", "").replace(',', '.'));
            assertReads(StatisticsNumbers.in(style), text, written);
        }
    }

    @Test
    void neverThrowsAndNeverTakesANumberThatIsNotThere() {
        Random random = new Random(11);
        String letters = "0123456789.,' -–—<>≤eEprbW*¹²()[]/%~:$\u00A0\u202F١٢٫٬１，．🙂\uD800";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n >= 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (StatisticsNumbers numbers : List.of(POINT, COMMA, UNSTATED)) {
                StatisticsCell cell = numbers.read(text.toString());
                if (cell instanceof Number number) {
                    assertThat(number.value()).as("'%s'", text).isFinite();
                    assertThat(text.chars().anyMatch(Character::isDigit))
                            .as("'%s'", text)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void stylesAreThoseOfTheUnicodeLocaleData() {
        Set<String> languages = Set.of(Locale.getISOLanguages());
        List<Locale> known = Stream.of(Locale.getAvailableLocales())
                .filter(locale ->
                        locale.getScript().isEmpty() && locale.getVariant().isEmpty())
                .filter(locale -> locale.getLanguage().length() == 2 && languages.contains(locale.getLanguage()))
                // Its two scripts differ.
                .filter(locale -> !locale.getLanguage().equals("ff"))
                .toList();
        assertThat(known).hasSizeGreaterThan(500);
        for (Locale locale : known) {
            boolean comma = ((DecimalFormat) NumberFormat.getInstance(locale))
                            .getDecimalFormatSymbols()
                            .getDecimalSeparator()
                    == ',';
            assertThat(NumberStyle.of(locale.toLanguageTag()))
                    .as(locale.toLanguageTag())
                    .hasValueSatisfying(
                            style -> assertThat(style == NumberStyle.COMMA).isEqualTo(comma));
        }
        assertThat(NumberStyle.of("en-IN")).contains(NumberStyle.INDIAN);
        assertThat(NumberStyle.of("ff")).isEmpty();
        assertThat(NumberStyle.of("xx")).isEmpty();
        assertThat(NumberStyle.of("german")).isEmpty();
        assertThat(NumberStyle.of("de_DE")).isEmpty();
        assertThat(NumberStyle.of("")).isEmpty();
    }
}

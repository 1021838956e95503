package io.chokepoint.exchange.intake;

import io.chokepoint.base.CleanText;
import io.chokepoint.exchange.intake.StatisticsCell.Bound;
import io.chokepoint.exchange.intake.StatisticsCell.Mark;
import io.chokepoint.exchange.intake.StatisticsCell.Missing;
import io.chokepoint.exchange.intake.StatisticsCell.Number;
import io.chokepoint.exchange.intake.StatisticsCell.Reason;
import io.chokepoint.exchange.intake.StatisticsCell.Refused;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads numbers as statistics offices print them: thousands separators and decimal commas by a stated {@link NumberStyle}, digits of any
 * script, words for what is missing, marks and footnotes. What could mean two things is refused with a word, never guessed: without a
 * style {@code 1.234} is refused, {@code 1,5} is not. Immutable.
 */
public final class StatisticsNumbers {
    /** Letters of the longest text that is looked at. */
    private static final int LONGEST = 100;

    private static final Map<String, Reason> WORDS = words();

    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\u061C\\uFEFF]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");

    /** Around a number: the number is the group {@code n}, letters that say something are the group {@code m}. */
    private static final List<Pattern> AROUND = List.of(
            Pattern.compile("(?<n>.*?) ?(?<m>[*†‡§¶#]+)"),
            Pattern.compile("(?<n>.+?) ?(?<m>[¹²³⁰⁴-⁹]+(?:[/, ⁾]+[¹²³⁰⁴-⁹]+)*)"),
            Pattern.compile("(?<n>.+?) ?(?<m>\\[[0-9A-Za-z, ]{1,6}]|\\([A-Za-z]\\)|\\([0-9]{1,2}\\))"),
            Pattern.compile("(?<n>.+?) (?<m>[0-9]{1,2}[/)])"),
            Pattern.compile("(?<n>.*?) ?(?<m>[ᵉʳᵖ])"),
            // Eurostat's flags stand apart; letters that touch a number could be units (12b, 12s), but for the first
            // three.
            Pattern.compile("(?<n>.+) (?<m>[bdefprsu]{1,3})"),
            Pattern.compile("(?<n>.*[\\p{Nd}%]) ?(?<m>[eprEPR])"),
            Pattern.compile("(?<m>[eprᵉʳᵖ]) ?(?<n>[\\p{Nd}<>.].*)"),
            Pattern.compile("(?<n>.*\\S) ?(?<m>[%٪％])"),
            Pattern.compile("(?<m>[~≈∼]|c\\.|ca\\.|about|circa|approx\\.) ?(?<n>.+)", Pattern.CASE_INSENSITIVE));

    private static final Map<String, Mark> MARKS = Map.ofEntries(
            Map.entry("b", Mark.BREAK_IN_SERIES),
            Map.entry("d", Mark.OTHER_DEFINITION),
            Map.entry("e", Mark.ESTIMATED),
            Map.entry("ᵉ", Mark.ESTIMATED),
            Map.entry("s", Mark.ESTIMATED),
            Map.entry("f", Mark.FORECAST),
            Map.entry("p", Mark.PROVISIONAL),
            Map.entry("ᵖ", Mark.PROVISIONAL),
            Map.entry("r", Mark.REVISED),
            Map.entry("ʳ", Mark.REVISED),
            Map.entry("u", Mark.UNRELIABLE));

    private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*\\)");
    private static final Pattern RANGE =
            Pattern.compile("[\\p{Nd}][\\p{Nd}., ]* ?(?:[-–—]|to|bis|à) ?[\\p{Nd}][\\p{Nd}., ]*");
    private static final Pattern WITH_UNIT =
            Pattern.compile("[\\p{L}\\p{Sc}]*[ .]?[-−]?[\\p{Nd}][\\p{Nd}.,' ]*[\\p{L}\\p{Sc}/]*");
    private static final Pattern SIGN = Pattern.compile("([-−–－+＋]) ?(.*)");
    private static final Pattern EXPONENT = Pattern.compile("([^eE]+)[eE]([+-]?[0-9]{1,3})");

    /** Digits with groups of three, or ungrouped; D stands for the decimal sign, G for what may stand between groups. */
    private static final String GROUPS = "(?:[0-9]+|[1-9][0-9]{0,2}(?:(G)[0-9]{3}(?:\\1[0-9]{3})*))?(?:D[0-9]+)?";

    private static final String PAIRS = "[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}(?:D[0-9]+)?";

    private static final Pattern POINT_GROUPS = groups(GROUPS, NumberStyle.POINT);
    private static final Pattern COMMA_GROUPS = groups(GROUPS, NumberStyle.COMMA);
    private static final Pattern INDIAN_PAIRS = groups(PAIRS, NumberStyle.INDIAN);

    private final Optional<NumberStyle> style;

    private StatisticsNumbers(Optional<NumberStyle> style) {
        this.style = style;
    }

    /** For a file whose language is stated. */
    public static StatisticsNumbers in(NumberStyle style) {
        return new StatisticsNumbers(Optional.of(style));
    }

    /** For a file of which nothing is stated: what has only one reading is read. */
    public static StatisticsNumbers unstated() {
        return new StatisticsNumbers(Optional.empty());
    }

    /** For a file whose language is stated, or is not; a language of which nothing is known counts as not stated. */
    public static StatisticsNumbers of(Optional<Locale> language) {
        return new StatisticsNumbers(language.map(Locale::toLanguageTag).flatMap(NumberStyle::of));
    }

    /** What a cell says. Never throws. */
    public StatisticsCell read(String cell) {
        if (cell.length() > LONGEST) {
            return new Refused("a text of " + cell.length() + " letters is not a number; expected a number.");
        }
        String text = SPACE.matcher(UNSEEN.matcher(cell).replaceAll(""))
                .replaceAll(" ")
                .strip();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        String bare = text;
        while (true) {
            Reason missing = WORDS.get(bare.replace(": ", ":"));
            if (missing != null) {
                return new Missing(text, bare.isEmpty() && !text.isEmpty() ? Reason.MARK_ALONE : missing);
            }
            String inner = inside(bare, marks);
            if (inner.equals(bare)) {
                break;
            }
            bare = inner;
        }
        boolean above = bare.startsWith(">") || bare.startsWith("≥");
        if (above || bare.startsWith("<") || bare.startsWith("≤")) {
            StatisticsCell end =
                    number(bare.substring(bare.startsWith("=", 1) ? 2 : 1).strip(), text, marks);
            return end instanceof Number number ? new Bound(number.value(), above, marks) : end;
        }
        return number(bare, text, marks);
    }

    /** What is left without the outermost mark; the same text if there is none. */
    private static String inside(String text, Set<Mark> marks) {
        for (Pattern pattern : AROUND) {
            Matcher around = pattern.matcher(text);
            if (around.matches()) {
                String mark = around.group("m");
                if (mark.matches("[%٪％]")) {
                    marks.add(Mark.PERCENT);
                } else if (pattern == AROUND.getLast()) {
                    marks.add(Mark.ROUGH);
                } else if (mark.matches("[a-zA-Zᵉʳᵖ]+")) {
                    mark.toLowerCase(Locale.ROOT)
                            .chars()
                            .forEach(c -> marks.add(MARKS.getOrDefault(Character.toString(c), Mark.FOOTNOTE)));
                } else {
                    marks.add(Mark.FOOTNOTE);
                }
                return around.group("n").strip();
            }
        }
        return text;
    }

    private StatisticsCell number(String bare, String whole, Set<Mark> marks) {
        String shown = "'" + CleanText.of(whole) + "'";
        if (IN_BRACKETS.matcher(bare).matches()) {
            return new Refused(
                    shown + " stands in round brackets, which may mean below zero or a note; expected a number.");
        }
        if (RANGE.matcher(bare).matches() && SPACE.matcher(bare).replaceAll("").matches(".*[^\\p{Nd}.,].*")) {
            return new Refused(shown + " is a range; expected one number.");
        }
        Matcher sign = SIGN.matcher(bare);
        boolean signed = sign.matches();
        boolean below = signed && !sign.group(1).matches("[+＋]");
        Optional<String> plain = plainDigits(signed ? sign.group(2) : bare);
        if (plain.isEmpty()) {
            return new Refused(shown + " mixes digits of two scripts; expected digits of one.");
        }
        OptionalDouble value;
        if (style.isPresent()) {
            value = value(plain.get(), style.get());
        } else {
            value = value(plain.get(), NumberStyle.POINT);
            OptionalDouble other = value(plain.get(), NumberStyle.COMMA);
            if (value.isPresent() && other.isPresent() && value.getAsDouble() != other.getAsDouble()) {
                return new Refused(shown + " can be read as " + Double.toString(value.getAsDouble()) + " and as "
                        + Double.toString(other.getAsDouble()) + "; expected the file's language to be stated.");
            }
            value = value.isPresent() ? value : other;
        }
        if (value.isEmpty()) {
            return new Refused(shown + why(plain.get(), bare));
        }
        if (!Double.isFinite(value.getAsDouble())) {
            return new Refused(shown + " is larger than any number that can be reckoned with; expected a number.");
        }
        return new Number(below ? -value.getAsDouble() : value.getAsDouble(), marks);
    }

    private String why(String plain, String bare) {
        NumberStyle other = style.equals(Optional.of(NumberStyle.COMMA)) ? NumberStyle.POINT : NumberStyle.COMMA;
        if (style.isPresent() && value(plain, other).isPresent()) {
            return " does not fit the stated language, which writes "
                    + style.get().example() + "; expected a number in its style.";
        }
        if (WITH_UNIT.matcher(bare).matches() && !bare.matches("[\\p{Nd}.,' ]*")) {
            return " has a unit or a currency in it; expected a number alone, and the unit stated for the column.";
        }
        return " is not a number; expected digits, or a word for a missing number.";
    }

    private static OptionalDouble value(String text, NumberStyle style) {
        Matcher exponent = EXPONENT.matcher(text);
        boolean powers = exponent.matches();
        String digits = powers ? exponent.group(1) : text;
        Matcher threes = (style == NumberStyle.COMMA ? COMMA_GROUPS : POINT_GROUPS).matcher(digits);
        boolean fits = threes.matches() && !digits.isEmpty();
        boolean grouped = fits && threes.group(1) != null;
        if (!fits && style.pairs()) {
            fits = INDIAN_PAIRS.matcher(digits).matches();
            grouped = fits;
        }
        if (!fits || grouped && powers) {
            return OptionalDouble.empty();
        }
        int decimal = Math.max(digits.indexOf('٫'), digits.indexOf(style.decimal()));
        String whole = (decimal < 0 ? digits : digits.substring(0, decimal)).replaceAll("[^0-9]", "");
        String parts = decimal < 0 ? "" : "." + digits.substring(decimal + 1);
        return OptionalDouble.of(Double.parseDouble(whole + parts + (powers ? "e" + exponent.group(2) : "")));
    }

    /** The text with the digits 0 to 9 and narrow signs; empty if it has digits of two scripts. */
    private static Optional<String> plainDigits(String text) {
        StringBuilder plain = new StringBuilder();
        int zero = -1;
        for (int c : text.codePoints().toArray()) {
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                if (zero >= 0 && zero != c - digit) {
                    return Optional.empty();
                }
                zero = c - digit;
                plain.append((char) ('0' + digit));
            } else {
                // Full-width forms, as East Asian tables have them.
                plain.appendCodePoint(c == '．' ? '.' : c == '，' ? ',' : c);
            }
        }
        return Optional.of(plain.toString());
    }

    private static Pattern groups(String form, NumberStyle style) {
        return Pattern.compile(
                form.replace("G", "[" + style.group() + " '’ʼ٬]").replace("D", "[" + style.decimal() + "٫]"));
    }

    private static Map<String, Reason> words() {
        Map<String, Reason> words = new HashMap<>();
        words.put("", Reason.EMPTY);
        put(words, Reason.WITHHELD, "W", "(W)", "w", "D", "(D)", "x", "c", "C", ":c", "(c)");
        put(
                words,
                Reason.NOT_AVAILABLE,
                "NA",
                "(NA)",
                "N/A",
                "na",
                "n/a",
                "n.a.",
                "N.A.",
                "#N/A",
                "NaN",
                "nan",
                "null",
                "NULL");
        put(
                words,
                Reason.NOT_AVAILABLE,
                ":",
                ".",
                "..",
                "...",
                "…",
                "ND",
                "nd",
                "n.d.",
                "NR",
                "k.A.",
                "k. A.",
                "n.k.",
                "不详");
        put(words, Reason.NOT_APPLICABLE, "X", "(X)", "XX", ":z", "s.o.", "n.v.", "不适用");
        put(words, Reason.UNRELIABLE, "F", "/", "S", "(S)", ":u");
        put(words, Reason.TOO_SMALL, "Z", "(Z)", "(z)");
        put(words, Reason.DASH, "-", "--", "---", "‐", "‑", "–", "––", "—", "——", "———", "−", "－", "nil", "Nil");
        put(words, Reason.MARK_ALONE, "e", "p", "r", "E", "P", "R", "b", "d", "f", "s", "u");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Reason> words, Reason reason, String... texts) {
        for (String text : texts) {
            words.put(text, reason);
        }
    }
}

package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds percentages, sums of money, dates, nanometres and durations, in English and Chinese. */
final class Figures {
    private static final String MONTHS =
            "(January|February|March|April|May|June|July|August|September|October|November|December"
                    + "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
    private static final String SMALL =
            "an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|sixty|ninety|several|\\d+";

    private static final Map<String, String> PARTS = Map.of(
            "half",
            "0.5",
            "a third",
            "0.3333",
            "one third",
            "0.3333",
            "two thirds",
            "0.6667",
            "a quarter",
            "0.25",
            "one quarter",
            "0.25",
            "three quarters",
            "0.75",
            "a fifth",
            "0.2",
            "a tenth",
            "0.1");
    private static final List<String> COUNTED = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final Map<String, Integer> TENS =
            Map.of("twenty", 20, "thirty", 30, "forty", 40, "sixty", 60, "ninety", 90);

    /** @param isOfDigits whether only a text with digits can hold it */
    private record Shape(Kind kind, Pattern pattern, boolean isOfDigits) {}

    /** The first shape that fits has a place. */
    private static final List<Shape> SHAPES = List.of(
            shape(Kind.DATE, "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b"),
            shape(Kind.DATE, "(\\d{4})\\s?年\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?日)?"),
            shape(Kind.DATE, "(?<!\\d)(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日"),
            shape(Kind.DATE, "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTHS + "(?:,? (\\d{4}))?\\b"),
            shape(Kind.DATE, "\\b" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?(?!\\d)"),
            shape(Kind.DATE, "\\b" + MONTHS + ",? (?:of )?(\\d{4})\\b"),
            shape(
                    Kind.DATE,
                    "(?<=\\b(?:in|since|by|until|from|last|next|of|early|late|mid) )" + MONTHS + "(?= |,|\\.|;|$)"),
            shape(
                    Kind.DATE,
                    "(?<=\\b(?:in|since|by|until|from|of|during|early|late|mid|before|after) )((?:19|20)\\d{2})\\b(?![ -]?(?:nm|MHz))"),
            shape(Kind.DATE, "((?:19|20)\\d{2})\\s?年"),
            shape(
                    Kind.PERCENT,
                    "(?:\\bbetween |(?<!\\bfrom ))(?<![\\d.])(" + NUMBER
                            + ")(?: ?(?:%|％|percent|per cent))?(?: and | to | or |\\s?[-–—~至到]\\s?)("
                            + NUMBER + ")\\s?(?:%|％|percent\\b|per cent\\b|percentage points?\\b)"),
            shape(Kind.PERCENT, "(?<![\\d.])(" + NUMBER + ")\\s?(?:%|％|percent\\b|per cent\\b|percentage points?\\b)"),
            shape(Kind.PERCENT, "百分之(\\d+(?:\\.\\d+)?)"),
            shape(
                    Kind.MONEY,
                    "(?:US|HK|NT)?[$€¥£]\\s?(" + NUMBER
                            + ")(?:[ -]?(trillion|billion|million|thousand|tn|bn|m|k)\\b)?"),
            shape(
                    Kind.MONEY,
                    "\\b(" + NUMBER
                            + ")[ -]?(trillion|billion|million|thousand|tn|bn|m)? ?(?:US )?(?:dollars?|yuan|euros?|yen|pounds|renminbi)\\b"),
            shape(Kind.MONEY, "(" + NUMBER + ")\\s?(万亿|亿|万)?(?:美元|元|欧元|日元|人民币)"),
            shape(Kind.NANOMETRES, "(?<![\\d.])(\\d{1,3}(?:\\.\\d)?)[ -]?(?:nm\\b|nanomet(?:er|re)s?\\b|纳米)"),
            shape(
                    Kind.PERCENT,
                    "\\b((?:half|(?:a|one) third|two[ -]thirds|(?:a|one) quarter|three[ -]quarters|a fifth|a tenth)(?= of\\b)"
                            + "|(?<=\\b(?:by|in) )(?:half|a third|two[ -]thirds|a quarter|a fifth|a tenth)\\b)"),
            shape(
                    Kind.DURATION,
                    "\\b(" + SMALL + ")[ -]((?:working|business)[ -]days?|days?|weeks?|months?|quarters?|years?)\\b"),
            shape(Kind.DURATION, "(\\d{1,3})\\s?(个工作日|天|周|个月|年(?!度)|日(?=内))"));

    /** So many digits are no figure, and take the patterns long. */
    private static final Pattern NO_FIGURE = Pattern.compile("\\d{40}");

    private Figures() {}

    private static Shape shape(Kind kind, String regex) {
        return new Shape(
                kind,
                Pattern.compile(regex, kind == Kind.DATE ? 0 : Pattern.CASE_INSENSITIVE),
                regex.contains("\\d") && !regex.contains("several"));
    }

    static List<Passage> in(Sentence sentence) {
        List<Passage> found = new ArrayList<>();
        if (NO_FIGURE.matcher(sentence.text()).find()) {
            return found;
        }
        BitSet taken = new BitSet();
        boolean digits = sentence.text().chars().anyMatch(Character::isDigit);
        for (Shape shape : SHAPES) {
            if (shape.isOfDigits() && !digits) {
                continue;
            }
            shape.pattern().matcher(sentence.text()).results().forEach(match -> {
                if (taken.get(match.start(), match.end()).isEmpty()) {
                    values(shape.kind(), match).ifPresent(values -> {
                        taken.set(match.start(), match.end());
                        found.add(new Passage(
                                shape.kind(),
                                values,
                                List.of(),
                                match.group(),
                                sentence.start() + match.start(),
                                sentence.start() + match.end(),
                                sentence.number()));
                    });
                }
            });
        }
        return found;
    }

    /** "Between 20 and 30 percent": the middle, then both ends. What goes "from 7.5 % to 25 %" is two figures, "20 and 30 %" too. */
    private static Optional<List<String>> values(Kind kind, MatchResult match) {
        if (kind == Kind.PERCENT && match.groupCount() > 1) {
            double low = number(match.group(1)) / 100;
            double high = number(match.group(2)) / 100;
            boolean and = match.group().contains(" and ");
            boolean between = match.group().startsWith("between");
            return low < high && and == between
                    ? Optional.of(List.of(plain((low + high) / 2), plain(low), plain(high)))
                    : Optional.empty();
        }
        return value(kind, match).map(List::of);
    }

    private static Optional<String> value(Kind kind, MatchResult match) {
        return switch (kind) {
            case PERCENT -> Optional.of(part(match.group(1)));
            case MONEY -> Optional.of(plain(number(match.group(1)) * scale(match.group(2))));
            case NANOMETRES -> Optional.of(match.group(1));
            case DURATION -> weeks(match.group(1), match.group(2)).map(Figures::plain);
            default -> date(match);
        };
    }

    private static String part(String text) {
        String words = text.toLowerCase(Locale.ROOT).replace('-', ' ');
        return Character.isDigit(words.charAt(0)) ? plain(number(words) / 100) : PARTS.getOrDefault(words, "0.5");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }

    private static double scale(@org.jspecify.annotations.Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "trillion", "tn", "万亿" -> 1e12;
            case "billion", "bn" -> 1e9;
            case "million", "m" -> 1e6;
            case "thousand", "k" -> 1e3;
            case "亿" -> 1e8;
            case "万" -> 1e4;
            default -> 1;
        };
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(Math.round(value * 1e8) / 1e8))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static Optional<Double> weeks(String count, String unit) {
        String word = count.toLowerCase(Locale.ROOT);
        if (word.equals("several")) {
            return Optional.empty();
        }
        double many = word.equals("a") || word.equals("an")
                ? 1
                : TENS.containsKey(word)
                        ? TENS.get(word)
                        : COUNTED.contains(word) ? COUNTED.indexOf(word) : Double.parseDouble(word);
        String what = unit.toLowerCase(Locale.ROOT);
        double each = what.startsWith("working") || what.startsWith("business") || what.equals("个工作日")
                ? 1 / 5.0
                : what.startsWith("day") || what.equals("天") || what.equals("日")
                        ? 1 / 7.0
                        : what.startsWith("week") || what.equals("周")
                                ? 1
                                : what.startsWith("month") || what.equals("个月")
                                        ? 52 / 12.0
                                        : what.startsWith("quarter") ? 13 : 52;
        return Optional.of(Math.round(many * each * 10) / 10.0);
    }

    /** {@code 2025}, {@code 2025-10}, {@code 2025-10-09}; without a year {@code --10} or {@code --10-09}. */
    private static Optional<String> date(MatchResult match) {
        String year = "";
        String month = "";
        String day = "";
        for (int group = 1; group <= match.groupCount(); group++) {
            String text = match.group(group);
            if (text == null) {
                continue;
            }
            if (!Character.isDigit(text.charAt(0))) {
                month = String.valueOf(month(text));
            } else if (text.length() == 4) {
                year = text;
            } else if (month.isEmpty() && match.group().matches("(?s).*[-月].*")) {
                month = text;
            } else {
                day = text;
            }
        }
        int m = month.isEmpty() ? 0 : Integer.parseInt(month);
        int d = day.isEmpty() ? 0 : Integer.parseInt(day);
        if (m > 12 || d > 31 || year.isEmpty() && m == 0) {
            return Optional.empty();
        }
        return Optional.of((year.isEmpty() ? "-" : year)
                + (m == 0 ? "" : String.format("-%02d", m))
                + (d == 0 ? "" : String.format("-%02d", d)));
    }

    private static int month(String name) {
        String three = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
                        .indexOf(three)
                + 1;
    }
}

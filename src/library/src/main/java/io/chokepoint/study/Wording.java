package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** English words for the things of a dataset: how names, countries, dates and figures stand in a sentence. */
public final class Wording {
    /** Datasets state a wait of so many weeks or more where something cannot be done at all. */
    private static final double NEVER_WEEKS = 1_000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** First words of goods that keep their capital in mid-sentence although they are ordinary words otherwise. */
    private static final Set<String> PROPER = Set.of("Faraday", "Bayer", "Bridgman", "Czochralski", "Ascend", "Cuda");

    /** First words of some makers' names that are ordinary words all the same. */
    private static final Set<String> ORDINARY = Set.of("Other", "Mature", "Car", "Small");

    /** What stands after the comma of an inverted name: "Yttrium, traded". */
    private static final Set<String> MODIFIERS =
            Set.of("traded", "fab grade", "high purity", "refined", "separated", "primary", "technical", "acid grade");

    /** Words that end in s and are one thing. */
    private static final Set<String> SINGULAR = Set.of("lens", "series", "gas", "chassis");

    private static final Set<String> WITH_ARTICLE =
            Set.of("USA", "NLD", "GBR", "PHL", "ARE", "COD", "CZE", "DOM", "CAF", "BHS", "GMB", "MDV");

    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("logic-14nm", "logic at 14 nm and below"),
            Map.entry("leading-edge", "logic at 7 nm and below"),
            Map.entry("memory-256l", "memory with 256 layers or more"),
            Map.entry("nand-256", "memory with 256 layers or more"),
            Map.entry("ai-chip", "AI chips"),
            Map.entry("us-chip", "US chips"),
            Map.entry("chip", "chips"),
            Map.entry("china-special", "chips made for China"),
            Map.entry("china-chip", "Chinese chips"),
            Map.entry("auto-chip", "car chips"),
            Map.entry("ree", "rare earths"),
            Map.entry("ree-controlled", "controlled rare earths"),
            Map.entry("no18", "rare earths of announcement No. 18"),
            Map.entry("no57", "rare earths of announcement No. 57"),
            Map.entry("hbm", "high-bandwidth memory"),
            Map.entry("compute", "buyers of AI computing"),
            Map.entry("china", "Chinese buyers"),
            Map.entry("us", "US buyers"),
            Map.entry("fab", "fab process steps"),
            Map.entry("reference", "reference markets"),
            Map.entry("tool", "fab tools"),
            Map.entry("system", "systems"),
            Map.entry("magnet", "magnets"),
            Map.entry("wafer", "wafers"),
            Map.entry("mineral", "minerals"),
            Map.entry("ore", "ores"),
            Map.entry("gas", "gases"),
            Map.entry("resist", "resists"),
            Map.entry("side-branch", "side branches"),
            Map.entry("chip-path", "goods that lead to chips"),
            Map.entry("trade-pool", "goods in trade"));

    private static final Map<String, String> COUNTRIES = countries();

    private Wording() {}

    private static Map<String, String> countries() {
        Map<String, String> names = new HashMap<>();
        for (String two : Locale.getISOCountries()) {
            Locale country = Locale.of("", two);
            names.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
        }
        names.put("COD", "Democratic Republic of the Congo");
        names.put("COG", "Republic of the Congo");
        names.put("HKG", "Hong Kong");
        names.put("MMR", "Myanmar");
        return names;
    }

    /** The name of a country by its ISO 3166-1 alpha-3 code, without an article: "United States". */
    public static String countryName(String alpha3) {
        return alpha3.isEmpty() ? "Rest of the world" : COUNTRIES.getOrDefault(alpha3, alpha3);
    }

    /** As {@link #countryName}, as it stands in a sentence: "the United States". */
    public static String country(String alpha3) {
        if (alpha3.isEmpty()) {
            return "the rest of the world";
        }
        return (WITH_ARTICLE.contains(alpha3) ? "the " : "") + countryName(alpha3);
    }

    /** A maker as it stands in a sentence: the company's name, or its country. */
    public static String maker(Provider provider) {
        return switch (provider.type()) {
            case COMPANY -> provider.name();
            case COUNTRY -> provider.country().isEmpty() ? provider.name() : country(provider.country());
            case REST -> "the rest of the world";
        };
    }

    /** Who makes it, as the subject of a verb in the plural or singular: "TSMC", "makers in China", "other makers". */
    static String makersOf(Activity activity) {
        Provider provider = activity.provider();
        return switch (provider.type()) {
            case COMPANY -> provider.name();
            case COUNTRY -> "makers in " + maker(provider);
            case REST -> "other makers";
        };
    }

    static boolean isOneMaker(Activity activity) {
        return activity.provider().type() == ProviderType.COMPANY;
    }

    static String possessive(String name) {
        return name.endsWith("s") ? name + "’" : name + "’s";
    }

    /**
     * The good's name as it stands inside a sentence: ordinary words lose their capital, names keep it, and what comes after a
     * comma goes in front: "Helium, fab grade" becomes "fab-grade helium".
     */
    public static String inSentence(Good good, Dataset dataset) {
        String name = good.shortName();
        int comma = name.lastIndexOf(", ");
        if (comma > 0 && MODIFIERS.contains(name.substring(comma + 2))) {
            return name.substring(comma + 2).replace(' ', '-') + " " + lowered(name.substring(0, comma), dataset);
        }
        return lowered(name, dataset);
    }

    private static String lowered(String name, Dataset dataset) {
        if (name.isEmpty()) {
            return name;
        }
        String first = name.split("[ ,/(]", 2)[0];
        boolean ordinary = first.length() > 1
                && first.chars().skip(1).allMatch(c -> Character.isLowerCase(c) || c == '-')
                && !PROPER.contains(first)
                && dataset.providers().stream()
                        .noneMatch(maker -> maker.type() == ProviderType.COMPANY
                                && !ORDINARY.contains(first)
                                && startsWithWord(maker.name(), first));
        return ordinary ? name.substring(0, 1).toLowerCase(Locale.ENGLISH) + name.substring(1) : name;
    }

    private static boolean startsWithWord(String text, String word) {
        return text.startsWith(word)
                && (text.length() == word.length() || !Character.isLetter(text.charAt(word.length())));
    }

    /** Whether a name takes a verb in the plural: "N4, N5 wafers fall", "yttrium oxide, refined falls". */
    static boolean isPlural(String name) {
        String whole = name.replaceAll("\\(.*?\\)", "")
                .split(" of | for | from | with | in | at ", 2)[0]
                .strip();
        return endsPlural(whole) || endsPlural(whole.split(",", 2)[0].strip());
    }

    private static boolean endsPlural(String phrase) {
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
        return last.endsWith("s")
                && !last.endsWith("ss")
                && !last.endsWith("us")
                && !last.endsWith("is")
                && !last.endsWith("as")
                && last.length() > 3
                && !SINGULAR.contains(last.toLowerCase(Locale.ENGLISH));
    }

    /** "falls" or "fall". */
    static String verb(String subject, String plural) {
        if (isPlural(subject)) {
            return plural;
        }
        return plural.equals("have") ? "has" : plural + "s";
    }

    public static String tag(String tag) {
        return TAGS.getOrDefault(tag, tag.replace('-', ' '));
    }

    /** The first day of a week, "8 Mar 2027", if the scenario has a first day. */
    public static Optional<String> date(Optional<LocalDate> startDate, int week) {
        return startDate.map(day -> DATE.format(day.plusWeeks(week)));
    }

    /** "week 66", and its date in brackets where the scenario has dates. */
    public static String weekWithDate(Optional<LocalDate> startDate, int week) {
        return "week " + week
                + date(startDate, week).map(day -> " (" + day + ")").orElse("");
    }

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    /** The central value in its unit: "14 weeks", "60 %", "7 years". */
    public static String value(Figure figure) {
        return value(figure, figure.central());
    }

    private static String value(Figure figure, double number) {
        if (isPart(figure)) {
            return Amounts.percent(number);
        }
        if (figure.unit().equals("weeks")) {
            return Amounts.weeks(number);
        }
        return figure.unit().isEmpty() ? Amounts.number(number) : Amounts.number(number) + " " + figure.unit();
    }

    /** The range without the unit: "8 to 40"; empty where the figure is a point. */
    public static String range(Figure figure) {
        if (!figure.isUncertain()) {
            return "";
        }
        return isPart(figure)
                ? Amounts.percentNumber(figure.low()) + " to " + Amounts.percentNumber(figure.high())
                : Amounts.number(figure.low()) + " to " + Amounts.number(figure.high());
    }

    /** "14 weeks (8 to 40)"; "never" for a wait that is longer than anybody would simulate. */
    public static String valueWithRange(Figure figure) {
        if (figure.unit().equals("weeks") && figure.low() >= NEVER_WEEKS) {
            return "never";
        }
        String range = range(figure);
        return range.isEmpty() ? value(figure) : value(figure) + " (" + range + ")";
    }

    private static boolean isPart(Figure figure) {
        return figure.unit().startsWith("part");
    }
}

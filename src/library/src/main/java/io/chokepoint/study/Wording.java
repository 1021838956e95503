package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.text.Countries;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** English words for the things of a dataset: how names, dates and figures stand in a sentence. Numbers: {@link Amounts}. */
public final class Wording {
    /** Datasets state a wait of so many weeks or more where something cannot be done at all. */
    private static final double NEVER_WEEKS = 1_000;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Begins makers' names without being one: "Other Chinese GPU designers". */
    private static final String OTHER = "Other";

    /** Words that end in s and are one thing. */
    private static final Set<String> SINGULAR = Set.of("lens", "series", "gas", "chassis");

    private Wording() {}

    /** A maker as it stands in a sentence: the company's name, or its country. */
    public static String maker(Provider provider) {
        return switch (provider.type()) {
            case COMPANY -> provider.name();
            case COUNTRY -> provider.country().isEmpty() ? provider.name() : Countries.inSentence(provider.country());
            case REST -> isAnybodyElse(provider) ? Countries.inSentence("") : provider.name();
        };
    }

    /** Who makes it, as the subject of a verb in the plural or singular: "TSMC", "makers in China", "other makers". */
    static String makersOf(Activity activity) {
        Provider provider = activity.provider();
        return switch (provider.type()) {
            case COMPANY -> provider.name();
            case COUNTRY -> "makers in " + maker(provider);
            case REST -> isAnybodyElse(provider) ? "other makers" : manyIn(provider.name());
        };
    }

    /** The rest of the world; any other rest has a name of its own: "Mature fabs in China", "Europe". */
    private static boolean isAnybodyElse(Provider provider) {
        return provider.country().isEmpty() && provider.name().equalsIgnoreCase(Countries.name(""));
    }

    /** One word is a place, several say who they are. */
    private static String manyIn(String name) {
        return name.contains(" ") ? name : "makers in " + name;
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
        if (comma > 0 && dataset.words().isModifier(name.substring(comma + 2))) {
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
                && !dataset.words().isProperName(first)
                && dataset.providers().stream()
                        .noneMatch(maker -> maker.type() == ProviderType.COMPANY
                                && !first.equals(OTHER)
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
    public static String verb(String subject, String plural) {
        if (isPlural(subject)) {
            return plural;
        }
        return plural.equals("have") ? "has" : plural + "s";
    }

    /** "8 Mar 2027". */
    public static String date(LocalDate day) {
        return DATE.format(day);
    }

    /** The first day of a week, "8 Mar 2027", if the scenario has a first day. */
    public static Optional<String> date(Optional<LocalDate> startDate, int week) {
        return startDate.map(day -> date(day.plusWeeks(week)));
    }

    /** "week 66", and its date in brackets where the scenario has dates. */
    public static String weekWithDate(Optional<LocalDate> startDate, int week) {
        return "week " + week
                + date(startDate, week).map(day -> " (" + day + ")").orElse("");
    }

    /** "8 Mar 2027", or "week 66" where the scenario has no dates. */
    public static String dateOrWeek(Optional<LocalDate> startDate, int week) {
        return date(startDate, week).orElse("week " + week);
    }

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    /** The central value in its unit: "14 weeks", "60 %", "7 years". */
    public static String value(Figure figure) {
        return value(figure, figure.central());
    }

    static String value(Figure figure, double number) {
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

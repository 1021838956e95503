package io.chokepoint.ui.support;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.Stage;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Restrictions in plain words. */
public final class RestrictionWords {
    /** More names than this become a count. */
    private static final int NAMES = 2;

    private final Dataset dataset;

    public RestrictionWords(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Who does it, e.g. "China"; "everybody" where nobody is named. */
    public String who(Restriction restriction) {
        return terms(restriction, Side.MAKER, Field.COUNTRY, Field.PROVIDER).orElse("all makers");
    }

    /** Against whom, e.g. "abroad", "United States"; "all buyers" where nobody is named. */
    public String whom(Restriction restriction) {
        if (isAbroad(restriction)) {
            return "abroad";
        }
        return terms(restriction, Side.CUSTOMER, Field.values()).orElse("all buyers");
    }

    /** What it is about, e.g. "yttrium oxide" or "4 goods". */
    public String what(Restriction restriction) {
        Optional<String> words = terms(restriction, Side.MAKER, Field.GOOD, Field.TAG, Field.KIND, Field.STAGE);
        return words.orElse("everything it makes");
    }

    /** Makers and buyers in short, e.g. "China → abroad". */
    public String parties(Restriction restriction) {
        return RestrictionKind.of(restriction).isOfMakers()
                ? who(restriction)
                : who(restriction) + " → " + whom(restriction);
    }

    /** The numbers in short, e.g. "9 weeks' wait, 60 % approved". */
    public String numbers(Restriction restriction) {
        return switch (restriction) {
            case Restriction.Outage r -> Wording.percent(r.lost().central()) + " lost";
            case Restriction.ExportBan r ->
                r.leak().central() == 0
                        ? "nothing gets through"
                        : Wording.percent(r.leak().central()) + " gets through";
            case Restriction.Licence r ->
                wait(r.processingWeeks().central()) + ", "
                        + Wording.percent(r.approval().central()) + " approved";
            case Restriction.Quota r -> "at most " + Wording.percent(r.cap().central());
            case Restriction.Tariff r ->
                Wording.percent(r.rate().central()) + ", buyers pay "
                        + Wording.percent(r.passThrough().central()) + " of it";
            case Restriction.MarketBan unused -> "no sales";
            case Restriction.Compliance r ->
                Wording.percent(r.cost().central()) + " more cost, "
                        + Wording.weeks(r.delayWeeks().central()) + "’ delay";
        };
    }

    /** What it is about and how strong, e.g. "yttrium oxide, logic 14nm · 9 weeks' wait, 60 % approved". */
    public String summary(Restriction restriction) {
        String use =
                restriction.terms().endUse().map(tag -> ", for " + tag(tag)).orElse("");
        return what(restriction) + use + " · " + numbers(restriction);
    }

    /** The whole restriction as one sentence with its dates. */
    public String sentence(Scenario scenario, Restriction restriction) {
        String from =
                "From " + Wording.dateOrWeek(scenario, restriction.period().start());
        String until = restriction.period().isOpen()
                ? ""
                : " Until " + Wording.dateOrWeek(scenario, restriction.period().end()) + ".";
        String ramp = restriction.period().rampWeeks() > 1
                ? ", step by step over " + Wording.weeks(restriction.period().rampWeeks())
                : "";
        return from + ramp + " " + clause(restriction) + "." + until;
    }

    private String clause(Restriction restriction) {
        String who = who(restriction);
        String what = what(restriction)
                + restriction.terms().endUse().map(tag -> " for " + tag(tag)).orElse("");
        String to = to(restriction);
        return switch (restriction) {
            case Restriction.Outage r ->
                r.lost().central() >= 1
                        ? who + " makes no " + what
                        : who + " makes " + Wording.percent(r.lost().central()) + " less " + what + " than it could";
            case Restriction.ExportBan r ->
                who + " sells no " + what + to
                        + (r.leak().central() > 0
                                ? "; " + Wording.percent(r.leak().central()) + " gets through all the same"
                                : "");
            case Restriction.Licence unused ->
                who + " sells " + what + to + " only under licence: " + numbers(restriction);
            case Restriction.Quota r ->
                who + " sells at most " + Wording.percent(r.cap().central()) + " of the usual " + what + to;
            case Restriction.Tariff unused -> what + " from " + who + to + " carries a tariff: " + numbers(restriction);
            case Restriction.MarketBan unused -> what + " from " + who + " may not be sold" + to;
            case Restriction.Compliance unused ->
                what + " from " + who + to + " must meet a rule: " + numbers(restriction);
        };
    }

    private String to(Restriction restriction) {
        if (restriction.terms().select().stream().noneMatch(Selector::hasCustomerTerm)) {
            return "";
        }
        String whom = whom(restriction);
        return whom.equals("abroad") ? " abroad" : " to " + whom;
    }

    private static String wait(double weeks) {
        return weeks == 0 ? "no wait" : Wording.weeks(weeks) + "’ wait";
    }

    /** Whether buyers are all who are not in the makers' own country. */
    private static boolean isAbroad(Restriction restriction) {
        List<Selector> all = restriction.terms().select();
        return !all.isEmpty()
                && all.stream().allMatch(selector -> {
                    List<Term> buyers = selector.terms().stream()
                            .filter(term -> term.side() == Side.CUSTOMER)
                            .toList();
                    return buyers.size() == 1
                            && buyers.getFirst().field() == Field.COUNTRY
                            && buyers.getFirst().negated()
                            && selector.terms().stream()
                                    .anyMatch(term -> term.side() == Side.MAKER
                                            && term.field() == Field.COUNTRY
                                            && !term.negated()
                                            && term.values()
                                                    .equals(buyers.getFirst().values()));
                });
    }

    private Optional<String> terms(Restriction restriction, Side side, Field... fields) {
        Set<Field> wanted = Set.of(fields);
        Set<String> names = new LinkedHashSet<>();
        Set<String> without = new LinkedHashSet<>();
        for (Selector selector : restriction.terms().select()) {
            for (Term term : selector.terms()) {
                if (term.side() == side && wanted.contains(term.field())) {
                    for (String value : term.values()) {
                        (term.negated() ? without : names).add(name(term.field(), value));
                    }
                }
            }
        }
        if (names.isEmpty() && without.isEmpty()) {
            return Optional.empty();
        }
        String words = names.isEmpty() ? (side == Side.MAKER ? "all" : "everybody") : join(names, wanted);
        return Optional.of(without.isEmpty() ? words : words + " but " + join(without, wanted));
    }

    private static String join(Set<String> names, Set<Field> fields) {
        if (names.size() > NAMES) {
            String noun = fields.contains(Field.GOOD) && fields.size() < Field.values().length
                    ? "goods"
                    : fields.size() == 2 ? "makers" : "buyers";
            return names.size() + " " + noun;
        }
        return String.join(" and ", names);
    }

    private String name(Field field, String value) {
        return switch (field) {
            case GOOD -> dataset.findGood(value).map(RestrictionWords::lower).orElse(value);
            case PROVIDER -> dataset.findProvider(value).map(Provider::name).orElse(value);
            case COUNTRY -> Wording.country(value);
            case MARKET -> dataset.findMarket(value).map(Market::name).orElse(value);
            case STAGE ->
                dataset.stages().stream()
                        .filter(stage -> stage.id().equals(value))
                        .map(Stage::name)
                        .findFirst()
                        .orElse(value)
                        .toLowerCase(Locale.ROOT);
            case TAG -> tag(value);
            case KIND -> value;
        };
    }

    /** A good's short name for the middle of a sentence: a capital that starts an ordinary word becomes small. */
    public static String lower(Good good) {
        String name = good.shortName();
        return name.length() > 1 && Character.isUpperCase(name.charAt(0)) && isPlainWord(name) && !hasCapitals(name)
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }

    private static boolean isPlainWord(String name) {
        String first = name.split("[ ,(/]", 2)[0];
        return first.chars().skip(1).allMatch(c -> Character.isLowerCase(c) || c == '-') && first.length() > 2;
    }

    /** Names with further capitals or digits are likely proper names: "Nvidia B200", "Samsung 5 nm wafers". */
    private static boolean hasCapitals(String name) {
        return name.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    /** A tag as words. */
    public static String tag(String tag) {
        return Texts.find("tag." + tag).orElse(tag.replace('-', ' '));
    }
}

package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import io.chokepoint.text.Countries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a restriction says, in plain words. */
public final class RestrictionSentence {

    /**
     * The parts of a restriction's short form.
     *
     * @param kind one word
     * @param who who, and to whom: "China → abroad"
     * @param what the goods
     * @param numbers its parameters; may be empty
     */
    public record Pill(String kind, String who, String what, String numbers) {
        @Override
        public String toString() {
            return kind + ": " + who + ", " + what + (numbers.isEmpty() ? "" : " · " + numbers);
        }
    }

    private RestrictionSentence() {}

    /** The kind in one word. */
    public static String word(Restriction restriction) {
        return restriction.kind().words().mark();
    }

    /** One sentence: from when, who, what, to whom, how strongly. */
    public static String of(Restriction restriction, Dataset dataset, Optional<LocalDate> startDate) {
        SelectorWords words = SelectorWords.of(restriction.terms().select(), dataset);
        String when = when(restriction.period(), startDate);
        String what = words.what()
                + restriction
                        .terms()
                        .endUse()
                        .map(tag -> " for " + dataset.words().tagName(tag))
                        .orElse("");
        String whom = words.whom().isEmpty() ? "" : " " + words.whom();
        String export = words.crossesBorder() ? "export" : "deliver";
        Map<String, String> said = Map.of(
                "who",
                words.who(),
                "what",
                what,
                "whom",
                whom,
                "from",
                from(words),
                "sell",
                export + (words.plural() ? "" : "s"),
                "selling",
                export + "ing",
                "numbers",
                numbers(restriction));
        Map<String, Boolean> many = Map.of("who", words.plural(), "what", several(words.what()));
        String body = new RestrictionPattern(restriction, said, many)
                .fill(restriction.kind().words().sentence());
        return when + " " + body + ".";
    }

    /** " from China"; empty where every maker is meant. */
    private static String from(SelectorWords words) {
        return words.who().equals(SelectorWords.EVERY_MAKER) ? "" : " from " + words.who();
    }

    private static boolean several(String goods) {
        return goods.contains(" and ") || Wording.isPlural(goods);
    }

    private static String when(Period period, Optional<LocalDate> startDate) {
        String from = "From " + Wording.dateOrWeek(startDate, period.start());
        String until = period.isOpen() ? "" : " until " + Wording.dateOrWeek(startDate, period.end());
        String ramp = period.rampWeeks() > 1 ? ", building up over " + Amounts.weeks(period.rampWeeks()) + "," : "";
        return from + until + ramp;
    }

    /** Its parameters in words, central values; empty for a kind without any. */
    public static String numbers(Restriction restriction) {
        return new RestrictionPattern(restriction, Map.of(), Map.of())
                .fill(restriction.kind().words().numbers());
    }

    /** The short form for the scenario row. */
    public static Pill pill(Restriction restriction, Dataset dataset) {
        SelectorWords words = SelectorWords.of(restriction.terms().select(), dataset);
        String who = Wording.capitalised(words.who())
                + (words.whomShort().isEmpty() ? "" : " → " + words.whomShort().replaceFirst("^outside ", "not "));
        return new Pill(
                word(restriction),
                who,
                words.what()
                        + restriction
                                .terms()
                                .endUse()
                                .map(tag -> ", " + dataset.words().tagName(tag))
                                .orElse(""),
                numbers(restriction));
    }

    /**
     * Why a maker cannot deliver, as a clause for the end of a chain: "China's exports of yttrium oxide stop in week 0".
     *
     * @param supplier the maker at which the chain ends
     */
    static String cause(Restriction restriction, Activity supplier, Dataset dataset, Optional<LocalDate> startDate) {
        String good = Wording.inSentence(supplier.good(), dataset);
        SelectorWords words = SelectorWords.of(selecting(restriction, supplier), dataset);
        String whose = Wording.possessive(whose(restriction, supplier));
        String whom = words.whom().isEmpty() ? "" : " " + words.whom();
        String flow = whose + (words.crossesBorder() ? " exports of " : " deliveries of ") + good + whom;
        String start = Wording.weekWithDate(startDate, restriction.period().start());
        Map<String, String> said = Map.of(
                "maker", Wording.maker(supplier.provider()),
                "whose", whose,
                "good", good,
                "flow", flow,
                "start", start,
                "numbers", numbers(restriction));
        return new RestrictionPattern(restriction, said, Map.of())
                .fill(restriction.kind().words().cause());
    }

    /** Those of the restriction's selectors that select the supplier; all of them where none does. */
    private static List<Selector> selecting(Restriction restriction, Activity supplier) {
        List<Selector> own = restriction.terms().select().stream()
                .filter(selector -> selector.matchesMaker(supplier))
                .toList();
        return own.isEmpty() ? restriction.terms().select() : own;
    }

    /** The country where the selector speaks of one, else the maker. */
    private static String whose(Restriction restriction, Activity supplier) {
        List<Term> terms = selecting(restriction, supplier).stream()
                .flatMap(selector -> selector.terms().stream())
                .filter(term -> term.side() == Side.MAKER)
                .toList();
        boolean byCountry = terms.stream().anyMatch(term -> term.field() == Field.COUNTRY && !term.negated());
        boolean byMaker = terms.stream().anyMatch(term -> term.field() == Field.PROVIDER);
        return byCountry && !byMaker && !supplier.provider().country().isEmpty()
                ? Countries.inSentence(supplier.provider().country())
                : Wording.maker(supplier.provider());
    }

    /** "Touches 6 flows of 1 good, 96 % of world supply." */
    public static String touches(Touch touch) {
        if (touch.isNothing()) {
            return "This selects nothing.";
        }
        String unit = touch.flows() > 0
                ? Amounts.counted(touch.flows(), "flow", "flows")
                : Amounts.counted(touch.makers(), "maker", "makers");
        double least = touch.worldShares().stream().mapToDouble(x -> x).min().orElse(0);
        double most = touch.worldShares().stream().mapToDouble(x -> x).max().orElse(0);
        String share = Amounts.percent(least).equals(Amounts.percent(most))
                ? Amounts.percent(most)
                : Amounts.percentNumber(least) + " to " + Amounts.percent(most);
        return "Touches " + unit + " of " + Amounts.counted(touch.goods().size(), "good", "goods") + ", " + share
                + " of world supply.";
    }

    /**
     * Why a restriction selects nothing: "This selects nothing: no maker of gallium is in Japan in this dataset." To be asked only
     * where it does.
     */
    public static String selectsNothing(Restriction restriction, Dataset dataset) {
        List<String> reasons = new ArrayList<>();
        for (Selector selector : restriction.terms().select()) {
            reasons.add(emptiness(selector, dataset));
        }
        return "This selects nothing: "
                + Amounts.list(reasons.stream().distinct().toList(), 3) + " in this dataset.";
    }

    private static String emptiness(Selector selector, Dataset dataset) {
        SelectorWords words = SelectorWords.of(List.of(selector), dataset);
        List<Activity> ofGoods = dataset.supplies().stream()
                .map(supply -> supply.activity())
                .filter(activity -> selector.terms().stream()
                        .filter(term -> term.side() == Side.MAKER && isAboutGoods(term))
                        .allMatch(term -> new Selector(List.of(term)).matchesMaker(activity)))
                .toList();
        if (ofGoods.isEmpty()) {
            return "nobody makes " + words.what();
        }
        if (ofGoods.stream().noneMatch(selector::matchesMaker)) {
            boolean byCountry = selector.terms().stream()
                    .anyMatch(term -> term.side() == Side.MAKER && term.field() == Field.COUNTRY && !term.negated());
            return "no maker of " + words.what() + (byCountry ? " is in " : " is ") + words.who();
        }
        boolean toCountry = selector.terms().stream()
                .anyMatch(term -> term.side() == Side.CUSTOMER && term.field() == Field.COUNTRY && !term.negated());
        String buyer = words.whomShort().equals("abroad")
                ? "nobody abroad buys "
                : words.whomShort().isEmpty()
                        ? "nobody buys "
                        : toCountry
                                ? "nobody in " + words.whomShort() + " buys "
                                : "none of " + words.whomShort() + " buys ";
        return buyer + words.what() + from(words);
    }

    private static boolean isAboutGoods(Term term) {
        return switch (term.field()) {
            case GOOD, TAG, KIND, STAGE -> true;
            case PROVIDER, COUNTRY, MARKET -> false;
        };
    }
}

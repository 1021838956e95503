package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation.Assumptions;
import io.chokepoint.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The answer of a run in four facts.
 *
 * @param good the one of the dataset's headline goods that falls short with the most lost output; without one, the most downstream good that falls short; where
 *     none does, the same among the goods that only sell less; empty where nothing is hit
 * @param week first week in which a headline good falls short, or else the first week of the headline good
 * @param why why the headline good falls short; empty without one
 * @param hits the goods that are hit, sorted into those that fall short and those that sell less
 */
public record Headline(
        Fact who,
        Fact when,
        Fact howHard,
        Fact howSure,
        Optional<Good> good,
        OptionalInt week,
        Optional<Explanation> why,
        Hits hits) {

    /** A question, its answer, and a detail in smaller print. */
    public record Fact(String question, String answer, String detail) {}

    /** Losses that differ by less are the same, in weeks of output. */
    private static final double SAME_LOSS = 1e-6;

    public static Headline of(SimulationResult result) {
        Hits hits = Hits.of(result);
        Optional<Good> good = headlineGood(result, hits);
        if (good.isEmpty()) {
            return nothing(result, hits);
        }
        Explanation why = Explanation.of(result, good.get());
        List<Good> meant = hits.fallShort().isEmpty() ? hits.all() : hits.fallShort();
        HeadlineGoods headline = result.dataset().headline();
        List<Good> first = meant.stream().filter(headline::contains).toList();
        Outcome outcome = result.outcome(good.get());
        String lowest = Wording.date(result.scenario().startDate(), outcome.troughWeek())
                .map(day -> outcome.troughWeek() + ", " + day)
                .orElse(String.valueOf(outcome.troughWeek()));
        int week = firstLoss(result, first.isEmpty() ? List.of(good.get()) : first);
        return new Headline(
                who(result, hits),
                when(result, meant, first, good.get(), week),
                fact(
                        "howHard",
                        good.get().shortName() + ": " + Amounts.percent(outcome.trough()),
                        Texts.get(
                                hits.sellsLess(good.get()) ? "headline.lowestSales" : "headline.lowest",
                                lowest,
                                Amounts.weeks(outcome.lostOutputWeeks()))),
                howSure(why.assumptions()),
                good,
                OptionalInt.of(week),
                Optional.of(why),
                hits);
    }

    /** @param question the end of the key of its text */
    static Fact fact(String question, String answer, String detail) {
        return new Fact(Texts.get("answer." + question), answer, detail);
    }

    /**
     * The answer in one line, the same wherever a run is summed up: "7 of 9 goods fall short · Chips: from week 67 · Nvidia B200: 81 %".
     */
    public String line() {
        if (good.isPresent()) {
            return Texts.get("headline.line", who.answer(), when.answer(), howHard.answer());
        }
        return week.isPresent() ? Texts.get("headline.lineShort", who.answer(), when.answer()) : who.answer();
    }

    /** "Why Car packs fall short", or sell less; empty where no good is hit. */
    public Optional<String> whyTitle() {
        return good.map(one -> Texts.get(
                hits.sellsLess(one) ? "report.whyLess" : "report.why",
                one.shortName(),
                Wording.verb(one.shortName(), "fall"),
                Wording.verb(one.shortName(), "sell")));
    }

    /** What a table of goods leaves out: "2 of 9 goods stay above 99 % of baseline and are left out." */
    public static String leftOut(int left, int all) {
        return Texts.get("summary.leftOut", left, all);
    }

    /** How much of the headline good's chain rests on assumptions. */
    public Assumptions assumptions() {
        return why.map(Explanation::assumptions).orElse(new Assumptions(0, 0));
    }

    private static int firstLoss(SimulationResult result, List<Good> goods) {
        return goods.stream()
                .mapToInt(good -> result.outcome(good).firstLossWeek().orElseThrow())
                .min()
                .orElseThrow();
    }

    /** The good that the answer is about: see the component {@code good}. */
    public static Optional<Good> headlineGood(SimulationResult result) {
        return headlineGood(result, Hits.of(result));
    }

    private static Optional<Good> headlineGood(SimulationResult result, Hits hits) {
        return headlineGood(result, hits.fallShort()).or(() -> headlineGood(result, hits.sellLess()));
    }

    /** A secondary good of the headline is passed over, as its whole loss moves nothing, unless no other of them is hit. */
    private static Optional<Good> headlineGood(SimulationResult result, List<Good> hit) {
        // Goods made of the same inputs lose the same up to rounding; then the first of the dataset stands for them.
        List<Good> order = List.copyOf(result.dataset().goods());
        HeadlineGoods headline = result.dataset().headline();
        Comparator<Good> byLoss = Comparator.<Good>comparingDouble(
                        good -> Math.rint(result.outcome(good).lostOutputWeeks() / SAME_LOSS))
                .thenComparing(Comparator.<Good>comparingInt(order::indexOf).reversed());
        return hit.stream()
                .filter(headline::isPrimary)
                .max(byLoss)
                .or(() -> hit.stream().filter(headline::contains).max(byLoss))
                .or(() -> hit.stream()
                        .max(Comparator.<Good>comparingInt(good -> good.stage().order())
                                .thenComparing(byLoss)));
    }

    private static Fact who(SimulationResult result, Hits hits) {
        int all = result.dataset().goods().size();
        int fall = hits.fallShort().size();
        int less = hits.sellLess().size();
        if (fall == 0) {
            return fact(
                    "who",
                    Texts.count("headline.sellLess", less, all),
                    Texts.get("headline.noneShort", among(result, hits.sellLess())));
        }
        String more = less == 0 ? "" : "; " + Texts.count("headline.moreSellLess", less);
        return fact("who", Texts.count("headline.fallShort", fall, all), among(result, hits.fallShort()) + more);
    }

    private static String among(SimulationResult result, List<Good> goods) {
        return among(
                result.dataset(),
                goods.stream().filter(result.dataset().headline()::contains).count(),
                result.hitMarkets().size());
    }

    /** "3 of 28 chips, 0 of 18 markets", in the dataset's word for its headline goods; what it has none of is left out. */
    static String among(Dataset dataset, long goods, long markets) {
        HeadlineGoods headline = dataset.headline();
        int allGoods = headline.goods().size();
        int allMarkets = dataset.markets().size();
        return Stream.of(
                        of(goods, allGoods, allGoods == 1 ? headline.one() : headline.many()),
                        of(markets, allMarkets, Texts.get(allMarkets == 1 ? "word.market.one" : "word.market.many")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> of(long some, int all, String word) {
        return all == 0 ? Optional.empty() : Optional.of(Texts.get("headline.of", some, all, word));
    }

    /**
     * @param meant the goods that the answer speaks of, earliest first
     * @param among those of them that answers speak of first
     */
    private static Fact when(SimulationResult result, List<Good> meant, List<Good> among, Good good, int first) {
        Good earliest = meant.getFirst();
        int from = result.outcome(earliest).firstLossWeek().orElseThrow();
        String subject = among.isEmpty()
                ? good.shortName()
                : Wording.capitalised(result.dataset().headline().many());
        String detail = Wording.date(result.scenario().startDate(), first).orElse("");
        String before = from < first ? Texts.get("headline.earliest", earliest.shortName(), from) : "";
        String key = !Hits.kind(result, good).equals(Optional.of(Hits.Kind.SELLS_LESS))
                ? "headline.from"
                : among.isEmpty() ? "headline.sellsLessFrom" : "headline.sellLessFrom";
        return fact(
                "when",
                Texts.get(key, subject, first),
                detail + (detail.isEmpty() || before.isEmpty() ? "" : "; ") + before);
    }

    private static Fact howSure(Assumptions assumptions) {
        String detail = assumptions.figures() == 0
                ? ""
                : Texts.get(
                        assumptions.isMostly() ? "headline.mostlyAssumptions" : "headline.assumptions",
                        assumptions.assumed(),
                        assumptions.figures());
        return fact("howSure", Texts.get("answer.central"), detail);
    }

    private static Headline nothing(SimulationResult result, Hits hits) {
        List<Market> markets = result.hitMarkets();
        String who = markets.isEmpty()
                ? Texts.get("headline.nothing")
                : Texts.count(
                        "headline.marketsShort",
                        markets.size(),
                        result.dataset().markets().size());
        Good lowest = result.dataset().goods().stream()
                .min(Comparator.comparingDouble(good -> result.outcome(good).trough()))
                .orElse(null);
        OptionalInt first = markets.stream()
                .mapToInt(market -> result.outcome(market).firstLossWeek().orElseThrow())
                .min();
        Fact when = first.isPresent()
                ? fact(
                        "when",
                        Texts.get("headline.fromWeek", first.getAsInt()),
                        Wording.date(result.scenario().startDate(), first.getAsInt())
                                .orElse(""))
                : fact("when", Texts.get("headline.never"), Texts.get("headline.in", Amounts.weeks(result.weeks())));
        Fact hard = lowest == null
                ? fact("howHard", Texts.get("headline.noGoods"), "")
                : fact(
                        "howHard",
                        Texts.get("headline.noGoodBelow"),
                        Texts.get(
                                "headline.atLowest",
                                lowest.shortName(),
                                Amounts.percent(result.outcome(lowest).trough())));
        return new Headline(
                fact(
                        "who",
                        who,
                        Explanation.whyNothing(result)
                                .orElseGet(() -> markets.isEmpty()
                                        ? ""
                                        : markets.getFirst().name())),
                when,
                hard,
                fact("howSure", Texts.get("answer.central"), ""),
                Optional.empty(),
                first,
                Optional.empty(),
                hits);
    }
}

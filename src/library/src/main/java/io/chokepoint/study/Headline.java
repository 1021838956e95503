package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation.Assumptions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The answer of a run in four facts.
 *
 * @param good the chip that falls short with the most lost output; without one, the most downstream good that falls short; where
 *     none does, the same among the goods that only sell less; empty where nothing is hit
 * @param week first week in which a chip falls short, or else the first week of the headline good
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

    /** The tag of products that are sold in token numbers at baseline. */
    public static final String TOKEN_TAG = "token";

    /** Losses that differ by less are the same, in weeks of output. */
    private static final double SAME_LOSS = 1e-6;

    private static final String CHIPS_STAGE = "chips";

    public static Headline of(SimulationResult result) {
        Hits hits = Hits.of(result);
        Optional<Good> good = headlineGood(result, hits);
        if (good.isEmpty()) {
            return nothing(result, hits);
        }
        Explanation why = Explanation.of(result, good.get());
        List<Good> meant = hits.fallShort().isEmpty() ? hits.all() : hits.fallShort();
        List<Good> chips = meant.stream().filter(Headline::isChip).toList();
        Outcome outcome = result.outcome(good.get());
        Optional<LocalDate> start = result.scenario().startDate();
        int first = firstLoss(result, chips.isEmpty() ? List.of(good.get()) : chips);
        return new Headline(
                who(result, hits),
                when(result, meant, chips, good.get(), first),
                new Fact(
                        "How hard",
                        good.get().shortName() + ": " + Amounts.percent(outcome.trough()),
                        "lowest, in week " + outcome.troughWeek()
                                + Wording.date(start, outcome.troughWeek())
                                        .map(day -> ", " + day)
                                        .orElse("") + "; "
                                + Amounts.weeks(outcome.lostOutputWeeks()) + " of output lost"),
                howSure(why.assumptions()),
                good,
                OptionalInt.of(first),
                Optional.of(why),
                hits);
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

    /** A product made in token numbers is passed over, as its whole loss moves nothing, unless no other chip is hit. */
    private static Optional<Good> headlineGood(SimulationResult result, List<Good> hit) {
        // Chips of the same wafers lose the same up to rounding; then the first of the dataset stands for them.
        List<Good> order = List.copyOf(result.dataset().goods());
        Comparator<Good> byLoss = Comparator.<Good>comparingDouble(
                        good -> Math.rint(result.outcome(good).lostOutputWeeks() / SAME_LOSS))
                .thenComparing(Comparator.<Good>comparingInt(order::indexOf).reversed());
        return hit.stream()
                .filter(good -> isChip(good) && !good.hasTag(TOKEN_TAG))
                .max(byLoss)
                .or(() -> hit.stream().filter(Headline::isChip).max(byLoss))
                .or(() -> hit.stream()
                        .max(Comparator.<Good>comparingInt(good -> good.stage().order())
                                .thenComparing(byLoss)));
    }

    /** Whether a good is a chip: tagged {@code chip}, or a product in the stage {@code chips}. */
    public static boolean isChip(Good good) {
        return good.hasTag("chip")
                || (good.kind() == GoodKind.PRODUCT && good.stage().id().equals(CHIPS_STAGE));
    }

    private static Fact who(SimulationResult result, Hits hits) {
        int all = result.dataset().goods().size();
        int fall = hits.fallShort().size();
        int less = hits.sellLess().size();
        if (fall == 0) {
            return new Fact(
                    "Who",
                    less + " of " + all + " goods " + (less == 1 ? "sells" : "sell") + " less",
                    "none falls short; " + among(result, hits.sellLess()));
        }
        return new Fact(
                "Who",
                fall + " of " + all + " goods " + (fall == 1 ? "falls" : "fall") + " short",
                among(result, hits.fallShort())
                        + (less == 0 ? "" : "; " + less + (less == 1 ? " more sells less" : " more sell less")));
    }

    private static String among(SimulationResult result, List<Good> goods) {
        long chips = goods.stream().filter(Headline::isChip).count();
        int markets = result.hitMarkets().size();
        String chipWords = chips == 0 ? "no chips" : chips + (chips == 1 ? " chip" : " chips");
        String marketWords = markets == 0 ? "no markets" : markets + (markets == 1 ? " market" : " markets");
        return chipWords + ", " + marketWords;
    }

    /** @param meant the goods that the answer speaks of, earliest first */
    private static Fact when(SimulationResult result, List<Good> meant, List<Good> chips, Good good, int first) {
        Optional<LocalDate> start = result.scenario().startDate();
        Good earliest = meant.getFirst();
        int from = result.outcome(earliest).firstLossWeek().orElseThrow();
        String subject = chips.isEmpty() ? good.shortName() : "Chips";
        String detail = Wording.date(start, first).orElse("");
        String before = from < first ? earliest.shortName() + ": week " + from : "";
        String verb = !Hits.kind(result, good).equals(Optional.of(Hits.Kind.SELLS_LESS))
                ? ":"
                : chips.isEmpty() ? " sells less" : " sell less";
        return new Fact(
                "When",
                subject + verb + " from week " + first,
                detail + (detail.isEmpty() || before.isEmpty() ? "" : "; ") + before);
    }

    private static Fact howSure(Assumptions assumptions) {
        String detail = assumptions.figures() == 0
                ? ""
                : assumptions.isMostly()
                        ? "Mostly assumptions: " + assumptions.assumed() + " of " + assumptions.figures() + " figures"
                        : assumptions.assumed() + " of " + assumptions.figures() + " figures are assumptions";
        return new Fact("How sure", "Central figures only", detail);
    }

    private static Headline nothing(SimulationResult result, Hits hits) {
        List<Market> markets = result.hitMarkets();
        String who = markets.isEmpty()
                ? "Nothing falls short"
                : markets.size() + (markets.size() == 1 ? " market is short" : " markets are short");
        Good lowest = result.dataset().goods().stream()
                .min(Comparator.comparingDouble(good -> result.outcome(good).trough()))
                .orElse(null);
        OptionalInt first = markets.stream()
                .mapToInt(market -> result.outcome(market).firstLossWeek().orElseThrow())
                .min();
        Fact when = new Fact(
                "When",
                first.isPresent() ? "From week " + first.getAsInt() : "Never",
                first.isPresent()
                        ? Wording.date(result.scenario().startDate(), first.getAsInt())
                                .orElse("")
                        : "in " + Amounts.weeks(result.weeks()));
        Fact hard = lowest == null
                ? new Fact("How hard", "No goods", "")
                : new Fact(
                        "How hard",
                        "No good below 99 %",
                        lowest.shortName() + ": "
                                + Amounts.percent(result.outcome(lowest).trough()) + " at the lowest");
        return new Headline(
                new Fact(
                        "Who",
                        who,
                        Explanation.whyNothing(result)
                                .orElseGet(() -> markets.isEmpty()
                                        ? ""
                                        : markets.getFirst().name())),
                when,
                hard,
                new Fact("How sure", "Central figures only", ""),
                Optional.empty(),
                first,
                Optional.empty(),
                hits);
    }
}

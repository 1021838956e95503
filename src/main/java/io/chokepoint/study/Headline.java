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
 * @param good the chip with the most lost output; without a chip, the most downstream good that falls short; empty where none does
 * @param week first week in which a chip, or else the headline good, falls short
 * @param assumptions how much of the headline good's chain rests on assumptions
 */
public record Headline(
        Fact who,
        Fact when,
        Fact howHard,
        Fact howSure,
        Optional<Good> good,
        OptionalInt week,
        Assumptions assumptions) {

    /** A question, its answer, and a detail in smaller print. */
    public record Fact(String question, String answer, String detail) {}

    /** The tag of products that are sold in token numbers at baseline. */
    public static final String TOKEN_TAG = "token";

    private static final String CHIPS_STAGE = "chips";

    public static Headline of(SimulationResult result) {
        Optional<Good> good = headlineGood(result);
        if (good.isEmpty()) {
            return nothing(result);
        }
        Explanation why = Explanation.of(result, good.get());
        List<Good> hit = result.hitGoods();
        List<Good> chips = hit.stream().filter(Headline::isChip).toList();
        Outcome outcome = result.outcome(good.get());
        Optional<LocalDate> start = result.scenario().startDate();
        int first = (chips.isEmpty() ? List.of(good.get()) : chips)
                .stream()
                        .mapToInt(chip -> result.outcome(chip).firstLossWeek().orElseThrow())
                        .min()
                        .orElseThrow();
        return new Headline(
                new Fact(
                        "Who",
                        count(hit.size()) + " of " + result.dataset().goods().size() + " goods fall short",
                        among(result, chips)),
                when(result, chips, good.get(), first),
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
                why.assumptions());
    }

    /**
     * The good that the answer is about: see the component of the same name. A product made in token numbers is passed over, as
     * its whole loss moves nothing, unless nothing else of its sort is hit.
     */
    public static Optional<Good> headlineGood(SimulationResult result) {
        List<Good> hit = result.hitGoods();
        Comparator<Good> byLoss =
                Comparator.comparingDouble(good -> result.outcome(good).lostOutputWeeks());
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

    private static String count(int goods) {
        return Integer.toString(goods);
    }

    private static String among(SimulationResult result, List<Good> chips) {
        int markets = result.hitMarkets().size();
        String chipWords = chips.isEmpty() ? "no chips" : chips.size() + (chips.size() == 1 ? " chip" : " chips");
        String marketWords = markets == 0 ? "no markets" : markets + (markets == 1 ? " market" : " markets");
        return chipWords + " among them, " + marketWords;
    }

    private static Fact when(SimulationResult result, List<Good> chips, Good good, int first) {
        Optional<LocalDate> start = result.scenario().startDate();
        Good earliest = result.hitGoods().getFirst();
        int from = result.outcome(earliest).firstLossWeek().orElseThrow();
        String subject = chips.isEmpty() ? good.shortName() : "Chips";
        String detail = Wording.date(start, first).orElse("");
        String before = from < first ? earliest.shortName() + ": week " + from : "";
        return new Fact(
                "When",
                subject + ": from week " + first,
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

    private static Headline nothing(SimulationResult result) {
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
                new Assumptions(0, 0));
    }
}

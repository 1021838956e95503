package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.result.InputNeed;
import io.chokepoint.result.LeanStock;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stocks as reasons why nothing falls short, with the values that the run used. */
final class StocksHeld {
    /** Stocks that differ by less are the same. */
    private static final double SAME_WEEKS = 1e-9;

    private StocksHeld() {}

    /**
     * How much stock of an input the makers hold, in a clause about them: "its makers hold 12 weeks of stock (derived)". Where they differ,
     * as some have figures of their own or stock is built up before, of the one who holds least of those whose purchases are cut; empty where
     * the run does not tell, or they hold none.
     *
     * @param makers "its" or "their"
     */
    static Optional<String> of(SimulationResult result, Dependency need, UnaryOperator<Figure> figures, String makers) {
        boolean isOwn = result.dataset().sourcing().stream()
                .anyMatch(own -> own.input().equals(need.input())
                        && own.consumer().good().equals(need.consumer()));
        boolean isBuilt = result.scenario().measures().stream().anyMatch(Measure.StockBuild.class::isInstance);
        if (isOwn || isBuilt) {
            return result.reach().stream()
                    .flatMap(one -> one.stocks().stream())
                    .filter(stock -> stock.need().dependency().equals(need))
                    .min(Comparator.comparingDouble(LeanStock::weeks))
                    .filter(stock -> stock.weeks() > 0)
                    .map(stock -> Texts.get(
                            "nothing.heldLeast",
                            makers,
                            Wording.maker(stock.buyer().provider()),
                            Amounts.weeks(stock.weeks()),
                            basis(stock)));
        }
        Figure used = figures.apply(need.stockWeeks());
        return used.central() > 0
                ? Optional.of(Texts.get(
                        "nothing.held", makers, Amounts.weeks(used.central()), OwnFigure.basis(used.evidence())))
                : Optional.empty();
    }

    /**
     * Where every restriction is over before the leanest buyer's stock is used up, and no buyer makes less.
     *
     * @param among looks only at flows between these
     */
    static Optional<String> outlast(SimulationResult result, Set<? extends SupplyNode> among) {
        BitSet inForce = new BitSet();
        List<LeanStock> stocks = new ArrayList<>();
        for (int r = 0; r < result.reach().size(); r++) {
            RestrictionReach reach = result.reach().get(r);
            if (reach.volumeFrom().isPresent()) {
                Restriction restriction = result.scenario().restrictions().get(r);
                inForce.set(restriction.period().start(), end(result, restriction));
                stocks.addAll(reach.stocks());
            }
        }
        List<LeanStock> cut = stocks.stream()
                .filter(stock -> among.contains(stock.need().input())
                        && among.contains(stock.need().dependency().consumer()))
                .toList();
        Optional<LeanStock> leanest = cut.stream().min(Comparator.comparingDouble(LeanStock::weeks));
        int longest = longest(inForce);
        if (leanest.isEmpty()
                || longest == 0
                || leanest.get().weeks() < longest
                || cut.stream()
                        .anyMatch(stock ->
                                makesLess(result, stock.need().dependency().consumer()))) {
            return Optional.empty();
        }
        double weeks = leanest.get().weeks();
        String held = held(result, leanest.get());
        return Optional.of(
                inForce.length() >= result.weeks() && lasts(result)
                        ? Texts.get(
                                "nothing.outlastsRun",
                                held,
                                Amounts.weeks(longest),
                                Amounts.weeks(Math.ceil(weeks)
                                        + leanest.get().need().dependency().leadWeeks()))
                        : Texts.get(
                                "nothing.outlasts",
                                held,
                                Amounts.weeks(longest),
                                Amounts.weeks(Math.floor(weeks) + 1)));
    }

    private static boolean lasts(SimulationResult result) {
        return result.scenario().restrictions().stream()
                .map(Restriction::period)
                .anyMatch(period -> period.end() > result.weeks());
    }

    /** The week from which it does nothing any more, no later than the end of the run. */
    private static int end(SimulationResult result, Restriction restriction) {
        Period period = restriction.period();
        if (period.end() >= result.weeks()) {
            return Math.max(period.start(), result.weeks());
        }
        Effect effect = restriction.effect(Figure::central);
        double after = Math.ceil(Math.max(effect.recoveryWeeks(), effect.delayWeeks()));
        return (int) Math.min(result.weeks(), period.end() + after);
    }

    private static int longest(BitSet inForce) {
        int longest = 0;
        for (int start = inForce.nextSetBit(0); start >= 0; ) {
            int end = inForce.nextClearBit(start);
            longest = Math.max(longest, end - start);
            start = inForce.nextSetBit(end);
        }
        return longest;
    }

    private static boolean makesLess(SimulationResult result, Good consumer) {
        return result.dataset().suppliesOf(consumer).stream()
                .anyMatch(supply -> result.outcome(supply.activity()).trough() <= NothingHit.SAME);
    }

    /** Who holds how much of what, and what this rests on; a maker with a stock of its own is called by name. */
    private static String held(SimulationResult result, LeanStock stock) {
        InputNeed need = stock.need();
        Good consumer = need.dependency().consumer();
        boolean own = !need.stockWeeks().equals(need.dependency().stockWeeks());
        return Texts.get(
                own ? "nothing.holdsLeast" : "nothing.hold",
                Wording.inSentence(consumer, result.dataset()),
                Amounts.weeks(stock.weeks()),
                Wording.inSentence(need.input(), result.dataset()),
                basis(stock),
                Wording.maker(stock.buyer().provider()));
    }

    /** Where the run had a value of its own, the dataset's evidence does not speak for it. */
    private static String basis(LeanStock stock) {
        InputNeed need = stock.need();
        boolean stated =
                Math.abs(stock.weeks() - need.builtWeeks() - need.stockWeeks().central()) < SAME_WEEKS;
        String basis = stated ? OwnFigure.basis(need.stockWeeks().evidence()) : Texts.get("nothing.asRun");
        return need.builtWeeks() > 0 ? Texts.get("nothing.built", basis, Amounts.weeks(need.builtWeeks())) : basis;
    }
}

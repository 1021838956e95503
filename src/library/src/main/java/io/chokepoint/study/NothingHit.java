package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.result.InputNeed;
import io.chokepoint.result.LeanStock;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why something, or everything, stays at its baseline in a run, and from when on it would not. */
final class NothingHit {
    /** Above this part of baseline nothing is worth saying. */
    private static final double SAME = 0.9995;
    /** Stocks that differ by less are the same. */
    private static final double SAME_WEEKS = 1e-9;

    private final SimulationResult result;
    private final Dataset dataset;

    NothingHit(SimulationResult result) {
        this.result = result;
        this.dataset = result.dataset();
    }

    /** Why nothing at all falls short. */
    String reason() {
        return Texts.get("nothing.falls") + " " + scenarioReason().orElseGet(this::stockOrSpare);
    }

    String reason(Good good) {
        double lowest = result.outcome(good).trough();
        String name = good.shortName();
        String stays = lowest > SAME
                ? name + " " + Wording.verb(name, "stay") + " at " + (Wording.isPlural(name) ? "their" : "its")
                        + " baseline. "
                : name + " never " + Wording.verb(name, "fall") + " below " + Amounts.percent(lowest) + ", in week "
                        + result.outcome(good).troughWeek() + ". ";
        return stays + scenarioReason().orElseGet(() -> goodReason(good));
    }

    String reason(Activity maker) {
        double lowest = result.outcome(maker).trough();
        String name = maker.good().shortName() + " from " + Wording.maker(maker.provider());
        String stays = lowest > SAME
                ? name + " " + Wording.verb(maker.good().shortName(), "stay") + " at baseline. "
                : name + " never " + Wording.verb(maker.good().shortName(), "fall") + " below "
                        + Amounts.percent(lowest) + ". ";
        return stays + scenarioReason().orElseGet(() -> goodReason(maker.good()));
    }

    String reason(Market market) {
        double lowest = result.outcome(market).trough();
        String met = lowest > SAME
                ? market.name() + ": all of the demand is met. "
                : market.name() + ": at least " + Amounts.percent(lowest) + " of the demand is met. ";
        return met + scenarioReason().orElseGet(() -> marketReason(market));
    }

    /** A reason that lies in the scenario itself. */
    private Optional<String> scenarioReason() {
        List<Restriction> restrictions = result.scenario().restrictions();
        if (restrictions.isEmpty()) {
            return Optional.of(Texts.get("nothing.restricted"));
        }
        List<RestrictionReach> reach = result.reach();
        if (reach.stream().allMatch(one -> one.makers().isEmpty())) {
            return Optional.of(RestrictionSentence.selectsNothing(restrictions.getFirst(), dataset));
        }
        int earliest = restrictions.stream()
                .mapToInt(restriction -> restriction.period().start())
                .min()
                .orElse(0);
        if (earliest >= result.weeks()) {
            return Optional.of(Texts.get("nothing.startsLater", earliest, Amounts.weeks(result.weeks())));
        }
        if (reach.stream().anyMatch(one -> one.volumeFrom().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(
                reach.stream().anyMatch(one -> one.costFrom().isPresent())
                        ? Texts.get("nothing.costsOnly")
                        : "What is restricted may still be delivered in full, and at no more cost.");
    }

    private String goodReason(Good good) {
        Set<Good> restricted = restrictedGoods();
        Set<Good> upstream = dataset.graph().dependencies().upstream(good).keySet();
        if (restricted.stream().noneMatch(upstream::contains)) {
            boolean little = result.outcome(good).trough() <= SAME;
            return "Nothing " + (Wording.isPlural(good.shortName()) ? "they need" : "it needs")
                    + " is restricted, directly or through others"
                    + (little ? "; buyers order a little less." : ".");
        }
        return hitInput(good).orElseGet(() -> stockOrSpare(upstream));
    }

    /** Where an input does fall short, but the good does not follow. */
    private Optional<String> hitInput(Good good) {
        return dataset.inputsOf(good).stream()
                .filter(need -> result.outcome(need.input()).isHit())
                .min(Comparator.comparingDouble(
                        need -> result.outcome(need.input()).trough()))
                .map(need -> Wording.capitalised(Wording.inSentence(need.input(), dataset)) + " "
                        + Wording.verb(need.input().shortName(), "fall") + " to "
                        + Amounts.percent(result.outcome(need.input()).trough())
                        + ", but " + spared(need));
    }

    private static String spared(Dependency need) {
        String theirs = Wording.isPlural(need.consumer().shortName()) ? "their" : "its";
        return switch (need.mode()) {
            case CAPITAL -> Texts.get("nothing.machines");
            case ACCESS -> Texts.get("nothing.enough");
            case CONSUMED ->
                need.stockWeeks().central() > 0
                        ? theirs + " makers hold "
                                + Amounts.weeks(need.stockWeeks().central()) + " of stock ("
                                + need.stockWeeks().evidence().basis().id() + ") or are served before others."
                        : theirs + " makers are served before others.";
        };
    }

    private String marketReason(Market market) {
        Set<SupplyNode> upstream = dataset.graph().flows().upstream(market).keySet();
        if (restrictedGoods().stream().noneMatch(upstream::contains)) {
            return Texts.get("nothing.sold");
        }
        return stockOrSpare(upstream);
    }

    private Set<Good> restrictedGoods() {
        Set<Good> goods = new LinkedHashSet<>();
        result.reach().forEach(one -> one.makers().forEach(maker -> goods.add(maker.good())));
        return goods;
    }

    private String stockOrSpare() {
        return stockOrSpare(new LinkedHashSet<>(dataset.goods()));
    }

    /** Looks only at flows between the given goods. */
    private String stockOrSpare(Set<? extends SupplyNode> among) {
        Optional<String> noBuyer = noBuyer();
        if (noBuyer.isPresent()) {
            return noBuyer.get();
        }
        Optional<String> stock = stockOutlasts(among);
        if (stock.isPresent()) {
            return stock.get();
        }
        List<String> stepIn = restrictedGoods().stream()
                .filter(among::contains)
                .flatMap(good -> dataset.suppliesOf(good).stream())
                .map(supply -> supply.activity())
                .filter(maker -> most(maker) > 1.005)
                .map(maker -> Wording.maker(maker.provider()))
                .distinct()
                .toList();
        if (!stepIn.isEmpty()) {
            return "Spare capacity makes up for it: " + Amounts.list(stepIn, 3) + " "
                    + (stepIn.size() == 1 ? "makes" : "make") + " more.";
        }
        return Texts.get("nothing.tooSmall");
    }

    private double most(Activity maker) {
        double most = 0;
        for (double output : result.output(maker)) {
            most = Math.max(most, output);
        }
        return most;
    }

    private Optional<String> noBuyer() {
        List<Activity> makers =
                result.reach().stream().flatMap(one -> one.makers().stream()).toList();
        return makers.isEmpty() || makers.stream().anyMatch(this::hasBuyer)
                ? Optional.empty()
                : Optional.of("Nobody in this dataset buys "
                        + Wording.inSentence(makers.getFirst().good(), dataset) + ".");
    }

    private boolean hasBuyer(Activity maker) {
        return !dataset.usesOf(maker.good()).isEmpty()
                || result.vendorShares().stream()
                        .anyMatch(shares -> shares.vendors().contains(maker));
    }

    /** Where every restriction is over before the leanest buyer's stock is used up. */
    private Optional<String> stockOutlasts(Set<? extends SupplyNode> among) {
        int longest = 0;
        boolean open = false;
        List<LeanStock> stocks = new ArrayList<>();
        for (int r = 0; r < result.reach().size(); r++) {
            RestrictionReach reach = result.reach().get(r);
            if (reach.volumeFrom().isPresent()) {
                Period period = result.scenario().restrictions().get(r).period();
                longest = Math.max(longest, Math.min(period.end(), result.weeks()) - period.start());
                open |= period.end() > result.weeks();
                stocks.addAll(reach.stocks());
            }
        }
        Optional<LeanStock> leanest = stocks.stream()
                .filter(stock -> among.contains(stock.need().input())
                        && among.contains(stock.need().dependency().consumer()))
                .min(Comparator.comparingDouble(LeanStock::weeks));
        if (leanest.isEmpty() || longest == 0 || leanest.get().weeks() < longest) {
            return Optional.empty();
        }
        double weeks = leanest.get().weeks();
        String held = held(leanest.get()) + "; ";
        return Optional.of(
                open
                        ? held + "the run ends " + Amounts.weeks(longest)
                                + " after the start. A run of more than "
                                + Amounts.weeks(Math.ceil(weeks)
                                        + leanest.get().need().dependency().leadWeeks())
                                + " after the start would show it."
                        : held + "the stop lasts " + Amounts.number(longest) + ". It would matter from "
                                + Amounts.weeks(Math.floor(weeks) + 1) + " on.");
    }

    /** Who holds how much of what, and what this rests on; a maker with a stock of its own is called by name. */
    private String held(LeanStock stock) {
        InputNeed need = stock.need();
        Good consumer = need.dependency().consumer();
        boolean own = !need.stockWeeks().equals(need.dependency().stockWeeks());
        String amount = Amounts.weeks(stock.weeks()) + " of stock of " + Wording.inSentence(need.input(), dataset)
                + " (" + basis(stock);
        String who = "makers of " + Wording.inSentence(consumer, dataset);
        return own
                ? "Of the " + who + ", " + Wording.maker(stock.buyer().provider()) + " holds least: " + amount + ")"
                : Wording.capitalised(who) + " hold " + amount + ")";
    }

    /** Where the run had a value of its own, the dataset's evidence does not speak for it. */
    private static String basis(LeanStock stock) {
        InputNeed need = stock.need();
        boolean stated =
                Math.abs(stock.weeks() - need.builtWeeks() - need.stockWeeks().central()) < SAME_WEEKS;
        String basis = stated ? OwnFigure.basis(need.stockWeeks().evidence()) : "as this run has it";
        return need.builtWeeks() > 0 ? basis + ", " + Amounts.weeks(need.builtWeeks()) + " built up before" : basis;
    }
}

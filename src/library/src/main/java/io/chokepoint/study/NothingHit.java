package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Why something, or everything, stays at its baseline in a run, and from when on it would not. Each sentence states what the run or the
 * dataset shows; where the run does not tell which of several things was enough, no one of them is named.
 */
final class NothingHit {
    /** Above this part of baseline nothing is worth saying. */
    static final double SAME = 0.9995;
    /** Above this part of baseline a maker steps in for others. */
    static final double MORE = 1.005;
    /** Delays below are none in whole weeks. */
    private static final double HALF_A_WEEK = 0.5;

    private final SimulationResult result;
    private final Dataset dataset;
    private final UnaryOperator<Figure> figures;

    /** @param figures the figures that the run used in the place of the dataset's */
    NothingHit(SimulationResult result, UnaryOperator<Figure> figures) {
        this.result = result;
        this.dataset = result.dataset();
        this.figures = figures;
    }

    /** Why nothing at all falls short. */
    String reason() {
        Set<SupplyNode> all = new LinkedHashSet<>(dataset.goods());
        return Texts.get("nothing.falls") + " "
                + scenarioReason().orElseGet(() -> stockOrSpare(all).orElseGet(this::lowest));
    }

    String reason(Good good) {
        double lowest = result.outcome(good).trough();
        String name = good.shortName();
        String stays = lowest > SAME
                ? name + " " + Wording.verb(name, "stay") + " at " + (Wording.isPlural(name) ? "their" : "its")
                        + " baseline. "
                : name + " never " + Wording.verb(name, "fall") + " below " + Amounts.percent(lowest) + ", in week "
                        + result.outcome(good).troughWeek() + ". ";
        return stays + scenarioReason().orElseGet(() -> goodReason(good, lowest, "nothing.its."));
    }

    String reason(Activity maker) {
        double lowest = result.outcome(maker).trough();
        String name = maker.good().shortName() + " from " + Wording.maker(maker.provider());
        String stays = lowest > SAME
                ? name + " " + Wording.verb(maker.good().shortName(), "stay") + " at baseline. "
                : name + " never " + Wording.verb(maker.good().shortName(), "fall") + " below "
                        + Amounts.percent(lowest) + ". ";
        return stays + scenarioReason().orElseGet(() -> goodReason(maker.good(), lowest, "nothing.this."));
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
        if (reach.isEmpty()) {
            // The run kept no causes.
            return Optional.empty();
        }
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
        if (reach.stream().anyMatch(one -> one.costFrom().isPresent())) {
            return Optional.of(Texts.get("nothing.costsOnly"));
        }
        if (!isAllSame()) {
            // Something acted all the same, as several delays that are none alone.
            return Optional.empty();
        }
        return Optional.of(
                Texts.get(restrictions.stream().anyMatch(this::isRoundedAway) ? "nothing.rounded" : "nothing.inFull"));
    }

    private boolean isRoundedAway(Restriction restriction) {
        double delay =
                restriction.effect(figure -> figures.apply(figure).central()).delayWeeks();
        return delay > 0 && delay < HALF_A_WEEK;
    }

    private boolean isAllSame() {
        return result.activities().stream()
                        .allMatch(maker -> result.outcome(maker).trough() > SAME)
                && dataset.markets().stream()
                        .allMatch(market -> result.outcome(market).trough() > SAME);
    }

    /** @param own the first part of the keys of sentences about one maker or all makers of the good */
    private String goodReason(Good good, double lowest, String own) {
        Set<Good> restricted = restrictedGoods();
        Set<Good> upstream = dataset.graph().dependencies().upstream(good).keySet();
        if (restricted.stream().noneMatch(upstream::contains)) {
            return Texts.get(
                    lowest > SAME ? "nothing.needed" : "nothing.neededLess",
                    Wording.isPlural(good.shortName()) ? "they need" : "it needs");
        }
        return hitInput(good, own)
                .or(() -> stockOrSpare(upstream))
                .orElseGet(() -> Texts.get(own + "enough", makers(good)));
    }

    private static String makers(Good good) {
        return Wording.isPlural(good.shortName()) ? "their" : "its";
    }

    /** Where an input does fall short, but the good does not follow. */
    private Optional<String> hitInput(Good good, String own) {
        return dataset.inputsOf(good).stream()
                .filter(need -> result.outcome(need.input()).isHit())
                .min(Comparator.comparingDouble(
                        need -> result.outcome(need.input()).trough()))
                .map(need -> Texts.get(
                        "nothing.but",
                        Wording.capitalised(Wording.inSentence(need.input(), dataset)),
                        Wording.verb(need.input().shortName(), "fall"),
                        Amounts.percent(result.outcome(need.input()).trough()),
                        spared(need, own)));
    }

    private String spared(Dependency need, String own) {
        return switch (need.mode()) {
            case CAPITAL -> Texts.get("nothing.machines", Amounts.years(need.lifetimeYears()));
            case ACCESS ->
                Texts.get(
                        result.outcome(need.input()).trough() > 0 ? "nothing.left" : own + "without",
                        makers(need.consumer()));
            case CONSUMED ->
                StocksHeld.of(result, need, figures, makers(need.consumer()))
                        .orElseGet(() -> Texts.get(own + "holds", makers(need.consumer())));
        };
    }

    private String marketReason(Market market) {
        Set<SupplyNode> upstream = dataset.graph().flows().upstream(market).keySet();
        if (restrictedGoods().stream().noneMatch(upstream::contains)) {
            return Texts.get("nothing.sold");
        }
        return stockOrSpare(upstream).orElseGet(() -> Texts.get("nothing.market"));
    }

    private Set<Good> restrictedGoods() {
        Set<Good> goods = new LinkedHashSet<>();
        result.reach().forEach(one -> one.makers().forEach(maker -> goods.add(maker.good())));
        return goods;
    }

    /** Looks only at flows between the given goods. */
    private Optional<String> stockOrSpare(Set<? extends SupplyNode> among) {
        return noBuyer().or(() -> StocksHeld.outlast(result, among)).or(() -> spare(among));
    }

    /** Where every restricted good keeps its output, as some of its makers make more in a week in which others make less. */
    private Optional<String> spare(Set<? extends SupplyNode> among) {
        Set<String> stepIn = new LinkedHashSet<>();
        for (Good good : restrictedGoods()) {
            if (among.contains(good)) {
                List<Activity> more = steppingIn(good);
                boolean loses = dataset.suppliesOf(good).stream()
                        .anyMatch(supply -> result.outcome(supply.activity()).isHit());
                if (result.outcome(good).isHit() || (loses && more.isEmpty())) {
                    return Optional.empty();
                }
                more.forEach(maker -> stepIn.add(Wording.maker(maker.provider())));
            }
        }
        return stepIn.isEmpty()
                ? Optional.empty()
                : Optional.of(Texts.get("nothing.spare", Amounts.list(List.copyOf(stepIn), 3), stepIn.size()));
    }

    private List<Activity> steppingIn(Good good) {
        List<Activity> makers = dataset.suppliesOf(good).stream()
                .map(supply -> supply.activity())
                .toList();
        List<Activity> more = new ArrayList<>();
        for (Activity maker : makers) {
            for (int week = 0; week < result.weeks(); week++) {
                int now = week;
                if (result.output(maker, week) > MORE
                        && makers.stream().anyMatch(other -> result.output(other, now) < Outcome.LOSS_LEVEL)) {
                    more.add(maker);
                    break;
                }
            }
        }
        return more;
    }

    private Optional<String> noBuyer() {
        List<Activity> makers =
                result.reach().stream().flatMap(one -> one.makers().stream()).toList();
        return makers.isEmpty() || makers.stream().anyMatch(this::hasBuyer)
                ? Optional.empty()
                : Optional.of(Texts.get(
                        "nothing.noBuyer", Wording.inSentence(makers.getFirst().good(), dataset)));
    }

    private boolean hasBuyer(Activity maker) {
        return !dataset.usesOf(maker.good()).isEmpty()
                || result.vendorShares().stream()
                        .anyMatch(shares -> shares.vendors().contains(maker));
    }

    /** What comes nearest to falling short. */
    private String lowest() {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        dataset.goods().forEach(good -> outcomes.put(good.shortName(), result.outcome(good)));
        dataset.markets().forEach(market -> outcomes.put(market.shortName(), result.outcome(market)));
        return outcomes.entrySet().stream()
                .filter(one -> one.getValue().trough() <= SAME)
                .min(Comparator.comparingDouble(one -> one.getValue().trough()))
                .map(one -> Texts.get(
                        "nothing.lowest",
                        one.getKey(),
                        Amounts.percent(one.getValue().trough()),
                        one.getValue().troughWeek()))
                .orElseGet(() -> Texts.get("nothing.same"));
    }
}

package io.chokepoint.ui.support;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.BindingChain;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all views need to know about a run, worked out once and off the UI thread.
 *
 * @param hit goods that fall short in any week: earliest first
 * @param hitMarkets markets whose demand is not met in any week
 * @param headline the chip with the most lost output; without one, the most downstream good hit
 * @param chain why the headline good falls short; no links where nothing is hit
 * @param restricted goods that the scenario restricts, in dataset order
 * @param chainFigures number of figures that the chain rests on
 * @param chainAssumptions how many of them are assumptions
 */
public record Answer(
        SimulationResult result,
        List<Good> hit,
        List<Market> hitMarkets,
        Optional<Good> headline,
        BindingChain chain,
        List<Good> restricted,
        int chainFigures,
        int chainAssumptions) {

    /** The tag by which a dataset marks what counts as a chip. */
    public static final String CHIP_TAG = "chip";

    public Answer {
        hit = List.copyOf(hit);
        hitMarkets = List.copyOf(hitMarkets);
        restricted = List.copyOf(restricted);
    }

    public static Answer of(SimulationResult result) {
        List<Good> hit = result.hitGoods();
        Optional<Good> headline = headline(result, hit);
        BindingChain chain = headline.map(result::chain).orElse(new BindingChain(List.of()));
        List<Evidence> evidence = chain.links().stream()
                .flatMap(link -> link.input().stream()
                        .flatMap(input -> result
                                .dataset()
                                .findDependency(input, link.activity().good())
                                .stream()))
                .map(Dependency::evidence)
                .toList();
        int assumptions = (int)
                evidence.stream().filter(e -> e.basis() == Basis.ASSUMPTION).count();
        return new Answer(
                result, hit, result.hitMarkets(), headline, chain, restricted(result), evidence.size(), assumptions);
    }

    /** Whether a good counts as a chip: tagged so, or a product where the dataset tags none. */
    public static boolean isChip(SimulationResult result, Good good) {
        boolean tagged = result.dataset().goods().stream().anyMatch(g -> g.hasTag(CHIP_TAG));
        return tagged ? good.hasTag(CHIP_TAG) : good.kind() == GoodKind.PRODUCT;
    }

    /** Hit goods that count as chips, in the order of {@link #hit}. */
    public List<Good> hitChips() {
        return hit.stream().filter(good -> isChip(result, good)).toList();
    }

    private static Optional<Good> headline(SimulationResult result, List<Good> hit) {
        Comparator<Good> byLoss =
                Comparator.comparingDouble(good -> result.outcome(good).lostOutputWeeks());
        return hit.stream()
                .filter(good -> isChip(result, good))
                .max(byLoss)
                .or(() -> hit.stream()
                        .max(Comparator.<Good>comparingInt(good -> good.stage().order())
                                .thenComparing(byLoss)));
    }

    private static List<Good> restricted(SimulationResult result) {
        Set<Good> goods = new LinkedHashSet<>();
        for (Supply supply : result.dataset().supplies()) {
            Activity maker = supply.activity();
            for (Restriction restriction : result.scenario().restrictions()) {
                if (restriction.terms().select().stream().anyMatch(s -> s.matchesMaker(maker))) {
                    goods.add(maker.good());
                }
            }
        }
        return List.copyOf(goods);
    }
}

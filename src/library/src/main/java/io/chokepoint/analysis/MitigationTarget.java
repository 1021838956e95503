package io.chokepoint.analysis;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Whose output measures are to keep: that of all makers of a good or of several, or of one maker. Immutable.
 *
 * @param id of the good or the tag, {@code @} and the id for a maker
 * @param name fit for users
 * @param goods what is made: of a maker all that it makes
 * @param makers in network order, at least one
 * @param weights of the makers' outputs, each as a part of its baseline, in the target's; they sum up to 1
 * @param provider the one maker, if it is one
 */
public record MitigationTarget(
        String id,
        String name,
        List<Good> goods,
        List<Activity> makers,
        List<Double> weights,
        Optional<Provider> provider) {

    public MitigationTarget {
        goods = List.copyOf(goods);
        makers = List.copyOf(makers);
        weights = List.copyOf(weights);
        if (makers.isEmpty()) {
            throw new IllegalArgumentException("nobody makes " + id);
        }
    }

    /** A good with all its makers. */
    public static MitigationTarget of(Good good, CompiledNetwork network) {
        return ofGoods(good.id(), good.name(), List.of(good), network);
    }

    /** Several goods, of which each counts alike, as in a ranking. */
    public static MitigationTarget ofGoods(String id, String name, Collection<Good> goods, CompiledNetwork network) {
        List<Activity> makers = makers(network.structure(), maker -> goods.contains(maker.good()));
        return weighted(id, name, makers, Optional.empty(), network, good -> {
            double baseline = 0;
            for (Activity maker : makers) {
                baseline += maker.good().equals(good) ? baseline(network, maker) : 0;
            }
            return 1 / baseline;
        });
    }

    /**
     * All that a maker makes.
     *
     * @param worth of a good's output in the world; where it is 0 for all that the maker makes, each good counts alike
     */
    public static MitigationTarget ofMaker(Provider maker, CompiledNetwork network, ToDoubleFunction<Good> worth) {
        List<Activity> makers =
                makers(network.structure(), activity -> activity.provider().equals(maker));
        boolean known = makers.stream().anyMatch(activity -> worth.applyAsDouble(activity.good()) > 0);
        return weighted("@" + maker.id(), maker.name(), makers, Optional.of(maker), network, good -> {
            double own = 0;
            for (Activity activity : makers) {
                own += activity.good().equals(good) ? baseline(network, activity) : 0;
            }
            return known ? worth.applyAsDouble(good) : 1 / own;
        });
    }

    private static MitigationTarget weighted(
            String id,
            String name,
            List<Activity> makers,
            Optional<Provider> provider,
            CompiledNetwork network,
            ToDoubleFunction<Good> worth) {
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (Activity maker : makers) {
            double weight = baseline(network, maker) * worth.applyAsDouble(maker.good());
            weights.add(weight);
            sum += weight;
        }
        double all = sum;
        return new MitigationTarget(
                id,
                name,
                makers.stream().map(Activity::good).distinct().toList(),
                makers,
                weights.stream().map(weight -> weight / all).toList(),
                provider);
    }

    private static List<Activity> makers(NetworkStructure structure, Predicate<Activity> wanted) {
        List<Activity> makers = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (wanted.test(structure.activity(i))) {
                makers.add(structure.activity(i));
            }
        }
        return makers;
    }

    private static double baseline(CompiledNetwork network, Activity maker) {
        return network.baseline(network.structure().index(maker));
    }

    /** Whether it is all of one good. */
    boolean isOneGood() {
        return provider.isEmpty() && goods.size() == 1;
    }

    /** Whether the activity is the one maker's. */
    boolean isOwn(Activity activity) {
        return provider.filter(activity.provider()::equals).isPresent();
    }
}

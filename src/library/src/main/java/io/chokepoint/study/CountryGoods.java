package io.chokepoint.study;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Through which goods a country costs the targets what it does: each good that is made there is restricted alone, in a run of its own.
 * What the goods cost alone need not add up to what the country costs: they may cover for each other, or one alone may do it all.
 * Thread-safe.
 */
public final class CountryGoods {
    /** Weeks of output that are nothing. */
    private static final double ROUNDING = 1e-9;

    private final NodeStudy study;

    /**
     * A good of the country, restricted there alone.
     *
     * @param lostWeeks of baseline output, the mean over the targets, &gt; 0
     * @param missedWeeks the part of it that was ordered and not made, see {@link SweepResult#missedWeeks}
     * @param isTarget whether it is one of the targets: the country makes it itself
     */
    public record Through(Good good, double lostWeeks, double missedWeeks, boolean isTarget) {}

    public CountryGoods(NodeStudy study) {
        this.study = study;
    }

    /**
     * The goods whose lone restriction in the country costs the targets something: what is missed most first, then what is lost most;
     * ties in dataset order. Empty where none does: then the country hurts only through several together.
     *
     * @param country a node of {@link Kind#COUNTRY}
     * @param targets at least one
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<Through> of(Node country, Set<Good> targets, NodeSweep.Settings settings, RunMonitor monitor) {
        Map<Good, List<Activity>> makers = new LinkedHashMap<>();
        for (Activity maker : country.activities()) {
            makers.computeIfAbsent(maker.good(), unused -> new ArrayList<>()).add(maker);
        }
        List<Good> goods = List.copyOf(makers.keySet());
        List<Node> alone = goods.stream()
                .map(good -> new Node(
                        Kind.COUNTRY, country.id(), good.id(), good.name(), Objects.requireNonNull(makers.get(good))))
                .toList();
        SweepResult swept = study.sweep(alone, targets, settings, monitor);
        List<Through> found = new ArrayList<>();
        for (int n = 0; n < goods.size(); n++) {
            double lost = 0;
            double missed = 0;
            for (Good target : targets) {
                lost += swept.lostWeeks(n, target) / targets.size();
                missed += swept.missedWeeks(n, target) / targets.size();
            }
            if (lost > ROUNDING) {
                found.add(new Through(goods.get(n), lost, missed, targets.contains(goods.get(n))));
            }
        }
        found.sort(Comparator.comparingDouble((Through through) -> exact(through.missedWeeks))
                .thenComparingDouble(through -> exact(through.lostWeeks))
                .reversed());
        return found;
    }

    /** Rounding must not decide who comes first. */
    private static double exact(double weeks) {
        return Math.rint(weeks / ROUNDING);
    }
}

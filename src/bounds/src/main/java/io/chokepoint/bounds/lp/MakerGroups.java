package io.chokepoint.bounds.lp;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * Who is taken together in a best response: the makers of a good in countries with restricted makers, and all its others; and what each group
 * can make at most, week by week. Immutable once made.
 */
final class MakerGroups {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final int weeks;
    private final int firstWeek;
    private final boolean[] hit;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, Group> groupOf = new HashMap<>();

    /** Makers of one good on one side; two groups are never alike, so each equals only itself. */
    static final class Group {
        private final Good good;
        private final boolean inside;
        private final List<Integer> makers = new ArrayList<>();
        private final double[] capacity;
        private double usual;

        private Group(Good good, boolean inside, int weeks) {
            this.good = good;
            this.inside = inside;
            this.capacity = new double[weeks];
        }

        Good good() {
            return good;
        }

        /** Whether these are the makers in the countries with restricted makers. */
        boolean inside() {
            return inside;
        }

        List<Integer> makers() {
            return makers;
        }

        /** What they make in a week at baseline. */
        double usual() {
            return usual;
        }

        /** What they can make at most in a week. */
        double capacity(int week) {
            return capacity[week];
        }
    }

    /** @param weeks to look at, ≥ 1 */
    MakerGroups(CompiledNetwork network, CompiledScenario scenario, int weeks) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.weeks = weeks;
        this.firstWeek = scenario.scenario().restrictions().stream()
                .map(Restriction::period)
                .mapToInt(period -> period.start())
                .min()
                .orElse(weeks);
        boolean[] links = new boolean[structure.linkCount()];
        boolean[] makers = new boolean[structure.activityCount()];
        findRestricted(links, makers);
        boolean[] inside = insideOf(links, makers);
        this.hit = hitBy(links, makers);
        Map<String, Group> known = new TreeMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            Good good = structure.activity(i).good();
            boolean side = inside[i];
            Group group =
                    known.computeIfAbsent(good.id() + (side ? "|in" : "|out"), unused -> new Group(good, side, weeks));
            group.makers.add(i);
            group.usual += network.baseline(i);
            groupOf.put(i, group);
        }
        groups.addAll(known.values());
        capacities();
    }

    /** In the order of the goods' ids, those inside first. */
    List<Group> all() {
        return groups;
    }

    Group of(int activity) {
        return groupOf.getOrDefault(activity, groups.getFirst());
    }

    /** The first week in which something is restricted; the number of weeks if nothing is. */
    int firstWeek() {
        return firstWeek;
    }

    /** Whether an input of a group, the one of this slot, may be what holds it back: one of its makers lies downstream of a restriction. */
    boolean canFallShort(int slot) {
        return network.criticality(slot) > 0
                && of(structure.slotActivity(slot)).makers.stream().anyMatch(i -> hit[i]);
    }

    private void findRestricted(boolean[] links, boolean[] makers) {
        WeekEffects effects = new WeekEffects(scenario);
        for (int week = 0; week < weeks; week++) {
            if (!effects.advanceTo(week)) {
                continue;
            }
            for (int l = 0; l < links.length; l++) {
                links[l] |= effects.permitted(l) < 1 || effects.permittedOrders(l) < 1 || effects.canDelay(l);
            }
            for (int i = 0; i < makers.length; i++) {
                makers[i] |= effects.working(i) < 1;
            }
        }
    }

    /** Makers in the countries of restricted makers; those without a country only where they are restricted themselves. */
    private boolean[] insideOf(boolean[] links, boolean[] makers) {
        TreeSet<String> countries = new TreeSet<>();
        boolean[] sides = makers.clone();
        for (int l = 0; l < links.length; l++) {
            if (links[l]) {
                sides[structure.linkSupplier(l)] = true;
            }
        }
        for (int i = 0; i < sides.length; i++) {
            if (sides[i]) {
                countries.add(structure.activity(i).provider().country());
            }
        }
        countries.remove("");
        for (int i = 0; i < sides.length; i++) {
            sides[i] |= countries.contains(structure.activity(i).provider().country());
        }
        return sides;
    }

    /** Who may fall short for want of an input or by an outage: who is restricted, and who buys from such a maker, directly or not. */
    private boolean[] hitBy(boolean[] links, boolean[] makers) {
        Graph<Integer, DefaultEdge> purchases = new DirectedPseudograph<>(DefaultEdge.class);
        Set<Integer> from = new LinkedHashSet<>();
        for (int i = 0; i < makers.length; i++) {
            purchases.addVertex(i);
            if (makers[i]) {
                from.add(i);
            }
        }
        for (int e = 0; e < structure.slotCount(); e++) {
            int buyer = structure.slotActivity(e);
            for (int l = structure.linkStart(e); l < structure.linkUsual(e); l++) {
                purchases.addEdge(structure.linkSupplier(l), buyer);
            }
        }
        for (int l = 0; l < links.length; l++) {
            if (links[l] && structure.linkSlot(l) >= 0) {
                from.add(structure.slotActivity(structure.linkSlot(l)));
            }
        }
        boolean[] reached = new boolean[makers.length];
        new BreadthFirstIterator<>(purchases, from).forEachRemaining(maker -> reached[maker] = true);
        return reached;
    }

    /** C of the model page at most: whole machines, what works of them, surge since the first restriction, access as allowed. */
    private void capacities() {
        double[][] own = new double[structure.activityCount()][weeks];
        WeekEffects effects = new WeekEffects(scenario);
        for (int t = 0; t < weeks; t++) {
            effects.advanceTo(t);
            for (int i = 0; i < own.length; i++) {
                double surge = Math.min(1, Math.max(0, t - firstWeek) / network.rampWeeks(i));
                own[i][t] =
                        network.baseline(i) * effects.working(i) * (1 + effects.added(i) + network.spare(i) * surge);
            }
            for (int i = 0; i < own.length; i++) {
                of(i).capacity[t] += own[i][t] * access(i, t, effects, own);
            }
        }
    }

    private double access(int i, int t, WeekEffects effects, double[][] own) {
        double least = 1;
        for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
            if (structure.slotMode(e) != DependencyMode.ACCESS) {
                continue;
            }
            double most = 0;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                int j = structure.linkSupplier(l);
                double available = t == 0 ? 1 : Math.min(1, own[j][t - 1] / network.baseline(j));
                most = Math.max(most, effects.permitted(l) * available);
            }
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                most += t > firstWeek + network.altQualification(a) ? network.altCap(a) : 0;
            }
            least = Math.min(least, 1 - network.criticality(e) * (1 - Math.min(1, most)));
        }
        return least;
    }
}

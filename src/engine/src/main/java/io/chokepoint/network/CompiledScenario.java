package io.chokepoint.network;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.util.HashMap;
import java.util.Map;

/**
 * A scenario as numbers: for each restriction what it acts on, how strongly and when. Frozen and safe to share between threads;
 * {@link WeekEffects} works out what is in force in a week.
 */
public final class CompiledScenario {
    private static final double[] NOTHING = {};

    /** What a restriction does, once its names are gone. */
    enum Effect {
        OUTAGE,
        FLOW,
        QUOTA,
        COST
    }

    /**
     * One restriction.
     *
     * @param links what it acts on; for outages the activities
     * @param parts E of the customer of each link; 1 without endUse
     * @param level lost for outages, φ₀ for flows, cap for quotas; not used for costs
     * @param delay T in whole weeks
     * @param cost cost rate at full strength
     */
    record Item(Effect effect, Period period, int[] links, double[] parts, double level, int delay, double cost) {}

    final CompiledNetwork network;
    final ScenarioSelection selection;
    final Item[] items;
    final int[] affectedLinks;
    final int[] affectedPlace;
    final int[] affectedActivities;
    /** By place among the affected links. */
    final int[] mostDelay;

    final double[] builtStock;

    private CompiledScenario(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        this.network = network;
        this.selection = selection;
        NetworkStructure structure = network.structure;
        this.items = new Item[selection.restrictions.size()];
        Map<String, double[]> endUses = new HashMap<>();
        for (int r = 0; r < items.length; r++) {
            Restriction restriction = selection.restrictions.get(r);
            double[] parts = restriction instanceof Restriction.Outage
                    ? NOTHING
                    : parts(restriction, selection.links[r], endUses);
            items[r] = item(restriction, selection.activities[r], selection.links[r], parts, values);
        }
        this.affectedLinks = selection.affectedLinks;
        this.affectedPlace = selection.affectedPlace;
        this.mostDelay = new int[affectedLinks.length];
        boolean[] activityHit = new boolean[structure.activityCount];
        for (Item item : items) {
            for (int index : item.links) {
                if (item.effect == Effect.OUTAGE) {
                    activityHit[index] = true;
                } else if (!isAccess(index)) {
                    mostDelay[affectedPlace[index]] += item.delay;
                }
            }
        }
        this.affectedActivities = indices(activityHit);
        this.builtStock = new double[structure.slotCount];
        Scenario scenario = selection.scenario;
        for (int b = 0; b < selection.builtSlots.length; b++) {
            double weeks = switch (scenario.measures().get(b)) {
                case Measure.StockBuild build -> values.of(build.weeks());
            };
            for (int slot : selection.builtSlots[b]) {
                builtStock[slot] += weeks;
            }
        }
    }

    /**
     * @param selection of the same structure as the network's
     * @param values numbers for the restrictions' parameters
     */
    public static CompiledScenario of(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        if (selection.structure != network.structure) {
            throw new IllegalArgumentException("network and selection are of different structures");
        }
        return new CompiledScenario(network, selection, values);
    }

    private double[] parts(Restriction restriction, int[] links, Map<String, double[]> endUses) {
        double[] parts = new double[links.length];
        String tag = restriction.terms().endUse().orElse("");
        if (tag.isEmpty()) {
            java.util.Arrays.fill(parts, 1);
            return parts;
        }
        double[] byActivity = endUses.computeIfAbsent(tag, unused -> EndUse.parts(network, tag));
        for (int k = 0; k < links.length; k++) {
            parts[k] = EndUse.customerPart(network.structure, links[k], byActivity, tag);
        }
        return parts;
    }

    private static Item item(
            Restriction restriction, int[] activities, int[] links, double[] parts, FigureValues values) {
        Period period = restriction.period();
        return switch (restriction) {
            case Restriction.Outage outage ->
                new Item(Effect.OUTAGE, period, activities, parts, values.of(outage.lost()), 0, 0);
            case Restriction.ExportBan ban -> new Item(Effect.FLOW, period, links, parts, values.of(ban.leak()), 0, 0);
            case Restriction.Licence licence ->
                new Item(
                        Effect.FLOW,
                        period,
                        links,
                        parts,
                        values.of(licence.approval()),
                        wholeWeeks(values.of(licence.processingWeeks())),
                        0);
            case Restriction.Quota quota -> new Item(Effect.QUOTA, period, links, parts, values.of(quota.cap()), 0, 0);
            case Restriction.Tariff tariff ->
                new Item(
                        Effect.COST,
                        period,
                        links,
                        parts,
                        1,
                        0,
                        values.of(tariff.rate()) * values.of(tariff.passThrough()));
            case Restriction.MarketBan ban -> new Item(Effect.FLOW, period, links, parts, 0, 0, 0);
            case Restriction.Compliance compliance ->
                new Item(
                        Effect.FLOW,
                        period,
                        links,
                        parts,
                        1,
                        wholeWeeks(values.of(compliance.delayWeeks())),
                        values.of(compliance.cost()));
        };
    }

    /** Halves are rounded up; a delay is whole weeks because a step is one. */
    private static int wholeWeeks(double weeks) {
        return (int) Math.floor(weeks + 0.5);
    }

    private static int[] indices(boolean[] hit) {
        IntList list = new IntList();
        for (int k = 0; k < hit.length; k++) {
            if (hit[k]) {
                list.add(k);
            }
        }
        return list.toArray();
    }

    boolean isAccess(int link) {
        int slot = network.structure.linkSlot[link];
        return slot >= 0 && network.structure.slotMode[slot] == DependencyMode.ACCESS;
    }

    public CompiledNetwork network() {
        return network;
    }

    public Scenario scenario() {
        return selection.scenario;
    }

    /** Which activities and links its restrictions speak of. */
    public ScenarioSelection selection() {
        return selection;
    }

    /** How many classes of customers the rationing rule has. */
    public int classCount() {
        return selection.classCount;
    }

    /** The class of a link's customer, 0 served first. */
    public int linkClass(int link) {
        return selection.linkClass[link];
    }

    /** The class of a buyer, counted as in {@link NetworkStructure#buyerStart}, where there are several. */
    public int buyerClass(int buyer) {
        return selection.buyerClass[buyer];
    }

    /** The class of all customers of a maker, its other uses left aside; below 0 if they are of several, or if there are none. */
    public int onlyClass(int activity) {
        return selection.onlyClass[activity];
    }

    /** The class of a maker's other uses. */
    public int otherUsesClass(int activity) {
        return selection.otherUsesClass[activity];
    }

    /** Largest sum of delays that can fall on one link. */
    public int mostDelay(int link) {
        int place = affectedPlace[link];
        return place < 0 ? 0 : mostDelay[place];
    }

    /** Links that some restriction can act on, in ascending order: the other ones are never delayed nor cut. */
    public int affectedLinkCount() {
        return affectedLinks.length;
    }

    /** Where the affected links of a slot start among them; those of the next slot follow. */
    public int affectedStart(int slot) {
        return selection.affectedStart[slot];
    }

    /** Whether some restriction can act on the link. */
    public boolean isAffected(int link) {
        return affectedPlace[link] >= 0;
    }

    /** The link's place among the affected ones; −1 for the others. */
    public int affectedPlace(int link) {
        return affectedPlace[link];
    }

    /** The k-th of them. */
    public int affectedLink(int k) {
        return affectedLinks[k];
    }

    /** b: weeks of stock that a measure adds to a slot before week 0. */
    public double builtStock(int slot) {
        return builtStock[slot];
    }
}

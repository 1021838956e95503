package io.chokepoint.network;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario as numbers: for each restriction what it acts on, how strongly and when. Frozen and safe to share between threads;
 * {@link WeekEffects} works out what is in force in a week.
 */
public final class CompiledScenario {
    /**
     * A restriction, once its names are gone.
     *
     * @param activities what it takes capacity of; empty for restrictions of flows
     * @param links the flows it acts on; empty for outages
     * @param parts E of the customer of each link; 1 without endUse
     * @param effect at full strength
     * @param accessWait T in whole weeks, for access, where each is rounded by itself
     */
    record Item(Period period, int[] activities, int[] links, double[] parts, Effect effect, int accessWait) {

        /** T in weeks and parts of a week: what all delays of a flow add up to is rounded. */
        double delay() {
            return effect.delayWeeks();
        }

        /** Whether it may do something else than in the week before. */
        boolean changesAt(int week) {
            int start = period.start();
            if (week == start || week == period.end() || week - start == accessWait) {
                return true;
            }
            boolean rampsUp = week > start && week < start + period.rampWeeks();
            boolean recovers = week > period.end() && week < period.end() + effect.recoveryWeeks() + 1;
            return rampsUp || recovers;
        }
    }

    /**
     * An expansion.
     *
     * @param added α, a part of the baseline of each activity
     */
    record Growth(Period period, int[] activities, double added) {

        /** Whether it may add something else than in the week before. */
        boolean changesAt(int week) {
            return week >= period.start() && week < period.start() + Math.max(1, period.rampWeeks());
        }
    }

    final CompiledNetwork network;
    final int horizon;
    final ScenarioSelection selection;
    final Item[] items;
    final int[] affectedLinks;
    final int[] affectedPlace;
    final int[] affectedActivities;
    /** By place among the affected links, the largest sum of delays, within the horizon. */
    final int[] mostDelay;
    /** By place, into how many parts of different delay a shipment can be split; 0 where nothing delays. */
    final int[] mostDelayParts;

    final double[] builtStock;
    final Growth[] growths;
    private final double[] addedInTheEnd;

    private CompiledScenario(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
        this.network = network;
        this.selection = selection;
        NetworkStructure structure = network.structure;
        this.horizon = selection.scenario.horizonWeeks();
        this.items = new Item[selection.restrictions.size()];
        Map<String, double[]> endUses = new HashMap<>();
        for (int r = 0; r < items.length; r++) {
            Restriction restriction = selection.restrictions.get(r);
            int[] links = selection.links[r];
            Effect effect = restriction.effect(values);
            items[r] = new Item(
                    restriction.period().at(values),
                    selection.activities[r],
                    links,
                    parts(restriction, links, endUses),
                    effect,
                    WholeWeeks.within(horizon, effect.delayWeeks()));
        }
        this.affectedLinks = selection.affectedLinks;
        this.affectedPlace = selection.affectedPlace;
        this.mostDelay = new int[affectedLinks.length];
        double[] delays = new double[affectedLinks.length];
        boolean[] activityHit = new boolean[structure.activityCount];
        for (Item item : items) {
            for (int activity : item.activities) {
                activityHit[activity] = true;
            }
            for (int link : item.links) {
                if (!isAccess(link)) {
                    delays[affectedPlace[link]] += item.delay();
                }
            }
        }
        for (int place = 0; place < delays.length; place++) {
            mostDelay[place] = WholeWeeks.within(horizon, delays[place]);
        }
        this.mostDelayParts = Delays.mostParts(this);
        this.affectedActivities = indices(activityHit);
        this.builtStock = new double[structure.slotCount];
        List<Growth> expansions = new ArrayList<>();
        List<Measure> measures = selection.scenario.measures();
        for (int m = 0; m < measures.size(); m++) {
            switch (measures.get(m)) {
                case Measure.StockBuild build -> {
                    double weeks = values.of(build.weeks());
                    for (int slot : selection.measured[m]) {
                        builtStock[slot] += weeks;
                    }
                }
                case Measure.Expansion expansion ->
                    expansions.add(new Growth(
                            new Period(expansion.start(), Period.OPEN, expansion.rampWeeks()),
                            selection.measured[m],
                            values.of(expansion.added())));
            }
        }
        this.growths = expansions.toArray(Growth[]::new);
        this.addedInTheEnd = new double[structure.activityCount];
        for (Growth growth : growths) {
            for (int activity : growth.activities) {
                addedInTheEnd[activity] += growth.added;
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

    private static int[] indices(boolean[] hit) {
        IntList list = new IntList();
        for (int k = 0; k < hit.length; k++) {
            if (hit[k]) {
                list.add(k);
            }
        }
        return list.toArray();
    }

    /** T of a restriction, in weeks and parts of a week; 0 if it is of a kind without a delay. */
    public double delay(int restriction) {
        return items[restriction].delay();
    }

    /** T of a restriction as it holds up access, in whole weeks, no more than the horizon. */
    public int accessWait(int restriction) {
        return items[restriction].accessWait();
    }

    public boolean inForce(int restriction, int week) {
        return items[restriction].period().isInForce(week);
    }

    /** Whether what flows on the link is access to something, of which nothing is shipped. */
    public boolean isAccess(int link) {
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

    /** Whether who can pay is served. */
    public boolean rationsByPrice() {
        return selection.byPrice;
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

    /** Largest sum of delays that can fall on one link, in whole weeks, no more than the horizon. */
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

    /** What expansions add to an activity in the end, as a part of its baseline. */
    public double addedInTheEnd(int activity) {
        return addedInTheEnd[activity];
    }

    /** b: weeks of stock that measures have a slot hold beyond the dataset's. */
    public double builtStock(int slot) {
        return builtStock[slot];
    }

    /** n + b of a slot: what it holds before week 0, and its target. */
    public double stockWeeks(int slot) {
        return network.stockWeeks[slot] + builtStock[slot];
    }

    /** ℓ of a slot; a time beyond the horizon is the horizon: what is sent then arrives after the run, too. */
    public int lead(int slot) {
        return within(network.structure.slotLead[slot]);
    }

    /** So many weeks, or as many as the horizon has. */
    public int within(int weeks) {
        return Math.min(horizon, weeks);
    }
}

package io.chokepoint.network;

import io.chokepoint.network.CompiledScenario.Growth;
import io.chokepoint.network.CompiledScenario.Item;
import io.chokepoint.scenario.Effect;
import io.chokepoint.scenario.Period;
import java.util.Arrays;

/**
 * What a scenario's restrictions do in one week: φ, T, κ, A and cost rates by index (model page, section 4). Mutable, one per run;
 * nothing is allocated after construction.
 */
public final class WeekEffects {
    private final CompiledScenario scenario;
    /** The restrictions looked at: from the first to before the last. */
    private final int firstItem;

    private final int lastItem;
    /** By link, its place in the arrays below, which hold the affected links only; −1 for the others. */
    private final int[] placeOf;

    private final double[] permitted;
    private final double[] permittedOrders;
    private final double[] working;
    /** By activity, what expansions have added, as a part of its baseline. */
    private final double[] added;

    private final double[] rate;
    private final Delays delays;
    private final int[] activeQuotas;
    private int quotaCount;
    private final double[] quotaCap;
    private final boolean[] slotTouched;
    private final boolean[] linkTouched;
    private final int[] touchedSlots;
    private int touchedSlotCount;

    public WeekEffects(CompiledScenario scenario) {
        this(scenario, 0, scenario.items.length);
    }

    private WeekEffects(CompiledScenario scenario, int firstItem, int lastItem) {
        this.scenario = scenario;
        this.firstItem = firstItem;
        this.lastItem = lastItem;
        NetworkStructure structure = scenario.network.structure;
        int[] affected = scenario.affectedLinks;
        placeOf = scenario.affectedPlace;
        permitted = filled(affected.length, 1);
        permittedOrders = filled(affected.length, 1);
        working = filled(structure.activityCount, 1);
        added = new double[structure.activityCount];
        rate = new double[affected.length];
        delays = new Delays(scenario);
        slotTouched = new boolean[structure.slotCount];
        linkTouched = new boolean[affected.length];
        touchedSlots = new int[countSlots(scenario)];
        activeQuotas = new int[scenario.items.length];
        quotaCap = new double[scenario.items.length];
    }

    /**
     * What one of a scenario's restrictions would do alone.
     *
     * @param restriction its place in the scenario
     */
    public static WeekEffects ofOne(CompiledScenario scenario, int restriction) {
        return new WeekEffects(scenario, restriction, restriction + 1);
    }

    private static int countSlots(CompiledScenario scenario) {
        NetworkStructure structure = scenario.network.structure;
        boolean[] seen = new boolean[structure.slotCount];
        int count = 0;
        for (int link : scenario.affectedLinks) {
            int slot = structure.linkSlot[link];
            if (slot >= 0 && !seen[slot]) {
                seen[slot] = true;
                count++;
            }
        }
        return count;
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * Brings everything to the given week.
     *
     * @return whether anything may differ from the week before
     */
    public boolean advanceTo(int week) {
        if (week > 0 && !changesAt(week)) {
            return false;
        }
        reset();
        for (int r = firstItem; r < lastItem; r++) {
            Item item = scenario.items[r];
            if (item.activities().length > 0) {
                applyOutage(item, week);
            }
            if (item.links().length > 0 && item.period().isInForce(week)) {
                applyFlow(r, item, week);
            }
        }
        for (Growth growth : scenario.growths) {
            double strength = growth.period().strength(week);
            for (int activity : growth.activities()) {
                added[activity] += growth.added() * strength;
            }
        }
        delays.round();
        listTouchedSlots();
        return true;
    }

    private void listTouchedSlots() {
        int[] slotOf = scenario.network.structure.linkSlot;
        for (int k = 0; k < touchedSlotCount; k++) {
            slotTouched[touchedSlots[k]] = false;
        }
        touchedSlotCount = 0;
        for (int place = 0; place < linkTouched.length; place++) {
            int slot = slotOf[scenario.affectedLinks[place]];
            if (linkTouched[place] && slot >= 0 && !slotTouched[slot]) {
                slotTouched[slot] = true;
                touchedSlots[touchedSlotCount++] = slot;
            }
        }
    }

    private boolean changesAt(int week) {
        for (int r = firstItem; r < lastItem; r++) {
            if (scenario.items[r].changesAt(week)) {
                return true;
            }
        }
        for (Growth growth : scenario.growths) {
            if (growth.changesAt(week)) {
                return true;
            }
        }
        return false;
    }

    private void reset() {
        Arrays.fill(permitted, 1);
        Arrays.fill(permittedOrders, 1);
        Arrays.fill(rate, 0);
        Arrays.fill(linkTouched, false);
        delays.reset();
        for (int activity : scenario.affectedActivities) {
            working[activity] = 1;
        }
        for (Growth growth : scenario.growths) {
            for (int activity : growth.activities()) {
                added[activity] = 0;
            }
        }
        quotaCount = 0;
    }

    private void applyOutage(Item item, int week) {
        double strength = stillLost(item.period(), item.effect().recoveryWeeks(), week);
        for (int activity : item.activities()) {
            working[activity] *= 1 - strength * item.effect().lost();
        }
    }

    /** g while in force; from the end on what is left of that of the last week. */
    private static double stillLost(Period period, double recoveryWeeks, int week) {
        if (week < period.end()) {
            return period.strength(week);
        }
        double left = 1 - (week - period.end() + 1) / (recoveryWeeks + 1);
        return left > 0 ? left * period.strength(period.end() - 1) : 0;
    }

    private void applyFlow(int r, Item item, int week) {
        double strength = item.period().strength(week);
        Effect effect = item.effect();
        double level = 1 - strength * (1 - effect.permitted());
        if (effect.isQuota()) {
            activeQuotas[quotaCount] = r;
            quotaCap[quotaCount] = level;
            quotaCount++;
        }
        boolean accessWaits = week - item.period().start() < item.accessWait();
        int[] links = item.links();
        for (int k = 0; k < links.length; k++) {
            int link = links[k];
            double part = item.parts()[k];
            double base = level;
            if (item.delay() > 0) {
                double waiting = heldUp(part, level);
                if (scenario.isAccess(link)) {
                    base = accessWaits ? 0 : level;
                } else if (waiting > 0) {
                    delays.add(placeOf[link], item.delay(), waiting);
                    touch(placeOf[link], true);
                }
            }
            double factor = 1 - part * (1 - base);
            int place = placeOf[link];
            permitted[place] *= factor;
            if (!effect.isQuota()) {
                permittedOrders[place] *= factor;
            }
            rate[place] += part * strength * effect.costRate();
            touch(place, effect.isQuota() || factor != 1);
        }
    }

    /** The part of a shipment that waits: all of it without endUse. */
    private static double heldUp(double part, double level) {
        double through = 1 - part * (1 - level);
        return part == 1 || through == 0 ? 1 : part * level / through;
    }

    private void touch(int place, boolean touched) {
        linkTouched[place] |= touched;
    }

    /** φ of a link, quotas included; in [0, 1]. */
    public double permitted(int link) {
        int place = placeOf[link];
        return place < 0 ? 1 : permitted[place];
    }

    /** φ of a link for step 3, where quotas act by their own rule; in [0, 1]. */
    public double permittedOrders(int link) {
        int place = placeOf[link];
        return place < 0 ? 1 : permittedOrders[place];
    }

    /** κ of an activity, in [0, 1]. */
    public double working(int activity) {
        return working[activity];
    }

    /** A of an activity, as a part of its baseline; ≥ 0. */
    public double added(int activity) {
        return added[activity];
    }

    /** Cost rate of a link, ≥ 0. */
    public double rate(int link) {
        int place = placeOf[link];
        return place < 0 ? 0 : rate[place];
    }

    /** Mean T of a link in weeks, the mean of what its parts' delays are rounded to. */
    public double meanDelay(int link) {
        int place = placeOf[link];
        return place < 0 ? 0 : delays.mean(place);
    }

    /** Whether some delay acts on the link this week, be it so short that it is rounded to nothing. */
    public boolean holdsUp(int link) {
        int place = placeOf[link];
        return place >= 0 && delays.holdsUp(place);
    }

    /** Into how many parts of different delay a shipment on the link is split; 1 where no restriction can delay it. */
    public int delayParts(int link) {
        int place = placeOf[link];
        return place < 0 ? 1 : delays.parts(place);
    }

    /** The extra delay of a part, in whole weeks; one beyond the horizon is the horizon. */
    public int delayWeeks(int link, int part) {
        int place = placeOf[link];
        return place < 0 ? 0 : delays.weeks(place, part);
    }

    /** A part's size as a part of the shipment; the parts sum to 1. */
    public double delayPart(int link, int part) {
        int place = placeOf[link];
        return place < 0 ? 1 : delays.part(place, part);
    }

    /** Whether any restriction of the scenario can ever delay the link. */
    public boolean canDelay(int link) {
        int place = placeOf[link];
        return place >= 0 && delays.canDelay(place);
    }

    /** Whether φ may be below 1 or T above 0 this week on a link of the slot. */
    public boolean isTouched(int slot) {
        return touchedSlotCount > 0 && slotTouched[slot];
    }

    /** How many slots have such a link. */
    public int touchedSlotCount() {
        return touchedSlotCount;
    }

    /** The k-th of them. */
    public int touchedSlot(int k) {
        return touchedSlots[k];
    }

    /** Whether any restriction of the scenario can ever cost anything. */
    public boolean hasCosts() {
        for (Item item : scenario.items) {
            if (item.effect().costRate() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Quotas in force this week, in the scenario's order. */
    public int quotaCount() {
        return quotaCount;
    }

    /** The cap of a quota in force, ramp included. */
    public double quotaCap(int quota) {
        return quotaCap[quota];
    }

    /** How many links the quota in force selects. */
    public int quotaLinkCount(int quota) {
        return scenario.items[activeQuotas[quota]].links().length;
    }

    public int quotaLink(int quota, int k) {
        return scenario.items[activeQuotas[quota]].links()[k];
    }

    /** E of the customer of a quota's link. */
    public double quotaPart(int quota, int k) {
        return scenario.items[activeQuotas[quota]].parts()[k];
    }
}

package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * The inputs that have a state of their own: those that a restriction has touched, that a maker has failed, or whose stock was not enough.
 * They stay apart. What is used up comes first, one after the other in the order in which it came to stand apart; then, after room for all
 * that is used up, machines and access.
 *
 * <p>Amounts are in weeks of usual use, so 1 is what is used, ordered and received in a week at rest.
 */
final class SlotsApart {
    /** By slot, its place here; −1 while it does not stand apart. */
    final int[] placeOf;

    final int[] slot;
    final int[] activity;

    /** How many inputs that are used up there are: the places before this. */
    int consumedCount;

    /** Places of machines. */
    final int[] capital;

    int capitalCount;
    /** Places of access. */
    final int[] access;

    int accessCount;

    /** Of what is used up: what lies there. */
    final double[] stock;
    /** Of what is used up: what is missing of the target in stock and on the way together, but for extra delays. */
    final double[] gap;
    /** Of machines: K(k,i) as a part of x̄. */
    final double[] machines;
    /**
     * The last week in which the slot's links must be looked at one by one: a restriction touches it, a maker fails it, or it has turned to
     * others. In other weeks what it orders is what it gets, from its usual makers in their usual mix.
     */
    final int[] attention;
    /**
     * In a week with attention, two numbers by place: 1 − e but for restrictions, what usual makers cannot make of their baselines; and the
     * part of usual orders that usual makers do not serve.
     */
    final double[] failed;
    /** As of the last week in which the slot was disturbed. */
    final int[] shortWeeks;
    /** That week. */
    final int[] lookedAt;
    /** Whether the slot's weights differ from its usual mix. */
    final boolean[] reweighed;
    /** By slot, whether it is reweighed or has alternatives. */
    final boolean[] hasTurned;
    /** Σ y of the alternatives. */
    final double[] substituted;
    /** The weeks of shortage after which the slot may turn to others at the earliest. */
    final double[] turnsAfter;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    /** Places from here on are of machines and access. */
    private final int firstOther;

    SlotsApart(CompiledNetwork network) {
        this.network = network;
        structure = network.structure();
        int slots = structure.slotCount();
        int used = 0;
        for (int i = 0; i < structure.activityCount(); i++) {
            used += structure.capitalStart(i) - structure.slotStart(i);
        }
        firstOther = used;
        placeOf = new int[slots];
        Arrays.fill(placeOf, -1);
        slot = new int[slots];
        activity = new int[slots];
        capital = new int[slots];
        access = new int[slots];
        stock = new double[slots];
        gap = new double[slots];
        machines = new double[slots];
        attention = new int[slots];
        failed = new double[2 * slots];
        shortWeeks = new int[slots];
        lookedAt = new int[slots];
        reweighed = new boolean[slots];
        hasTurned = new boolean[slots];
        substituted = new double[slots];
        turnsAfter = new double[slots];
    }

    boolean has(int ofSlot) {
        return placeOf[ofSlot] >= 0;
    }

    /** @return its place */
    int add(int newSlot) {
        boolean isConsumed = structure.slotMode(newSlot) == DependencyMode.CONSUMED;
        int place = isConsumed ? consumedCount++ : firstOther + capitalCount + accessCount;
        placeOf[newSlot] = place;
        slot[place] = newSlot;
        activity[place] = structure.slotActivity(newSlot);
        attention[place] = -1;
        lookedAt[place] = -1;
        turnsAfter[place] = turnsAfter(newSlot);
        switch (structure.slotMode(newSlot)) {
            case CONSUMED -> {}
            case CAPITAL -> capital[capitalCount++] = place;
            case ACCESS -> access[accessCount++] = place;
        }
        return place;
    }

    private double turnsAfter(int newSlot) {
        double weeks = network.qualification(newSlot);
        for (int a = structure.altStart(newSlot); a < structure.altStart(newSlot + 1); a++) {
            weeks = Math.min(weeks, network.altQualification(a));
        }
        return weeks;
    }

    /** Whether it is of an input that is used up. */
    boolean isConsumed(int place) {
        return place < firstOther;
    }

    /** 1 − e but for restrictions, in a week with attention. */
    double missing(int place) {
        return failed[2 * place];
    }

    /** The part of usual orders that usual makers do not serve, in such a week. */
    double unserved(int place) {
        return failed[2 * place + 1];
    }

    /** Nobody has failed anybody yet. All at once, as in a wide disturbance makers fail most slots anyway, in no order of memory. */
    void startWeek() {
        Arrays.fill(failed, 0, 2 * consumedCount, 0);
        Arrays.fill(failed, 2 * firstOther, 2 * (firstOther + capitalCount + accessCount), 0);
    }

    /** Has the slot's links looked at in a week. */
    void attend(int place, int week) {
        attention[place] = week;
    }
}

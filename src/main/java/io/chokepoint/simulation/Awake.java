package io.chokepoint.simulation;

import io.chokepoint.network.NetworkStructure;

/** Who has left the steady state, and with whom which slots, in the order of leaving it: what a week has to look at. */
final class Awake {
    final boolean[] is;
    /** Whether one of the activity's usual customers is awake. */
    final boolean[] isAsked;

    final int[] activities;
    int activityCount;
    /** Slots of inputs that are used up. */
    final int[] consumed;

    int consumedCount;
    /** Slots of machines. */
    final int[] capital;

    int capitalCount;
    final int[] access;
    int accessCount;

    private final NetworkStructure structure;

    Awake(NetworkStructure structure) {
        this.structure = structure;
        is = new boolean[structure.activityCount()];
        isAsked = new boolean[structure.activityCount()];
        activities = new int[structure.activityCount()];
        int forConsumed = 0;
        int forCapital = 0;
        int forAccess = 0;
        for (int i = 0; i < structure.activityCount(); i++) {
            forConsumed += structure.capitalStart(i) - structure.slotStart(i);
            forCapital += structure.accessStart(i) - structure.capitalStart(i);
            forAccess += structure.slotStart(i + 1) - structure.accessStart(i);
        }
        consumed = new int[forConsumed];
        capital = new int[forCapital];
        access = new int[forAccess];
    }

    void add(int activity) {
        is[activity] = true;
        activities[activityCount++] = activity;
        for (int e = structure.slotStart(activity); e < structure.capitalStart(activity); e++) {
            consumed[consumedCount++] = e;
        }
        for (int e = structure.capitalStart(activity); e < structure.accessStart(activity); e++) {
            capital[capitalCount++] = e;
        }
        for (int e = structure.accessStart(activity); e < structure.slotStart(activity + 1); e++) {
            access[accessCount++] = e;
        }
        int from = structure.usualStart(structure.slotStart(activity));
        int to = structure.usualStart(structure.slotStart(activity + 1));
        for (int u = from; u < to; u++) {
            isAsked[structure.usualSupplier(u)] = true;
        }
    }
}

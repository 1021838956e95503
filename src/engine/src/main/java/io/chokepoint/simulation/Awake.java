package io.chokepoint.simulation;

import io.chokepoint.network.NetworkStructure;

/** Which activities have left the steady state, in the order of leaving it: what a week has to look at. */
final class Awake {
    final boolean[] is;
    final int[] activities;
    int count;

    Awake(NetworkStructure structure) {
        is = new boolean[structure.activityCount()];
        activities = new int[structure.activityCount()];
    }

    void add(int activity) {
        is[activity] = true;
        activities[count++] = activity;
    }
}

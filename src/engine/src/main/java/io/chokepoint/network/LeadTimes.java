package io.chokepoint.network;

/**
 * The lead times of what each activity uses up, each listed once: inputs that come as ordered differ in nothing but when. Immutable and safe
 * to share between threads.
 */
public final class LeadTimes {
    private final int[] start;
    private final int[] ofSlot;
    private final int[] weeks;
    private final int longest;

    LeadTimes(NetworkStructure structure) {
        start = new int[structure.activityCount + 1];
        ofSlot = new int[structure.slotCount];
        IntList listed = new IntList();
        int most = 0;
        for (int i = 0; i < structure.activityCount; i++) {
            start[i] = listed.size();
            for (int e = structure.slotStart[i]; e < structure.capitalStart[i]; e++) {
                int lead = structure.slotLead[e];
                int place = start[i];
                while (place < listed.size() && listed.get(place) != lead) {
                    place++;
                }
                if (place == listed.size()) {
                    listed.add(lead);
                }
                ofSlot[e] = place;
                most = Math.max(most, lead);
            }
        }
        start[structure.activityCount] = listed.size();
        weeks = listed.toArray();
        longest = most;
    }

    /** Of all activities together. */
    public int count() {
        return weeks.length;
    }

    /** Where an activity's lead times start; those of the number of activities end there. */
    public int start(int activity) {
        return start[activity];
    }

    /** The lead time at a place, in weeks, ≥ 1. */
    public int weeks(int place) {
        return weeks[place];
    }

    /** The place of the lead time of a slot that is used up. */
    public int of(int slot) {
        return ofSlot[slot];
    }

    /** The longest of all, in weeks; 0 if nothing is used up. */
    public int longest() {
        return longest;
    }
}

package io.chokepoint.simulation;

/**
 * A set of indices that only grows, such as the activities that have left the steady state. Its order of joining is part of the result,
 * as sums are made in it; loops whose turns know nothing of each other go through it in rising order instead, for the sake of memory.
 */
final class Members {
    final boolean[] has;
    /** In the order of joining. */
    final int[] list;

    int count;

    private final int[] rising;
    private int sorted;

    /** @param size members are below it */
    Members(int size) {
        has = new boolean[size];
        list = new int[size];
        rising = new int[size + 1];
    }

    /** @param member that has not joined yet */
    void add(int member) {
        has[member] = true;
        list[count++] = member;
    }

    /** The members in rising order, as many as there are now; to be read until the next one joins. */
    int[] rising() {
        if (sorted != count) {
            sorted = 0;
            // Without a branch, which would be guessed wrongly half of the time; what is written last is written over.
            for (int member = 0; member < has.length; member++) {
                rising[sorted] = member;
                sorted += has[member] ? 1 : 0;
            }
        }
        return rising;
    }
}

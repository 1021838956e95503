package io.chokepoint.network;

import java.util.Arrays;

/** The links of each supplier, and the slots that buy from it in the baseline: the network read downstream. */
final class CustomerLists {
    /** By supplier, where its links start. */
    final int[] start;

    final int[] link;
    /** By supplier, where its buyers in the baseline start. */
    final int[] buyerStart;

    final int[] buyerSlot;
    /** By buyer, the place of its link among the usual links. */
    final int[] buyerPlace;

    CustomerLists(int activities, int[] linkSupplier, int[] usualStart, int[] usualSupplier) {
        start = starts(activities, linkSupplier);
        link = new int[linkSupplier.length];
        int[] next = Arrays.copyOf(start, activities);
        for (int l = 0; l < link.length; l++) {
            link[next[linkSupplier[l]]++] = l;
        }
        buyerStart = starts(activities, usualSupplier);
        buyerSlot = new int[usualSupplier.length];
        buyerPlace = new int[usualSupplier.length];
        int[] at = Arrays.copyOf(buyerStart, activities);
        for (int e = 0; e < usualStart.length - 1; e++) {
            for (int u = usualStart[e]; u < usualStart[e + 1]; u++) {
                int place = at[usualSupplier[u]]++;
                buyerSlot[place] = e;
                buyerPlace[place] = u;
            }
        }
    }

    /** Where the entries of each supplier start when they are sorted by supplier, and one more for the end. */
    private static int[] starts(int activities, int[] suppliers) {
        int[] starts = new int[activities + 1];
        for (int supplier : suppliers) {
            starts[supplier + 1]++;
        }
        for (int j = 0; j < activities; j++) {
            starts[j + 1] += starts[j];
        }
        return starts;
    }
}

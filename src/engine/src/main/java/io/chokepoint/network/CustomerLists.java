package io.chokepoint.network;

import java.util.Arrays;

/** The links of each supplier, to itself too, and the slots that buy from it in the baseline: the network read downstream. */
final class CustomerLists {
    /** By supplier, where its links start. */
    final int[] start;

    final int[] link;
    /** By place of a link: its slot; −1 for markets. */
    final int[] slot;
    /** By place of a link: its slot if it does not buy from the supplier in the baseline; −1 for all others. */
    final int[] unusualSlot;
    /** By supplier, where its buyers in the baseline start, and where they end. */
    final int[] buyerStart;

    final int[] buyerEnd;

    final int[] buyerSlot;
    /** By buyer, its link. */
    final int[] buyerLink;
    /** By usual link, the place of its buyer; −1 for all other links. */
    final int[] buyerOf;
    /**
     * Suppliers, those with the fewest buyers first, in which order their buyers lie one after the other: who goes through them so meets
     * equally many again and again.
     */
    final int[] fewestBuyersFirst;
    /** By supplier, where its links to itself start. */
    final int[] ownStart;

    final int[] ownLink;

    CustomerLists(
            int activities, int[] linkSupplier, int[] linkSlot, int[] slotActivity, int[] linkStart, int[] linkUsual) {
        start = starts(activities, linkSupplier);
        link = new int[linkSupplier.length];
        int[] next = Arrays.copyOf(start, activities);
        IntList usual = new IntList();
        for (int l = 0; l < link.length; l++) {
            link[next[linkSupplier[l]]++] = l;
        }
        for (int e = 0; e < linkUsual.length; e++) {
            for (int l = linkStart[e]; l < linkUsual[e]; l++) {
                usual.add(linkSupplier[l]);
            }
        }
        int[] buyers = new int[activities];
        for (int k = 0; k < usual.size(); k++) {
            buyers[usual.get(k)]++;
        }
        fewestBuyersFirst = sorted(buyers);
        buyerStart = new int[activities];
        buyerEnd = new int[activities];
        int end = 0;
        for (int j : fewestBuyersFirst) {
            buyerStart[j] = end;
            end += buyers[j];
            buyerEnd[j] = end;
        }
        buyerSlot = new int[usual.size()];
        buyerLink = new int[usual.size()];
        buyerOf = new int[link.length];
        Arrays.fill(buyerOf, -1);
        int[] at = buyerStart.clone();
        for (int e = 0; e < linkUsual.length; e++) {
            for (int l = linkStart[e]; l < linkUsual[e]; l++) {
                int place = at[linkSupplier[l]]++;
                buyerSlot[place] = e;
                buyerLink[place] = l;
                buyerOf[l] = place;
            }
        }
        slot = new int[link.length];
        unusualSlot = new int[link.length];
        for (int place = 0; place < link.length; place++) {
            slot[place] = linkSlot[link[place]];
            unusualSlot[place] = buyerOf[link[place]] >= 0 ? -1 : slot[place];
        }
        IntList own = new IntList();
        ownStart = new int[activities + 1];
        for (int j = 0; j < activities; j++) {
            for (int place = start[j]; place < start[j + 1]; place++) {
                if (slot[place] >= 0 && slotActivity[slot[place]] == j) {
                    own.add(link[place]);
                }
            }
            ownStart[j + 1] = own.size();
        }
        ownLink = own.toArray();
    }

    /** The places of sizes in the order of the sizes; among equals in rising order. */
    private static int[] sorted(int[] sizes) {
        int largest = Arrays.stream(sizes).max().orElse(0);
        int[] next = starts(largest + 1, sizes);
        int[] sorted = new int[sizes.length];
        for (int k = 0; k < sizes.length; k++) {
            sorted[next[sizes[k]]++] = k;
        }
        return sorted;
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

package io.chokepoint.simulation;

/**
 * A set of indices that only grows, such as the activities that have left the steady state. Its order of joining is part of the result,
 * as sums are made in it.
 *
 * <p>Loops whose turns know nothing of each other go through {@link #runs} instead, if they leave who is not a member as it is: over
 * neighbours in memory, without a list in between.
 */
final class Members {
    /** As many neighbours are looked at together. */
    private static final int BLOCK = 16;

    final boolean[] has;
    /** In the order of joining. */
    final int[] list;
    /** By member, its place in the list. */
    final int[] placeOf;
    /** Where runs start and end, in rising order; as many as {@link #runs} says. */
    final int[] from;

    final int[] to;

    int count;

    private final boolean[] hasBlock;
    private int blocks;
    private int blocksInRuns;
    private int runs;

    /** @param size members are below it */
    Members(int size) {
        has = new boolean[size];
        list = new int[size];
        placeOf = new int[size];
        hasBlock = new boolean[(size + BLOCK - 1) / BLOCK];
        from = new int[hasBlock.length];
        to = new int[hasBlock.length];
    }

    /** @param member that has not joined yet */
    void add(int member) {
        has[member] = true;
        placeOf[member] = count;
        list[count++] = member;
        int block = member / BLOCK;
        if (!hasBlock[block]) {
            hasBlock[block] = true;
            blocks++;
        }
    }

    /**
     * The members and their neighbours, as ranges of indices.
     *
     * @return how many; to be read until the next one joins
     */
    int runs() {
        if (blocksInRuns != blocks) {
            blocksInRuns = blocks;
            runs = 0;
            for (int block = 0; block < hasBlock.length; block++) {
                if (hasBlock[block]) {
                    int start = block * BLOCK;
                    if (runs > 0 && to[runs - 1] == start) {
                        runs--;
                    } else {
                        from[runs] = start;
                    }
                    to[runs++] = Math.min(start + BLOCK, has.length);
                }
            }
        }
        return runs;
    }
}

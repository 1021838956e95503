package io.chokepoint.firms;

import java.util.Arrays;

/**
 * The strongly connected parts of a network: firms each of which is downstream of all others of its part. Found by Tarjan's
 * algorithm (1972) with a stack of its own, since a chain of firms may be longer than the runtime's. Parts are numbered so that links
 * between two of them go from the higher to the lower number.
 */
public final class Components {
    private final int[] of;
    private final int[] size;

    private final int[] start;
    private final int[] buyer;

    /** By firm: when it was found, from 1; 0 before. Then the earliest firm on the stack that it leads to. */
    private final int[] found;

    private final int[] earliest;
    private final int[] open;
    private final int[] path;
    private final int[] nextPlace;
    private int openCount;
    private int time;
    private int parts;

    /**
     * @param bySupplier row i: what firm i sells, or any other links to be followed from row to neighbour
     */
    public Components(Links bySupplier) {
        start = bySupplier.start();
        buyer = bySupplier.neighbour();
        int firms = start.length - 1;
        of = new int[firms];
        Arrays.fill(of, -1);
        found = new int[firms];
        earliest = new int[firms];
        open = new int[firms];
        path = new int[firms];
        nextPlace = new int[firms];
        int[] sizes = new int[firms];
        for (int firm = 0; firm < firms; firm++) {
            if (found[firm] == 0) {
                search(firm, sizes);
            }
        }
        size = Arrays.copyOf(sizes, parts);
    }

    /** By firm, its part; shared and never written to. */
    public int[] of() {
        return of;
    }

    /** By part, how many firms it has; shared and never written to. */
    public int[] size() {
        return size;
    }

    private void search(int root, int[] sizes) {
        int depth = 0;
        enter(root);
        path[0] = root;
        while (depth >= 0) {
            int firm = path[depth];
            if (nextPlace[firm] < start[firm + 1]) {
                int to = buyer[nextPlace[firm]++];
                if (found[to] == 0) {
                    enter(to);
                    path[++depth] = to;
                } else if (of[to] < 0) {
                    earliest[firm] = Math.min(earliest[firm], found[to]);
                }
                continue;
            }
            if (earliest[firm] == found[firm]) {
                close(firm, sizes);
            }
            depth--;
            if (depth >= 0) {
                earliest[path[depth]] = Math.min(earliest[path[depth]], earliest[firm]);
            }
        }
    }

    private void enter(int firm) {
        found[firm] = ++time;
        earliest[firm] = time;
        nextPlace[firm] = start[firm];
        open[openCount++] = firm;
    }

    private void close(int firm, int[] sizes) {
        int member;
        do {
            member = open[--openCount];
            of[member] = parts;
            sizes[parts]++;
        } while (member != firm);
        parts++;
    }
}

package io.chokepoint.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Orders the nodes of fixed layers so that few edges cross: sweeps to the right and back put every node at the mean height of its
 * neighbours on one side (Sugiyama, Tagawa, Toda 1981), then nodes next to each other change places as long as that takes
 * crossings away (Gansner, Koutsofios, North, Vo 1993). Edges are straight, also where they pass layers, as they are drawn; a
 * crossing is counted in the gap between two layers where it lies.
 *
 * <p>Starts from the given order and from shuffled ones with a fixed seed, and keeps the best: the same graph gets the same order
 * on every machine, and never one with more crossings than it came with. Nothing recurses, so that graphs may be of any depth.
 */
final class CrossingReduction {
    private static final long SEED = 1;
    /** Sweeps, to the right and to the left in turn. */
    private static final int MOST_SWEEPS = 24;
    /** Sweeps without fewer crossings before a start is given up. */
    private static final int PATIENCE = 6;
    /** Rounds of swaps after a sweep; the first ones do nearly all there is to do. */
    private static final int MOST_ROUNDS = 8;

    /** What neighbours on the side the sweep goes to count for, against 1 for those on the other. */
    private static final double OTHER_SIDE = 0.3;

    /** How finely heights are told apart, in bits. */
    private static final int HEIGHT_BITS = 30;

    private final int[] layerOf;
    private final double[] heights;
    /** Where each node would like to be. */
    private final double[] wanted;
    /** The movable nodes of each layer from top to bottom. */
    private final int[][] movable;
    /** The heights they share, from top to bottom. */
    private final double[][] places;

    private final int[] left;
    private final int[] right;
    /** Edges of which a part lies in the gap right of each layer. */
    private final int[][] across;
    /** Neighbours of node i are {@code neighbours[start[i]] … neighbours[start[i + 1] − 1]}. */
    private final int[] start;

    private final int[] neighbours;

    /**
     * @param layerOf layer of each node, from 0 at the left
     * @param heights height of each node, in [0, 1]; no two of a layer the same
     * @param movable nodes that may change places with others of their layer
     * @param from one end of each edge
     * @param to the other end, in another layer; either may be the left one
     * @throws IllegalArgumentException if an edge lies within a layer
     */
    CrossingReduction(int[] layerOf, double[] heights, boolean[] movable, int[] from, int[] to) {
        int layers = Arrays.stream(layerOf).max().orElse(-1) + 1;
        this.layerOf = layerOf.clone();
        this.heights = heights.clone();
        this.wanted = heights.clone();
        this.left = new int[from.length];
        this.right = new int[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            if (layerOf[from[edge]] == layerOf[to[edge]]) {
                throw new IllegalArgumentException("edge " + edge + " lies within a layer");
            }
            boolean forward = layerOf[from[edge]] < layerOf[to[edge]];
            left[edge] = forward ? from[edge] : to[edge];
            right[edge] = forward ? to[edge] : from[edge];
        }
        this.across = across(layers);
        this.start = new int[layerOf.length + 1];
        this.neighbours = new int[2 * from.length];
        joinNeighbours();
        this.movable = new int[layers][];
        this.places = new double[layers][];
        List<List<Integer>> byLayer = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            byLayer.add(new ArrayList<>());
        }
        for (int i = 0; i < layerOf.length; i++) {
            if (movable[i]) {
                byLayer.get(layerOf[i]).add(i);
            }
        }
        for (int layer = 0; layer < layers; layer++) {
            int[] nodes =
                    byLayer.get(layer).stream().mapToInt(Integer::intValue).toArray();
            this.movable[layer] = nodes;
            places[layer] =
                    Arrays.stream(nodes).mapToDouble(i -> heights[i]).sorted().toArray();
            sort(layer);
        }
    }

    private int[][] across(int layers) {
        int[] counts = new int[layers];
        for (int edge = 0; edge < left.length; edge++) {
            for (int gap = layerOf[left[edge]]; gap < layerOf[right[edge]]; gap++) {
                counts[gap]++;
            }
        }
        int[][] edges = new int[layers][];
        for (int gap = 0; gap < layers; gap++) {
            edges[gap] = new int[counts[gap]];
        }
        for (int edge = left.length - 1; edge >= 0; edge--) {
            for (int gap = layerOf[left[edge]]; gap < layerOf[right[edge]]; gap++) {
                edges[gap][--counts[gap]] = edge;
            }
        }
        return edges;
    }

    private void joinNeighbours() {
        for (int edge = 0; edge < left.length; edge++) {
            start[left[edge]]++;
            start[right[edge]]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        for (int edge = left.length - 1; edge >= 0; edge--) {
            neighbours[--start[left[edge]]] = right[edge];
            neighbours[--start[right[edge]]] = left[edge];
        }
    }

    /** Height of each node in the present order. */
    double[] heights() {
        return heights.clone();
    }

    /** How many pairs of edges cross in the present order, gap by gap; those that meet in a node do not cross there. */
    long crossings() {
        long crossings = 0;
        for (int gap = 0; gap < across.length; gap++) {
            crossings += crossings(gap);
        }
        return crossings;
    }

    /**
     * Goes over to the best order that is found.
     *
     * @param starts from how many orders it looks for one, the present one first, ≥ 1
     */
    void reduce(int starts) {
        double[] best = heights.clone();
        long least = crossings();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int attempt = 0; attempt < starts && least > 0; attempt++) {
            if (attempt > 0) {
                shuffle(random);
            }
            long reached = Long.MAX_VALUE;
            int idle = 0;
            for (int sweep = 0; sweep < MOST_SWEEPS && idle < PATIENCE; sweep++) {
                sweep(sweep % 2 == 0);
                swap();
                long crossings = crossings();
                idle = crossings < reached ? 0 : idle + 1;
                reached = Math.min(reached, crossings);
                if (crossings < least) {
                    least = crossings;
                    best = heights.clone();
                }
            }
        }
        System.arraycopy(best, 0, heights, 0, best.length);
    }

    private void shuffle(SplittableRandom random) {
        for (int layer = 0; layer < movable.length; layer++) {
            for (int i : movable[layer]) {
                wanted[i] = random.nextDouble();
            }
            sort(layer);
        }
    }

    /** Gives the places of a layer to its nodes in the order of what they want; equal ones keep their order. */
    private void sort(int layer) {
        int[] nodes = movable[layer];
        long[] keys = new long[nodes.length];
        for (int place = 0; place < nodes.length; place++) {
            keys[place] = key(wanted[nodes[place]], place);
        }
        Arrays.sort(keys);
        int[] sorted = new int[nodes.length];
        for (int place = 0; place < nodes.length; place++) {
            sorted[place] = nodes[(int) keys[place]];
            heights[sorted[place]] = places[layer][place];
        }
        movable[layer] = sorted;
    }

    /** Ordered by height, then by what comes with it. */
    private static long key(double height, int then) {
        return (long) (height * (1L << HEIGHT_BITS)) << 32 | then;
    }

    // ---- sweeps

    private void sweep(boolean toTheRight) {
        for (int step = 0; step < movable.length; step++) {
            int layer = toTheRight ? step : movable.length - 1 - step;
            for (int i : movable[layer]) {
                wanted[i] = meanHeight(i, toTheRight);
            }
            sort(layer);
        }
    }

    /** Of the neighbours, those nearer and on the side the sweep comes from counting more; what has none stays where it is. */
    private double meanHeight(int i, boolean toTheRight) {
        double sum = 0;
        double weight = 0;
        double otherSum = 0;
        double otherWeight = 0;
        for (int n = start[i]; n < start[i + 1]; n++) {
            int away = layerOf[i] - layerOf[neighbours[n]];
            double near = 1.0 / Math.abs(away);
            if (away > 0 == toTheRight) {
                sum += near * heights[neighbours[n]];
                weight += near;
            } else {
                otherSum += near * heights[neighbours[n]];
                otherWeight += near;
            }
        }
        weight += OTHER_SIDE * otherWeight;
        return weight > 0 ? (sum + OTHER_SIDE * otherSum) / weight : heights[i];
    }

    // ---- swaps

    private void swap() {
        boolean swapped = true;
        for (int round = 0; round < MOST_ROUNDS && swapped; round++) {
            swapped = false;
            for (int layer = 0; layer < movable.length; layer++) {
                swapped |= swap(layer);
            }
        }
    }

    private boolean swap(int layer) {
        int[] nodes = movable[layer];
        boolean swapped = false;
        for (int place = 0; place + 1 < nodes.length; place++) {
            int upper = nodes[place];
            int lower = nodes[place + 1];
            if (gain(upper, lower) > 0) {
                nodes[place] = lower;
                nodes[place + 1] = upper;
                double height = heights[upper];
                heights[upper] = heights[lower];
                heights[lower] = height;
                swapped = true;
            }
        }
        return swapped;
    }

    /** How many crossings between the edges of two neighbours go away if they change places. */
    private int gain(int upper, int lower) {
        int gain = 0;
        for (int n = start[upper]; n < start[upper + 1]; n++) {
            int away = layerOf[neighbours[n]] - layerOf[upper];
            double height = heights[neighbours[n]];
            for (int m = start[lower]; m < start[lower + 1]; m++) {
                int otherAway = layerOf[neighbours[m]] - layerOf[lower];
                if (away > 0 != otherAway > 0 || neighbours[n] == neighbours[m]) {
                    continue;
                }
                double otherHeight = heights[neighbours[m]];
                // Both are compared where the shorter of the two ends.
                double distance = away == otherAway
                        ? height - otherHeight
                        : Math.abs(away) < Math.abs(otherAway)
                                ? height - (heights[lower] + (otherHeight - heights[lower]) * away / otherAway)
                                : heights[upper] + (height - heights[upper]) * otherAway / away - otherHeight;
                gain += distance > 0 ? 1 : distance < 0 ? -1 : 0;
            }
        }
        return gain;
    }

    // ---- counting

    private long crossings(int gap) {
        int[] edges = across[gap];
        long[] keys = new long[edges.length];
        for (int n = 0; n < edges.length; n++) {
            keys[n] = key(heightAt(gap, edges[n]), (int) (heightAt(gap + 1, edges[n]) * (1L << HEIGHT_BITS)));
        }
        Arrays.sort(keys);
        return inversions(keys, new long[keys.length]);
    }

    private double heightAt(int layer, int edge) {
        int from = left[edge];
        int to = right[edge];
        if (layer == layerOf[to]) {
            return heights[to];
        }
        return heights[from] + (heights[to] - heights[from]) * (layer - layerOf[from]) / (layerOf[to] - layerOf[from]);
    }

    /** Pairs whose lower halves are in the wrong order; sorts by lower halves, runs of twice the length at a time. */
    private static long inversions(long[] keys, long[] spare) {
        long inversions = 0;
        for (int run = 1; run < keys.length; run *= 2) {
            for (int first = 0; first + run < keys.length; first += 2 * run) {
                int middle = first + run;
                int end = Math.min(keys.length, middle + run);
                int upper = first;
                int lower = middle;
                for (int at = first; at < end; at++) {
                    if (lower == end || upper < middle && (int) keys[upper] <= (int) keys[lower]) {
                        spare[at] = keys[upper++];
                    } else {
                        inversions += middle - upper;
                        spare[at] = keys[lower++];
                    }
                }
                System.arraycopy(spare, first, keys, first, end - first);
            }
        }
        return inversions;
    }
}

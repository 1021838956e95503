package io.chokepoint.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossingReductionTest {
    private static final int STARTS = 8;

    /** Layers of nodes, and edges between any two of them; heights are drawn, so that no three edges meet by chance. */
    private record Drawing(int[] layerOf, double[] heights, boolean[] movable, int[] from, int[] to) {
        static Drawing random(Random random, int layers, int mostInLayer, double density) {
            List<Integer> layerOf = new ArrayList<>();
            List<Double> heights = new ArrayList<>();
            for (int layer = 0; layer < layers; layer++) {
                int size = 1 + random.nextInt(mostInLayer);
                for (int place = 0; place < size; place++) {
                    layerOf.add(layer);
                    heights.add((place + random.nextDouble()) / size);
                }
            }
            List<int[]> edges = new ArrayList<>();
            for (int i = 0; i < layerOf.size(); i++) {
                for (int j = 0; j < layerOf.size(); j++) {
                    int away = Math.abs(layerOf.get(i) - layerOf.get(j));
                    if (away > 0 && random.nextDouble() < density / away) {
                        edges.add(new int[] {i, j});
                    }
                }
            }
            boolean[] movable = new boolean[layerOf.size()];
            Arrays.fill(movable, true);
            return new Drawing(
                    layerOf.stream().mapToInt(i -> i).toArray(),
                    heights.stream().mapToDouble(h -> h).toArray(),
                    movable,
                    edges.stream().mapToInt(edge -> edge[0]).toArray(),
                    edges.stream().mapToInt(edge -> edge[1]).toArray());
        }

        CrossingReduction reduction() {
            return new CrossingReduction(layerOf, heights, movable, from, to);
        }

        double heightAt(int layer, int edge, double[] at) {
            int span = layerOf[to[edge]] - layerOf[from[edge]];
            double part = (double) (layer - layerOf[from[edge]]) / span;
            return at[from[edge]] * (1 - part) + at[to[edge]] * part;
        }

        boolean spans(int gap, int edge) {
            int one = layerOf[from[edge]];
            int other = layerOf[to[edge]];
            return Math.min(one, other) <= gap && gap < Math.max(one, other);
        }

        /** Each pair of edges in each gap, as one would count on paper. */
        long crossings(double[] at) {
            long crossings = 0;
            for (int gap = 0; gap < Arrays.stream(layerOf).max().orElse(0); gap++) {
                for (int e = 0; e < from.length; e++) {
                    for (int f = 0; f < e; f++) {
                        if (spans(gap, e) && spans(gap, f)) {
                            double before = heightAt(gap, e, at) - heightAt(gap, f, at);
                            double after = heightAt(gap + 1, e, at) - heightAt(gap + 1, f, at);
                            crossings +=
                                    Math.abs(before) > 1e-7 && Math.abs(after) > 1e-7 && before * after < 0 ? 1 : 0;
                        }
                    }
                }
            }
            return crossings;
        }

        /** The least over all orders of all layers. */
        long leastCrossings() {
            return least(heights.clone(), 0);
        }

        private long least(double[] at, int layer) {
            int[] nodes = IntStream.range(0, layerOf.length)
                    .filter(i -> layerOf[i] == layer)
                    .toArray();
            return nodes.length == 0 ? crossings(at) : least(at, layer, nodes, 0);
        }

        private long least(double[] at, int layer, int[] nodes, int done) {
            if (done == nodes.length) {
                return least(at, layer + 1);
            }
            long least = Long.MAX_VALUE;
            for (int i = done; i < nodes.length; i++) {
                swap(at, nodes[done], nodes[i]);
                least = Math.min(least, least(at, layer, nodes, done + 1));
                swap(at, nodes[done], nodes[i]);
            }
            return least;
        }

        private static void swap(double[] at, int i, int j) {
            double height = at[i];
            at[i] = at[j];
            at[j] = height;
        }
    }

    @Test
    void crossingsAreCountedAsOnPaper() {
        for (int seed = 0; seed < 300; seed++) {
            Drawing drawing = Drawing.random(new Random(seed), 2 + seed % 5, 7, 0.5);

            assertThat(drawing.reduction().crossings())
                    .as("seed %d", seed)
                    .isEqualTo(drawing.crossings(drawing.heights()));
        }
    }

    @Test
    void noOrderHasMoreCrossingsThanTheOneItCameFrom() {
        long before = 0;
        long after = 0;
        for (int seed = 0; seed < 200; seed++) {
            Drawing drawing = Drawing.random(new Random(seed), 2 + seed % 6, 12, 0.2);
            CrossingReduction reduction = drawing.reduction();
            reduction.reduce(1);

            long crossings = drawing.crossings(reduction.heights());
            assertThat(crossings).as("seed %d", seed).isEqualTo(reduction.crossings());
            assertThat(crossings).as("seed %d", seed).isLessThanOrEqualTo(drawing.crossings(drawing.heights()));
            before += drawing.crossings(drawing.heights());
            after += crossings;
        }
        assertThat(after).as("crossings in all").isLessThan(before * 3 / 4);
    }

    @Test
    void hardlyAnyOrderOfATinyGraphIsBetter() {
        int best = 0;
        for (int seed = 0; seed < 60; seed++) {
            Drawing drawing = Drawing.random(new Random(seed), 3, 4, 0.6);
            CrossingReduction reduction = drawing.reduction();
            reduction.reduce(STARTS);

            long least = drawing.leastCrossings();
            assertThat(reduction.crossings()).as("seed %d", seed).isBetween(least, least + least / 10);
            best += reduction.crossings() == least ? 1 : 0;
        }
        assertThat(best)
                .as("graphs drawn with the fewest crossings there can be")
                .isGreaterThan(50);
    }

    @Test
    void aLayerKeepsItsHeightsAndWhatIsFixedStays() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            Drawing drawing = Drawing.random(random, 4, 9, 0.4);
            for (int i = 0; i < drawing.movable().length; i++) {
                drawing.movable()[i] = random.nextBoolean();
            }
            CrossingReduction reduction = drawing.reduction();
            reduction.reduce(STARTS);

            double[] after = reduction.heights();
            for (int i = 0; i < after.length; i++) {
                int layer = drawing.layerOf()[i];
                if (!drawing.movable()[i]) {
                    assertThat(after[i]).isEqualTo(drawing.heights()[i]);
                }
                assertThat(heightsOf(layer, drawing, after))
                        .containsExactlyInAnyOrder(heightsOf(layer, drawing, drawing.heights()));
            }
        }
    }

    private static double[] heightsOf(int layer, Drawing drawing, double[] heights) {
        return IntStream.range(0, heights.length)
                .filter(i -> drawing.layerOf()[i] == layer)
                .mapToDouble(i -> heights[i])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, STARTS})
    void theSameGraphGetsTheSameOrder(int starts) {
        Drawing drawing = Drawing.random(new Random(5), 6, 30, 0.1);
        CrossingReduction one = drawing.reduction();
        CrossingReduction two = drawing.reduction();
        one.reduce(starts);
        two.reduce(starts);

        assertThat(two.heights()).isEqualTo(one.heights());
    }

    @Test
    void aChainMayBeAsLongAsItLikes() {
        int length = 20_000;
        int[] layerOf = IntStream.range(0, 2 * length).map(i -> i / 2).toArray();
        double[] heights = IntStream.range(0, 2 * length)
                .mapToDouble(i -> 0.25 + i % 2 * 0.5)
                .toArray();
        boolean[] movable = new boolean[2 * length];
        Arrays.fill(movable, true);
        // Two chains that change sides from layer to layer.
        int[] from = IntStream.range(0, 2 * length - 2).toArray();
        int[] to = IntStream.range(0, 2 * length - 2)
                .map(i -> i / 2 * 2 + 2 + (1 - i % 2))
                .toArray();
        CrossingReduction reduction = new CrossingReduction(layerOf, heights, movable, from, to);
        assertThat(reduction.crossings()).isEqualTo(length - 1);

        reduction.reduce(1);

        assertThat(reduction.crossings()).isZero();
    }

    @Test
    void anEdgeWithinALayerIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CrossingReduction(
                        new int[] {0, 0}, new double[] {0.25, 0.75}, new boolean[2], new int[] {0}, new int[] {1}))
                .withMessageContaining("edge 0");
    }
}

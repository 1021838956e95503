package io.chokepoint.firms.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Counts by joined sets are those of a walk from every firm. */
class DownstreamCountsTest {
    private static FirmNetwork drawn(SplittableRandom random) {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        int firms = 1 + random.nextInt(700);
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + i, "s");
        }
        boolean acyclic = random.nextInt(3) == 0;
        int links = random.nextInt(1 + (int) (firms * (0.5 + 2 * random.nextDouble())));
        for (int i = 0; i < links; i++) {
            int from = random.nextInt(firms);
            int to = random.nextInt(firms);
            boolean turned = acyclic && from > to;
            builder.link("f" + (turned ? to : from), "f" + (turned ? from : to), random.nextInt(9) - 1);
        }
        return builder.build();
    }

    private static int walked(FirmNetwork network, int from) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(from);
        seen.set(from);
        while (!open.isEmpty()) {
            int firm = open.remove();
            for (int place = network.bySupplier().start()[firm];
                    place < network.bySupplier().start()[firm + 1];
                    place++) {
                int to = network.bySupplier().neighbour()[place];
                if (!seen.get(to)) {
                    seen.set(to);
                    open.add(to);
                }
            }
        }
        return seen.cardinality() - 1;
    }

    @Test
    void sameAsAWalkFromEveryFirm() {
        for (int seed = 0; seed < 150; seed++) {
            FirmNetwork network = drawn(new SplittableRandom(seed));
            int[] one = DownstreamCounts.of(network, 1, RunMonitor.NONE);
            assertThat(DownstreamCounts.of(network, 3, RunMonitor.NONE))
                    .as("seed " + seed)
                    .isEqualTo(one);
            for (int firm = 0; firm < network.firms(); firm++) {
                assertThat(one[firm]).as("seed %d, firm %d", seed, firm).isEqualTo(walked(network, firm));
            }
        }
    }

    @Test
    void aChainLongerThanAnyStack() {
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        int firms = 200_000;
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + i, "s");
        }
        for (int i = 0; i < firms; i++) {
            builder.link("f" + i, "f" + (i + 1) % firms, 1);
        }

        int[] counts = DownstreamCounts.of(builder.build(), 2, RunMonitor.NONE);

        assertThat(counts).hasSize(firms).containsOnly(firms - 1);
    }
}

package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/** The output of each good in a week as a part of its baseline; goods all of whose makers are at rest are not added up. */
final class GoodOutputs {
    private final NetworkStructure structure;
    private final WeekState state;
    private final double[] baseline;
    private final double[] output;
    private final boolean[] isAwake;
    /** Goods with a maker who is awake. */
    private final int[] awake;

    private int awakeCount;
    /** Makers whose goods are known to be awake. */
    private int makersSeen;

    GoodOutputs(CompiledNetwork network, WeekState state) {
        this.structure = network.structure();
        this.state = state;
        baseline = new double[structure.goodCount()];
        for (int i = 0; i < structure.activityCount(); i++) {
            baseline[structure.goodOf(i)] += network.baseline(i);
        }
        output = new double[baseline.length];
        Arrays.fill(output, 1);
        isAwake = new boolean[baseline.length];
        awake = new int[baseline.length];
    }

    /** Looks at the week that has just been run. */
    void add() {
        while (makersSeen < state.awake.count) {
            int good = structure.goodOf(state.awake.activities[makersSeen++]);
            if (!isAwake[good]) {
                isAwake[good] = true;
                awake[awakeCount++] = good;
            }
        }
        for (int n = 0; n < awakeCount; n++) {
            int good = awake[n];
            double sum = 0;
            for (int k = 0; k < structure.makerCount(good); k++) {
                sum += state.output[structure.maker(good, k)];
            }
            output[good] = sum / baseline[good];
        }
    }

    /** As a part of baseline; 1 for a good without makers. */
    double of(int good) {
        return output[good];
    }
}

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
    /** Goods with a maker who is awake. */
    private final Members awake;

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
        awake = new Members(baseline.length);
    }

    /** Looks at the week that has just been run. */
    void add() {
        while (makersSeen < state.awake.count) {
            int good = structure.goodOf(state.awake.list[makersSeen++]);
            if (!awake.has[good]) {
                awake.add(good);
            }
        }
        int[] goods = awake.rising();
        double[] outputs = state.output;
        for (int n = 0; n < awake.count; n++) {
            int good = goods[n];
            int makers = structure.makerCount(good);
            double sum = 0;
            for (int k = 0; k < makers; k++) {
                sum += outputs[structure.maker(good, k)];
            }
            output[good] = sum / baseline[good];
        }
    }

    /** Adds what the week that has just been looked at has lost; goods at rest lose nothing. */
    void addLosses(OutputLosses losses, int week) {
        int[] goods = awake.rising();
        for (int n = 0; n < awake.count; n++) {
            losses.addGood(goods[n], week, output[goods[n]]);
        }
    }

    /** As a part of baseline; 1 for a good without makers. */
    double of(int good) {
        return output[good];
    }
}

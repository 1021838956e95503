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
        // In the order in which outputs are summed up, so that what is at rest is 1 exactly.
        for (int good = 0; good < baseline.length; good++) {
            for (int k = 0; k < structure.makerCount(good); k++) {
                baseline[good] += network.baseline(structure.maker(good, k));
            }
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
        double[] outputs = state.output;
        int runs = awake.runs();
        for (int run = 0; run < runs; run++) {
            for (int good = awake.from[run]; good < awake.to[run]; good++) {
                int makers = structure.makerCount(good);
                double sum = 0;
                for (int k = 0; k < makers; k++) {
                    sum += outputs[structure.maker(good, k)];
                }
                output[good] = makers == 0 ? 1 : sum / baseline[good];
            }
        }
    }

    /** Adds what the week that has just been looked at has lost; goods at rest lose nothing. */
    void addLosses(OutputLosses losses, int week) {
        int runs = awake.runs();
        for (int run = 0; run < runs; run++) {
            for (int good = awake.from[run]; good < awake.to[run]; good++) {
                losses.addGood(good, week, output[good], output[good] < 1 ? notMade(good) : 0);
            }
        }
    }

    /** What was ordered of a good's makers and not made, as a part of its baseline: of whomever it was ordered. */
    private double notMade(int good) {
        double sum = 0;
        for (int k = 0; k < structure.makerCount(good); k++) {
            int maker = structure.maker(good, k);
            sum += Math.max(0, state.demand.ordered[maker] - state.output[maker]);
        }
        return sum / baseline[good];
    }

    /** As a part of baseline; 1 for a good without makers. */
    double of(int good) {
        return output[good];
    }
}

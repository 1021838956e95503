package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.WeekEffects;

/** Adds up what leaves over chosen links week by week: what is shipped, in the week in which a licence lets it go. */
final class FlowSums {
    private final CompiledNetwork network;
    private final WeekEffects effects;
    private final Rationing rationing;
    private final int[][] links;
    /** By choice, then week. */
    private final double[][] sums;

    /** @param links of each choice */
    FlowSums(CompiledNetwork network, WeekEffects effects, Rationing rationing, int[][] links, int weeks) {
        this.network = network;
        this.effects = effects;
        this.rationing = rationing;
        this.links = links;
        this.sums = new double[links.length][weeks];
    }

    /** Looks at a week after it is settled who is served, and before new orders are placed. */
    void keep(int week) {
        for (int c = 0; c < links.length; c++) {
            for (int link : links[c]) {
                keep(sums[c], link, week);
            }
        }
    }

    private void keep(double[] sum, int link, int week) {
        double amount = rationing.order(link) * rationing.served(link);
        if (!effects.canDelay(link)) {
            sum[week] += amount;
            return;
        }
        for (int p = 0; p < effects.delayParts(link); p++) {
            int leaves = week + effects.delayWeeks(link, p);
            if (leaves < sum.length) {
                sum[leaves] += amount * effects.delayPart(link, p);
            }
        }
    }

    /** As parts of what leaves over the same links in the baseline. */
    double[][] partsOfBaseline() {
        double[][] parts = new double[sums.length][];
        for (int c = 0; c < sums.length; c++) {
            double usual = 0;
            for (int link : links[c]) {
                usual += network.flow(link);
            }
            parts[c] = sums[c].clone();
            for (int week = 0; week < parts[c].length; week++) {
                parts[c][week] /= usual;
            }
        }
        return parts;
    }
}

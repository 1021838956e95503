package io.chokepoint.models;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * A scenario's restrictions as the one thing that the classic models know: makers who lose a part of their capacity. A maker put out
 * loses what it cannot make; a maker whose flows are restricted, the part of its sales that does not get through,
 *
 * <pre>
 * lost_i = 1 - kappa_i (1 - sum over its flows of Z (1 - through) / what it sells)
 * </pre>
 *
 * with κ the part that works (model page, section 4). So all its customers have less, also those who are not restricted.
 */
final class LostCapacity {
    private LostCapacity() {}

    /**
     * Week by week. Of a flow that waits nothing gets through until the first shipment has waited; what then comes at once with later
     * ones makes nothing up.
     *
     * @return by activity, then week, in [0, 1]
     */
    static double[][] byWeek(CompiledScenario scenario, int weeks) {
        return lost(scenario, weeks, true);
    }

    /** By activity, its largest loss of any week of the scenario, for models without time; a wait alone is no loss there. */
    static double[] largest(CompiledScenario scenario) {
        double[][] lost = lost(scenario, scenario.scenario().horizonWeeks(), false);
        double[] largest = new double[lost.length];
        for (int i = 0; i < lost.length; i++) {
            for (double part : lost[i]) {
                largest[i] = Math.max(largest[i], part);
            }
        }
        return largest;
    }

    private static double[][] lost(CompiledScenario scenario, int weeks, boolean waits) {
        CompiledNetwork network = scenario.network();
        NetworkStructure structure = network.structure();
        WeekEffects effects = new WeekEffects(scenario);
        double[][] through = new double[scenario.affectedLinkCount()][weeks];
        double[][] working = new double[structure.activityCount()][weeks];
        double[][] held = new double[working.length][weeks];
        for (int week = 0; week < weeks; week++) {
            effects.advanceTo(week);
            for (int i = 0; i < working.length; i++) {
                working[i][week] = effects.working(i);
            }
            for (int k = 0; k < through.length; k++) {
                int link = scenario.affectedLink(k);
                if (!waits || !effects.holdsUp(link)) {
                    through[k][week] += effects.permitted(link);
                    continue;
                }
                for (int p = 0; p < effects.delayParts(link); p++) {
                    int arrival = week + effects.delayWeeks(link, p);
                    if (arrival < weeks) {
                        through[k][arrival] += effects.permitted(link) * effects.delayPart(link, p);
                    }
                }
            }
        }
        for (int k = 0; k < through.length; k++) {
            int link = scenario.affectedLink(k);
            int maker = structure.linkSupplier(link);
            // Flows to suppliers that are not used today carry nothing yet.
            double part = network.flow(link) == 0 ? 0 : network.flow(link) / network.usualOrders(maker);
            for (int week = 0; week < weeks; week++) {
                held[maker][week] += part * (1 - Math.min(1, through[k][week]));
            }
        }
        double[][] lost = new double[working.length][weeks];
        for (int i = 0; i < lost.length; i++) {
            for (int week = 0; week < weeks; week++) {
                lost[i][week] = Math.clamp(1 - working[i][week] * (1 - held[i][week]), 0, 1);
            }
        }
        return lost;
    }
}

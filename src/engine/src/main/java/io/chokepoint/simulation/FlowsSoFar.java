package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.result.InputFlow;
import java.util.Arrays;

/** What restrictions and makers have done to flows up to a week, read week by week off a run that is over. */
final class FlowsSoFar {
    private static final double TIE = 1e-12;

    private final CompiledNetwork network;
    private final CompiledScenario scenario;
    private final NetworkStructure structure;
    private final RunRecord record;
    private final RestrictionActs acts;
    private final WeekEffects effects;
    private int week = -1;
    // By place among the affected links; others are never cut, delayed nor taxed.
    private final double[] leastPermitted;
    private final double[] mostDelay;
    private final double[] mostCost;
    /** By activity. */
    private final double[] leastAvailable;
    // By link, of the slots looked at.
    /** The least φ·avail. */
    private final double[] leastExpected;
    /** Σ (1 − φ·avail). */
    private final double[] missing;

    FlowsSoFar(CompiledNetwork network, CompiledScenario scenario, RunRecord record, RestrictionActs acts) {
        this.network = network;
        this.scenario = scenario;
        this.structure = network.structure();
        this.record = record;
        this.acts = acts;
        this.effects = new WeekEffects(scenario);
        int places = scenario.affectedLinkCount();
        leastPermitted = filledWithOne(places);
        mostDelay = new double[places];
        mostCost = new double[places];
        leastAvailable = filledWithOne(structure.activityCount());
        leastExpected = filledWithOne(structure.linkCount());
        missing = new double[structure.linkCount()];
    }

    private static double[] filledWithOne(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Goes on to the next week. */
    void nextWeek() {
        week++;
        if (effects.advanceTo(week)) {
            for (int k = 0; k < leastPermitted.length; k++) {
                int link = scenario.affectedLink(k);
                leastPermitted[k] = Math.min(leastPermitted[k], effects.permitted(link));
                mostDelay[k] = Math.max(mostDelay[k], effects.meanDelay(link));
                mostCost[k] = Math.max(mostCost[k], effects.rate(link));
            }
        }
        for (int i = 0; i < leastAvailable.length; i++) {
            leastAvailable[i] = Math.min(leastAvailable[i], record.available[i][week]);
        }
    }

    /**
     * Takes this week into account for the makers of a slot's input.
     *
     * @param arrives whether what is sent this week can have arrived by the loss that is to be explained
     */
    void look(int slot, boolean arrives) {
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double expected = effects.permitted(l) * record.available[structure.linkSupplier(l)][week];
            leastExpected[l] = Math.min(leastExpected[l], expected);
            if (arrives) {
                missing[l] += 1 - expected;
            }
        }
    }

    /** m · (1 − the least φ·avail): how far the maker failed a buyer that ran short. */
    double shortfall(int link) {
        return network.mix(link) * (1 - leastExpected[link]);
    }

    /** m · Σ (1 − φ·avail): how far the maker failed a buyer whose machines wore down, in weeks of usual deliveries. */
    double missing(int link) {
        return network.mix(link) * missing[link];
    }

    /** m · (1 − the least φ): how far restrictions alone cut what the buyer buys. */
    double cut(int link) {
        return network.mix(link) * (1 - leastPermitted(link));
    }

    double leastPermitted(int link) {
        int place = scenario.affectedPlace(link);
        return place < 0 ? 1 : leastPermitted[place];
    }

    /** The largest mean T in weeks. */
    double mostDelay(int link) {
        int place = scenario.affectedPlace(link);
        return place < 0 ? 0 : mostDelay[place];
    }

    double mostCost(int link) {
        int place = scenario.affectedPlace(link);
        return place < 0 ? 0 : mostCost[place];
    }

    boolean isRestricted(int link) {
        return acts.isRestricted(link, week);
    }

    /** What is known of a supplier's flow. */
    InputFlow inputFlow(int link, double failure) {
        int supplier = structure.linkSupplier(link);
        return new InputFlow(
                acts.need(structure.linkSlot(link)),
                structure.activity(supplier),
                network.mix(link),
                leastPermitted(link),
                leastAvailable[supplier],
                failure,
                mostDelay(link),
                acts.onVolume(link, week));
    }

    /** Among the makers of the slot's input the one that failed it most; ties: a restricted flow, then the larger m, then dataset order. */
    int worst(int slot, boolean machines) {
        int worst = structure.linkStart(slot);
        for (int l = worst + 1; l < structure.linkMid(slot); l++) {
            if (isWorse(l, worst, machines)) {
                worst = l;
            }
        }
        return worst;
    }

    private boolean isWorse(int link, int than, boolean machines) {
        double failed = machines ? missing(link) : shortfall(link);
        double other = machines ? missing(than) : shortfall(than);
        if (Math.abs(failed - other) > TIE) {
            return failed > other;
        }
        if (isRestricted(link) != isRestricted(than)) {
            return isRestricted(link);
        }
        return network.mix(link) > network.mix(than);
    }
}

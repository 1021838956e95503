package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.WeekEffects;

/**
 * Steps through a run and shows what its result does not hold: capacity, added costs and the weights that markets place. For tests that
 * compare the engine with another reading of the model page; not for use by programs.
 */
public final class WeekProbe {
    private final CompiledNetwork network;
    private final WeeklyKernel kernel;
    private final WeekEffects effects;
    private final CostPass cost;
    private final int marketLinks;
    private int week;

    public WeekProbe(CompiledNetwork network, CompiledScenario scenario) {
        this.network = network;
        kernel = new WeeklyKernel(network, scenario, true);
        effects = new WeekEffects(scenario);
        cost = new CostPass(network);
        marketLinks = network.structure().linkStart(network.structure().slotCount());
    }

    /** Runs the next week, the first time week 0. */
    public void step() {
        kernel.step(week);
        if (effects.advanceTo(week)) {
            cost.update(effects);
        }
        week++;
    }

    /** avail of an activity this week. */
    public double available(int activity) {
        return kernel.state().available[activity];
    }

    /** K of an activity this week, the least over its capital inputs, as a part of x̄. */
    public double machines(int activity) {
        return kernel.state().machinePark[activity] / network.baseline(activity);
    }

    /** Whether C &lt; D this week. */
    public boolean isCapacityShort(int activity) {
        return kernel.state().capacity[activity] < kernel.state().demand.ordered[activity];
    }

    /** Δc of an activity this week. */
    public double addedCost(int activity) {
        return kernel.servesByPrice() ? kernel.costChange(activity) : cost.change(activity);
    }

    /** Δc of what comes over a link into a market this week. */
    public double addedMarketCost(int marketLink) {
        return kernel.servesByPrice()
                ? kernel.marketChange(marketLink - marketLinks)
                : cost.marketChange(marketLink, effects);
    }

    /** w of a link into a market, as placed this week. */
    public double marketWeight(int marketLink) {
        return kernel.state().marketWeight[marketLink - marketLinks];
    }
}

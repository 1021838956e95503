package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.WeekEffects;

/**
 * Steps through a run and shows what its result does not hold: added costs and the weights that markets place. For tests that
 * compare the engine with another reading of the model page; not for use by programs.
 */
public final class WeekProbe {
    private final WeeklyKernel kernel;
    private final WeekEffects effects;
    private final CostPass cost;
    private final int marketLinks;
    private int week;

    public WeekProbe(CompiledNetwork network, CompiledScenario scenario) {
        kernel = new WeeklyKernel(network, scenario);
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

    /** Δc of an activity this week. */
    public double addedCost(int activity) {
        return cost.change(activity);
    }

    /** Δc of what comes over a link into a market this week. */
    public double addedMarketCost(int marketLink) {
        return cost.marketChange(marketLink, effects);
    }

    /** w of a link into a market, as placed this week. */
    public double marketWeight(int marketLink) {
        return kernel.state().marketWeight[marketLink - marketLinks];
    }
}

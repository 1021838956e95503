package io.chokepoint.testkit;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SalesLost;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeekProbe;
import io.chokepoint.simulation.WeeklyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program's own engine, with its invariant checks on, behind the interface that all models are tested through. */
public final class EngineUnderTest implements ModelUnderTest {

    @Override
    public ModelRun run(Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        ModelRun run = toModelRun(simulate(dataset, scenario, defaultRule, values));
        lookInside(run, dataset, scenario, defaultRule, values);
        return run;
    }

    /** What results do not hold: added cost of makers, and the weights that markets place. */
    private static void lookInside(
            ModelRun run, Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, values);
        CompiledScenario compiled = ScenarioCompiler.compile(network, scenario, defaultRule, values);
        NetworkStructure structure = network.structure();
        network.prices().ifPresent(prices -> {
            for (int i = 0; i < structure.activityCount(); i++) {
                run.tolerances.put(structure.activity(i).toString(), prices.tolerance(i));
                run.valueAdded.put(structure.activity(i).toString(), prices.valueAdded(i));
            }
            addBids(run, structure, prices);
        });
        WeekProbe probe = new WeekProbe(network, compiled);
        for (int week = 0; week < run.weeks; week++) {
            probe.step();
            for (int i = 0; i < structure.activityCount(); i++) {
                put(run, run.addedCost, structure.activity(i).toString(), week, probe.addedCost(i));
            }
            for (int m = 0; m < structure.marketCount(); m++) {
                for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
                    Activity product = structure.activity(structure.linkSupplier(l));
                    String key = ModelRun.key(product, structure.market(m));
                    put(run, run.addedCost, key, week, probe.addedMarketCost(l));
                    put(run, run.marketWeights, key, week, probe.marketWeight(l));
                }
            }
        }
    }

    private static void addBids(ModelRun run, NetworkStructure structure, NetworkPrices prices) {
        for (int e = 0; e < structure.slotCount(); e++) {
            String customer = "/" + structure.activity(structure.slotActivity(e));
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                run.bids.put(structure.activity(structure.linkSupplier(l)) + customer, prices.bid(e));
            }
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    run.bids.put(structure.activity(structure.linkSupplier(l)) + customer, prices.altBid(a));
                }
            }
        }
    }

    private static void put(ModelRun run, Map<String, double[]> map, String key, int week, double value) {
        map.computeIfAbsent(key, unused -> new double[run.weeks])[week] = value;
    }

    public static SimulationResult simulate(
            Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, values);
        CompiledScenario compiled = ScenarioCompiler.compile(network, scenario, defaultRule, values);
        SimulationSettings settings =
                SimulationSettings.of(scenario.horizonWeeks()).withInvariantChecks();
        return new WeeklyModel().prepared(compiled).simulate(settings, RunMonitor.NONE);
    }

    private static void addPrices(ModelRun run, SimulationResult result, RunPrices prices) {
        for (Activity activity : result.activities()) {
            String name = activity.toString();
            run.prices.put(name, prices.price(activity));
            run.foreseenPrices.put(name, prices.foreseen(activity));
            run.money.put("sales lost/" + name, prices.salesLost(activity));
            run.money.put("value added lost/" + name, prices.valueAddedLost(activity));
            if (prices.servedByPrice()) {
                run.money.put("gain/" + name, prices.scarcityGain(activity));
                run.money.put("other uses/" + name, prices.otherUsesCost(activity));
            }
        }
        for (Good good : result.dataset().goods()) {
            run.prices.put(good.id(), prices.price(good));
            run.foreseenPrices.put(good.id(), prices.foreseen(good));
        }
        for (Market market : result.dataset().markets()) {
            run.prices.put(market.id(), prices.price(market));
            run.money.put("unmet/" + market.id(), prices.unmet(market));
            if (prices.servedByPrice()) {
                run.money.put("market cost/" + market.id(), prices.extraCost(market));
            }
        }
    }

    private static ModelRun toModelRun(SimulationResult result) {
        ModelRun run = new ModelRun(result.weeks());
        for (Activity activity : result.activities()) {
            String name = activity.toString();
            run.series.put(name, result.output(activity));
            run.outcomes.put(name, result.outcome(activity));
            run.chains.put(name, result.chain(activity).links());
            List<String> binding = new ArrayList<>();
            for (int week = 0; week < result.weeks(); week++) {
                binding.add(result.bindingInput(activity, week).map(Good::id).orElse(""));
            }
            run.binding.put(name, binding);
        }
        for (Good good : result.dataset().goods()) {
            run.series.put(good.id(), result.output(good));
            run.outcomes.put(good.id(), result.outcome(good));
            run.chains.put(good.id(), result.chain(good).links());
        }
        for (Market market : result.dataset().markets()) {
            run.series.put(market.id(), result.served(market));
            run.outcomes.put(market.id(), result.outcome(market));
        }
        for (VendorShares shares : result.vendorShares()) {
            for (int v = 0; v < shares.vendors().size(); v++) {
                run.vendorShares.put(
                        ModelRun.key(shares.vendors().get(v), shares.market()),
                        shares.shares().get(v));
            }
        }
        result.prices().ifPresent(prices -> addPrices(run, result, prices));
        for (SalesLost lost : result.salesLost()) {
            run.salesLost.put(lost.country() + "/" + lost.good(), lost.weeks());
        }
        return run;
    }
}

package io.chokepoint.simulation;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Cause;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.MarketReason;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Reason;
import io.chokepoint.result.Reasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why each activity that falls short does so (model page, section 6): its binding input at first loss and, among the makers of
 * that input, the one with the largest m(j,i) · (1 − the least φ(j,i)·avail_j so far). Ties within 1e-12: flows that have been
 * restricted first, then the larger m, then dataset order.
 *
 * <p>Where no input binds, it goes on as {@link Reason} says: to the outage or to the machines that are worn most, to the restriction
 * on what the activity sells, or to the buyer that orders less. All of it is read off the record of the run and off what the scenario's
 * restrictions did in it.
 */
final class CauseFinder {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final RunRecord record;
    private final RestrictionActs acts;
    private final FlowsSoFar flows;
    private final DemandReasons demand;
    private final Map<Activity, Cause> causes = new HashMap<>();
    private final Map<Activity, Reason> reasons = new HashMap<>();

    private CauseFinder(CompiledNetwork network, CompiledScenario scenario, RunRecord record, int weeks) {
        this.network = network;
        this.structure = network.structure();
        this.record = record;
        this.acts = new RestrictionActs(scenario, weeks);
        this.flows = new FlowsSoFar(network, scenario, record, acts);
        this.demand = new DemandReasons(network, record, acts, flows);
    }

    /** @param weeks how many the record holds */
    static Reasons find(CompiledNetwork network, CompiledScenario scenario, RunRecord record, int weeks) {
        return new CauseFinder(network, scenario, record, weeks).find();
    }

    private Reasons find() {
        int lastWeek = -1;
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (record.firstLoss[i] >= 0) {
                waiting.add(i);
                lastWeek = Math.max(lastWeek, record.firstLoss[i]);
            }
        }
        for (int week = 0; week <= lastWeek; week++) {
            flows.nextWeek();
            List<Integer> still = new ArrayList<>();
            for (int i : waiting) {
                int slot = slotAtLoss(i);
                if (slot >= 0) {
                    flows.look(slot, week < record.firstLoss[i] - structure.slotLead(slot));
                }
                if (record.firstLoss[i] == week) {
                    explain(i, slot);
                } else {
                    still.add(i);
                }
            }
            waiting = still;
        }
        return new Reasons(causes, reasons, markets(), acts.reach(network), acts.held(network));
    }

    /** The input that explains the loss: the one that bound or, where none did, the machines that are worn most; −1 for none. */
    private int slotAtLoss(int activity) {
        int binding = record.binding(activity, record.firstLoss[activity]);
        boolean worn = binding < 0 && record.capacityShort[activity] && !isOut(activity);
        return worn ? record.lossWornSlot[activity] : binding;
    }

    /** Whether an outage took more of the capacity than wear did. */
    private boolean isOut(int activity) {
        double working = record.lossWorking[activity];
        return working < 1 && working <= record.lossMachines[activity];
    }

    private void explain(int i, int slot) {
        Activity who = structure.activity(i);
        int week = record.firstLoss[i];
        double fulfilment = record.lossFulfilment[i];
        if (record.binding(i, week) >= 0) {
            InputFlow flow = flow(slot, false);
            reasons.put(who, new Reason.InputShort(who, week, flow));
            causes.put(
                    who,
                    new Cause(
                            who,
                            week,
                            Cause.Kind.INPUT,
                            Optional.of(flow.need().input()),
                            Optional.of(flow.supplier()),
                            flow.isRestricted(),
                            fulfilment));
            return;
        }
        boolean capacity = record.capacityShort[i];
        reasons.put(who, capacity ? lessCapacity(i, slot) : demand.reason(i, week));
        Cause.Kind kind = capacity ? Cause.Kind.CAPACITY : Cause.Kind.DEMAND;
        causes.put(who, new Cause(who, week, kind, Optional.empty(), Optional.empty(), false, fulfilment));
    }

    private Reason lessCapacity(int i, int wornSlot) {
        Activity who = structure.activity(i);
        int week = record.firstLoss[i];
        return isOut(i)
                ? new Reason.Outage(who, week, record.lossWorking[i], acts.outages(i, week))
                : new Reason.MachinesWorn(who, week, flow(wornSlot, true), record.lossMachines[i]);
    }

    private InputFlow flow(int slot, boolean machines) {
        int link = flows.worst(slot, machines);
        return flows.inputFlow(link, machines ? flows.missing(link) : flows.shortfall(link));
    }

    private Map<Market, MarketReason> markets() {
        Map<Market, MarketReason> all = new HashMap<>();
        for (int m = 0; m < structure.marketCount(); m++) {
            int week = 0;
            while (week < record.served[m].length && record.served[m][week] >= Outcome.LOSS_LEVEL) {
                week++;
            }
            if (week < record.served[m].length) {
                addMarket(all, m, week);
            }
        }
        return all;
    }

    /** The vendor whose part of the demand fell most from the baseline's. */
    private void addMarket(Map<Market, MarketReason> all, int m, int week) {
        int first = structure.linkStart(structure.slotCount());
        int worst = -1;
        double received = 0;
        double most = WeeklyKernel.ROUNDING;
        for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
            double now = record.received[l - first][week] / network.marketDemand(m);
            if (network.marketWeight(l) - now > most) {
                most = network.marketWeight(l) - now;
                worst = l;
                received = now;
            }
        }
        if (worst >= 0) {
            all.put(
                    structure.market(m),
                    new MarketReason(
                            structure.market(m),
                            week,
                            structure.activity(structure.linkSupplier(worst)),
                            network.marketWeight(worst),
                            received,
                            acts.onVolume(worst, week)));
        }
    }
}

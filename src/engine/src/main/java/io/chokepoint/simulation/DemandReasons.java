package io.chokepoint.simulation;

import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Acting;
import io.chokepoint.result.CustomerFlow;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Reason;
import java.util.List;
import java.util.Optional;

/** Why an activity that could make more was asked for less: a restriction on what it sells, a buyer that makes less, or a cost. */
final class DemandReasons {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final RunRecord record;
    private final RestrictionActs acts;
    private final FlowsSoFar flows;
    // By dependency on the activity's good: its makers' usual orders, and what of them they miss of what they usually
    // make; 0 but while a good is looked at.
    private final double[] usual;
    private final double[] missed;
    private final int[] usesOfGood;

    DemandReasons(CompiledNetwork network, RunRecord record, RestrictionActs acts, FlowsSoFar flows) {
        this.network = network;
        this.structure = network.structure();
        this.record = record;
        this.acts = acts;
        this.flows = flows;
        int dependencies = structure.dataset().dependencies().size();
        this.usual = new double[dependencies];
        this.missed = new double[dependencies];
        this.usesOfGood = new int[dependencies];
    }

    /** @param week of the first loss, to which the flows have come */
    Reason reason(int i, int week) {
        Activity who = structure.activity(i);
        int restricted = firstRestricted(i);
        if (restricted >= 0) {
            return new Reason.DeliveriesRestricted(
                    who, week, customerFlow(i, restricted, acts.onVolume(restricted, week)));
        }
        int buyer = mostMissedBuyer(i, week);
        if (buyer >= 0) {
            int slot = structure.linkSlot(buyer);
            int other = structure.slotActivity(slot);
            return new Reason.FewerOrders(
                    who,
                    week,
                    structure.dependency(slot),
                    structure.activity(other),
                    network.flow(buyer) / network.baseline(i),
                    record.output[other][week]);
        }
        int dearer = dearest(i);
        return dearer >= 0
                ? new Reason.CostAdded(who, week, customerFlow(i, dearer, acts.onCost(dearer, week)))
                : new Reason.LessDemand(who, week, beside(i));
    }

    private CustomerFlow customerFlow(int i, int link, List<Acting> acting) {
        return new CustomerFlow(
                structure.customer(link),
                network.flow(link) / network.baseline(i),
                flows.leastPermitted(link),
                flows.mostDelay(link),
                flows.mostCost(link),
                acting);
    }

    /** The first restricted flow to a usual customer, by use in dataset order, then by buyer; markets come last. −1 for none. */
    private int firstRestricted(int i) {
        int first = -1;
        for (int place = structure.customerStart(i); place < structure.customerStart(i + 1); place++) {
            int link = structure.customerLink(place);
            if (network.flow(link) > 0 && flows.isRestricted(link) && (first < 0 || use(link) < use(first))) {
                first = link;
            }
        }
        return first;
    }

    /** The place of the link's dependency in the dataset; that of a market's link comes after all of them. */
    private int use(int link) {
        int slot = structure.linkSlot(link);
        return slot < 0 ? usual.length : structure.dependencyOf(slot);
    }

    /** The use of the activity's good whose makers miss most, and among these the one that does; −1 where none misses enough. */
    private int mostMissedBuyer(int i, int week) {
        int uses = 0;
        for (int place = structure.customerStart(i); place < structure.customerStart(i + 1); place++) {
            int link = structure.customerLink(place);
            if (isOrderedByUse(link, i)) {
                int d = structure.dependencyOf(structure.linkSlot(link));
                if (usual[d] == 0) {
                    usesOfGood[uses++] = d;
                }
                usual[d] += network.flow(link);
                missed[d] += missed(link, week);
            }
        }
        int use = -1;
        double mostMissed = 0;
        for (int k = 0; k < uses; k++) {
            int d = usesOfGood[k];
            boolean isMost = missed[d] > mostMissed || (missed[d] == mostMissed && d < use);
            if (missed[d] > (1 - Outcome.LOSS_LEVEL) * usual[d] && (use < 0 || isMost)) {
                use = d;
                mostMissed = missed[d];
            }
            usual[d] = 0;
            missed[d] = 0;
        }
        int buyer = -1;
        double most = 0;
        for (int place = structure.customerStart(i); place < structure.customerStart(i + 1) && use >= 0; place++) {
            int link = structure.customerLink(place);
            if (isOrderedByUse(link, i)
                    && structure.dependencyOf(structure.linkSlot(link)) == use
                    && output(link, week) < Outcome.LOSS_LEVEL
                    && missed(link, week) > most) {
                most = missed(link, week);
                buyer = link;
            }
        }
        return buyer;
    }

    /**
     * Whether another maker usually orders on the link, and orders what it uses: machines are ordered by what wears out, not by what is
     * made, and nobody is the reason of its own loss.
     */
    private boolean isOrderedByUse(int link, int i) {
        int slot = structure.linkSlot(link);
        return slot >= 0
                && network.flow(link) > 0
                && structure.slotMode(slot) != DependencyMode.CAPITAL
                && structure.slotActivity(slot) != i;
    }

    private double missed(int link, int week) {
        return network.flow(link) * (1 - output(link, week));
    }

    /** Of the link's buyer, as a part of its baseline. */
    private double output(int link, int week) {
        return record.output[structure.slotActivity(structure.linkSlot(link))][week];
    }

    /** The flow to a usual customer with the largest added cost, weighed by Z; ties: the first; −1 where none has any. */
    private int dearest(int i) {
        int dearest = -1;
        double most = 0;
        for (int place = structure.customerStart(i); place < structure.customerStart(i + 1); place++) {
            int link = structure.customerLink(place);
            double cost = network.flow(link) * flows.mostCost(link);
            if (cost > most) {
                most = cost;
                dearest = link;
            }
        }
        return dearest;
    }

    /** Of the restricted flows that the activity itself buys from, the one that is cut most. */
    private Optional<InputFlow> beside(int i) {
        int worst = -1;
        for (int slot = structure.slotStart(i); slot < structure.slotStart(i + 1); slot++) {
            for (int link = structure.linkStart(slot); link < structure.linkUsual(slot); link++) {
                boolean counts = network.mix(link) > 0 && flows.isRestricted(link);
                if (counts && (worst < 0 || flows.cut(link) > flows.cut(worst))) {
                    worst = link;
                }
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(flows.inputFlow(worst, flows.cut(worst)));
    }
}

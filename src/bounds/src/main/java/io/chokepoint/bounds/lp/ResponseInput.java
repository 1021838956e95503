package io.chokepoint.bounds.lp;

import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** One input that a group of makers uses up, and what may be sent to it week by week. Immutable once its flows are known. */
final class ResponseInput {
    private final Group group;
    private final Good good;
    private final List<Integer> slots;
    private final int leadWeeks;
    private final double use;
    private final double criticality;
    private final double usual;
    private final double initial;
    private final double free;
    private final double mostUse;
    private final List<Flow> flows = new ArrayList<>();

    /** What one group may send to the input, week by week. */
    static final class Flow {
        private final Group source;
        private final double perUnit;
        private final double[] most;
        private final boolean[] quota;
        private final int[] arrival;

        /** @param perUnit units of the source's good that count as one of the input, &gt; 0 */
        Flow(Group source, double perUnit, int weeks) {
            this.source = source;
            this.perUnit = perUnit;
            this.most = new double[weeks];
            this.quota = new boolean[weeks];
            this.arrival = new int[weeks];
        }

        void allow(int week, double units, int arrivalWeek) {
            most[week] = units;
            arrival[week] = arrivalWeek;
        }

        void shareQuota(int week) {
            quota[week] = true;
        }

        Group source() {
            return source;
        }

        double perUnit() {
            return perUnit;
        }

        /** Units of the input that may be sent in a week, quotas apart; 0 if they came too late, infinite if nothing restricts them. */
        double most(int week) {
            return most[week];
        }

        /** Whether a quota that others may use up limits it too. */
        boolean sharesQuota(int week) {
            return quota[week];
        }

        /** When it can be used; only where something may be sent. */
        int arrival(int week) {
            return arrival[week];
        }
    }

    /** @param slots of the same dependency, those of the group's makers who need it; at least one */
    ResponseInput(Group group, List<Integer> slots, CompiledNetwork network, CompiledScenario scenario) {
        NetworkStructure structure = network.structure();
        this.group = group;
        this.slots = List.copyOf(slots);
        int first = slots.getFirst();
        this.good = structure.dependency(first).input();
        this.leadWeeks = structure.slotLead(first);
        this.use = network.coefficient(first);
        this.criticality = network.criticality(first);
        double usually = 0;
        double held = 0;
        TreeSet<Integer> needing = new TreeSet<>();
        for (int e : slots) {
            double own = network.coefficient(e) * network.baseline(structure.slotActivity(e));
            usually += own;
            held += scenario.stockWeeks(e) * own;
            needing.add(structure.slotActivity(e));
        }
        double share = 0;
        double whole = 0;
        for (int i : group.makers()) {
            double most = network.baseline(i) * (1 + network.spare(i) + scenario.addedInTheEnd(i));
            whole += most;
            share += needing.contains(i) ? most : 0;
        }
        this.usual = usually;
        this.initial = held;
        this.free = whole - share + (1 - criticality) * share;
        this.mostUse = use * share;
    }

    void add(Flow flow) {
        flows.add(flow);
    }

    Group group() {
        return group;
    }

    Good good() {
        return good;
    }

    List<Integer> slots() {
        return slots;
    }

    List<Flow> flows() {
        return flows;
    }

    int leadWeeks() {
        return leadWeeks;
    }

    /** Used a week at baseline. */
    double usual() {
        return usual;
    }

    /** In stock at the start. */
    double initial() {
        return initial;
    }

    /** On its way at the start, to be there in a week. */
    double underWay(int week) {
        return week < leadWeeks ? usual : 0;
    }

    /** Output without any of it: of those who do not need it, and what the others can do without it. */
    double free() {
        return free;
    }

    /** Used for each unit of output beyond {@link #free}. */
    double perOutput() {
        return use / criticality;
    }

    /** Used a week at most. */
    double mostUse() {
        return mostUse;
    }
}

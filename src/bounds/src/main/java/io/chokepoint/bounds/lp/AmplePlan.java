package io.chokepoint.bounds.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.bounds.lp.ResponseInput.Flow;
import io.chokepoint.bounds.lp.ResponseNetwork.Target;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The plan that shows what is ample ({@link Scarcity}). It is looked for from the hopeful side: at first nothing is scarce, and of the
 * targets as much is made as at baseline. Then, round by round, every input asks its sources, as late as is soon enough, for all that its
 * group could use of it. An input that finds no such schedule may run short. A group is scarce if it has such an input, if more is asked of
 * it than it can make, or if it makes a target together with a scarce group. What is scarce stays so; it counts as making all that it can,
 * and nobody may plan with it. An input that may run short counts as drawing all that it might be sent.
 *
 * <p>When a round changes nothing any more, the plan holds: every group that is not scarce is asked for no more than it makes, makes no more
 * than it can, and has what that takes. This is no argument in a circle, even where goods go round in one: what is made in a week rests on
 * what was sent at least a week before.
 */
final class AmplePlan {
    /** A part of what is usual. */
    private static final double ROUNDING = 1e-9;
    /** A group that is asked for ever a little more than before, after so many rounds, counts as scarce. */
    private static final int PATIENCE = 300;

    private final int weeks;
    private final Map<Group, Output> outputs = new HashMap<>();
    private final Set<Group> scarce = new HashSet<>();
    private final Set<ResponseInput> runShort = new HashSet<>();

    /** What is asked of a group in this round, and what it makes; units by week. */
    private record Output(double[] asked, double[] made) {}

    AmplePlan(ResponseNetwork network, RunMonitor monitor) {
        this.weeks = network.weeks();
        for (Group group : network.groups()) {
            outputs.put(group, new Output(new double[weeks], new double[weeks]));
        }
        for (Target target : network.targets()) {
            target.makers().forEach(group -> Arrays.fill(output(group).made, group.usual()));
        }
        List<ResponseInput> inputs = network.inputs();
        // Before anybody asks: who cannot make even the usual.
        review(network, true);
        boolean changed = true;
        for (int round = 0; changed; round++) {
            monitor.checkCancelled();
            changed = false;
            outputs.values().forEach(output -> Arrays.fill(output.asked, 0));
            for (ResponseInput input : inputs) {
                changed |= ask(input);
            }
            changed |= review(network, round < PATIENCE);
        }
    }

    /** @return whether anything is found scarce, or more is made than before */
    private boolean review(ResponseNetwork network, boolean patient) {
        boolean changed = false;
        for (Group group : network.groups()) {
            changed |= make(group, patient);
        }
        for (Target target : network.targets()) {
            if (target.makers().stream().anyMatch(scarce::contains)) {
                for (Group group : target.makers()) {
                    changed |= setScarce(group);
                }
            }
        }
        return changed;
    }

    Scarcity scarcity() {
        return new Scarcity(scarce, runShort);
    }

    private Output output(Group group) {
        return Objects.requireNonNull(outputs.get(group));
    }

    /** @return whether that is news */
    private boolean setScarce(Group group) {
        for (int t = 0; t < weeks; t++) {
            output(group).made[t] = group.capacity(t);
        }
        return scarce.add(group);
    }

    private boolean make(Group group, boolean patient) {
        if (scarce.contains(group)) {
            return false;
        }
        Output output = output(group);
        boolean more = false;
        for (int t = 0; t < weeks; t++) {
            if (output.asked[t] > output.made[t] * (1 + ROUNDING)) {
                output.made[t] = output.asked[t];
                more = true;
            }
            if (output.made[t] > group.capacity(t) * (1 + ROUNDING)) {
                return setScarce(group);
            }
        }
        return more && (patient || setScarce(group));
    }

    private boolean ask(ResponseInput input) {
        double[][] plan = runShort.contains(input) ? null : plan(input);
        boolean news = plan == null && runShort.add(input);
        if (news) {
            setScarce(input.group());
        }
        for (int f = 0; f < input.flows().size(); f++) {
            Flow flow = input.flows().get(f);
            double[] asked = output(flow.source()).asked;
            for (int t = 0; t < weeks; t++) {
                asked[t] += flow.perUnit() * (plan == null ? flow.most(t) : plan[f][t]);
            }
        }
        return news;
    }

    /** What to send, by flow and week, each lot as late as possible; null if the input may run short even so. */
    private double @Nullable [][] plan(ResponseInput input) {
        double[] due = due(input);
        double[][] plan = new double[input.flows().size()][weeks];
        double tiny = ROUNDING * input.usual();
        double left = 0;
        for (int t = weeks - 1; t >= 0; t--) {
            left += due[t];
            if (left > tiny) {
                int week = t - input.leadWeeks();
                if (week < 0) {
                    return null;
                }
                left = send(input, week, left, plan);
            }
        }
        return plan;
    }

    /** What has to have arrived beyond what is there and under way, by the week in which it is used. */
    private double[] due(ResponseInput input) {
        double[] due = new double[weeks];
        double[] made = output(input.group()).made;
        double stock = input.initial();
        for (int t = 0; t < weeks; t++) {
            stock += input.underWay(t) - input.perOutput() * Math.max(0, made[t] - input.free());
            if (stock < -ROUNDING * input.usual()) {
                due[t] = -stock;
                stock = 0;
            }
        }
        return due;
    }

    /** Plans to send so much: what comes on limited flows first, the rest in proportion to what its sources can make. What is left. */
    private double send(ResponseInput input, int week, double units, double[][] plan) {
        List<Flow> flows = input.flows();
        double left = units;
        double makers = 0;
        for (int f = 0; f < flows.size(); f++) {
            Flow flow = flows.get(f);
            if (isOpen(flow, week, input)) {
                if (flow.most(week) < Double.POSITIVE_INFINITY) {
                    plan[f][week] = Math.min(left, flow.most(week));
                    left -= plan[f][week];
                } else {
                    makers += flow.source().capacity(week);
                }
            }
        }
        if (makers == 0) {
            return left;
        }
        for (int f = 0; f < flows.size(); f++) {
            Flow flow = flows.get(f);
            if (isOpen(flow, week, input) && flow.most(week) == Double.POSITIVE_INFINITY) {
                plan[f][week] = left * flow.source().capacity(week) / makers;
            }
        }
        return 0;
    }

    private boolean isOpen(Flow flow, int week, ResponseInput input) {
        return flow.most(week) > 0
                && !flow.sharesQuota(week)
                && flow.arrival(week) == week + input.leadWeeks()
                && !scarce.contains(flow.source());
    }
}

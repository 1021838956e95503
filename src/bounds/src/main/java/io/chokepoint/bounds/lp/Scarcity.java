package io.chokepoint.bounds.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.bounds.lp.ResponseNetwork.Target;
import java.util.Set;

/**
 * What a best response has to be careful with. All else is ample: there is a plan, made in advance, that gives everybody as much of it as
 * they could ever use, in every week and whatever is decided about the rest.
 *
 * <p>So the programme needs neither rows nor columns for what is ample. Take any solution of the whole programme and leave those columns
 * out: it solves the smaller one, whose rows ask no more. Take any solution of the smaller one and put the plan in their place: it solves
 * the whole one. Neither changes what the targets lose, so the least loss is the same. The rows left out have the dual 0 in an optimal dual
 * solution of the whole programme: more of what is ample is worth nothing.
 *
 * @param groups that may be unable to make all that is wanted of them; what they hand out is limited by what they make
 * @param inputs that may run short; they limit what their group makes
 */
record Scarcity(Set<Group> groups, Set<ResponseInput> inputs) {
    Scarcity {
        groups = Set.copyOf(groups);
        inputs = Set.copyOf(inputs);
    }

    /** Nothing is taken for ample: the whole programme. */
    static Scarcity everywhere(ResponseNetwork network) {
        return new Scarcity(Set.copyOf(network.groups()), Set.copyOf(network.inputs()));
    }

    /** @throws java.util.concurrent.CancellationException if the monitor says so */
    static Scarcity find(ResponseNetwork network, RunMonitor monitor) {
        return new AmplePlan(network, monitor).scarcity();
    }

    boolean isScarce(Group group) {
        return groups.contains(group);
    }

    boolean canRunShort(ResponseInput input) {
        return inputs.contains(input);
    }

    /** Whether a target may lose anything. */
    boolean canLose(Target target) {
        return target.makers().stream().anyMatch(this::isScarce);
    }
}

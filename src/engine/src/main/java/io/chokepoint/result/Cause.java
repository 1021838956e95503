package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import java.util.Optional;

/**
 * Why an activity first fell short: one link of a binding chain.
 *
 * @param activity who fell short
 * @param week its first loss
 * @param kind what held it back
 * @param input the binding input; present for {@link Kind#INPUT} only
 * @param supplier the maker of the input that failed it most; present for {@link Kind#INPUT} only
 * @param flowRestricted whether the scenario restricted the flow from that supplier by then: the chain ends here
 * @param fulfilment f of that week, in [0, 1]
 */
public record Cause(
        Activity activity,
        int week,
        Kind kind,
        Optional<Good> input,
        Optional<Activity> supplier,
        boolean flowRestricted,
        double fulfilment) {

    /** What held an activity back. */
    public enum Kind {
        /** An input ran short. */
        INPUT("input"),
        /** It could not make more: an outage, or machines that wore down. */
        CAPACITY("capacity"),
        /** Nobody ordered more, or what was ordered could not be delivered. */
        DEMAND("demand");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /** The id of the binding input, or the word for the other causes. */
    public String bindingInputId() {
        return input.map(Good::id).orElse(kind.id());
    }
}

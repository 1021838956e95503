package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** What holds a good or maker back, from its first loss on, week by week where it changes. */
final class BindingChanges {
    private BindingChanges() {}

    /** What binds the maker of the good that loses most; empty where the good never falls short. */
    static List<Change> of(SimulationResult result, Good good) {
        return of(
                result,
                result.outcome(good).firstLossWeek(),
                week -> result.output(good, week),
                week -> result.bindingInput(good, week));
    }

    static List<Change> of(SimulationResult result, Activity maker) {
        return of(
                result,
                result.outcome(maker).firstLossWeek(),
                week -> result.output(maker, week),
                week -> result.bindingInput(maker, week));
    }

    private static List<Change> of(
            SimulationResult result,
            OptionalInt first,
            IntToDoubleFunction output,
            IntFunction<Optional<Good>> binding) {
        List<Change> changes = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (int week = first.orElse(result.weeks()); week < result.weeks(); week++) {
            boolean isShort = output.applyAsDouble(week) < Outcome.LOSS_LEVEL;
            Optional<Good> input = isShort ? binding.apply(week) : Optional.empty();
            String what = input.map(in -> Wording.inSentence(in, result.dataset()))
                    .orElse(isShort ? "no input, but capacity or orders" : "back at its baseline");
            if (last.isEmpty() || !last.get().equals(what)) {
                changes.add(new Change(week, input, "From week " + week + ": " + what + "."));
                last = Optional.of(what);
            }
        }
        return changes;
    }
}

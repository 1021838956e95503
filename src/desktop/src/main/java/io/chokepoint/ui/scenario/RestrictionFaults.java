package io.chokepoint.ui.scenario;

import io.chokepoint.base.Problem;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.RestrictionSentence;
import java.util.List;
import java.util.Optional;

/** Which restriction of a scenario keeps it from being run. */
final class RestrictionFaults {
    private RestrictionFaults() {}

    /**
     * Why a restriction cannot be run, e.g. "This selects nothing: no maker of gallium is in Japan in this dataset."
     *
     * @param problems of the scenario
     * @param index of the restriction in the scenario
     */
    static Optional<String> of(List<Problem> problems, int index, Restriction restriction, Dataset dataset) {
        boolean faulty =
                problems.stream().anyMatch(problem -> problem.field().equals("restrictions[" + index + "].select"));
        return faulty ? Optional.of(RestrictionSentence.selectsNothing(restriction, dataset)) : Optional.empty();
    }
}

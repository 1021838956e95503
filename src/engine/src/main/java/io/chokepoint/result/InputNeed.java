package io.chokepoint.result;

import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;

/**
 * What one maker needs of an input, where the dataset may state a stock or a wait for this maker alone.
 *
 * @param dependency of the maker's good on the input
 * @param stockWeeks n of this maker, before a run's own values are put in the place of the dataset's
 * @param builtWeeks weeks of stock that the scenario's measures added to it, ≥ 0
 * @param qualificationWeeks q of this maker
 */
public record InputNeed(Dependency dependency, Figure stockWeeks, double builtWeeks, Figure qualificationWeeks) {

    /** What is needed. */
    public Good input() {
        return dependency.input();
    }
}

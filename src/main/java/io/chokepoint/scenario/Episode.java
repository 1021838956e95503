package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import java.util.List;
import java.util.Optional;

/**
 * A historical episode: what was done, as a scenario, and what was seen.
 *
 * @param heldAside never looked at while figures were changed
 */
public record Episode(Scenario scenario, boolean heldAside, List<Observation> observations) {

    /**
     * What was seen: the least output of a good, of one maker of it, or the least served part of a market's demand, over some
     * weeks, as a part of baseline.
     *
     * @param subject id of a good or market
     * @param provider id of the maker, if only one is meant
     * @param fromWeek first week looked at
     * @param toWeek last week looked at
     * @param seen low, central and high of what was seen
     */
    public record Observation(
            String subject,
            Optional<String> provider,
            int fromWeek,
            int toWeek,
            Figure seen,
            String source,
            String text) {}

    public Episode {
        observations = List.copyOf(observations);
    }
}

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

    /** How an observation is read off a run. */
    public enum Quantity {
        /** The least weekly output over the weeks looked at, as a part of baseline; of a market, the least served part. */
        LEAST_OUTPUT("least-output"),
        /** The first of these weeks in which output is below 99 % of baseline. */
        FIRST_LOSS("first-loss");

        private final String id;

        Quantity(String id) {
            this.id = id;
        }

        /** The word in files. */
        public String id() {
            return id;
        }
    }

    /**
     * What was seen of a good, of one maker of it, or of a market.
     *
     * @param subject id of a good, or of a market if {@code ofMarket}
     * @param provider id of the maker, if only one is meant
     * @param ofMarket whether the subject is a market: its output is then the served part of its demand
     * @param quantity what is compared with the run
     * @param fromWeek first week looked at
     * @param toWeek last week looked at
     * @param seen low, central and high of what was seen: parts of baseline, or weeks of the run for a first loss
     * @param source id of a source
     */
    public record Observation(
            String subject,
            Optional<String> provider,
            boolean ofMarket,
            Quantity quantity,
            int fromWeek,
            int toWeek,
            Figure seen,
            String source,
            String text) {}

    public Episode {
        observations = List.copyOf(observations);
    }
}

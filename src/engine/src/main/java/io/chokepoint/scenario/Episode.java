package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A historical episode: what was done, as a scenario, and what was seen.
 *
 * @param heldAside never looked at while figures were changed
 */
public record Episode(Scenario scenario, boolean heldAside, List<Observation> observations) {

    /** What was seen. */
    public enum What {
        /** Weekly output as a part of baseline; of a market, the served part of its demand. */
        OUTPUT,
        /** The price as a multiple of the baseline price. */
        PRICE,
        /** What leaves makers of some countries for customers in others, as a part of the baseline flow. */
        EXPORTS,
        /** What was made or sold over some weeks, in pieces or tonnes, as a part of baseline. */
        UNITS,
        /** Output times price over some weeks, as a part of baseline. */
        REVENUE,
        /** When a maker all but stopped: the first week in which its output is below a level. */
        STOP;

        /** The word in files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<What> of(String id) {
            return Arrays.stream(values()).filter(what -> what.id().equals(id)).findFirst();
        }

        /** Whether it is read off prices, which only datasets with values have. */
        public boolean needsPrices() {
            return this == PRICE || this == REVENUE;
        }
    }

    /** How an observation is read off a run. */
    public enum Quantity {
        /** The least weekly output over the weeks looked at, as a part of baseline; of a market, the least served part. */
        LEAST_OUTPUT("least-output"),
        /** The first of these weeks in which output is below a level, 99 % of baseline unless stated. */
        FIRST_LOSS("first-loss"),
        /** The mean over these weeks. */
        MEAN("mean");

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
     * What is read off a run, and how.
     *
     * @param level of {@link Quantity#FIRST_LOSS}: the part of baseline that output must be below
     * @param region the makers' countries
     * @param to of exports: the customers' countries
     */
    public record Reading(What what, Quantity quantity, double level, Region region, Region to) {
        /** Below this part of its baseline a maker counts as stopped. */
        public static final double STOPPED = 0.5;

        /** Of output: below this it is lost. */
        private static final double LOSS_LEVEL = 0.99;

        /** Of the output of all makers. */
        public static Reading ofOutput(Quantity quantity) {
            return new Reading(What.OUTPUT, quantity, LOSS_LEVEL, Region.WORLD, Region.WORLD);
        }
    }

    /**
     * What was seen of a good, of one maker of it or those of some countries, or of a market.
     *
     * @param subject id of a good, or of a market if {@code ofMarket}
     * @param provider id of the maker, if only one is meant
     * @param ofMarket whether the subject is a market: its output is then the served part of its demand
     * @param reading what is compared with the run
     * @param fromWeek first week looked at
     * @param toWeek last week looked at
     * @param seen low, central and high of what was seen: parts of baseline, multiples of the baseline price, or weeks of the run
     * @param source id of a source
     */
    public record Observation(
            String subject,
            Optional<String> provider,
            boolean ofMarket,
            Reading reading,
            int fromWeek,
            int toWeek,
            Figure seen,
            String source,
            String text) {

        /** Of output. */
        public Observation(
                String subject,
                Optional<String> provider,
                boolean ofMarket,
                Quantity quantity,
                int fromWeek,
                int toWeek,
                Figure seen,
                String source,
                String text) {
            this(subject, provider, ofMarket, Reading.ofOutput(quantity), fromWeek, toWeek, seen, source, text);
        }

        public What what() {
            return reading.what();
        }

        public Quantity quantity() {
            return reading.quantity();
        }
    }

    public Episode {
        observations = List.copyOf(observations);
    }
}

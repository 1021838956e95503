package io.chokepoint.scenario;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import java.util.List;
import java.util.Optional;

/** Something that a scenario does to makers or flows (model page, section 4). A {@code switch} over the kinds is exhaustive. */
public sealed interface Restriction {

    /**
     * What all kinds share.
     *
     * @param select any of these selects; an outage selects activities, the others flows
     * @param endUse the tag to which a flow restriction is narrowed, if any
     * @param period when it is in force
     * @param note why these figures; may be empty
     * @param source id of a source, or several separated by {@code ;}; may be empty
     * @param basis how far the source carries the parameters
     */
    record Terms(
            List<Selector> select, Optional<String> endUse, Period period, String note, String source, Basis basis) {
        public Terms {
            select = List.copyOf(select);
        }

        /** Terms of somebody's own making: an assumption. */
        public Terms(List<Selector> select, Optional<String> endUse, Period period, String note, String source) {
            this(select, endUse, period, note, source, Basis.ASSUMPTION);
        }
    }

    Terms terms();

    /** The word in scenario files and on the command line. */
    String kind();

    /** The parameters in the order in which they are documented, by the names used in files. */
    List<Parameter> parameters();

    /** A parameter's name in files and its value. */
    record Parameter(String name, Figure value) {}

    default Period period() {
        return terms().period();
    }

    /** @param lost part of capacity lost, in [0, 1] */
    record Outage(Terms terms, Figure lost) implements Restriction {
        @Override
        public String kind() {
            return "outage";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("lost", lost));
        }
    }

    /** @param leak λ, part of the baseline flow that still gets through, in [0, 1] */
    record ExportBan(Terms terms, Figure leak) implements Restriction {
        @Override
        public String kind() {
            return "export-ban";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("leak", leak));
        }
    }

    /**
     * @param processingWeeks T, the wait, ≥ 0; whole weeks are used, halves rounded up
     * @param approval α, part approved, in [0, 1]
     */
    record Licence(Terms terms, Figure processingWeeks, Figure approval) implements Restriction {
        @Override
        public String kind() {
            return "licence";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("processingWeeks", processingWeeks), new Parameter("approval", approval));
        }
    }

    /** @param cap part of the baseline flow allowed, in [0, 1] */
    record Quota(Terms terms, Figure cap) implements Restriction {
        @Override
        public String kind() {
            return "quota";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("cap", cap));
        }
    }

    /**
     * @param rate ad valorem rate, ≥ 0
     * @param passThrough part that the buyer pays, in [0, 1]
     */
    record Tariff(Terms terms, Figure rate, Figure passThrough) implements Restriction {
        @Override
        public String kind() {
            return "tariff";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("rate", rate), new Parameter("passThrough", passThrough));
        }
    }

    /** Products may not be sold in a market at all. */
    record MarketBan(Terms terms) implements Restriction {
        @Override
        public String kind() {
            return "market-ban";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of();
        }
    }

    /**
     * @param cost cost per unit as a part of its cost, ≥ 0
     * @param delayWeeks extra delay, ≥ 0; whole weeks are used, halves rounded up
     */
    record Compliance(Terms terms, Figure cost, Figure delayWeeks) implements Restriction {
        @Override
        public String kind() {
            return "compliance";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("cost", cost), new Parameter("delayWeeks", delayWeeks));
        }
    }
}

package io.chokepoint.model;

import java.util.List;

/**
 * What somebody claims, beside what the evidence says.
 *
 * @param scenario id of the scenario that tests it; may be empty
 */
public record Claim(
        String id,
        String article,
        String claim,
        Verdict verdict,
        String evidence,
        String scenario,
        List<String> sources) {

    /** How the claim fares. */
    public enum Verdict {
        TRUE("true"),
        PARTLY("partly"),
        OVERSTATED("overstated"),
        WRONG("wrong"),
        UNSUPPORTED("unsupported");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** The word in the dataset's files. */
        public String id() {
            return id;
        }
    }

    public Claim {
        sources = List.copyOf(sources);
    }
}

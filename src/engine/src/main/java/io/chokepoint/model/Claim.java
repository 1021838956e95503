package io.chokepoint.model;

import java.util.List;

/**
 * What somebody claims, beside what the evidence says.
 *
 * @param scenario id of the scenario that tests it; may be empty
 * @param terms by which a sentence that makes the claim is found: all of them stand in it, each as one of its alternatives, which are
 *     separated by {@code |}; empty: it is not looked for
 */
public record Claim(
        String id,
        String article,
        String claim,
        Verdict verdict,
        String evidence,
        String scenario,
        List<String> sources,
        List<String> terms) {

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
        terms = List.copyOf(terms);
    }

    /** A claim that is not looked for in texts. */
    public Claim(
            String id,
            String article,
            String claim,
            Verdict verdict,
            String evidence,
            String scenario,
            List<String> sources) {
        this(id, article, claim, verdict, evidence, scenario, sources, List.of());
    }
}

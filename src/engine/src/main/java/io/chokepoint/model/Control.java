package io.chokepoint.model;

import java.util.List;

/**
 * A real policy measure and its legal status; dates are as the dataset states them and may be empty.
 *
 * @param scenario id of the scenario that models it; may be empty
 * @param terms by which a sentence that speaks of it is found, as in {@link Claim}
 */
public record Control(
        String id,
        String issuer,
        String title,
        String instrument,
        String announced,
        String effective,
        String status,
        String statusDate,
        String scenario,
        List<String> sources,
        String note,
        List<String> terms) {

    public Control {
        sources = List.copyOf(sources);
        terms = List.copyOf(terms);
    }

    /** A measure that is not looked for in texts. */
    public Control(
            String id,
            String issuer,
            String title,
            String instrument,
            String announced,
            String effective,
            String status,
            String statusDate,
            String scenario,
            List<String> sources,
            String note) {
        this(
                id,
                issuer,
                title,
                instrument,
                announced,
                effective,
                status,
                statusDate,
                scenario,
                sources,
                note,
                List.of());
    }
}

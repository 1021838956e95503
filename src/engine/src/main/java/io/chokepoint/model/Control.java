package io.chokepoint.model;

import java.util.List;

/**
 * A real policy measure and its legal status; dates are as the dataset states them and may be empty.
 *
 * @param scenario id of the scenario that models it; may be empty
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
        String note) {

    public Control {
        sources = List.copyOf(sources);
    }
}

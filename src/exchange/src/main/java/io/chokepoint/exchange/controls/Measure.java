package io.chokepoint.exchange.controls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measure as its table states it.
 *
 * @param where file and line
 * @param country alpha-3 of who restricts
 * @param destinations alpha-3 of whom it is about; empty: everybody abroad
 * @param codes digits of customs codes, four or more each; may be empty
 * @param instrument as stated
 * @param from first day, if stated
 * @param fromWords as stated
 * @param to first day without it, if stated
 * @param rate of a duty, as a part of the value
 */
record Measure(
        String where,
        String country,
        List<String> destinations,
        String commodity,
        List<String> codes,
        String instrument,
        Optional<LocalDate> from,
        String fromWords,
        Optional<LocalDate> to,
        OptionalDouble rate,
        String source,
        String note) {

    Measure {
        destinations = List.copyOf(destinations);
        codes = List.copyOf(codes);
    }

    /** For lists of what was left out. */
    String inWords() {
        String what = commodity.isEmpty() ? "HS " + String.join(", ", codes) : commodity;
        return country + ", " + instrument + ", " + what
                + (codes.isEmpty() || commodity.isEmpty() ? "" : " (HS " + String.join(", ", codes) + ")");
    }
}

package io.chokepoint.export.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How to make a page again.
 *
 * @param command the command line, word by word, with the program's name; empty where there was none
 * @param date the day on which it was made
 * @param samples runs with drawn figures that were asked for; 0 for none
 * @param seed of these runs; empty without any
 * @param enclosed all that {@code report --verify} needs, as {@link Enclosure} writes it
 */
public record Repeat(
        List<String> command, LocalDate date, int samples, OptionalLong seed, Optional<Enclosure> enclosed) {
    public Repeat {
        command = List.copyOf(command);
    }
}

package io.chokepoint.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Some countries, or all but some. Immutable.
 *
 * @param others whether all are meant but those named, makers without a country among them
 * @param countries ISO 3166-1 alpha-3; none means the whole world
 */
public record Region(boolean others, List<String> countries) {
    /** Everybody. */
    public static final Region WORLD = new Region(false, List.of());

    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public Region {
        countries = List.copyOf(countries);
    }

    /**
     * As files have it: codes separated by commas, one {@code !} before them for all others, nothing for the world; as the values of a
     * selector's {@code country:}.
     *
     * @return empty where it is no such text
     */
    public static Optional<Region> parse(String text) {
        String stated = text.strip();
        if (stated.isEmpty()) {
            return Optional.of(WORLD);
        }
        boolean others = stated.startsWith("!");
        List<String> codes = Arrays.stream((others ? stated.substring(1) : stated).split(",", -1))
                .map(String::strip)
                .toList();
        return codes.stream().allMatch(code -> CODE.matcher(code).matches())
                ? Optional.of(new Region(others, codes))
                : Optional.empty();
    }

    public boolean isWorld() {
        return countries.isEmpty();
    }

    /** @param country a code, or nothing where a maker has none */
    public boolean has(String country) {
        return isWorld() || countries.contains(country) != others;
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return (others ? "!" : "") + String.join(",", countries);
    }
}

package io.chokepoint.export.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The countries of the world as they lie on the map; see README.md beside the resource. Immutable. */
public final class World {
    private static final String RESOURCE = "/io/chokepoint/export/world/world.txt";
    private static final String NO_CODE = "---";
    private static final double HUNDREDTHS = 100;

    /** Places too small for outlines at this scale: longitude and latitude. */
    private static final Map<String, double[]> SMALL = Map.of(
            "SGP", new double[] {103.82, 1.35},
            "HKG", new double[] {114.17, 22.32},
            "MAC", new double[] {113.55, 22.17},
            "MLT", new double[] {14.4, 35.9},
            "BHR", new double[] {50.55, 26.07},
            "LIE", new double[] {9.55, 47.16},
            "MUS", new double[] {57.55, -20.25});

    private final List<Country> countries;
    private final Map<String, Country> byCode = new HashMap<>();

    /**
     * One country.
     *
     * @param code ISO 3166-1 alpha-3; empty where there is none
     * @param rings x and y in turn, projected; none for a country that is too small
     * @param anchor where it is labelled: the middle of its largest ring
     */
    public record Country(String code, List<double[]> rings, EqualEarth.Place anchor) {
        /** On the globe of radius 1. */
        public double area() {
            return rings.stream()
                    .mapToDouble(ring -> Math.abs(signedArea(ring)))
                    .sum();
        }
    }

    private World(List<Country> countries) {
        this.countries = List.copyOf(countries);
        for (Country country : countries) {
            if (!country.code().isEmpty()) {
                byCode.put(country.code(), country);
            }
        }
    }

    private static final class Holder {
        static final World WORLD = read();
    }

    public static World get() {
        return Holder.WORLD;
    }

    public List<Country> countries() {
        return countries;
    }

    public Optional<Country> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static World read() {
        List<Country> countries = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(World.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String head = "";
            List<double[]> rings = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isHead(line)) {
                    add(head, rings, countries);
                    head = line;
                    rings = new ArrayList<>();
                } else if (!line.startsWith("#")) {
                    rings.add(ring(line));
                }
            }
            add(head, rings, countries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SMALL.forEach(
                (code, place) -> countries.add(new Country(code, List.of(), EqualEarth.project(place[0], place[1]))));
        return new World(countries);
    }

    private static void add(String head, List<double[]> rings, List<Country> to) {
        if (!head.isEmpty()) {
            to.add(new Country(head.equals(NO_CODE) ? "" : head, rings, middle(rings)));
        }
    }

    private static boolean isHead(String line) {
        return line.equals(NO_CODE) || Character.isLetter(line.charAt(0));
    }

    private static double[] ring(String line) {
        String[] steps = line.split(" ");
        double[] ring = new double[steps.length];
        int x = 0;
        int y = 0;
        for (int i = 0; i < steps.length; i += 2) {
            x += Integer.parseInt(steps[i]);
            y += Integer.parseInt(steps[i + 1]);
            EqualEarth.Place place = EqualEarth.project(x / HUNDREDTHS, y / HUNDREDTHS);
            ring[i] = place.x();
            ring[i + 1] = place.y();
        }
        return ring;
    }

    private static EqualEarth.Place middle(List<double[]> rings) {
        double[] largest = rings.getFirst();
        for (double[] ring : rings) {
            if (Math.abs(signedArea(ring)) > Math.abs(signedArea(largest))) {
                largest = ring;
            }
        }
        double area = signedArea(largest);
        double x = 0;
        double y = 0;
        for (int i = 0; i < largest.length; i += 2) {
            int next = (i + 2) % largest.length;
            double cross = largest[i] * largest[next + 1] - largest[next] * largest[i + 1];
            x += (largest[i] + largest[next]) * cross;
            y += (largest[i + 1] + largest[next + 1]) * cross;
        }
        return new EqualEarth.Place(x / (6 * area), y / (6 * area));
    }

    private static double signedArea(double[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            sum += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return sum / 2;
    }
}

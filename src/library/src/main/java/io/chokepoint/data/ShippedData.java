package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the datasets that come with the program lie. */
public final class ShippedData {
    /** System property that names a folder of datasets. */
    public static final String PROPERTY = "chokepoint.data";

    private static final String NAME = "rare-earths-to-chips";

    private ShippedData() {}

    /**
     * The folder of datasets: what the system property {@value #PROPERTY} names, else {@code data} in the working folder, else
     * {@code data} beside the program's jar.
     *
     * @throws ChokepointException if none of these is there
     */
    public static Path folder() {
        List<Path> places = places();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                return place;
            }
        }
        throw new ChokepointException("The shipped data are not there; looked in "
                + String.join(", ", places.stream().map(Path::toString).toList())
                + ". Name a dataset folder with --data DIR.");
    }

    /**
     * The dataset that the program opens with.
     *
     * @throws ChokepointException if it is not there
     */
    public static Path shipped() {
        return find(NAME);
    }

    /** Whether a folder is the dataset that the program opens with, by whatever path; false where none came with it. */
    public static boolean isShipped(Path folder) {
        return places().stream()
                .map(place -> place.resolve(NAME))
                .filter(Files::isDirectory)
                .findFirst()
                .filter(shipped -> isSame(shipped, folder))
                .isPresent();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException unused) {
            return false; // one of them is not there
        }
    }

    static Path find(String name) {
        List<Path> places = places().stream().map(place -> place.resolve(name)).toList();
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                return place;
            }
        }
        throw new ChokepointException("The shipped dataset '" + name + "' is not there; looked for "
                + String.join(", ", places.stream().map(Path::toString).toList())
                + ". Name a dataset folder with --data DIR.");
    }

    private static List<Path> places() {
        List<Path> places = new ArrayList<>();
        String property = System.getProperty(PROPERTY, "");
        if (!property.isBlank()) {
            places.add(Path.of(property));
        }
        places.add(Path.of("data"));
        besideJar().ifPresent(places::add);
        return places;
    }

    private static Optional<Path> besideJar() {
        CodeSource code = ShippedData.class.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path parent = Path.of(code.getLocation().toURI()).toAbsolutePath().getParent();
            return Optional.ofNullable(parent).map(folder -> folder.resolve("data"));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

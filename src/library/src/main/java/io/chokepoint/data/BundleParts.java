package io.chokepoint.data;

import io.chokepoint.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The files of a bundle, read but not yet judged.
 *
 * @param title of the dataset
 * @param fingerprint of the dataset
 * @param files by name, without the manifest
 */
record BundleParts(String title, String fingerprint, Map<String, byte[]> files) {
    static final String MANIFEST = "manifest.json";
    static final String SCENARIO = "scenario.json";
    static final String FIGURES = "figures.json";
    static final String SUMS = "figures.sums";

    /** The folder of the dataset. */
    static final String DATA = "data/";

    /** No dots but the last one, no slashes but those of the two folders that a dataset has: nothing leads out. */
    private static final Pattern DATA_FILE = Pattern.compile(
            "data/(?:[A-Za-z0-9_-]+\\.(?:csv|json)|(?:scenarios|backtests)/[A-Za-z0-9_-]+(?:\\.schema)?\\.json)");

    BundleParts {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    static BundleParts of(Scenario scenario, List<Bundle.Own> own, DataPackage data) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SCENARIO, ScenarioWriter.toJson(scenario).getBytes(StandardCharsets.UTF_8));
        if (!own.isEmpty()) {
            files.put(FIGURES, BundleFigures.toJson(own).getBytes(StandardCharsets.UTF_8));
        }
        files.put(SUMS, BundleSums.of(data.dataset()));
        return new BundleParts(data.dataset().title(), data.fingerprint(), files);
    }

    static boolean isDataFile(String name) {
        return DATA_FILE.matcher(name).matches();
    }

    /** Whether a bundle may hold a file of this name, the manifest aside. */
    static boolean isKnown(String name) {
        return name.equals(SCENARIO) || name.equals(FIGURES) || name.equals(SUMS) || isDataFile(name);
    }

    Optional<byte[]> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** A file's text; empty where it is not there. */
    String text(String name) {
        return find(name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}

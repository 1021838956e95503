package io.chokepoint.data;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads scenario files. All faults of a file are reported at once, each with its line; fields that are not known are errors. No
 * state; safe for use by many threads.
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    /** Reads one file and judges its form only: whether its words mean anything depends on a dataset. */
    public static Loaded<Scenario> read(Path file) {
        Faults faults = new Faults();
        Optional<ParsedScenario> parsed = parse(file, shown(file), faults);
        return loaded(parsed, faults);
    }

    /**
     * Reads the text of a file and judges its form only, for those who bring kinds of restriction of their own.
     *
     * @param shownAs what faults name as the file
     * @param kinds those that it may name
     */
    public static Loaded<Scenario> read(String json, Path shownAs, RestrictionKinds kinds) {
        Faults faults = new Faults();
        return loaded(parse(json, shown(shownAs), label(shownAs), kinds, faults), faults);
    }

    /**
     * Reads one file and holds it against a dataset: selectors must name its words and select something. Sources that the
     * dataset does not list are warnings, as the file is not part of it.
     */
    public static Loaded<Scenario> read(Path file, Dataset dataset) {
        Faults faults = new Faults();
        Optional<ParsedScenario> parsed = parse(file, shown(file), faults);
        parsed.ifPresent(p -> ScenarioChecker.on(dataset).check(p, false, faults));
        return loaded(parsed, faults);
    }

    /**
     * As {@link #read(Path, Dataset)}, but a restriction or measure that selects nothing is a warning only: the scenario can be opened and
     * mended, though not run.
     */
    public static Loaded<Scenario> readDraft(Path file, Dataset dataset) {
        Faults faults = new Faults();
        Optional<ParsedScenario> parsed = parse(file, shown(file), faults);
        parsed.ifPresent(p -> ScenarioChecker.onDraft(dataset).check(p, false, faults));
        return loaded(parsed, faults);
    }

    /**
     * Reads a scenario that is part of another file, as {@link #readDraft(Path, Dataset)}.
     *
     * @param json the scenario as {@link ScenarioWriter#toJson} writes it
     * @param shownAs the file in which it stands, as the user knows it
     */
    public static Loaded<Scenario> readDraft(String json, Path shownAs, Dataset dataset) {
        Faults faults = new Faults();
        Optional<ParsedScenario> parsed = parse(json, shown(shownAs), label(shownAs), faults);
        parsed.ifPresent(p -> ScenarioChecker.onDraft(dataset).check(p, false, faults));
        return loaded(parsed, faults);
    }

    /** @param shownAs the file as the user knows it */
    static Optional<ParsedScenario> parse(Path file, String shownAs, Faults faults) {
        return TextFiles.read(file, shownAs, faults).flatMap(text -> parse(text, shownAs, label(file), faults));
    }

    /** A scenario that is part of another file. */
    static Optional<ParsedScenario> parsePart(String json, String shownAs, Faults faults) {
        return parse(json, shownAs, shownAs, faults);
    }

    /** A file of a dataset's folder. */
    static Optional<ParsedScenario> parse(Path folder, Path file, String shownAs, Faults faults) {
        return TextFiles.readOf(folder, file, shownAs, faults)
                .flatMap(text -> parse(text, shownAs, label(file), faults));
    }

    private static Optional<ParsedScenario> parse(String json, String shownAs, String label, Faults faults) {
        return parse(json, shownAs, label, RestrictionKinds.ALL, faults);
    }

    private static Optional<ParsedScenario> parse(
            String json, String shownAs, String label, RestrictionKinds kinds, Faults faults) {
        return Json.read(json, shownAs, faults)
                .map(root -> new ScenarioFields(root, shownAs, label, kinds, faults).read());
    }

    /** The file as figures name it: its folder and name. */
    private static String label(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        Path folder = parent == null ? null : parent.getFileName();
        String name = shown(file.getFileName());
        return folder != null && (folder.endsWith("scenarios") || folder.endsWith("backtests"))
                ? folder + "/" + name
                : name;
    }

    private static String shown(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static Loaded<Scenario> loaded(Optional<ParsedScenario> parsed, Faults faults) {
        Optional<Scenario> value = faults.hasErrors() ? Optional.empty() : parsed.map(ParsedScenario::scenario);
        return new Loaded<>(value, faults.list());
    }
}

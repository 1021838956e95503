package io.chokepoint.data;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A scenario to hand on: with the user's own figures and the fingerprint of the dataset that it was made on, or with the dataset itself.
 * As a file it is a zip ({@link #write}), as a line of text ({@link #toText}) it can be pasted; {@link BundleReader} reads both. Immutable.
 *
 * <p>What is in it is judged only when it meets a dataset ({@link #on}): a scenario means nothing without one.
 */
public final class Bundle {
    /** The end of a bundle's file name. */
    public static final String ENDING = ".chokepoint";

    /** What the line of text starts with. */
    public static final String TEXT_START = "chokepoint:";

    /** The latest form that this program reads, and the one that it writes. */
    public static final int VERSION = 1;

    /** Characters of the longest line of text; what is longer is shared as a file. */
    public static final int MOST_TEXT = 16_000;

    /** Figures that are named where the dataset has changed. */
    private static final int NAMED = 5;

    private final BundleParts parts;

    Bundle(BundleParts parts) {
        this.parts = parts;
    }

    /**
     * The user's own value of one figure.
     *
     * @param figureId {@link Figure#id()}
     * @param low the least that is plausible
     * @param central low ≤ central ≤ high
     * @param high the most that is plausible
     * @param source where it comes from, in the user's words; may be empty
     * @param note why; may be empty
     */
    public record Own(String figureId, double low, double central, double high, String source, String note) {}

    /**
     * What a bundle holds, held against a dataset.
     *
     * @param own figures that the dataset or the scenario has, within what is allowed for them
     */
    public record Content(Scenario scenario, List<Own> own) {
        public Content {
            own = List.copyOf(own);
        }
    }

    /** Of a scenario and own figures of a dataset; the dataset stays where it is. */
    public static Bundle of(Scenario scenario, List<Own> own, DataPackage data) {
        return new Bundle(BundleParts.of(scenario, own, data));
    }

    /**
     * The same with the dataset inside, as its folder holds it.
     *
     * @throws IOException if a file of it cannot be read
     */
    public Bundle withDataset(DataPackage data) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(parts.files());
        Path folder = data.folder();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            for (Path file : all.sorted().toList()) {
                String name =
                        BundleParts.DATA + folder.relativize(file).toString().replace('\\', '/');
                if (BundleParts.isDataFile(name) && Files.isRegularFile(file) && InputFiles.isWithin(folder, file)) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return new Bundle(new BundleParts(parts.title(), parts.fingerprint(), files));
    }

    /** The title of the dataset that it was made on. */
    public String datasetTitle() {
        return parts.title();
    }

    /** {@link DataPackage#fingerprint()} of the dataset that it was made on. */
    public String fingerprint() {
        return parts.fingerprint();
    }

    public boolean hasDataset() {
        return parts.files().keySet().stream().anyMatch(name -> name.startsWith(BundleParts.DATA));
    }

    /**
     * Writes the dataset that is inside into a folder, which is made; what is there under other names stays.
     *
     * @throws IOException if it cannot be written
     */
    public void unpackDataset(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : parts.files().entrySet()) {
            if (file.getKey().startsWith(BundleParts.DATA)) {
                AtomicFile.write(folder.resolve(file.getKey().substring(BundleParts.DATA.length())), file.getValue());
            }
        }
    }

    /**
     * The scenario and the own figures on a dataset. An own figure that the dataset does not have is left out with a warning. Where the
     * dataset is another one than that of the bundle, a warning names the figures that are not as they were.
     *
     * @param shownAs the bundle as the user knows it
     */
    public Loaded<Content> on(DataPackage data, String shownAs) {
        Faults faults = new Faults();
        Optional<ParsedScenario> parsed = ScenarioReader.parsePart(parts.text(BundleParts.SCENARIO), shownAs, faults);
        parsed.ifPresent(p -> ScenarioChecker.onDraft(data.dataset()).check(p, false, faults));
        List<Own> own = parsed.map(p -> own(p.scenario(), data.dataset(), shownAs, faults))
                .orElse(List.of());
        compareDatasets(data, shownAs, faults);
        Optional<Content> content =
                faults.hasErrors() ? Optional.empty() : parsed.map(p -> new Content(p.scenario(), own));
        return new Loaded<>(content, faults.list());
    }

    private List<Own> own(Scenario scenario, Dataset dataset, String shownAs, Faults faults) {
        Map<String, Figure> known = new LinkedHashMap<>();
        dataset.figures().forEach(figure -> known.putIfAbsent(figure.id(), figure));
        scenarioFigures(scenario).forEach(figure -> known.putIfAbsent(figure.id(), figure));
        List<Own> kept = new ArrayList<>();
        for (Own each : BundleFigures.read(parts.text(BundleParts.FIGURES), shownAs, faults)) {
            Figure figure = known.get(each.figureId());
            if (figure == null) {
                faults.warning(
                        shownAs,
                        0,
                        "figures",
                        "'" + each.figureId() + "' is no figure of this dataset and is left out.");
                continue;
            }
            Optional<String> wrong = FigureBounds.fault(figure, each.low(), each.central(), each.high());
            if (wrong.isPresent()) {
                faults.error(
                        shownAs,
                        0,
                        "figures",
                        each.low() + ", " + each.central() + ", " + each.high() + " of '" + each.figureId() + "'; "
                                + wrong.get() + ".");
            } else {
                kept.add(each);
            }
        }
        return kept;
    }

    /** The uncertain numbers of a scenario's own restrictions and measures. */
    public static Stream<Figure> scenarioFigures(Scenario scenario) {
        return Stream.concat(
                scenario.restrictions().stream()
                        .flatMap(restriction -> Stream.concat(
                                restriction.parameters().stream().map(Restriction.Parameter::value),
                                restriction.period().figures().stream())),
                scenario.measures().stream().map(Measure::figure));
    }

    private void compareDatasets(DataPackage data, String shownAs, Faults faults) {
        if (data.fingerprint().equals(parts.fingerprint())) {
            return;
        }
        String other = "was made on another state of the dataset, '" + parts.title() + "' with the fingerprint "
                + parts.fingerprint()
                        .substring(0, Math.min(8, parts.fingerprint().length())) + "…; ";
        Optional<byte[]> sums = parts.find(BundleParts.SUMS);
        if (sums.isEmpty()) {
            faults.warning(shownAs, 0, "", other + "results may differ.");
            return;
        }
        List<String> changed = BundleSums.changed(sums.get(), data.dataset());
        faults.warning(
                shownAs,
                0,
                "",
                other
                        + (changed.isEmpty()
                                ? "no figure of this one has changed or is new."
                                : changed.size() + " of "
                                        + BundleSums.ids(data.dataset()).size()
                                        + " of its figures here changed or new: "
                                        + changed.stream().limit(NAMED).collect(Collectors.joining(", "))
                                        + (changed.size() > NAMED ? " …" : "")));
    }

    /** The bytes of its file. The same bundle always gives the same bytes. */
    public byte[] toBytes() {
        return BundleWriter.zip(parts);
    }

    /**
     * Writes its file, whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        AtomicFile.write(file, toBytes());
    }

    /**
     * One line to paste, {@code chokepoint:1:…}, with a check sum; empty where it would be longer than {@value #MOST_TEXT} characters. Holds
     * neither a dataset nor what names the figures that have changed since.
     */
    public Optional<String> toText() {
        return Optional.of(BundleWriter.line(parts)).filter(line -> line.length() <= MOST_TEXT);
    }

    /** Whether a text is meant to be a bundle: it starts as one. */
    public static boolean isText(String text) {
        return text.strip().startsWith(TEXT_START);
    }

    /** Whether a file is meant to be a bundle: it is named as one. */
    public static boolean isNamed(String file) {
        return file.endsWith(ENDING);
    }

    /** All that it holds, by name, for tests. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        parts.files().forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        return texts;
    }
}

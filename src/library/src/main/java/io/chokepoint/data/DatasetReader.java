package io.chokepoint.data;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Episode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads dataset folders: reads everything before it judges, and reports all faults of all files at once. No state; safe for use
 * by many threads.
 */
public final class DatasetReader {
    private static final int STEPS = 4;

    private final Path folder;
    private final Faults faults = new Faults();
    private final DatasetDraft draft = new DatasetDraft(faults);

    private final TableFiles files;

    private DatasetReader(TableFiles files) {
        this.folder = files.folder();
        this.files = files;
    }

    /**
     * Reads a folder.
     *
     * @param folder problems name their files by it as it is given here
     * @return the dataset with its scenarios and episodes, unless a problem is an error
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Loaded<DataPackage> read(Path folder, RunMonitor monitor) {
        return read(folder, Map.of(), monitor);
    }

    /**
     * Reads a folder as it would be if some of its tables held other texts. Lines of problems are those of the texts; the fingerprint
     * is that of the files as they are.
     *
     * @param edited by file name, e.g. {@code goods.csv}
     */
    public static Loaded<DataPackage> read(Path folder, Map<String, TableText> edited, RunMonitor monitor) {
        LongWork.begins("reading a dataset");
        return new DatasetReader(new TableFiles(folder, edited, monitor)).read(monitor);
    }

    private Loaded<DataPackage> read(RunMonitor monitor) {
        if (!Files.isDirectory(folder)) {
            faults.error(
                    CsvTable.shown(folder, ""),
                    0,
                    "",
                    Files.exists(folder)
                            ? "is a file; expected a dataset folder."
                            : "the folder does not exist; expected a dataset folder.");
            return new Loaded<>(Optional.empty(), faults.list());
        }
        if (!Files.isReadable(folder)) {
            faults.error(CsvTable.shown(folder, ""), 0, "", "the folder cannot be read: access is denied.");
            return new Loaded<>(Optional.empty(), faults.list());
        }
        monitor.progress(0, STEPS, "reading tables");
        Descriptor descriptor = Descriptor.read(folder, faults);
        new WordTables(files, draft).read();
        if (!wordsReadable()) {
            List.of(Tables.SUPPLY, Tables.DEPENDENCIES, Tables.SOURCING, Tables.DEMAND)
                    .forEach(draft::loseTable);
        }
        new LinkTables(files, draft).read();
        monitor.checkCancelled();

        monitor.progress(1, STEPS, "reading scenarios");
        Set<String> ids = new LinkedHashSet<>();
        List<ParsedScenario> scenarios = scenarios("scenarios", ids);
        Set<String> scenarioIds = Set.copyOf(ids);
        List<ParsedScenario> episodes = scenarios("backtests", ids);
        checkKinds(scenarios, episodes);
        new PolicyTables(files, draft, ids).read();
        new LexiconTables(files, draft).read();
        monitor.checkCancelled();

        monitor.progress(2, STEPS, "checking tables");
        Dataset dataset = draft.toDataset(descriptor);
        new DatasetChecks(folder, draft, dataset).run();
        new TagChecks(folder, draft).run(dataset);

        monitor.progress(3, STEPS, "checking scenarios");
        if (wordsReadable()) {
            ScenarioChecker checker = ScenarioChecker.on(draft, dataset);
            checker.checkClasses(descriptor.asScenario(), faults);
            descriptor
                    .words()
                    .headline()
                    .ifPresent(headline -> checker.checkGoods(descriptor.asScenario(), headline.selectors(), faults));
            scenarios.forEach(parsed -> checker.check(parsed, true, faults));
            episodes.forEach(parsed -> checker.check(parsed, true, faults));
        }
        descriptor
                .defaultScenario()
                .ifPresent(id -> checkScenario(descriptor, "chokepoint.defaultScenario", id, scenarioIds));
        int place = 0;
        for (String id : descriptor.words().questions().keySet()) {
            checkScenario(descriptor, "chokepoint.questions[" + place++ + "].scenario", id, scenarioIds);
        }
        monitor.progress(STEPS, STEPS, "checked");

        if (faults.hasErrors()) {
            return new Loaded<>(Optional.empty(), faults.list());
        }
        DataPackage data = new DataPackage(
                folder,
                dataset,
                descriptor.defaultScenario(),
                descriptor.rationing(),
                scenarios.stream().map(ParsedScenario::scenario).toList(),
                episodes.stream().map(DatasetReader::episode).toList(),
                Fingerprint.ofFolder(folder));
        return new Loaded<>(Optional.of(data), faults.list());
    }

    private boolean wordsReadable() {
        return draft.goods.isReadable()
                && draft.stages.isReadable()
                && draft.providers.isReadable()
                && draft.markets.isReadable();
    }

    private static Episode episode(ParsedScenario parsed) {
        return new Episode(
                parsed.scenario(),
                parsed.heldAside(),
                parsed.observations().stream().map(ParsedScenario.Placed::value).toList());
    }

    /** @param ids takes the ids of all files, of those that cannot be read by their name */
    private List<ParsedScenario> scenarios(String subfolder, Set<String> ids) {
        List<ParsedScenario> scenarios = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        for (Path file : jsonFiles(folder.resolve(subfolder))) {
            String fileName = String.valueOf(file.getFileName());
            String shown = CsvTable.shown(folder, subfolder + "/" + fileName);
            String stem = fileName.substring(0, fileName.length() - ".json".length());
            Optional<ParsedScenario> parsed = ScenarioReader.parse(folder, file, shown, faults);
            if (parsed.isEmpty()) {
                ids.add(stem);
                continue;
            }
            String id = parsed.get().scenario().id();
            if (id.isEmpty()) {
                ids.add(stem);
            } else if (!ids.add(id)) {
                faults.error(
                        shown,
                        parsed.get().line("id"),
                        "id",
                        "'" + id + "' is already the id of " + files.getOrDefault(id, "a scenario")
                                + "; expected each id once.");
            } else if (!id.equals(stem)) {
                faults.warning(
                        shown,
                        parsed.get().line("id"),
                        "id",
                        "'" + id + "' is not the file's name; expected '" + stem + "'.");
            }
            files.putIfAbsent(id, shown);
            scenarios.add(parsed.get());
        }
        return scenarios;
    }

    private List<Path> jsonFiles(Path subfolder) {
        if (!Files.isDirectory(subfolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(subfolder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faults.error(
                    CsvTable.shown(folder, String.valueOf(subfolder.getFileName())),
                    0,
                    "",
                    "cannot be read: " + InputFiles.reason(e));
            return List.of();
        }
    }

    private void checkScenario(Descriptor descriptor, String path, String id, Set<String> known) {
        if (!known.contains(id)) {
            faults.error(
                    descriptor.file(),
                    descriptor.places().getOrDefault(path, 0),
                    path,
                    "'" + id + "' is the id of no file in scenarios/." + Hints.nearest(id, known));
        }
    }

    private void checkKinds(List<ParsedScenario> scenarios, List<ParsedScenario> episodes) {
        for (ParsedScenario parsed : scenarios) {
            if (parsed.places().containsKey("observations")) {
                faults.error(
                        parsed.file(),
                        parsed.line("observations"),
                        "observations",
                        "is in a scenario; expected it in a file of backtests/ only.");
            }
        }
        for (ParsedScenario parsed : episodes) {
            if (!parsed.places().containsKey("observations")) {
                faults.error(parsed.file(), 1, "observations", "is missing; expected what was seen, at least once.");
            }
        }
    }
}

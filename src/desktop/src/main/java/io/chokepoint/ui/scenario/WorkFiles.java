package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.LineDifference;
import io.chokepoint.ui.support.Work;
import io.chokepoint.ui.support.Work.SwitchedOff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work in files: the scenario as a scenario file, all else in {@link SideFiles} of the same name beside it. */
final class WorkFiles {
    /** Where a scenario file names the model it was written with. */
    static final String MODEL_FIELD = "model";

    private WorkFiles() {}

    /** @throws ChokepointException if a file cannot be written */
    static void write(Work work, Path file) {
        write(work, file, Optional.empty());
    }

    /**
     * Writes work as of a dataset.
     *
     * @param dataset the folder of the dataset, to be noted beside the work
     * @throws ChokepointException if a file cannot be written
     */
    static void write(Work work, Path file, Optional<Path> dataset) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (dataset.isPresent()) {
                // First: work without the note would be read as work on whatever is open.
                SideFiles.writeDataset(dataset.get(), file);
            }
            ScenarioWriter.write(work.scenario().withModel(Optional.of(ModelRegistry.PROGRAM.stamp())), file);
            SideFiles.writeFigures(work.figures().values(), SideFiles.figures(file));
            SideFiles.writeSwitchedOff(work.switchedOff(), SideFiles.switchedOff(file));
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    /** All files in which work is kept. */
    static List<Path> all(Path file) {
        return List.of(file, SideFiles.figures(file), SideFiles.switchedOff(file));
    }

    /** How the work would be written, line by line, beside what the files hold now. */
    static List<LineDifference.Row> difference(Work work, Path file) throws IOException {
        Path folder = Files.createTempDirectory("chokepoint");
        Path mine = folder.resolve(file.getFileName());
        try {
            write(work, mine);
            return LineDifference.of(lines(file), lines(mine));
        } finally {
            delete(mine);
            Files.deleteIfExists(folder);
        }
    }

    /** Remarks of the files beside say when they were written, which is no difference of the work. */
    private static List<String> lines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path part : all(file)) {
            if (Files.exists(part)) {
                // Not readAllLines: what another program wrote may not be UTF-8, and is to be shown all the same.
                new String(Files.readAllBytes(part), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /**
     * The work in a file, or what is wrong with it; a fault in a file beside it is a fault of the work. What selects nothing can be opened.
     * Where the file was written with another version of the model, a warning of the field {@link #MODEL_FIELD} says what changed since.
     */
    static Loaded<Work> read(Path file, Dataset dataset) {
        Loaded<Scenario> scenario = ScenarioReader.readDraft(file, dataset);
        Loaded<Map<String, FigureEdit>> figures = SideFiles.readFigures(SideFiles.figures(file), dataset);
        Loaded<List<SwitchedOff>> off = SideFiles.readSwitchedOff(SideFiles.switchedOff(file), dataset);
        List<Problem> problems = new ArrayList<>(scenario.problems());
        problems.addAll(figures.problems());
        problems.addAll(off.problems());
        scenario.value()
                .flatMap(read -> read.remarks().model())
                .flatMap(ModelRegistry.PROGRAM::changedSince)
                .ifPresent(changed -> problems.add(Problem.warning(file.toString(), 0, MODEL_FIELD, changed)));
        return new Loaded<>(
                scenario.value()
                        .flatMap(read -> figures.value()
                                .flatMap(own -> off.value()
                                        .map(kept -> new Work(read.withModel(Optional.empty()), own, kept)))),
                problems);
    }

    /** Gives the work another name. */
    static void move(Path file, Path to) {
        try {
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
            SideFiles.move(file, to);
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be moved to '" + to + "': " + e.getMessage(), e);
        }
    }

    /** Removes the work; nothing happens where it is not there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            SideFiles.delete(file);
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be removed: " + e.getMessage(), e);
        }
    }
}

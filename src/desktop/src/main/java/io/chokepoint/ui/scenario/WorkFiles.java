package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Work;
import io.chokepoint.ui.support.Work.SwitchedOff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Work in files: the scenario as a scenario file, all else in {@link SideFiles} of the same name beside it. */
final class WorkFiles {
    private WorkFiles() {}

    /** @throws ChokepointException if a file cannot be written */
    static void write(Work work, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ScenarioWriter.write(work.scenario(), file);
            SideFiles.writeFigures(work.figures().values(), SideFiles.figures(file));
            SideFiles.writeSwitchedOff(work.switchedOff(), SideFiles.switchedOff(file));
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    /** The work in a file, or what is wrong with it; a fault in a file beside it is a fault of the work. What selects nothing can be opened. */
    static Loaded<Work> read(Path file, Dataset dataset) {
        Loaded<Scenario> scenario = ScenarioReader.readDraft(file, dataset);
        Loaded<Map<String, FigureEdit>> figures = SideFiles.readFigures(SideFiles.figures(file), dataset);
        Loaded<List<SwitchedOff>> off = SideFiles.readSwitchedOff(SideFiles.switchedOff(file), dataset);
        List<Problem> problems = new ArrayList<>(scenario.problems());
        problems.addAll(figures.problems());
        problems.addAll(off.problems());
        return new Loaded<>(
                scenario.value()
                        .flatMap(read ->
                                figures.value().flatMap(own -> off.value().map(kept -> new Work(read, own, kept)))),
                problems);
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

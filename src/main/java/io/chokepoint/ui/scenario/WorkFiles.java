package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Work in files: the scenario as a scenario file, own figures in a file of the same name beside it. Files are written whole or
 * not at all.
 */
final class WorkFiles {
    private static final String ENDING = ".json";
    private static final String FIGURES = ".figures.properties";

    private WorkFiles() {}

    /** @throws ChokepointException if a file cannot be written */
    static void write(Work work, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ScenarioWriter.write(work.scenario(), file);
            writeFigures(work, figures(file));
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    private static void writeFigures(Work work, Path file) throws IOException {
        if (work.figures().isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Properties values = new Properties();
        int number = 0;
        for (FigureEdit edit : work.figures().values()) {
            String key = String.format("%04d.", number++);
            values.setProperty(key + "figure", edit.figureId());
            values.setProperty(key + "low", Double.toString(edit.low()));
            values.setProperty(key + "central", Double.toString(edit.central()));
            values.setProperty(key + "high", Double.toString(edit.high()));
            values.setProperty(key + "source", edit.source());
            values.setProperty(key + "note", edit.note());
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer writer = Files.newBufferedWriter(part)) {
            values.store(writer, "Own figures, kept beside the dataset");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The work in a file, or what is wrong with it. */
    static Loaded<Work> read(Path file, Dataset dataset) {
        Loaded<Scenario> scenario = ScenarioReader.read(file, dataset);
        return new Loaded<>(
                scenario.value().map(value -> new Work(value, readFigures(figures(file)))), scenario.problems());
    }

    private static Map<String, FigureEdit> readFigures(Path file) {
        Map<String, FigureEdit> edits = new LinkedHashMap<>();
        if (!Files.isReadable(file)) {
            return edits;
        }
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            for (String key : new TreeSet<>(values.stringPropertyNames())) {
                if (key.endsWith(".figure")) {
                    String start = key.substring(0, key.length() - "figure".length());
                    FigureEdit edit = new FigureEdit(
                            values.getProperty(key),
                            Double.parseDouble(values.getProperty(start + "low", "")),
                            Double.parseDouble(values.getProperty(start + "central", "")),
                            Double.parseDouble(values.getProperty(start + "high", "")),
                            values.getProperty(start + "source", ""),
                            values.getProperty(start + "note", ""));
                    edits.put(edit.figureId(), edit);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ChokepointException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
        return edits;
    }

    /** Removes the work; nothing happens where it is not there. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(figures(file));
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be removed: " + e.getMessage(), e);
        }
    }

    private static Path figures(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(
                (name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name) + FIGURES);
    }
}

package io.chokepoint.ui.scenario;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.KeptProperties;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.OwnFigures;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Work.SwitchedOff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What is kept beside a scenario file because such a file has no field for it: own figures, and restrictions that are switched
 * off. Each in a file of the scenario's name; a file is written whole or not at all, and removed where there is nothing to keep.
 */
final class SideFiles {
    private static final String ENDING = ".json";
    private static final String FIGURES = ".figures.properties";
    private static final String OFF = ".off.properties";
    private static final String DATASET = ".dataset.properties";
    private static final String FOLDER = "folder";

    private SideFiles() {}

    static Path figures(Path scenario) {
        return OwnFigures.beside(scenario);
    }

    static Path switchedOff(Path scenario) {
        return beside(scenario, OFF);
    }

    private static Path beside(Path scenario, String ending) {
        String name = String.valueOf(scenario.getFileName());
        return scenario.resolveSibling(
                (name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name) + ending);
    }

    static void move(Path scenario, Path to) throws IOException {
        for (String ending : List.of(FIGURES, OFF, DATASET)) {
            Path file = beside(scenario, ending);
            if (Files.exists(file)) {
                Files.move(file, beside(to, ending), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path scenario) throws IOException {
        Files.deleteIfExists(figures(scenario));
        Files.deleteIfExists(switchedOff(scenario));
        Files.deleteIfExists(beside(scenario, DATASET));
    }

    // ---- the dataset ----------------------------------------------------------------------------------------------

    /** Notes which dataset the work is on; the shipped one by no path, since its folder moves with the program. */
    static void writeDataset(Path folder, Path scenario) throws IOException {
        Properties values = new Properties();
        values.setProperty(
                FOLDER,
                ShippedData.isShipped(folder)
                        ? ""
                        : folder.toAbsolutePath().normalize().toString());
        write(
                values,
                "The folder of the dataset that the work is on; none for the one that came with the program",
                beside(scenario, DATASET));
    }

    /** In words the dataset that the work is on, if another than the one given; empty also where it was never noted. */
    static Optional<String> otherDataset(Path scenario, Path opened) {
        return KeptProperties.read(beside(scenario, DATASET), new ArrayList<>())
                .map(values -> values.getProperty(FOLDER))
                .filter(folder -> folder.isEmpty()
                        ? !ShippedData.isShipped(opened)
                        : !folder.equals(opened.toAbsolutePath().normalize().toString()))
                .map(folder -> folder.isEmpty() ? Texts.get("recover.shipped") : folder);
    }

    // ---- own figures ----------------------------------------------------------------------------------------------

    static void writeFigures(Collection<FigureEdit> figures, Path file) throws IOException {
        Properties values = new Properties();
        int number = 0;
        for (FigureEdit edit : figures) {
            String key = key(number++);
            values.setProperty(key + "figure", edit.figureId());
            values.setProperty(key + "low", Double.toString(edit.low()));
            values.setProperty(key + "central", Double.toString(edit.central()));
            values.setProperty(key + "high", Double.toString(edit.high()));
            values.setProperty(key + "source", edit.source());
            values.setProperty(key + "note", edit.note());
        }
        write(values, "Own figures, kept beside the dataset", file);
    }

    /** Own figures by id. A number that cannot be read is an error; a figure that the dataset does not have is left out with a warning. */
    static Loaded<Map<String, FigureEdit>> readFigures(Path file, Dataset dataset) {
        Loaded<Map<String, Bundle.Own>> read = OwnFigures.read(file, dataset);
        return new Loaded<>(read.value().map(own -> FigureEdit.of(own.values())), read.problems());
    }

    // ---- restrictions that are switched off -----------------------------------------------------------------------

    static void writeSwitchedOff(List<SwitchedOff> all, Path file) throws IOException {
        Properties values = new Properties();
        int number = 0;
        for (SwitchedOff off : all) {
            String key = key(number++);
            values.setProperty(key + "place", Integer.toString(off.place()));
            values.setProperty(
                    key + "restriction",
                    ScenarioWriter.toJson(Scenario.adHoc(Scenario.DEFAULT_HORIZON_WEEKS, List.of(off.restriction()))));
        }
        write(
                values,
                "Restrictions that are switched off: the scenario file beside this one holds those in force",
                file);
    }

    /** Restrictions that are switched off, by ascending place. */
    static Loaded<List<SwitchedOff>> readSwitchedOff(Path file, Dataset dataset) {
        List<Problem> problems = new ArrayList<>();
        List<SwitchedOff> all = new ArrayList<>();
        KeptProperties.read(file, problems).ifPresent(values -> {
            for (String start : KeptProperties.starts(values, "restriction")) {
                Loaded<Scenario> scenario =
                        ScenarioReader.readDraft(values.getProperty(start + "restriction"), file, dataset);
                // Warnings are about what a whole scenario should have, and this is only the case of one restriction.
                scenario.problems().stream().filter(Problem::isError).forEach(problems::add);
                List<Restriction> found =
                        scenario.value().map(Scenario::restrictions).orElse(List.of());
                String place = values.getProperty(start + "place", "");
                if (!place.matches("\\d{1,4}")) {
                    problems.add(Problem.error(file.toString(), 0, start + "place", Texts.get("off.noPlace", place)));
                } else if (!found.isEmpty()) {
                    all.add(new SwitchedOff(Integer.parseInt(place), found.getFirst()));
                }
            }
        });
        all.sort(Comparator.comparingInt(SwitchedOff::place));
        return loaded(all, problems);
    }

    // ---- files ----------------------------------------------------------------------------------------------------

    private static String key(int number) {
        return String.format(Locale.ROOT, "%04d.", number);
    }

    private static <T> Loaded<T> loaded(T value, List<Problem> problems) {
        boolean broken = problems.stream().anyMatch(Problem::isError);
        return new Loaded<>(broken ? Optional.empty() : Optional.of(value), problems);
    }

    private static void write(Properties values, String comment, Path file) throws IOException {
        if (values.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        AtomicFile.write(file, out -> values.store(out, comment));
    }
}

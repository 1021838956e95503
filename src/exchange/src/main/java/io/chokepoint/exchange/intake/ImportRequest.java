package io.chokepoint.exchange.intake;

import io.chokepoint.base.RunMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What is to be imported.
 *
 * @param input a file, or a folder where the format is one of folders
 * @param mapping says which column is what
 * @param locale how numbers are written in the input; without one, a number that may be read in two ways, as 1.234 may, is refused
 * @param dataset folder of a dataset to match with, for formats that refer to goods
 */
public record ImportRequest(
        Path input, Optional<Path> mapping, Optional<Locale> locale, Optional<Path> dataset, RunMonitor monitor) {

    /** Only a file. */
    public static ImportRequest of(Path input) {
        return new ImportRequest(input, Optional.empty(), Optional.empty(), Optional.empty(), RunMonitor.NONE);
    }

    public ImportRequest withMapping(Path file) {
        return new ImportRequest(input, Optional.of(file), locale, dataset, monitor);
    }

    public ImportRequest withLocale(Locale numbers) {
        return new ImportRequest(input, mapping, Optional.of(numbers), dataset, monitor);
    }

    public ImportRequest withDataset(Path folder) {
        return new ImportRequest(input, mapping, locale, Optional.of(folder), monitor);
    }

    /** The input as messages name it: as it was given, with forward slashes. */
    public String shown() {
        return input.toString().replace('\\', '/');
    }

    /** Whether the input is a folder; if not, that is a fault, which says what should lie in it. */
    public boolean isFolder(String expected, Findings findings) {
        if (Files.isDirectory(input)) {
            return true;
        }
        findings.faultAt(shown(), 0, "", Files.exists(input) ? "is a file" : "does not exist", expected);
        return false;
    }

    /** The input's name without folder and ending: what a dataset of it is called if nothing else names it. */
    public String stem() {
        String name = String.valueOf(input.toAbsolutePath().normalize().getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

package io.chokepoint.ui.scenario;

import io.chokepoint.ui.support.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What was open last, remembered from one start to the next: a scenario of the dataset, or a file of the user's. */
final class LastWork {
    private static final String FILE = "work.file";
    private static final String SCENARIO = "work.scenario";

    private final Settings settings;

    LastWork(Settings settings) {
        this.settings = settings;
    }

    /** @param id of a scenario that no file is known for */
    void opened(String id) {
        settings.put(FILE, "");
        settings.put(SCENARIO, id);
    }

    void opened(Path file) {
        settings.put(FILE, file.toAbsolutePath());
    }

    /** Whether nothing was ever opened. */
    boolean isEmpty() {
        return settings.find(SCENARIO).isEmpty();
    }

    /** Empty where none was open, or where it is not there any more. */
    Optional<Path> file() {
        return settings.find(FILE).filter(path -> !path.isEmpty()).map(Path::of).filter(Files::isReadable);
    }

    /** Its id; the dataset may have it no more. */
    Optional<String> scenario() {
        return settings.find(SCENARIO).filter(id -> !id.isEmpty());
    }
}

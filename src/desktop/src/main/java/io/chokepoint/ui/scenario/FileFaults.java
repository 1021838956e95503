package io.chokepoint.ui.scenario;

import io.chokepoint.base.Problem;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.OverlayHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in passing what is wrong with a scenario's file. */
final class FileFaults {
    /** A fault of a file is long; more than these would not be read in passing. */
    private static final int SAID = 3;

    private final OverlayHost overlays;

    FileFaults(OverlayHost overlays) {
        this.overlays = overlays;
    }

    /** @param key of a text about a file by its name */
    void say(Path path, String key, List<Problem> problems) {
        overlays.say(words(path, key, problems));
    }

    /** @param key of a text about a file by its name */
    static String words(Path path, String key, List<Problem> problems) {
        String faults = problems.stream().limit(SAID).map(Problem::toString).collect(Collectors.joining("\n"));
        String rest = problems.size() > SAID ? "\n" + Texts.get("scenario.moreFaults", problems.size() - SAID) : "";
        return Texts.get(key, path.getFileName()) + "\n" + faults + rest;
    }

    /** Says {@link #warnings}, if there are any. */
    void sayWarnings(Path path, List<Problem> problems) {
        List<String> words = warnings(path, problems);
        if (!words.isEmpty()) {
            overlays.say(String.join("\n", words));
        }
    }

    /**
     * Of the warnings only those about files beside the scenario, which say what of the work has not come back, and what has changed in the
     * model since the file was written.
     */
    static List<String> warnings(Path path, List<Problem> problems) {
        List<String> words = new ArrayList<>();
        List<Problem> beside = problems.stream()
                .filter(problem -> problem.file().endsWith(".properties"))
                .toList();
        if (!beside.isEmpty()) {
            words.add(words(path, "scenario.openedBut", beside));
        }
        problems.stream()
                .filter(problem -> problem.field().equals(WorkFiles.MODEL_FIELD))
                .forEach(problem -> words.add(Texts.get("scenario.otherModel", path.getFileName(), problem.message())));
        return words;
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.BundleReader;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import java.nio.file.Path;
import java.util.Optional;

/** Shared scenarios as values of options. */
final class Bundles {
    /** Characters of a text that a message shows. */
    private static final int SHOWN = 40;

    private Bundles() {}

    /** The bundle that a word of the command line names or is; empty where it is something else. */
    static Optional<Loaded<Bundle>> find(String word) {
        if (Bundle.isText(word)) {
            return Optional.of(BundleReader.parse(word, shown(word)));
        }
        return Bundle.isNamed(word) ? Optional.of(BundleReader.read(Path.of(word))) : Optional.empty();
    }

    /** A word as messages show it: a text to paste is long. */
    static String shown(String word) {
        return word.length() <= SHOWN || !Bundle.isText(word)
                ? word
                : word.strip().substring(0, SHOWN) + "…";
    }

    /**
     * What is in it, on a dataset; what is odd about it is said as a remark.
     *
     * @throws ChokepointException with all its faults
     */
    static Bundle.Content open(Loaded<Bundle> read, DataPackage data, CommonOptions common) {
        Loaded<Bundle.Content> content = read.orThrow().on(data, "--scenario");
        Bundle.Content found = content.orThrow();
        // As with a scenario file, only what a run is affected by.
        content.problems().stream()
                .filter(problem -> problem.field().isEmpty() || problem.field().equals("figures"))
                .map(Problem::toString)
                .forEach(common::remark);
        return found;
    }
}

package io.chokepoint.exchange;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.intake.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One import, from a file of another tool to a dataset folder. */
public final class DatasetImport {
    private DatasetImport() {}

    /**
     * What an import gave.
     *
     * @param loaded the new folder as the ordinary reader sees it: a dataset, or what is still missing for one; nothing and no problem where
     *     the format is one of scenarios
     * @param scenarios names of the files of scenarios that are in the folder
     */
    public record Outcome(ImportReport report, Loaded<DataPackage> loaded, List<String> scenarios) {
        public Outcome {
            scenarios = List.copyOf(scenarios);
        }
    }

    /**
     * Reads the input, writes the folder whole or not at all, and reads it as any other dataset.
     *
     * @param folder does not exist yet, or is empty
     * @throws ChokepointException with all faults if the input has any, or if the folder cannot be written; nothing is written then
     */
    public static Outcome run(Importer importer, ImportRequest request, Path folder) {
        DatasetFolder.requireFree(folder);
        Draft draft = read(importer, request);
        request.monitor().checkCancelled();
        return write(importer, draft, folder, request.monitor());
    }

    /**
     * Reads the input and writes nothing, for whoever wants to see first what comes of it. Faults are in the draft's findings, so is that the
     * input cannot be read.
     *
     * @throws java.util.concurrent.CancellationException if the request's monitor says so
     */
    public static Draft read(Importer importer, ImportRequest request) {
        Draft draft = new Draft();
        try {
            importer.read(request, draft);
        } catch (IOException failure) {
            draft.findings()
                    .faults(List.of(Problem.error(
                            request.shown(), 0, "", "cannot be read: " + InputFile.reason(failure) + ".")));
        }
        return draft;
    }

    /**
     * Writes the folder whole or not at all, and reads it as any other dataset.
     *
     * @param draft what {@link #read} gave with the same importer
     * @param folder does not exist yet, or is empty
     * @throws ChokepointException with all faults if the draft has any, or if the folder cannot be written; nothing is written then
     */
    public static Outcome write(Importer importer, Draft draft, Path folder, RunMonitor monitor) {
        DatasetFolder.requireFree(folder);
        if (draft.findings().hasFaults()) {
            throw new ChokepointException(draft.findings().report().faults());
        }
        DatasetFolder.write(draft, folder, !importer.makesScenarios());
        Loaded<DataPackage> loaded = importer.makesScenarios()
                ? new Loaded<>(Optional.empty(), List.of())
                : DatasetReader.read(folder, monitor);
        return new Outcome(
                draft.findings().report(),
                loaded,
                draft.files().keySet().stream()
                        .filter(file -> file.endsWith(".json"))
                        .toList());
    }
}

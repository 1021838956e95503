package io.chokepoint.ui.exchange;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Which data of another tool, and how they are to be read. Takes a while; to be called off the UI thread.
 *
 * @param mapping says which column is what, where the format takes one
 * @param numbers how numbers are written; empty for a point and no separators
 * @param dataset with which scenarios are matched; empty for the shipped one
 */
record OtherData(
        Importer importer, Path input, Optional<Path> mapping, Optional<Locale> numbers, Optional<Path> dataset) {

    /**
     * What came of reading.
     *
     * @param from of what
     */
    record Read(OtherData from, Draft draft, ImportReport report) {
        boolean canBeWritten() {
            return report.faults().isEmpty();
        }

        /** As {@link DatasetImport#write}. */
        DatasetImport.Outcome write(Path folder, RunMonitor monitor) {
            return DatasetImport.write(from.importer, draft, folder, monitor);
        }
    }

    /** Whether nothing can be read before somebody says which column is what. */
    boolean needsMapping() {
        return importer.takesMapping() && mapping.isEmpty();
    }

    /** Reads it; writes nothing. */
    Read read(RunMonitor monitor) {
        Draft draft = DatasetImport.read(importer, request(monitor));
        monitor.checkCancelled();
        return new Read(this, draft, draft.findings().report());
    }

    private ImportRequest request(RunMonitor monitor) {
        return new ImportRequest(
                input, importer.takesMapping() ? mapping : Optional.empty(), numbers, dataset, monitor);
    }

    /**
     * Drafts a mapping from the columns and writes it.
     *
     * @throws ChokepointException with all faults of the input
     * @throws IOException if the input cannot be read or the file not be written
     */
    void suggest(Path file, RunMonitor monitor) throws IOException {
        Findings findings = new Findings();
        String draft = importer.suggest(request(monitor), findings);
        if (findings.hasFaults()) {
            throw new ChokepointException(findings.report().faults());
        }
        AtomicFile.write(file, out -> out.write(draft));
    }

    /** What a folder of it is called unless the user says otherwise. */
    String name() {
        String name = ImportRequest.of(input)
                .stem()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("(^-|-$)", "");
        return name.isEmpty() ? "imported" : name;
    }
}

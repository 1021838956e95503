package io.chokepoint.exchange;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Imports as tests need them. */
public final class Imports {
    private Imports() {}

    /** What an importer makes of a file, faults and all. */
    public static Draft draft(Importer importer, Path file) throws IOException {
        return draft(importer, ImportRequest.of(file));
    }

    public static Draft draft(Importer importer, ImportRequest request) throws IOException {
        Draft draft = new Draft();
        importer.read(request, draft);
        return draft;
    }

    /** The faults in words, the folder of the file left out. */
    public static List<String> faults(Draft draft) {
        return draft.findings().report().faults().stream()
                .map(problem -> problem.toString().replaceFirst("^[^:]*/", ""))
                .toList();
    }

    /** The faults of a whole import. */
    public static List<String> faults(ChokepointException refused) {
        return refused.problems().stream()
                .map(problem -> problem.toString().replaceFirst("^[^:]*/", ""))
                .toList();
    }

    /** Rows of a table as texts, cells joined by '|'. */
    public static List<String> rows(Draft draft, String table, String... columns) {
        return draft.tables().get(table).rows().stream()
                .map(row ->
                        String.join("|", List.of(columns).stream().map(row::get).toList()))
                .toList();
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Importers;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.export.RowWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Other tools' data in: what was understood, left out and assumed on standard output, faults on standard error. */
@Command(
        name = "import",
        description =
                "Makes a dataset folder of another tool's data, and says what it understood, what it left out and why, and"
                        + " what it had to assume. --out names the new folder; with faults nothing is written.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint import xlsx chips.xlsx --out chips%n"
                + "  chokepoint import csv makers.csv --suggest%n",
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("list", "what", "value", "why", "first", "count");

    /** The formats for the help text. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            description = "What the input is: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Formats.class)
    private String format = "";

    @Parameters(
            index = "1",
            paramLabel = "IN",
            description = "The file, or the folder where the format is one of folders.")
    private Path input = Path.of("");

    @Option(names = "--mapping", paramLabel = "F", description = "File that says which column is what; see --suggest.")
    private @Nullable Path mapping;

    @Option(
            names = "--suggest",
            description = "Only draft a mapping file from the columns of the input, to standard output or --out.")
    private boolean suggest;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            description =
                    "Language tag of the numbers in the input, like de or fr-CH: their decimal sign and separators."
                            + " Without it, a number that may be read in two ways is refused.")
    private @Nullable String locale;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Importer importer = Importers.find(format)
                .orElseThrow(() -> common.usage("FORMAT '" + format + "' is none of " + String.join(", ", words())));
        if (mapping != null && !importer.takesMapping()) {
            throw common.usage("'" + format + "' takes no --mapping");
        }
        ImportRequest request = new ImportRequest(
                input, Optional.ofNullable(mapping), numbers(), common.givenFolder(), RunMonitor.NONE);
        if (suggest) {
            return suggest(importer, request);
        }
        Path folder = common.out()
                .filter(unused -> !common.toStandardOutput())
                .orElseThrow(() -> common.usage("--out DIR is missing: the new folder of the dataset"));
        DatasetImport.Outcome outcome = common.withProgress(monitor -> DatasetImport.run(
                importer,
                new ImportRequest(request.input(), request.mapping(), request.locale(), request.dataset(), monitor),
                folder));
        print(importer, outcome, folder);
        return importer.makesScenarios() || outcome.loaded().value().isPresent() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private static List<String> words() {
        return Importers.all().stream().map(Importer::format).toList();
    }

    private Integer suggest(Importer importer, ImportRequest request) throws IOException {
        if (!importer.takesMapping()) {
            throw common.usage("'" + format + "' takes no mapping, so there is none to suggest");
        }
        Findings findings = new Findings();
        String draft = importer.suggest(request, findings);
        if (findings.hasFaults()) {
            throw new ChokepointException(findings.report().faults());
        }
        common.print(out -> out.write(draft));
        return ExitCode.OK;
    }

    private Optional<Locale> numbers() {
        if (locale == null) {
            return Optional.empty();
        }
        Locale wanted = Locale.forLanguageTag(locale);
        if (wanted.getLanguage().isEmpty() || !wanted.toLanguageTag().equalsIgnoreCase(locale)) {
            throw common.usage("--locale '" + locale + "' is no language tag; expected one such as de or fr-CH");
        }
        return Optional.of(wanted);
    }

    private void print(Importer importer, DatasetImport.Outcome outcome, Path folder) throws IOException {
        PrintWriter out = common.terminal().out();
        if (common.format() == Output.TABLE) {
            out.write(outcome.report().text());
            out.println("Written: " + folder + ": "
                    + (importer.makesScenarios()
                            ? Amounts.counted(outcome.scenarios().size(), "scenario", "scenarios") + "."
                            : outcome.loaded()
                                    .value()
                                    .map(data -> new DatasetCounts(data).sentence() + ".")
                                    .orElse("not complete yet; what is missing or at fault is on standard error.")));
        } else {
            rows(outcome.report(), out);
        }
        out.flush();
        for (Problem problem : outcome.loaded().problems()) {
            common.terminal().err().println(problem);
        }
        common.terminal().err().flush();
    }

    private void rows(ImportReport report, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(common.fileFormat(), COLUMNS, out)) {
            for (ImportReport.Understood line : report.understood()) {
                rows.row("understood", line.what(), null, null, null, line.count());
            }
            for (ImportReport.LeftOut line : report.leftOut()) {
                rows.row("left-out", line.what(), null, line.why(), line.where(), line.count());
            }
            for (ImportReport.Assumed line : report.assumed()) {
                String what = line.table().isEmpty() ? line.column() : line.table() + " " + line.column();
                rows.row("assumed", what, line.value(), line.why(), line.first(), line.count());
            }
        }
    }
}

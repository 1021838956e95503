package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.UnlistedFaults;
import io.chokepoint.export.BooksWriter;
import io.chokepoint.export.RowWriter;
import io.chokepoint.model.Books;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = "Checks a dataset and prints all its faults: errors stop a simulation, warnings do not.",
        footerHeading = "%nExamples:%n" + "  chokepoint validate%n" + "  chokepoint validate --books%n",
        sortOptions = false)
final class ValidateCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of("severity", "file", "line", "column", "message");

    @Option(
            names = "--books",
            description =
                    "Print what every good costs and sells for: its inputs as a part of what it sells for, the widest"
                            + " gaps to stated cost shares, and the sums of all goods. For datasets with values.")
    private boolean books;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Loaded<DataPackage> loaded = common.withProgress(monitor -> DatasetReader.read(common.folder(), monitor));
        for (Problem problem : loaded.problems()) {
            common.terminal().err().println(problem);
        }
        common.terminal().err().flush();
        if (books) {
            return printBooks(loaded);
        }
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(summary(loaded)));
        } else {
            common.print(out -> {
                try (RowWriter rows = RowWriter.open(common.fileFormat(), COLUMNS, out)) {
                    for (Problem problem : loaded.problems()) {
                        rows.row(
                                problem.severity().name().toLowerCase(Locale.ROOT),
                                problem.file(),
                                problem.line() > 0 ? problem.line() : null,
                                problem.field().isEmpty() ? null : problem.field(),
                                problem.message());
                    }
                }
            });
        }
        return loaded.value().isPresent() ? ExitCode.OK : ExitCode.BAD_INPUT;
    }

    private int printBooks(Loaded<DataPackage> loaded) throws IOException {
        if (loaded.value().isEmpty()) {
            common.remark(summary(loaded).strip());
            return ExitCode.BAD_INPUT;
        }
        Books found = new StudyRunner(loaded.value().get())
                .books()
                .orElseThrow(() -> new ChokepointException(Texts.get("books.none")));
        switch (common.format()) {
            case TABLE -> common.print(out -> out.write(BooksText.of(found)));
            case CSV -> common.print(out -> BooksWriter.writeCsv(found, out));
            case JSON -> common.print(out -> BooksWriter.writeJson(found, out));
        }
        return ExitCode.OK;
    }

    private static long count(Stream<Problem> problems) {
        return problems.mapToLong(UnlistedFaults::count).sum();
    }

    private String summary(Loaded<DataPackage> loaded) {
        long errors = count(loaded.problems().stream().filter(Problem::isError));
        long warnings = count(loaded.problems().stream()) - errors;
        String faults = errors + warnings == 0
                ? "no faults"
                : Stream.of(
                                errors > 0 ? DatasetCounts.counted(errors, "error", "errors") : "",
                                warnings > 0 ? DatasetCounts.counted(warnings, "warning", "warnings") : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" and "));
        return loaded.value()
                        .map(data ->
                                data.dataset().id() + ": " + new DatasetCounts(data).sentence() + "; " + faults + ".")
                        .orElse(common.folder() + ": " + faults + ".")
                + "\n";
    }
}

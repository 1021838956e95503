package io.chokepoint.cli;

import io.chokepoint.article.Article;
import io.chokepoint.article.ArticleReader;
import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.Draft;
import io.chokepoint.article.DraftScenario;
import io.chokepoint.article.Status;
import io.chokepoint.base.Amounts;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.export.ArticleWriter;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What texts name, which rules they speak of, what is known of their claims; with {@code --out} as a scenario that runs. */
@Command(
        name = "draft",
        description =
                "Reads articles: what they name, the rules they speak of as draft restrictions, and what the dataset knows of their"
                        + " claims. --out writes a scenario of the rules that they state.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint draft article.txt --out scenario.json%n"
                + "  chokepoint draft article.txt --format json%n",
        sortOptions = false)
final class DraftCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            arity = "1..*",
            paramLabel = "ARTICLE",
            description =
                    "Text, Markdown, HTML (in UTF-8) or PDF; - is standard input. Nothing that it refers to is loaded.")
    private List<String> articles = List.of();

    @Option(
            names = "--include",
            paramLabel = "STATUS",
            split = ",",
            description =
                    "Put drafts of these into the scenario too: unsure, lifted, negated, denied, hypothetical, quoted. Default: only what"
                            + " the text states.")
    private List<String> include = List.of();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Read(DataPackage data, List<ArticleReading> readings) {}

    @Override
    public Integer call() throws IOException {
        Set<Status> taken = taken();
        Read read = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            return new Read(data, readings(articles, data, common));
        });
        List<ArticleReading> readings = read.readings();
        Optional<Path> file = common.out();
        if (file.isPresent()) {
            Scenario scenario = scenario(readings, taken);
            if (scenario.restrictions().isEmpty()) {
                common.remark(
                        "The text states no rule that could be run on this dataset, so the scenario restricts nothing."
                                + (readings.stream()
                                                .anyMatch(reading ->
                                                        !reading.drafts().isEmpty())
                                        ? " Rules of which it speaks otherwise can be taken with --include."
                                        : ""));
            }
            common.print(out -> out.write(ScenarioWriter.toJson(scenario)));
            if (common.toStandardOutput()) {
                return ExitCode.OK;
            }
            common.remark("Written: " + file.get() + " with "
                    + Amounts.counted(scenario.restrictions().size(), "restriction", "restrictions") + ".");
        }
        var out = common.terminal().out();
        switch (common.format()) {
            case TABLE -> out.write(new DraftText(readings, taken).text());
            case CSV -> ArticleWriter.writeCsv(readings, out);
            case JSON -> ArticleWriter.writeJson(readings, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    /** Reads files, or standard input by the name {@code -}; how they were read is said as remarks. */
    static List<ArticleReading> readings(List<String> files, DataPackage data, CommonOptions common) {
        List<ArticleReading> readings = new ArrayList<>();
        ArticleReading.Reader reader = ArticleReading.with(data.dataset());
        for (String name : new LinkedHashSet<>(files)) {
            ArticleReading reading = reader.read(article(name, common.terminal()));
            reading.article()
                    .remarks()
                    .forEach(remark -> common.remark(reading.article().name() + ": " + remark));
            readings.add(reading);
        }
        return readings;
    }

    private Set<Status> taken() {
        Set<Status> taken = new LinkedHashSet<>(Set.of(Status.STATED));
        for (String word : include) {
            taken.add(Stream.of(Status.values())
                    .filter(status -> status.id().equals(word))
                    .findFirst()
                    .orElseThrow(() -> common.usage("--include '" + word + "' is none of "
                            + String.join(
                                    ", ",
                                    Stream.of(Status.values()).map(Status::id).toList()))));
        }
        return taken;
    }

    private static Article article(String name, Terminal terminal) {
        if (!name.equals(STANDARD_INPUT)) {
            return ArticleReader.read(Path.of(name));
        }
        try {
            return ArticleReader.read(STANDARD_INPUT, terminal.in());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Scenario scenario(List<ArticleReading> readings, Set<Status> taken) {
        List<Draft> drafts = readings.stream()
                .flatMap(reading -> reading.drafts().stream())
                .filter(draft -> taken.contains(draft.status()) && draft.fault().isEmpty())
                .toList();
        return DraftScenario.of(
                drafts, readings.stream().map(ArticleReading::article).toList());
    }
}

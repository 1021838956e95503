package io.chokepoint.cli;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.Draft;
import io.chokepoint.article.DraftScenario;
import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetArchive;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.export.living.ArticleExcerpts;
import io.chokepoint.export.living.ReportMaker;
import io.chokepoint.export.pdf.PdfWriter;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        description =
                "Writes a scenario's result as one self-contained HTML page: question, answer and its range, the graph"
                        + " with a week slider, what would have to be true, past episodes like it, why, curves, tables,"
                        + " sources, and how to repeat it.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint report --scenario ree-full-stop --out full-stop.html%n"
                + "  chokepoint report --scenario ree-licence-april-2025 \\%n"
                + "      --compare ree-full-stop --out two.html%n"
                + "  chokepoint report --article article.txt --out read.html%n",
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    /** Options that change nothing of what is said, each with whether a value follows. */
    private static final Set<String> SILENT = Set.of("--quiet");

    private static final Set<String> SILENT_WITH_VALUE = Set.of("--out", "--pdf", "--threads");

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--article",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Also show the passages of these articles left and what follows right. Without a scenario, the one"
                            + " that 'draft --out' makes of them. Quoted is only what the page says something of, and the sentences"
                            + " beside it.")
    private List<String> articles = List.of();

    @Option(
            names = "--whole-article",
            description = "Quote all of the articles. Whether you may publish them is for you to know.")
    private boolean wholeArticle;

    @Option(
            names = "--compare",
            paramLabel = "ID|FILE|RULE",
            description = "Also show where this scenario parts from the first, or the first under this rationing rule"
                    + " (proportional, priority, domestic-first, price). --weeks is for both, so is --rationing unless a rule"
                    + " is named here.")
    private @Nullable String compare;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "100",
            description = "Also run it N times with drawn figures, 0 to " + OptionValues.MOST_SAMPLES
                    + ", for ranges and what would narrow them most. Default: ${DEFAULT-VALUE}.")
    private int samples = 100;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Any whole number; the same seed gives the same draws. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--with-data",
            description = "Put the dataset into the page too, so that --verify needs nothing else.")
    private boolean withData;

    @Option(
            names = "--pdf",
            paramLabel = "FILE",
            description = "Also write it as a PDF, from the same content. Without --out, only the PDF is written.")
    private @Nullable Path pdf;

    @Option(
            names = "--verify",
            paramLabel = "FILE",
            description =
                    "Instead, run such a page again from what lies inside it, and say whether its figures still hold:"
                            + " exit code 0 if they do, 1 if not. On the dataset inside it, or else --data or the shipped one.")
    private @Nullable Path verify;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (common.format() != Output.TABLE) {
            throw common.usage("report writes a page; for " + common.format() + " use simulate");
        }
        if (verify != null) {
            if (options.isGiven() || compare != null || withData || pdf != null || !articles.isEmpty()) {
                throw common.usage("--verify takes the scenario and all else from the page");
            }
            return new ReportCheck(verify, options, common).run();
        }
        if (common.out().filter(file -> file.toString().endsWith(".pdf")).isPresent()) {
            throw common.usage("--out writes HTML; --pdf FILE writes a PDF");
        }
        common.distinct("--pdf", pdf);
        model.require("report", Capability.TIME, Capability.VOLUME, Capability.CAUSES, Capability.MARKETS);
        if (articles.isEmpty() || options.isNamed()) {
            options.require(model);
        }
        if (wholeArticle && articles.isEmpty()) {
            throw common.usage("--whole-article needs --article FILE");
        }
        Report report = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            List<ArticleReading> readings = DraftCommand.readings(articles, data, common);
            Scenario scenario = articles.isEmpty() || options.isNamed()
                    ? options.resolve(data, common)
                    : options.apply(drafted(readings, data), data);
            ReportMaker.Wish wish = new ReportMaker.Wish(
                    scenario,
                    options.specs(),
                    options.shared(),
                    Optional.ofNullable(compare).map(wanted -> side(wanted, scenario, data)),
                    samples,
                    seed,
                    command(),
                    LocalDate.now(ZoneOffset.UTC),
                    readings.isEmpty()
                            ? Optional.empty()
                            : Optional.of(ArticleExcerpts.of(readings, scenario, data.dataset(), wholeArticle)));
            return new ReportMaker(model.runner(data), common.threads(), monitor).make(wish, archive(data));
        });
        if (pdf != null) {
            writePdf(report, pdf);
        }
        if (pdf == null || common.out().isPresent()) {
            common.print(out -> ReportWriter.write(report, out));
        }
        return ExitCode.OK;
    }

    /** The scenario of what the articles state, as {@code draft --out} writes it and a file of it would be read. */
    private Scenario drafted(List<ArticleReading> readings, DataPackage data) {
        List<Draft> taken = readings.stream()
                .flatMap(reading -> reading.drafts().stream())
                .filter(Draft::isTaken)
                .toList();
        if (taken.isEmpty()) {
            common.remark(Texts.get("report.article.nothing"));
        }
        Scenario scenario = DraftScenario.of(
                taken, readings.stream().map(ArticleReading::article).toList());
        // Figures of a scenario are drawn by ids that its text gives them.
        return ReportMaker.scenario(ScenarioWriter.toJson(scenario), Path.of(scenario.id() + ".json"), data);
    }

    private void writePdf(Report report, Path file) {
        Set<String> missing = new TreeSet<>();
        try {
            AtomicFile.writeBytes(file, out -> missing.addAll(PdfWriter.write(report, out)));
        } catch (IOException failure) {
            throw new ChokepointException(
                    "--pdf: cannot write " + file + ": " + CommonOptions.reason(failure), failure);
        }
        if (!missing.isEmpty()) {
            common.remark(Texts.get("report.pdf.remark", missing.size(), "?", String.join(" ", missing)));
        }
    }

    private Optional<byte[]> archive(DataPackage data) {
        if (!withData) {
            return Optional.empty();
        }
        try {
            return Optional.of(DatasetArchive.pack(data.folder()));
        } catch (IOException unreadable) {
            throw new ChokepointException(
                    "--with-data: cannot read " + data.folder() + ": " + CommonOptions.reason(unreadable), unreadable);
        }
    }

    /** The command line without what changes nothing of the page. */
    private List<String> command() {
        List<String> words = new ArrayList<>(List.of("chokepoint"));
        boolean skip = false;
        for (String word : common.arguments()) {
            if (skip) {
                skip = false;
            } else if (SILENT_WITH_VALUE.contains(word)) {
                skip = true;
            } else if (!SILENT.contains(word)
                    && SILENT_WITH_VALUE.stream().noneMatch(option -> word.startsWith(option + "="))) {
                words.add(word);
            }
        }
        return words;
    }

    private ReportMaker.Side side(String wanted, Scenario first, DataPackage data) {
        Optional<RationingRule> rule = options.rule(wanted, first, data);
        if (rule.isPresent()) {
            RationingRule stated = first.rationing().orElse(data.defaultRationing());
            return new ReportMaker.Side(
                    first.withRationing(rule.get()),
                    wanted,
                    RuleWeights.Rule.of(stated).id());
        }
        Scenario other = options.apply(ScenarioOptions.named("--compare", wanted, data), data);
        return new ReportMaker.Side(other, other.title(), first.title());
    }
}

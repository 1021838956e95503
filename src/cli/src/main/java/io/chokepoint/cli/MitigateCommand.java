package io.chokepoint.cli;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.MitigationWriter;
import io.chokepoint.model.Good;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.study.MitigationStudy;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mitigate",
        description = {
            "Which stock, second source or substitute buys most for a good in a scenario: the scenario run again with each measure,"
                    + " alone and in pairs.",
            "",
            "Measures are looked for along the binding chains of the good's makers, at first loss and where they are lowest, and"
                    + " where that gives few, at what would hold them back next: stock of the binding input at one maker or at all"
                    + " makers; other makers of the input usable early, with spare capacity; an alternative qualified beforehand;"
                    + " priority for the good and every maker on its chain; licences filed early.",
            "interaction_weeks: what a pair gains beyond the sum of each alone; above 0 they need each other, below 0 either would"
                    + " nearly do. stock_weeks: the cost, in weeks of stock, each maker's weighted by its share of its good;"
                    + " stock_cost_weeks: what the stock is worth, in weeks of all that the world's makers of the good spend. The"
                    + " last row is a cheap set of stocks that keeps --level; another may be cheaper."
        },
        footerHeading = "%nExamples:%n"
                + "  chokepoint mitigate --scenario gallium-germanium-us --target gallium \\%n"
                + "      --pairs-among 2%n",
        sortOptions = false)
final class MitigateCommand implements Callable<Integer> {
    private static final int TABLE_ROWS = 10;

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--target", paramLabel = "GOOD", required = true, description = "The good to protect.")
    private String target = "";

    @Option(
            names = "--level",
            paramLabel = "PART",
            description =
                    "The part of its baseline output that the good should keep, above 0 and at most 1. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.9")
    private double level = 0.9;

    @Option(
            names = "--stock",
            paramLabel = "WEEKS",
            description =
                    "Weeks of stock that a stock measure adds, above 0 and at most 100000. Default: ${DEFAULT-VALUE}.",
            defaultValue = "26")
    private double stock = 26;

    @Option(
            names = "--second-source",
            paramLabel = "WEEKS",
            description =
                    "Weeks of shortage after which a second source can be used, 0 to 100000. Default: ${DEFAULT-VALUE}.",
            defaultValue = "4")
    private double secondSource = 4;

    @Option(
            names = "--second-source-spare",
            paramLabel = "PART",
            description =
                    "Spare capacity that other makers of the input have at least, as a part of their output, 0 to 1000. Default:"
                            + " ${DEFAULT-VALUE}.",
            defaultValue = "0.3")
    private double spare = 0.3;

    @Option(
            names = "--licence-early",
            paramLabel = "WEEKS",
            description = "Weeks by which licences are filed early, 0 to 100000. Default: ${DEFAULT-VALUE}.",
            defaultValue = "9")
    private int early = 9;

    @Option(
            names = "--cost",
            paramLabel = "COST",
            description = "By which cost the set of stocks is to be cheap: ${COMPLETION-CANDIDATES}. Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "stock-weeks")
    private CostBy cost = CostBy.STOCK_WEEKS;

    @Option(
            names = "--pairs-among",
            paramLabel = "N",
            description = "Pairs are tried among the N best measures, 0 to " + OptionValues.MOST_PAIRS_AMONG
                    + "; 0 for none. Default: ${DEFAULT-VALUE}.",
            defaultValue = "6")
    private int pairsAmong = 6;

    /** Words on the command line. */
    enum CostBy {
        STOCK_WEEKS("stock-weeks", Mitigation.Cost.STOCK_WEEKS),
        MONEY("money", Mitigation.Cost.MONEY);

        private final String word;
        private final Mitigation.Cost cost;

        CostBy(String word, Mitigation.Cost cost) {
            this.word = word;
            this.cost = cost;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Answer(Mitigation.Result result, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        model.require("mitigate", Capability.TIME, Capability.VOLUME, Capability.CAUSES);
        options.require(model);
        Answer answer = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Scenario scenario = options.resolve(data, common);
            Good good = good(data);
            Mitigation.Settings settings = new Mitigation.Settings(
                    stock, secondSource, spare, early, level, cost.cost, pairsAmong, common.threads());
            StudyRunner runner = options.own(model.runner(data));
            return new Answer(
                    new MitigationStudy(runner).run(scenario, good, settings, monitor), runner.provenance(scenario));
        });
        Mitigation.Result result = answer.result;
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(text(result)));
        } else {
            common.print(out -> MitigationWriter.write(result, answer.provenance, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }

    private Good good(DataPackage data) {
        return switch (new GoodFinder(data.dataset(), "--target", "a good").get(target)) {
            case GoodFinder.FoundGood found -> found.good();
            case GoodFinder.FoundMarket market ->
                throw new ChokepointException("--target: '" + market.id() + "' is a market; expected a good.");
        };
    }

    private static String text(Mitigation.Result result) {
        StringBuilder text = new StringBuilder(result.target().name() + " loses "
                + Amounts.weeks(result.asIs().outcome().lostOutputWeeks())
                + " of output without measures; its least is "
                + Amounts.percent(result.asIs().outcome().trough()) + ".\n");
        if (result.alone().isEmpty()) {
            return text.append("Nothing to measure: no chain of short inputs leads to it.\n")
                    .toString();
        }
        text.append("\nEach measure alone\n").append(table(result.alone(), result.level(), false));
        if (!result.pairs().isEmpty()) {
            text.append("\nTwo together\n").append(table(result.pairs(), result.level(), true));
        }
        Trial cheapest = result.cheapest();
        text.append('\n');
        if (!cheapest.holds(result.level())) {
            return text.append("No set of stocks along the chains keeps it at ")
                    .append(Amounts.percent(result.level()))
                    .append("; the best found leaves ")
                    .append(Amounts.percent(cheapest.outcome().trough()))
                    .append(".\n")
                    .toString();
        }
        return text.append("To keep it at ")
                .append(Amounts.percent(result.level()))
                .append(" by stocks alone: ")
                .append(cheapest.options().isEmpty() ? "nothing is needed" : measures(cheapest))
                .append(" (")
                .append(Amounts.number(cheapest.stockWeeks()))
                .append(" stock-weeks, worth ")
                .append(Amounts.weeks(cheapest.costWeeks()))
                .append(" of what all makers who hold it spend; a cheap set, another may be cheaper).\n")
                .toString();
    }

    private static String table(List<Trial> trials, double level, boolean pairs) {
        TextTable table = new TextTable(
                Column.text("measure"),
                Column.figures("gains"),
                Column.figures(pairs ? "together" : ""),
                Column.figures("first loss"),
                Column.figures("loses still"),
                Column.figures("least output"),
                Column.text("keeps " + Amounts.percent(level)),
                Column.figures("stock-weeks"));
        for (Trial trial : trials.subList(0, Math.min(TABLE_ROWS, trials.size()))) {
            table.row(
                    measures(trial),
                    Amounts.weeks(trial.gainedWeeks()),
                    pairs ? Amounts.weeks(trial.interactionWeeks()) : "",
                    trial.outcome().firstLossWeek().isPresent()
                            ? "week " + trial.outcome().firstLossWeek().getAsInt()
                            : "never",
                    Amounts.weeks(trial.outcome().lostOutputWeeks()),
                    Amounts.percent(trial.outcome().trough()),
                    trial.holds(level) ? "yes" : "no",
                    Amounts.number(trial.stockWeeks()));
        }
        return table.text();
    }

    private static String measures(Trial trial) {
        return trial.options().stream().map(MitigationWriter::text).collect(Collectors.joining(" + "));
    }
}

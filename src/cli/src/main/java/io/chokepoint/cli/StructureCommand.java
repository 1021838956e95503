package io.chokepoint.cli;

import io.chokepoint.analysis.Concentration;
import io.chokepoint.base.Amounts;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.StructureWriter;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.StructureStudy;
import io.chokepoint.study.StructureStudy.Row;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "structure",
        description = {
            "Reads off the network, without a run, what stops a good for good and how concentrated its supply is.",
            "",
            "Cut sets: the smallest sets of nodes without which nobody can make the good; those of one node are single points of"
                    + " failure. Inputs of criticality 1 are all needed; of each, one maker or alternative that can be qualified"
                    + " within --weeks is enough. Stocks do not count.",
            "Concentration: the Herfindahl-Hirschman index, from near 0 to 1 for a single one, of makers, of their countries and of"
                    + " the countries where the most concentrated feed comes from. Makers without a country count as one."
        },
        footerHeading = "%nExamples:%n"
                + "  chokepoint structure --target H100%n"
                + "  chokepoint structure --target H100 --cut-sets --by country --size 2%n",
        sortOptions = false)
final class StructureCommand implements Callable<Integer> {
    @Option(
            names = "--target",
            paramLabel = "GOOD|TAG|all",
            description = "A good, all goods with a tag, or all end products. Default: ${DEFAULT-VALUE}.",
            defaultValue = "all")
    private String target = "all";

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "What a node is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "activity")
    private RankCommand.Words.By by = RankCommand.Words.By.ACTIVITY;

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Cut sets of up to this many nodes, 1 to " + OptionValues.MOST_CUT_SET
                            + "; where a maker has more than 20,000 of them, or all upstream of a good more than 2,000,000, one less is looked for. Default: 2.")
    private int size = 2;

    @Option(names = "--cut-sets", description = "One row a cut set instead of one row a good.")
    private boolean cutSets;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Who takes longer to qualify, 1 to " + Scenario.MOST_HORIZON_WEEKS
                    + " weeks, cannot stand in. Default: " + Scenario.DEFAULT_HORIZON_WEEKS + ".")
    private int weeks = Scenario.DEFAULT_HORIZON_WEEKS;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Answer(List<Row> rows, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        Answer answer = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            StudyRunner runner = new StudyRunner(data);
            return new Answer(
                    new StructureStudy(runner)
                            .rows(
                                    TargetOption.goods(target, data.dataset(), new NodeStudy(runner)),
                                    by.kind(),
                                    size,
                                    weeks,
                                    monitor),
                    runner.provenanceWithoutModel());
        });
        List<Row> rows = answer.rows;
        if (common.format() != Output.TABLE) {
            common.print(out -> {
                if (cutSets) {
                    StructureWriter.writeCutSets(rows, answer.provenance, common.fileFormat(), out);
                } else {
                    StructureWriter.writeGoods(rows, answer.provenance, common.fileFormat(), out);
                }
            });
        } else {
            common.print(out -> out.write(cutSets ? sets(rows) : goods(rows)));
        }
        return ExitCode.OK;
    }

    private static String sets(List<Row> rows) {
        TextTable table = new TextTable(Column.text("good"), Column.figures("size"), Column.text("nodes"));
        for (Row row : rows) {
            row.cutSets()
                    .forEach(set -> table.row(row.good().id(), String.valueOf(set.size()), String.join(" + ", set)));
        }
        return table.text();
    }

    private static String goods(List<Row> rows) {
        TextTable table = new TextTable(
                Column.text("good"),
                Column.figures("HHI makers"),
                Column.figures("as if of"),
                Column.figures("HHI countries"),
                Column.text("largest"),
                Column.figures("HHI origin"),
                Column.text("largest"),
                Column.text("feed"),
                Column.figures("single points"),
                Column.figures("pairs"),
                Column.figures("triples"));
        for (Row row : rows) {
            Concentration.Row c = row.concentration();
            table.row(
                    row.good().id(),
                    index(c.byMaker()),
                    Amounts.number(c.effectiveMakers()),
                    index(c.byCountry()),
                    country(c.largestCountry(), c.largestCountryShare()),
                    index(c.byOrigin()),
                    country(c.originCountry(), c.originShare()),
                    c.feed(),
                    String.valueOf(row.count(1)),
                    row.cutSize() < 2 ? "" : String.valueOf(row.count(2)),
                    row.cutSize() < 3 ? "" : String.valueOf(row.count(3)));
        }
        return table.text();
    }

    private static String index(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String country(String code, double share) {
        return (code.isEmpty() ? "no country" : code) + " " + Amounts.percent(share);
    }
}

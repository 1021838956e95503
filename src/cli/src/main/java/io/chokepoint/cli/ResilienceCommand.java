package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Range;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.ResilienceStudy;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.ResilienceWriter;
import io.chokepoint.result.Provenance;
import io.chokepoint.study.NodeResilience;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "resilience",
        description = {
            "How long each node can be down before the target falls short at all, and what is lost at least if it is down longer"
                    + " (time to survive and time to recover, Simchi-Levi et al. 2015).",
            "",
            "Best case: the target comes first, stocks and goods under way are all at hand, spare capacity needs no ramp, and makers"
                    + " and alternatives that can be qualified within --recover help at once. So times are at most too long and"
                    + " losses at most too small. risk_exposure: the loss as a part of the largest of all nodes; exposed: the time"
                    + " to survive is shorter than the time to recover. survive_weeks is empty beyond --longest.",
            "",
            "--shard shares out pieces of some 500 nodes, which are solved one from another: more parts than pieces are no faster."
        },
        footerHeading = "%nExamples:%n"
                + "  chokepoint resilience --target H100 --by good --longest 26%n"
                + "  chokepoint resilience --target H100 --by good --longest 26 --shard 1/2 \\%n"
                + "      --out nodes-1.parquet%n",
        sortOptions = false)
final class ResilienceCommand implements Callable<Integer> {
    private static final int TABLE_ROWS = 25;

    @Option(
            names = "--target",
            paramLabel = "GOOD|TAG|all",
            description = "What should not fall short: a good, all goods with a tag, or all end products. Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "all")
    private String target = "all";

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "What a node is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "activity")
    private RankCommand.Words.By by = RankCommand.Words.By.ACTIVITY;

    @Option(
            names = "--recover",
            paramLabel = "WEEKS",
            description =
                    "Time to recover of every node, above 0 and at most 100000 weeks; an assumption. Default: ${DEFAULT-VALUE}.",
            defaultValue = "26")
    private double recover = 26;

    @Option(
            names = "--longest",
            paramLabel = "WEEKS",
            description =
                    "Times to survive are looked for up to here, above 0 and at most 100000 weeks. Default: ${DEFAULT-VALUE}.",
            defaultValue = "104")
    private double longest = 104;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Answer(List<NodeResilience> rows, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        if (longest < recover) {
            throw common.usage("--longest must be no less than --recover, but is " + Range.plain(longest) + " and "
                    + Range.plain(recover));
        }
        shard.check(common, Optional.empty());
        Optional<Answer> found = common.withProgress(this::answer);
        if (found.isEmpty()) {
            return ExitCode.OK;
        }
        Answer answer = found.get();
        List<NodeResilience> rows = answer.rows;
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(text(rows)));
        } else {
            common.print(
                    out -> ResilienceWriter.write(rows, target, recover, answer.provenance, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }

    /** @return empty where only a part was computed */
    private Optional<Answer> answer(RunMonitor monitor) {
        DataPackage data = common.load(monitor);
        StudyRunner runner = new StudyRunner(data);
        Provenance provenance = runner.provenanceWithoutModel();
        ResilienceStudy.Pieces pieces = new ResilienceStudy(runner)
                .pieces(TargetOption.goods(target, data.dataset(), new NodeStudy(runner)), by.kind(), recover, longest);
        return shard.results(pieces, ShardOption.inputs(provenance), common, monitor)
                .map(results -> new Answer(pieces.rows(results), provenance));
    }

    private String text(List<NodeResilience> rows) {
        TextTable table = new TextTable(
                Column.figures("rank"),
                Column.text("node"),
                Column.text("name"),
                Column.figures("survives"),
                Column.figures("loses at least"),
                Column.figures("exposure"));
        List<NodeResilience> exposed =
                rows.stream().filter(row -> row.surviveWeeks() < recover).toList();
        for (NodeResilience row : exposed.subList(0, Math.min(TABLE_ROWS, exposed.size()))) {
            table.row(
                    String.valueOf(table.rowCount() + 1),
                    row.node().label(),
                    NodeNames.of(row.node()),
                    Amounts.weeks(row.surviveWeeks()),
                    Amounts.weeks(row.lostWeeks()),
                    Amounts.percent(row.exposure()));
        }
        String head = "One " + by + " down at a time for " + Amounts.weeks(recover) + "; '" + target
                + "' comes first, central figures, best case.\n\n";
        if (exposed.isEmpty()) {
            return head + "Every node can be down that long without a loss.\n";
        }
        return head + table.text() + "\n" + exposed.size() + " of " + Amounts.counted(rows.size(), "node", "nodes")
                + " cannot be down that long without a loss. All are in --format csv.\n";
    }
}

package io.chokepoint.cli;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.RankWriter;
import io.chokepoint.model.Good;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "rank",
        description = {
            "Restricts every node in turn, each in a run of its own, and prints the worst first.",
            "",
            "Lost output is in weeks of baseline output over the run; with several targets it is their mean, the first loss that of"
                    + " the earliest. A single point of failure is a node without which some target cannot be made at all by"
                    + " anybody: inputs of criticality 1 are all needed, one maker or alternative of each is enough, stocks do not"
                    + " count; stopped_targets says how many. A node from which no way leads to a target is not run and has no loss."
        },
        footerHeading = "%nExamples:%n"
                + "  chokepoint rank --by country --target ai-chip --weeks 52%n"
                + "  chokepoint rank --by good --instrument export-ban --target H100 --weeks 26 \\%n"
                + "      --format csv%n"
                + "  chokepoint rank --by country --weeks 26 --shard 1/2 --out rank-1.parquet%n",
        sortOptions = false)
final class RankCommand implements Callable<Integer> {
    private static final int TABLE_ROWS = 25;
    private static final int AMONG = 50;
    private static final int COVERING_ROWS = 10;
    private static final double LEAST_INTERACTION = 0.05;

    @Option(
            names = "--by",
            paramLabel = "KIND",
            description = "What a node is: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "activity")
    private Words.By by = Words.By.ACTIVITY;

    @Option(
            names = "--target",
            paramLabel = "GOOD|TAG|all",
            description =
                    "Whose loss counts: a good, all goods with a tag, or all end products, which are the goods that"
                            + " markets buy. Default: ${DEFAULT-VALUE}.",
            defaultValue = "all")
    private String target = "all";

    @Option(
            names = "--instrument",
            paramLabel = "KIND",
            description =
                    "What happens to the node, from week 0 to the end: ${COMPLETION-CANDIDATES}. An export ban cuts all"
                            + " sales to customers abroad. Default: ${DEFAULT-VALUE}.",
            defaultValue = "outage")
    private Words.How how = Words.How.OUTAGE;

    @Option(
            names = "--order",
            paramLabel = "BY",
            description = "Worst by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "lost-output")
    private Words.OrderBy order = Words.OrderBy.LOST_OUTPUT;

    @Option(
            names = "--pairs",
            description =
                    "Restricts every two of the worst nodes together, makers of the targets themselves left out. interaction_weeks is what a pair costs beyond the"
                            + " sum of the two alone: above 0 either covers for the other, below 0 one alone already costs"
                            + " much of what both do.")
    private boolean pairs;

    @Option(
            names = "--among",
            paramLabel = "N",
            description = "How many of the worst nodes --pairs pairs, 2 to " + OptionValues.MOST_AMONG + ". Default: "
                    + AMONG + ".")
    private int among = AMONG;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            description = "Weeks of each run, 1 to " + Scenario.MOST_HORIZON_WEEKS + ". Default: "
                    + Scenario.DEFAULT_HORIZON_WEEKS + ".")
    private int weeks = Scenario.DEFAULT_HORIZON_WEEKS;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    /** @param pairs none unless asked for */
    private record Answer(List<Ranked> alone, List<Pair> pairs, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        model.require("rank", Capability.TIME, Capability.VOLUME);
        shard.check(common, Optional.empty());
        Optional<Answer> found = common.withProgress(this::answer);
        if (found.isEmpty()) {
            return ExitCode.OK;
        }
        Answer answer = found.get();
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(pairs ? pairsText(answer.pairs) : text(answer.alone)));
        } else if (pairs) {
            common.print(
                    out -> RankWriter.writePairs(answer.pairs, target, answer.provenance, common.fileFormat(), out));
        } else {
            common.print(out -> RankWriter.write(answer.alone, target, answer.provenance, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }

    /** @return empty where only a part was computed */
    private Optional<Answer> answer(RunMonitor monitor) {
        DataPackage data = common.load(monitor);
        StudyRunner runner = model.runner(data);
        NodeStudy study = new NodeStudy(runner);
        Set<Good> targets = TargetOption.goods(target, data.dataset(), study);
        NodeSweep.Settings settings = NodeSweep.Settings.lasting(how.instrument, weeks, common.threads());
        Provenance provenance = runner.provenance(List.of());
        Map<String, String> inputs = ShardOption.inputs(provenance);
        List<Node> nodes = study.nodes(by.kind);
        if (pairs) {
            // Which pairs there are is known only once all nodes have been run; so each part runs these all.
            List<Ranked> alone = study.rank(nodes, targets, order.order, settings, monitor);
            NodeStudy.Pairs two = study.pairs(alone, among, targets, order.order);
            NodeSweep.Runs runs = two.runs(settings);
            return shard.results(runs, inputs, common, monitor)
                    .map(results -> new Answer(alone, two.ranked(runs.result(results)), provenance));
        }
        NodeSweep.Runs runs = study.runs(nodes, targets, settings);
        return shard.results(runs, inputs, common, monitor)
                .map(results ->
                        new Answer(study.ranked(runs.result(results), targets, order.order), List.of(), provenance));
    }

    private String pairsText(List<Pair> all) {
        List<Pair> hit =
                all.stream().filter(pair -> pair.together().lostWeeks() > 0).toList();
        long paired = all.stream()
                .flatMap(pair -> Stream.of(pair.first().node(), pair.second().node()))
                .distinct()
                .count();
        String two = paired == 0
                ? " of two nodes at a time"
                : paired == 2
                        ? " of the 2 worst together"
                        : " of two of the " + Amounts.count(paired) + " worst at a time";
        StringBuilder text = new StringBuilder(howWord() + two + " (by " + by + "), for "
                + Amounts.weeks(weeks) + "; lost output of '" + target
                + "', central figures. Beyond the sum: what a pair"
                + " costs more than the two alone.\n\n");
        if (all.isEmpty()) {
            return text.append("There are no two nodes to pair beside the makers of the target.\n")
                    .toString();
        }
        if (hit.isEmpty()) {
            return text.append("Nothing is lost: no pair leads to a loss of the target in this time.\n")
                    .toString();
        }
        text.append(pairsTable(hit.subList(0, Math.min(TABLE_ROWS, hit.size()))).text());
        List<Pair> covering = hit.stream()
                .filter(pair -> pair.interactionWeeks() >= LEAST_INTERACTION)
                .sorted(Comparator.comparingDouble(Pair::interactionWeeks).reversed())
                .limit(COVERING_ROWS)
                .toList();
        if (!covering.isEmpty()) {
            text.append(
                            "\nTogether they cost the most beyond the sum of each alone, as either covers for the other:\n\n")
                    .append(pairsTable(covering).text());
        }
        if (hit.size() > TABLE_ROWS) {
            text.append("\n")
                    .append(Amounts.counted(hit.size(), "pair costs", "pairs cost"))
                    .append(" some output. All are in --format csv.\n");
        }
        return text.toString();
    }

    private static TextTable pairsTable(List<Pair> pairs) {
        TextTable table = new TextTable(
                Column.figures("rank"),
                Column.text("two nodes"),
                Column.figures("lost output"),
                Column.figures("alone"),
                Column.figures("beyond the sum"),
                Column.figures("first loss"),
                Column.text("stops"),
                Column.text("worst hit"));
        for (Pair pair : pairs) {
            Ranked row = pair.together();
            table.row(
                    String.valueOf(row.rank()),
                    pair.first().node().label() + " + " + pair.second().node().label(),
                    Amounts.weeks(row.lostWeeks()),
                    Amounts.number(pair.first().lostWeeks()) + " and "
                            + Amounts.number(pair.second().lostWeeks()),
                    Amounts.weeks(pair.interactionWeeks()),
                    firstLoss(row),
                    stops(row),
                    worst(row));
        }
        return table;
    }

    private String howWord() {
        return how == Words.How.OUTAGE ? "Outage" : "Export ban";
    }

    private static String firstLoss(Ranked row) {
        return row.firstLossWeek().isPresent() ? "week " + row.firstLossWeek().getAsInt() : "";
    }

    private static String stops(Ranked row) {
        return row.isSinglePointOfFailure() ? row.stopsTargets() + " for good" : "";
    }

    private static String worst(Ranked row) {
        return row.worstTarget().shortName() + " " + Amounts.weeks(row.worstTargetLostWeeks());
    }

    private String text(List<Ranked> rows) {
        TextTable table = new TextTable(
                Column.figures("rank"),
                Column.text("node"),
                Column.text("name"),
                Column.figures("lost output"),
                Column.figures("first loss"),
                Column.text("stops"),
                Column.text("worst hit"),
                Column.text("worst market"));
        List<Ranked> hit = rows.stream().filter(row -> row.lostWeeks() > 0).toList();
        for (Ranked row : hit.subList(0, Math.min(TABLE_ROWS, hit.size()))) {
            table.row(
                    String.valueOf(row.rank()),
                    row.node().label(),
                    NodeNames.of(row.node()),
                    Amounts.weeks(row.lostWeeks()),
                    firstLoss(row),
                    stops(row),
                    worst(row),
                    row.worstMarket());
        }
        StringBuilder text = new StringBuilder(howWord() + " of one " + by + " at a time, for " + Amounts.weeks(weeks)
                + "; lost output of '" + target + "', central figures.\n\n");
        if (hit.isEmpty()) {
            return text.append("Nothing is lost: no node leads to a loss of the target in this time.\n")
                    .toString();
        }
        text.append(table.text()).append('\n');
        if (hit.size() > TABLE_ROWS) {
            text.append(Amounts.counted(hit.size() - TABLE_ROWS, "more node costs", "more nodes cost"))
                    .append(" some output; ");
        }
        return text.append(Amounts.counted(rows.size() - hit.size(), "node costs", "nodes cost"))
                .append(" none. All are in --format csv.\n")
                .toString();
    }

    /** Words on the command line. */
    static final class Words {
        private Words() {}

        enum By {
            GOOD("good", Kind.GOOD),
            ACTIVITY("activity", Kind.ACTIVITY),
            COUNTRY("country", Kind.COUNTRY);

            private final String word;
            private final Kind kind;

            By(String word, Kind kind) {
                this.word = word;
                this.kind = kind;
            }

            Kind kind() {
                return kind;
            }

            @Override
            public String toString() {
                return word;
            }
        }

        enum How {
            OUTAGE("outage", Instrument.OUTAGE),
            EXPORT_BAN("export-ban", Instrument.EXPORT_BAN);

            private final String word;
            private final Instrument instrument;

            How(String word, Instrument instrument) {
                this.word = word;
                this.instrument = instrument;
            }

            @Override
            public String toString() {
                return word;
            }
        }

        enum OrderBy {
            LOST_OUTPUT("lost-output", Order.LOST_OUTPUT),
            FIRST_LOSS("first-loss", Order.FIRST_LOSS),
            WORST_MARKET("worst-market", Order.WORST_MARKET);

            private final String word;
            private final Order order;

            OrderBy(String word, Order order) {
                this.word = word;
                this.order = order;
            }

            @Override
            public String toString() {
                return word;
            }
        }
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.bounds.BestResponseStudy;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.data.DataPackage;
import io.chokepoint.export.BestResponseWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.LeastLoss.Status;
import io.chokepoint.study.LeastLoss.StockWorth;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "best-response",
        description = {
            "The least lost output that any response could reach in a scenario once its first restriction begins: a linear programme over weeks with the same"
                    + " capacities, stocks, lead times and restrictions, and free choice of who supplies whom.",
            "",
            "Until then everything goes on as usual: nobody stocks up for what is not known yet, unless the scenario has a"
                    + " stock-build. With stocks built up beforehand less could be lost; the stocks listed say how much.",
            "",
            "A lower bound, not a forecast: the target comes before everything else, makers of a good share their stocks (those in"
                    + " countries with restricted makers among themselves, all others among themselves), machines do not wear down"
                    + " and what is not downstream of a restriction is limited by capacity alone. The stocks listed say what one"
                    + " more week of stock there would save of it."
        },
        footerHeading =
                "%nExamples:%n" + "  chokepoint best-response --scenario gallium-germanium-us --target gallium%n",
        sortOptions = false)
final class BestResponseCommand implements Callable<Integer> {
    private static final int TABLE_ROWS = 15;

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--target",
            paramLabel = "GOOD|TAG|all",
            description = "Whose lost output to keep low: a good, all goods with a tag, or all end products. Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "all")
    private String target = "all";

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "The solver gives up after this, above 0 and at most " + OptionValues.MOST_SECONDS
                    + ". Default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private double seconds = 60;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Bound(LeastLoss answer, Scenario scenario, Provenance provenance) {}

    @Override
    public Integer call() throws IOException {
        // The least loss is one over all ways to share out what there is, by the rules of a model that does so.
        model.require("best-response", Capability.TIME, Capability.VOLUME, Capability.RATIONING);
        options.require(model);
        Bound bound = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            Scenario scenario = options.resolve(data, common);
            StudyRunner runner = options.own(model.runner(data));
            return new Bound(
                    new BestResponseStudy(runner)
                            .run(
                                    scenario,
                                    TargetOption.goods(target, data.dataset(), new NodeStudy(runner)),
                                    seconds,
                                    monitor),
                    scenario,
                    runner.provenance(scenario));
        });
        LeastLoss answer = bound.answer;
        if (answer.status() != Status.SOLVED) {
            throw new ChokepointException(
                    answer.status() == Status.TIME_LIMIT
                            ? "No bound within " + Amounts.seconds(seconds) + " (" + size(answer)
                                    + "). Maybe fewer --weeks or more --seconds."
                            : "The solver found no bound (" + size(answer) + "). Maybe fewer --weeks.");
        }
        if (common.format() == Output.TABLE) {
            common.print(out -> out.write(text(answer, bound.scenario)));
        } else {
            common.print(out -> BestResponseWriter.write(answer, target, bound.provenance, common.fileFormat(), out));
        }
        return ExitCode.OK;
    }

    private static String size(LeastLoss answer) {
        return Amounts.counted(answer.columns(), "column", "columns") + ", "
                + Amounts.counted(answer.rows(), "row", "rows");
    }

    /** Why there is nothing to respond to in the run; empty if there is. */
    private static Optional<String> nothingBegins(Scenario scenario) {
        OptionalInt first = scenario.restrictions().stream()
                .mapToInt(restriction -> restriction.period().start())
                .min();
        if (first.isEmpty()) {
            return Optional.of(Texts.get("nothing.restricted"));
        }
        return first.getAsInt() < scenario.horizonWeeks()
                ? Optional.empty()
                : Optional.of(
                        Texts.get("nothing.startsLater", first.getAsInt(), Amounts.weeks(scenario.horizonWeeks())));
    }

    private String text(LeastLoss answer, Scenario scenario) {
        Optional<String> nothing = nothingBegins(scenario);
        if (nothing.isPresent()) {
            return nothing.get() + " " + Texts.get("bound.nothingToDo") + "\n";
        }
        String least = answer.leastWeeks() > 0
                ? "no response could bring that below " + Amounts.weeks(answer.leastWeeks())
                : "with stocks shared and this served before all else, none of it need be lost";
        StringBuilder text = new StringBuilder("'" + target + "' loses " + Amounts.weeks(answer.simulatedWeeks())
                + " of output in the run; " + least + ".\n" + Texts.get("bound.nobodyStocksUp") + "\n");
        if (answer.stocks().isEmpty()) {
            return text.append("No stock at the start would lower that further.\n")
                    .toString();
        }
        TextTable table = new TextTable(
                Column.text("one more week of"),
                Column.text("held by makers of"),
                Column.text("side"),
                Column.figures("saves"));
        for (StockWorth stock :
                answer.stocks().subList(0, Math.min(TABLE_ROWS, answer.stocks().size()))) {
            table.row(
                    stock.input().name(),
                    stock.makers().name(),
                    stock.restrictedSide() ? "restricted" : "others",
                    Amounts.weeks(stock.savedWeeks()));
        }
        return text.append('\n').append(table.text()).toString();
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.export.RowWriter;
import io.chokepoint.export.TableColumn;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.ario.ArioCase;
import io.chokepoint.firms.ario.ArioEvents;
import io.chokepoint.firms.ario.ArioOptions;
import io.chokepoint.firms.ario.ArioRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "ario",
        description =
                "The adaptive regional input-output model (Hallegatte 2008, as BoARIO computes it): sectors in regions"
                        + " that lose capacity or capital, step by step.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint network ario --dir my-regions --steps 100 --out steps.csv \\%n"
                + "      --stocks-out stocks.csv%n"
                + "  chokepoint network ario --dir my-regions --psi 0.8 --inventory-tau 30 \\%n"
                + "      --order-type 0%n",
        sortOptions = false)
final class NetworkArioCommand implements Callable<Integer> {
    private static final NetworkTable STEPS = new NetworkTable(
            TableColumn.whole("step"),
            TableColumn.number("total_production"),
            TableColumn.number("final_consumption"),
            TableColumn.number("unmet_final_demand"),
            TableColumn.number("to_rebuild"));
    private static final NetworkTable INDUSTRIES = new NetworkTable(
            TableColumn.whole("step"),
            TableColumn.text("node"),
            TableColumn.number("production"),
            TableColumn.number("demand"),
            TableColumn.number("overproduction"));
    private static final NetworkTable STOCKS = new NetworkTable(
            TableColumn.whole("step"),
            TableColumn.text("node"),
            TableColumn.text("input"),
            TableColumn.number("stock"),
            TableColumn.number("ordered"));

    @Mixin
    private final NetworkCase files = new NetworkCase();

    @Option(
            names = "--stocks",
            paramLabel = "FILE",
            description =
                    "Target stocks: sector, steps (of use; inf for one that is never short). Default: stocks.csv of the"
                            + " folder, if it is there.")
    private @Nullable Path stocks;

    @Option(
            names = "--damages",
            paramLabel = "FILE",
            description = "Destroyed capital: node (empty for households), builder, amount, start_step. Default:"
                    + " damages.csv of the folder, if it is there.")
    private @Nullable Path damages;

    @Option(names = "--steps", paramLabel = "N", description = "How many steps are simulated. Default: 365.")
    private @Nullable String steps;

    @Option(
            names = "--stock-steps",
            paramLabel = "N",
            description = "Target stock of inputs without one of their own, in steps of use. Default: 90.")
    private @Nullable String stockSteps;

    @Option(
            names = "--psi",
            paramLabel = "PART",
            description = "Part of the target stock below which an input holds production back. Default: 0.9.")
    private @Nullable String psi;

    @Option(
            names = "--inventory-tau",
            paramLabel = "STEPS",
            description = "Steps over which a gap of a stock is closed. Default: 60.")
    private @Nullable String inventoryTau;

    @Option(names = "--alpha-base", paramLabel = "X", description = "What overproduction goes back to. Default: 1.")
    private @Nullable String alphaBase;

    @Option(names = "--alpha-max", paramLabel = "X", description = "The most overproduction. Default: 1.25.")
    private @Nullable String alphaMax;

    @Option(
            names = "--alpha-tau",
            paramLabel = "STEPS",
            description = "Steps in which overproduction adapts. Default: 365.")
    private @Nullable String alphaTau;

    @Option(
            names = "--rebuild-tau",
            paramLabel = "STEPS",
            description = "Steps over which what was destroyed is ordered. Default: 60.")
    private @Nullable String rebuildTau;

    @Option(
            names = "--order-type",
            paramLabel = "0|1",
            description =
                    "Whom inputs are ordered from. 0: all suppliers of a sector by their shares before the event; 1: by"
                            + " these times what they still make. Default: 1.")
    private @Nullable String orderType;

    @Option(
            names = "--firms-out",
            paramLabel = "FILE",
            description = "Write there what each industry makes in each step.")
    private @Nullable Path firmsOut;

    @Option(
            names = "--stocks-out",
            paramLabel = "FILE",
            description = "Write there each industry's stocks of inputs in the evening of each step.")
    private @Nullable Path stocksOut;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Loaded(FirmNetwork network, double[] stocks, ArioEvents events) {}

    @Override
    public Integer call() throws IOException {
        files.apart(
                common,
                new NetworkCase.Result("--firms-out", firmsOut),
                new NetworkCase.Result("--stocks-out", stocksOut));
        Faults faults = new Faults();
        CaseParameters given = files.parameters(common, faults, replacements());
        ArioOptions options = ArioCase.options(given);
        int count = ArioCase.steps(given);
        double otherwise = ArioCase.stockSteps(given);
        Path losses = files.shock(common);
        faults.orThrow();
        NetworkCase.remarkUnused(common, given);
        Loaded loaded = common.withProgress(monitor -> load(losses, otherwise, monitor));
        FirmNetwork network = loaded.network();
        List<Object[]> totals = new ArrayList<>();
        List<Object[]> industries = new ArrayList<>();
        List<Object[]> inputs = new ArrayList<>();
        common.withProgress(monitor -> {
            double[] capital = network.column(ArioCase.CAPITAL).orElseGet(() -> new double[network.firms()]);
            new ArioRun(network, loaded.stocks(), capital, options, loaded.events())
                    .run(
                            count,
                            (step, run, consumption, unmet, toRebuild) -> {
                                double made = Arrays.stream(run.production()).sum();
                                NetworkCase.finite("step", step, made, consumption, unmet, toRebuild);
                                totals.add(new Object[] {step, made, consumption, unmet, toRebuild});
                                keep(network, step, run, industries, inputs);
                            },
                            monitor);
            return totals;
        });
        if (firmsOut != null) {
            INDUSTRIES.write("--firms-out", firmsOut, rows -> all(rows, industries));
        }
        if (stocksOut != null) {
            STOCKS.write("--stocks-out", stocksOut, rows -> all(rows, inputs));
        }
        STEPS.print(common, rows -> all(rows, totals));
        return ExitCode.OK;
    }

    private static void all(RowWriter rows, List<Object[]> cells) throws IOException {
        for (Object[] row : cells) {
            rows.row(row);
        }
    }

    private void keep(FirmNetwork network, int step, ArioRun run, List<Object[]> industries, List<Object[]> inputs) {
        if (firmsOut != null) {
            for (int f = 0; f < network.firms(); f++) {
                industries.add(new Object[] {
                    step, network.ids().text(f), run.production()[f], run.demand()[f], run.overproduction()[f]
                });
            }
        }
        if (stocksOut != null) {
            run.stocks((f, supplier, stock, ordered) -> {
                if (!Double.isInfinite(stock)) {
                    inputs.add(new Object[] {
                        step, network.ids().text(f), network.sectors().text(supplier), stock, ordered
                    });
                }
            });
        }
    }

    private List<NetworkCase.Replacement> replacements() {
        return Arrays.asList(
                new NetworkCase.Replacement("steps", "--steps", steps),
                new NetworkCase.Replacement("stock_steps", "--stock-steps", stockSteps),
                new NetworkCase.Replacement("psi", "--psi", psi),
                new NetworkCase.Replacement("inventory_tau", "--inventory-tau", inventoryTau),
                new NetworkCase.Replacement("alpha_base", "--alpha-base", alphaBase),
                new NetworkCase.Replacement("alpha_max", "--alpha-max", alphaMax),
                new NetworkCase.Replacement("alpha_tau", "--alpha-tau", alphaTau),
                new NetworkCase.Replacement("rebuild_tau", "--rebuild-tau", rebuildTau),
                new NetworkCase.Replacement("order_type", "--order-type", orderType));
    }

    private Loaded load(Path losses, double otherwise, RunMonitor monitor) {
        Faults faults = new Faults();
        NetworkReader.Wanted wanted = NetworkReader.Wanted.columns(false, FirmNetwork.FINAL_DEMAND, ArioCase.CAPITAL);
        FirmNetwork network = files.network(common, wanted, faults, monitor);
        if (network.column(FirmNetwork.FINAL_DEMAND).isEmpty()) {
            faults.add(files.nodes(common).toString(), 1, FirmNetwork.FINAL_DEMAND, "is missing in the header");
        }
        ArioCase read = new ArioCase(network, faults);
        Optional<Path> targets = files.optional(stocks, "stocks.csv");
        Optional<Path> destroyed = files.optional(damages, "damages.csv");
        double[] stockSteps = targets.isEmpty()
                ? read.sameStocks(otherwise)
                : NetworkCase.reading(() -> read.stocks(targets.get(), otherwise, monitor));
        List<ArioEvents.Loss> lost = NetworkCase.reading(() -> read.losses(losses, monitor));
        List<ArioEvents.Damage> damage =
                destroyed.isEmpty() ? List.of() : NetworkCase.reading(() -> read.damages(destroyed.get(), monitor));
        faults.orThrow();
        return new Loaded(network, stockSteps, new ArioEvents(lost, damage));
    }
}

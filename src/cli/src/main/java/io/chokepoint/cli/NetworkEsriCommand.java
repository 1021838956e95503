package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.export.RowWriter;
import io.chokepoint.export.TableColumn;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.esri.EsriNetwork;
import io.chokepoint.firms.esri.EsriOptions;
import io.chokepoint.firms.esri.EsriParameters;
import io.chokepoint.firms.esri.EsriResult;
import io.chokepoint.firms.esri.EsriScenario;
import io.chokepoint.firms.esri.EsriSweep;
import io.chokepoint.firms.esri.Essentiality;
import io.chokepoint.firms.esri.EveryFirm;
import io.chokepoint.firms.esri.StopRule;
import io.chokepoint.sweep.UnitResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "esri",
        description =
                "The economic systemic risk index (Diem et al. 2022): what is lost downstream and upstream when firms"
                        + " stop.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint network esri --dir my-case --out esri.csv --firms-out firms.csv%n"
                + "  chokepoint network esri --nodes nodes.csv --edges edges.csv \\%n"
                + "      --essential essential.csv --all --replaceability --out esri.csv%n"
                + "  chokepoint network esri --dir my-case --accelerated --unit-invariant%n"
                + "  chokepoint network esri --dir my-case --all --shard 1/4 --out esri-1.parquet%n",
        sortOptions = false)
final class NetworkEsriCommand implements Callable<Integer> {
    private static final NetworkTable SCENARIOS = new NetworkTable(
            TableColumn.text("scenario"),
            TableColumn.text("parameter_set"),
            TableColumn.whole("weight"),
            TableColumn.number("esri"),
            TableColumn.number("esri_down"),
            TableColumn.number("esri_up"),
            TableColumn.whole("iterations"));
    private static final NetworkTable FIRMS = new NetworkTable(
            TableColumn.text("scenario"),
            TableColumn.text("parameter_set"),
            TableColumn.text("node"),
            TableColumn.number("h_down"),
            TableColumn.number("h_up"));
    private static final NetworkTable ALL = new NetworkTable(
            TableColumn.text("node"),
            TableColumn.number("esri"),
            TableColumn.number("esri_down"),
            TableColumn.number("esri_up"),
            TableColumn.whole("iterations"));

    @Mixin
    private final NetworkCase files = new NetworkCase();

    @Option(
            names = "--essential",
            paramLabel = "FILE",
            description = "The pairs of sectors: supplier_sector, buyer_sector, code (0 negligible, 1 non-essential,"
                    + " 2 essential). Default: essential.csv of the folder.")
    private @Nullable Path essential;

    @Option(names = "--all", description = "Stop every firm alone, instead of the scenarios of shock.csv.")
    private boolean all;

    @Option(
            names = "--replaceability",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "0|1",
            description = "Whether firms of a supplier's market replace it as far as they can; the market is the column"
                    + " market, or the sector. Default: 1 where there is a column market, else 0.")
    private @Nullable String replaceability;

    @Option(
            names = "--parameter-sets",
            paramLabel = "SETS",
            description = "Stop rules and their eps, with blanks between, as in \"1:0.01 2:1e-8\".")
    private @Nullable String parameterSets;

    @Option(
            names = "--stop-rule",
            paramLabel = "1|2",
            description =
                    "1: no firm's production falls by more than eps in a step; 2: the loss of all firms grows by no"
                            + " more than the part eps. Default: 1.")
    private @Nullable String stopRule;

    @Option(names = "--eps", paramLabel = "PART", description = "See --stop-rule. Default: 0.01.")
    private @Nullable String eps;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Give up after so many steps, and say so. Default: 1000000.")
    private @Nullable String maxSteps;

    @Option(
            names = "--accelerated",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "0|1",
            description =
                    "Go to the limit of all steps, with exact steps where plain ones crawl, whatever the stop rules;"
                            + " what a plain step more would change is said. Default: 0.")
    private @Nullable String accelerated;

    @Option(
            names = "--accounts",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "0|1",
            description = "Whether the columns revenue and costs are used where they are there. Default: 1.")
    private @Nullable String accounts;

    @Option(
            names = "--unit-invariant",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "0|1",
            description = "Do not let results depend on the currency's unit, as the published programs do where a whole"
                    + " market stops or a firm has no accounts. Default: 0.")
    private @Nullable String unitInvariant;

    @Option(
            names = "--essential-others",
            paramLabel = "CODE",
            description =
                    "The code of pairs of sectors that the file does not name. Default: each pair that trades must"
                            + " be named.")
    private @Nullable String essentialOthers;

    @Option(
            names = "--firms-out",
            paramLabel = "FILE",
            description = "Write there what is left of each firm that loses something.")
    private @Nullable Path firmsOut;

    @Mixin
    private final ShardOption shard = new ShardOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private int unsettled;
    private double residual;

    @Override
    public Integer call() throws IOException {
        if (all && firmsOut != null) {
            throw common.usage("--firms-out is for scenarios; with --all it would be a row for each pair of firms");
        }
        shard.check(common, all ? Optional.empty() : Optional.of("expected --all"));
        if (parameterSets != null && (stopRule != null || eps != null)) {
            throw common.usage("--parameter-sets names stop rules with their eps; leave out --stop-rule and --eps");
        }
        if ("1".equals(accelerated) && (parameterSets != null || stopRule != null || eps != null)) {
            throw common.usage(
                    "--accelerated goes to the limit, not to an eps; leave out --parameter-sets, --stop-rule and --eps");
        }
        files.apart(common, new NetworkCase.Result("--firms-out", firmsOut));
        Faults faults = new Faults();
        CaseParameters given = files.parameters(common, faults, overrides());
        EsriParameters parameters = EsriParameters.of(given);
        Path codes = files.required(common, essential, "essential.csv", "--essential");
        Path shocks = all ? codes : files.shock(common);
        faults.orThrow();
        NetworkCase.remarkUnused(common, given);
        Loaded loaded = common.withProgress(monitor -> load(parameters, codes, shocks, monitor));
        remarkAccounts(loaded.network());
        if (parameters.accelerated() && loaded.network().dependsOnUnit()) {
            common.remark(
                    "Some firms sell less than 1 a period. Where the market of such a firm stops altogether, the published"
                            + " way has no limit that does not depend on the way there, and only plain steps are made."
                            + " With --unit-invariant, there is one.");
        }
        if (all) {
            everyFirm(loaded.network(), parameters);
        } else {
            scenarios(loaded, parameters);
        }
        if (parameters.accelerated()) {
            common.remark("One plain step more would change no firm's production by more than the part "
                    + String.format(Locale.ROOT, "%.1e", residual) + ".");
        }
        if (unsettled > 0) {
            common.terminal()
                    .err()
                    .println(Amounts.counted(unsettled, "cascade was", "cascades were")
                            + " given up after "
                            + Amounts.counted(parameters.rules().getFirst().mostSteps(), "step", "steps")
                            + " and would have gone on; allow more with --max-steps."
                            + (parameters.accelerated()
                                    ? " The limit may be far from there, however little one step more would change."
                                    : ""));
            common.terminal().err().flush();
        }
        return ExitCode.OK;
    }

    private List<NetworkCase.Replacement> overrides() {
        return Arrays.asList(
                new NetworkCase.Replacement("replaceability", "--replaceability", replaceability),
                new NetworkCase.Replacement("parameter_sets", "--parameter-sets", parameterSets),
                new NetworkCase.Replacement("stop_rule", "--stop-rule", stopRule),
                new NetworkCase.Replacement("eps", "--eps", eps),
                new NetworkCase.Replacement("max_steps", "--max-steps", maxSteps),
                new NetworkCase.Replacement("accelerated", "--accelerated", accelerated),
                new NetworkCase.Replacement("accounts", "--accounts", accounts),
                new NetworkCase.Replacement("unit_invariant", "--unit-invariant", unitInvariant),
                new NetworkCase.Replacement("essential_others", "--essential-others", essentialOthers));
    }

    private record Loaded(EsriNetwork network, List<EsriScenario> scenarios) {}

    private Loaded load(EsriParameters parameters, Path codes, Path shocks, RunMonitor monitor) {
        Faults faults = new Faults();
        NetworkReader.Wanted wanted = (parameters.accounts()
                        ? NetworkReader.Wanted.columns(true, FirmNetwork.REVENUE, FirmNetwork.COSTS)
                        : NetworkReader.Wanted.columns(true))
                .andWeights();
        FirmNetwork network = files.network(common, wanted, faults, monitor);
        Essentiality essentiality = NetworkCase.reading(
                () -> Essentiality.read(codes, network, parameters.essentialOthers(), faults, monitor));
        List<EsriScenario> scenarios =
                all ? List.of() : NetworkCase.reading(() -> EsriScenario.read(shocks, network, faults, monitor));
        faults.orThrow();
        return new Loaded(EsriNetwork.of(network, essentiality, parameters.options(network)), scenarios);
    }

    private void remarkAccounts(EsriNetwork esri) {
        EsriOptions options = esri.options();
        if (!options.accounts() || options.unitInvariant()) {
            return;
        }
        for (String name : List.of(FirmNetwork.REVENUE, FirmNetwork.COSTS)) {
            long none = esri.network()
                    .column(name)
                    .map(values ->
                            Arrays.stream(values).filter(value -> value == 0).count())
                    .orElse(0L);
            if (none > 0) {
                common.remark(DatasetCounts.counted(none, "firm has", "firms have") + " " + name
                        + " of 0, which counts as 1 as in the published programs: links are then taken as parts."
                        + " With --unit-invariant, the sum of the links is taken instead.");
            }
        }
    }

    private void everyFirm(EsriNetwork network, EsriParameters parameters) throws IOException {
        int firms = network.network().firms();
        if (parameters.rules().size() > 1) {
            common.remark("Of the parameter sets, the first is used: "
                    + parameters.names().getFirst() + ".");
        }
        EveryFirm sweep = new EveryFirm(network, parameters.rules().getFirst());
        Map<String, String> inputs = shard.isPlain(common) ? Map.of() : inputs(network, parameters);
        Optional<UnitResults> results = common.withProgress(monitor -> shard.results(sweep, inputs, common, monitor));
        if (results.isEmpty()) {
            return;
        }
        double[] esri = new double[firms];
        double[] down = new double[firms];
        double[] up = new double[firms];
        int[] iterations = new int[firms];
        sweep.each(results.get(), (firm, index, steps, settled, change) -> {
            esri[firm] = index.esri();
            down[firm] = index.down();
            up[firm] = index.up();
            iterations[firm] = steps;
            unsettled += settled ? 0 : 1;
            residual = Math.max(residual, change);
        });
        ALL.print(common, rows -> {
            for (int firm = 0; firm < firms; firm++) {
                rows.row(network.network().ids().text(firm), esri[firm], down[firm], up[firm], iterations[firm]);
            }
        });
    }

    /** What results depend on beside the command line, which names files but not what is in them. */
    private static Map<String, String> inputs(EsriNetwork network, EsriParameters parameters) {
        StopRule rule = parameters.rules().getFirst();
        EsriOptions options = network.options();
        return Map.of(
                "network fingerprint",
                network.fingerprint(),
                "set of parameters",
                "rule " + rule.type() + ", eps " + rule.eps() + ", max_steps " + rule.mostSteps()
                        + ", replaceability "
                        + options.replaceability() + ", accounts " + options.accounts() + ", unit-invariant "
                        + options.unitInvariant());
    }

    private void scenarios(Loaded loaded, EsriParameters parameters) throws IOException {
        List<Object[]> results = new ArrayList<>();
        Path firms = firmsOut;
        if (firms == null) {
            common.withProgress(monitor -> {
                run(loaded, parameters, monitor, results, null);
                return results;
            });
        } else {
            FIRMS.write(
                    "--firms-out",
                    firms,
                    rows -> common.withProgress(monitor -> {
                        run(loaded, parameters, monitor, results, rows);
                        return results;
                    }));
        }
        SCENARIOS.print(common, rows -> {
            for (Object[] result : results) {
                rows.row(result);
            }
        });
    }

    private void run(
            Loaded loaded,
            EsriParameters parameters,
            RunMonitor monitor,
            List<Object[]> results,
            @Nullable RowWriter firms) {
        List<EsriScenario> scenarios = loaded.scenarios();
        for (int set = 0; set < parameters.rules().size(); set++) {
            String name = parameters.names().get(set);
            new EsriSweep(loaded.network(), parameters.rules().get(set), common.threads(), monitor)
                    .run(
                            0,
                            scenarios.size(),
                            firms != null,
                            shock -> scenarios.get(shock).shock(),
                            (shock, run) -> {
                                String scenario = scenarios.get(shock).name();
                                unsettled += run.result().settled() ? 0 : 1;
                                residual = Math.max(residual, run.result().residual());
                                List<Integer> weights = loaded.network().weightNumbers();
                                for (int i = 0; i < weights.size(); i++) {
                                    EsriResult.Index index =
                                            run.result().indices().get(i);
                                    results.add(new Object[] {
                                        scenario,
                                        name,
                                        weights.get(i),
                                        index.esri(),
                                        index.down(),
                                        index.up(),
                                        run.result().iterations()
                                    });
                                }
                                if (firms != null) {
                                    write(firms, loaded.network().network(), scenario, name, run);
                                }
                            });
        }
    }

    private static void write(RowWriter rows, FirmNetwork network, String scenario, String set, EsriSweep.Run run) {
        try {
            for (int i = 0; i < run.firms().length; i++) {
                rows.row(scenario, set, network.ids().text(run.firms()[i]), run.down()[i], run.up()[i]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

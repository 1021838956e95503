package io.chokepoint.cli;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.export.TableColumn;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.daily.DailyNetwork;
import io.chokepoint.firms.daily.DailyParameters;
import io.chokepoint.firms.daily.DailyRun;
import io.chokepoint.firms.daily.DailyShock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "inoue-todo",
        description = "Day by day through a network of firms with inventories (Inoue and Todo 2019): what is made and"
                + " consumed after some firms lose a part of their capacity.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint network inoue-todo --dir my-firms --out days.csv \\%n"
                + "      --firms-out firms.csv%n"
                + "  chokepoint network inoue-todo --nodes nodes.csv --edges edges.csv \\%n"
                + "      --shock shock.csv --rationing 2 --days 100 --recovery-type 1 \\%n"
                + "      --recovery-days 30 --textbook%n",
        sortOptions = false)
final class NetworkDailyCommand implements Callable<Integer> {
    private static final NetworkTable DAYS = new NetworkTable(
            TableColumn.whole("day"),
            TableColumn.number("total_production"),
            TableColumn.number("value_added"),
            TableColumn.number("final_consumption"));
    private static final NetworkTable FIRMS =
            new NetworkTable(TableColumn.whole("day"), TableColumn.text("node"), TableColumn.number("production"));

    @Mixin
    private final NetworkCase files = new NetworkCase();

    @Option(
            names = "--rationing",
            paramLabel = "0..3",
            description =
                    "Who gets what falls short. 0: all in proportion; 1: final customers last; 2: small orders, as"
                            + " parts of those before the shock, first; 3: as 2, but final customers last. Default: 0.")
    private @Nullable String rationing;

    @Option(
            names = "--order-type",
            paramLabel = "0..2",
            description =
                    "What firms order. 0: towards an inventory for the production of the day before; 1: towards that"
                            + " before the shock; 2: as 0, but never less than was used. Default: 0.")
    private @Nullable String orderType;

    @Option(
            names = "--tau",
            paramLabel = "DAYS",
            description = "Days over which a gap of the inventory is closed. Default: 6.")
    private @Nullable String tau;

    @Option(
            names = "--inventory-days",
            paramLabel = "DAYS",
            description = "Target and first inventory, in days of use. Default: the column inventory_days, or 15.")
    private @Nullable String inventoryDays;

    @Option(names = "--days", paramLabel = "N", description = "How many days are simulated. Default: 10.")
    private @Nullable String days;

    @Option(
            names = "--recovery-type",
            paramLabel = "TYPE",
            description = "How capacity comes back. none: not at all, or as 0 where N is given; 0: in N equal steps;"
                    + " 1: by 1/N a day; 2: at once; 3: as 2, by a slip"
                    + " of the published program; 4: by exp(-t/N); 5: by 1/N of what is lost, less where partners are"
                    + " hit. Default: none.")
    private @Nullable String recoveryType;

    @Option(names = "--recovery-days", paramLabel = "N", description = "The N of --recovery-type.")
    private @Nullable String recoveryDays;

    @Option(
            names = "--recovery-hold-days",
            paramLabel = "N",
            description = "Days after the start of a shock on which nothing comes back. Default: 0.")
    private @Nullable String recoveryHoldDays;

    @Option(
            names = "--poisson-inventory-seed",
            paramLabel = "SEED",
            description = "Draw each firm's inventory: Poisson numbers of at least 2 with the mean --inventory-days."
                    + " Default: 0, none are drawn.")
    private @Nullable String poissonInventorySeed;

    @Option(
            names = "--textbook",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "0|1",
            description = "Share out under --rationing 2 and 3 as the equations say, not as the published program does:"
                    + " there who orders nothing is delivered something, and final customers use up supply after"
                    + " they are served. Default: 0.")
    private @Nullable String textbook;

    @Option(names = "--firms-out", paramLabel = "FILE", description = "Write there what each firm makes on each day.")
    private @Nullable Path firmsOut;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Day(int day, double production, double valueAdded, double finalConsumption) {}

    private record Loaded(DailyNetwork network, DailyShock shock) {}

    @Override
    public Integer call() throws IOException {
        files.apart(common, new NetworkCase.Result("--firms-out", firmsOut));
        Faults faults = new Faults();
        CaseParameters given = files.parameters(common, faults, replacements());
        DailyParameters parameters = DailyParameters.of(given);
        Path shocks = files.shock(common);
        faults.orThrow();
        NetworkCase.remarkUnused(common, given);
        Loaded loaded = common.withProgress(monitor -> load(parameters, shocks, monitor));
        List<Day> totals = new ArrayList<>();
        List<double[]> firms = new ArrayList<>();
        common.withProgress(monitor -> {
            new DailyRun(loaded.network(), parameters.options(), loaded.shock())
                    .run(
                            parameters.days(),
                            common.threads(),
                            (day, made, added, consumed, each) -> {
                                NetworkCase.finite("day", day, made, added, consumed);
                                totals.add(new Day(day, made, added, consumed));
                                if (firmsOut != null) {
                                    firms.add(each.clone());
                                }
                            },
                            monitor);
            return totals;
        });
        if (firmsOut != null) {
            FirmNetwork network = loaded.network().network();
            FIRMS.write("--firms-out", firmsOut, rows -> {
                for (int firm = 0; firm < network.firms(); firm++) {
                    for (int day = 0; day < firms.size(); day++) {
                        rows.row(day - 1, network.ids().text(firm), firms.get(day)[firm]);
                    }
                }
            });
        }
        DAYS.print(common, rows -> {
            for (Day day : totals) {
                rows.row(day.day(), day.production(), day.valueAdded(), day.finalConsumption());
            }
        });
        return ExitCode.OK;
    }

    private List<NetworkCase.Replacement> replacements() {
        return Arrays.asList(
                new NetworkCase.Replacement("rationing", "--rationing", rationing),
                new NetworkCase.Replacement("order_type", "--order-type", orderType),
                new NetworkCase.Replacement("tau", "--tau", tau),
                new NetworkCase.Replacement("inventory_days", "--inventory-days", inventoryDays),
                new NetworkCase.Replacement("days", "--days", days),
                new NetworkCase.Replacement("recovery_type", "--recovery-type", recoveryType),
                new NetworkCase.Replacement("recovery_days", "--recovery-days", recoveryDays),
                new NetworkCase.Replacement("recovery_hold_days", "--recovery-hold-days", recoveryHoldDays),
                new NetworkCase.Replacement("poisson_inventory_seed", "--poisson-inventory-seed", poissonInventorySeed),
                new NetworkCase.Replacement("textbook", "--textbook", textbook));
    }

    private Loaded load(DailyParameters parameters, Path shocks, RunMonitor monitor) {
        Faults faults = new Faults();
        NetworkReader.Wanted wanted =
                NetworkReader.Wanted.columns(false, FirmNetwork.FINAL_DEMAND, FirmNetwork.INVENTORY_DAYS);
        FirmNetwork network = files.network(common, wanted, faults, monitor);
        if (network.column(FirmNetwork.FINAL_DEMAND).isEmpty()) {
            faults.add(files.nodes(common).toString(), 1, FirmNetwork.FINAL_DEMAND, "is missing in the header");
        }
        DailyShock shock = NetworkCase.reading(() -> DailyShock.read(shocks, network, faults, monitor));
        faults.orThrow();
        return new Loaded(parameters.network(network), shock);
    }
}

package io.chokepoint.cli;

import io.chokepoint.export.TableColumn;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.reach.DownstreamCounts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reach",
        description = "How many other firms are downstream of each: buy from it, directly or through others.",
        footerHeading = "%nExamples:%n" + "  chokepoint network reach --dir my-case --all --out reach.csv%n",
        sortOptions = false)
final class NetworkReachCommand implements Callable<Integer> {
    private static final NetworkTable COUNTS =
            new NetworkTable(TableColumn.text("node"), TableColumn.whole("downstream"));

    @Mixin
    private final NetworkCase files = new NetworkCase();

    @Option(names = "--all", required = true, description = "Count for every firm.")
    private boolean all;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        files.apart(common);
        Faults faults = new Faults();
        CaseParameters given = files.parameters(common, faults, List.of());
        faults.orThrow();
        NetworkCase.remarkUnused(common, given);
        FirmNetwork network = common.withProgress(
                monitor -> files.network(common, NetworkReader.Wanted.NOTHING, new Faults(), monitor));
        int[] counts = common.withProgress(monitor -> DownstreamCounts.of(network, common.threads(), monitor));
        COUNTS.print(common, rows -> {
            for (int firm = 0; firm < counts.length; firm++) {
                rows.row(network.ids().text(firm), counts[firm]);
            }
        });
        return ExitCode.OK;
    }
}

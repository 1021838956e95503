package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.OwnFigures;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bundle",
        description = {
            "Puts a scenario into one file to share, with own figures and the fingerprint of the dataset it was made on.",
            "",
            "Own figures are those that the window keeps beside a scenario file. The window opens such a file, and so does"
                    + " --scenario of every command; where the dataset there is another one, the figures that differ are named."
        },
        footerHeading = "%nExamples:%n"
                + "  chokepoint bundle --scenario ree-full-stop --out full-stop.chokepoint%n"
                + "  chokepoint bundle --scenario us-h100-ban --with-data --out all.chokepoint%n"
                + "  chokepoint bundle --text --restrict \"export-ban good:gallium country:CHN\"%n",
        sortOptions = false)
final class BundleCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--with-data", description = "Put the dataset itself inside; without it, only its fingerprint.")
    private boolean withData;

    @Option(
            names = "--text",
            description = "Print one line of text to paste instead, for short scenarios: at most " + Bundle.MOST_TEXT
                    + " characters.")
    private boolean text;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (text && withData) {
            throw common.usage("--text and --with-data: a dataset does not go into a line of text");
        }
        Optional<Path> file = common.out().filter(path -> !common.toStandardOutput());
        if (!text && file.isEmpty()) {
            throw common.usage("--out is missing; expected the file to write, such as name" + Bundle.ENDING);
        }
        DataPackage data = common.withProgress(common::load);
        Scenario scenario = options.resolve(data, common);
        Bundle bundle = Bundle.of(scenario, own(data), data);
        if (text) {
            String line = bundle.toText()
                    .orElseThrow(() -> new ChokepointException("The scenario is too long for a line of text of "
                            + Amounts.counted(Bundle.MOST_TEXT, "character", "characters")
                            + "; share it as a file, with --out."));
            common.print(out -> out.write(line + "\n"));
            return ExitCode.OK;
        }
        Path target = file.get();
        try {
            (withData ? bundle.withDataset(data) : bundle).write(target);
        } catch (IOException failure) {
            throw new ChokepointException(
                    "--out: cannot write " + target + ": " + CommonOptions.reason(failure), failure);
        }
        common.remark("Wrote " + target + ".");
        return ExitCode.OK;
    }

    /** Those that came with a shared scenario, or that lie beside the scenario's file. */
    private List<Bundle.Own> own(DataPackage data) {
        if (!options.shared().isEmpty()) {
            return options.shared();
        }
        Optional<Path> beside = options.file(data).map(OwnFigures::beside).filter(Files::exists);
        if (beside.isEmpty()) {
            return List.of();
        }
        List<Bundle.Own> own = List.copyOf(
                OwnFigures.read(beside.get(), data.dataset()).orThrow().values());
        common.remark("With " + Amounts.counted(own.size(), "own figure", "own figures") + " of " + beside.get() + ".");
        return own;
    }
}

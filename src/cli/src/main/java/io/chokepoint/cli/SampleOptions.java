package io.chokepoint.cli;

import io.chokepoint.analysis.MonteCarlo;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Many runs with every uncertain figure drawn from its range. */
final class SampleOptions {
    @Option(
            names = "--samples",
            paramLabel = "N",
            required = true,
            description = "Runs N times, 1 to " + OptionValues.MOST_SAMPLES
                    + ", each with every uncertain figure drawn from its range, and adds what a tenth, half and"
                    + " nine tenths of the runs lie below.")
    private int samples;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Any whole number; the same seed gives the same draws. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--precision",
            paramLabel = "PART",
            defaultValue = "" + MonteCarlo.Settings.GOOD_ENOUGH,
            description =
                    "Stop early when the bands of every good's least output are known to within this part of baseline,"
                            + " 0 to 1; 0 for never. Looked at every " + MonteCarlo.Settings.BATCH
                            + " runs. Default: ${DEFAULT-VALUE}.")
    private double precision = MonteCarlo.Settings.GOOD_ENOUGH;

    @Option(
            names = "--drivers",
            paramLabel = "GOOD",
            description =
                    "Print the ten figures that drive the lost output of this good or market instead: these are worth"
                            + " finding out.")
    private @Nullable String drivers;

    @Option(
            names = "--independent",
            description = "Draw each figure by itself, also where the dataset says that figures of a class are wrong"
                    + " together.")
    private boolean independent;

    @Option(
            names = "--draws",
            paramLabel = "F.parquet",
            description =
                    "Also write every draw to this Parquet file: what was drawn and what came of it, with --series week by"
                            + " week too.")
    private @Nullable Path draws;

    /** The file for every draw. */
    Optional<Path> draws() {
        return Optional.ofNullable(draws);
    }

    Optional<String> drivers() {
        return Optional.ofNullable(drivers);
    }

    MonteCarlo.Settings settings(int threads, MonteCarlo.Settings.Prices prices) {
        return new MonteCarlo.Settings(samples, seed, threads, precision, independent, prices);
    }
}

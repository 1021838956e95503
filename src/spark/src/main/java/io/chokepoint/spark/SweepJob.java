package io.chokepoint.spark;

import io.chokepoint.cli.SweepCommand;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkConf;

/**
 * The program for {@code spark-submit}: a command line of the program, of a command with {@code --shard}, whose units the executors
 * compute. {@code --out} is the part, all of the sweep unless {@code --shard} says otherwise; {@code merge} makes the answer of it.
 *
 * <p>{@code esri} is short for {@code network esri}, {@code samples} for {@code simulate}.
 */
public final class SweepJob {
    private static final String SHARD = "--shard";

    private SweepJob() {}

    /** Ends the process with the command's exit code where that is not 0. */
    public static void main(String[] args) {
        List<String> words = words(args);
        SparkConf conf = new SparkConf()
                .setAppName("Chokepoint " + String.join(" ", words))
                // Results are written to disk one by one, never held together.
                .setIfMissing("spark.driver.maxResultSize", "0");
        String[] command = words.toArray(String[]::new);
        int code = SweepCommand.run(
                (sweep, inputs) -> Optional.of(new ClusterUnits(conf, command, inputs)),
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true),
                command);
        if (code != 0) {
            System.exit(code);
        }
    }

    private static List<String> words(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        if (args.length > 0 && args[0].equals("esri")) {
            words.addFirst("network");
        } else if (args.length > 0 && args[0].equals("samples")) {
            words.set(0, "simulate");
        }
        if (words.stream().noneMatch(word -> word.equals(SHARD) || word.startsWith(SHARD + "="))) {
            words.addAll(List.of(SHARD, "1/1"));
        }
        return words;
    }
}

package io.chokepoint.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks with JMH's own arguments and writes what they gave into the folder of the property {@code chokepoint.bench}, a file
 * {@code CLASS.json} in JMH's form for each class. The speed of memory is measured first and stands in each file, since it differs from hour
 * to hour on a machine that is shared.
 */
public final class BenchRun {
    private static final Set<String> ASKS = Set.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private BenchRun() {}

    public static void main(String[] args) throws IOException, RunnerException, CommandLineOptionException {
        if (List.of(args).stream().anyMatch(ASKS::contains)) {
            Main.main(args);
            return;
        }
        String memory = MemoryBandwidthBenchmark.class.getSimpleName();
        CommandLineOptions asked = new CommandLineOptions(args);
        Collection<RunResult> speed =
                new Runner(new OptionsBuilder().include(memory).build()).run();
        Collection<RunResult> results =
                new Runner(new OptionsBuilder().parent(asked).exclude(memory).build()).run();
        Map<String, List<RunResult>> byClass =
                results.stream().collect(groupingBy(BenchRun::owner, TreeMap::new, toList()));
        Path folder = Files.createDirectories(folder());
        for (Map.Entry<String, List<RunResult>> each : byClass.entrySet()) {
            List<RunResult> all = new ArrayList<>(speed);
            all.addAll(each.getValue());
            ResultFormatFactory.getInstance(
                            ResultFormatType.JSON,
                            folder.resolve(each.getKey() + ".json").toString())
                    .writeOut(all);
        }
    }

    static Path folder() {
        return Path.of(System.getProperty("chokepoint.bench", "target/bench"));
    }

    private static String owner(RunResult result) {
        String name = result.getParams().getBenchmark();
        String type = name.substring(0, name.lastIndexOf('.'));
        return type.substring(type.lastIndexOf('.') + 1);
    }
}

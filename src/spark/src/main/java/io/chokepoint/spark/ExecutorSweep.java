package io.chokepoint.spark;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.cli.SweepCommand;
import io.chokepoint.data.ShippedData;
import io.chokepoint.sweep.UnitSweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sweep in an executor: read and compiled once for all its tasks, with as many workers as tasks have run at once. */
final class ExecutorSweep {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorSweep.class);

    private static @Nullable ExecutorSweep current;

    private final String id;
    private final UnitSweep sweep;
    private final Queue<UnitSweep.Worker> idle = new ConcurrentLinkedQueue<>();

    private ExecutorSweep(String id, UnitSweep sweep) {
        this.id = id;
        this.sweep = sweep;
    }

    /**
     * The sweep of this process; the first task to ask makes it, while others wait.
     *
     * @throws IllegalStateException if it cannot be made here, or is not the same as where it came from
     */
    static synchronized ExecutorSweep of(Broadcast<SweepSource> source) {
        SweepSource wanted = source.value();
        ExecutorSweep found = current;
        if (found == null || !found.id.equals(wanted.id())) {
            found = new ExecutorSweep(wanted.id(), prepare(wanted));
            current = found;
            LOG.info("Sweep of {} units prepared for all tasks of this process.", found.sweep.units());
        }
        return found;
    }

    private static UnitSweep prepare(SweepSource source) {
        try {
            Path folder = Files.createTempDirectory("chokepoint");
            String before = System.getProperty(ShippedData.PROPERTY);
            try {
                String[] command = source.unpack(folder);
                if (Files.isDirectory(SweepSource.shipped(folder))) {
                    System.setProperty(
                            ShippedData.PROPERTY, SweepSource.shipped(folder).toString());
                }
                return prepare(source.inputs(), command);
            } finally {
                restore(before);
                delete(folder);
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static UnitSweep prepare(Map<String, String> inputs, String... command) {
        AtomicReference<@Nullable UnitSweep> prepared = new AtomicReference<>();
        AtomicReference<Map<String, String>> here = new AtomicReference<>(Map.of());
        StringWriter said = new StringWriter();
        int code = SweepCommand.run(
                (sweep, found) -> {
                    prepared.set(sweep);
                    here.set(found);
                    return Optional.empty();
                },
                new PrintWriter(said),
                command);
        UnitSweep sweep = prepared.get();
        if (code != 0 || sweep == null) {
            throw new IllegalStateException("exit code " + code + ": " + said);
        }
        if (!here.get().equals(inputs)) {
            throw new IllegalStateException("the sweep here depends on " + here + ", the driver's on " + inputs);
        }
        return sweep;
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            System.clearProperty(ShippedData.PROPERTY);
        } else {
            System.setProperty(ShippedData.PROPERTY, before);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Computes units one after the other. */
    UnitsDone compute(long[] units, RunMonitor monitor) {
        UnitSweep.Worker found = idle.poll();
        UnitSweep.Worker worker = found == null ? sweep.worker() : found;
        double[][] values = new double[units.length][];
        for (int at = 0; at < units.length; at++) {
            monitor.checkCancelled();
            values[at] = worker.compute(units[at], monitor);
        }
        idle.add(worker); // one that failed half-way is not used again
        return new UnitsDone(units, values);
    }
}

package io.chokepoint.sweep;

import io.chokepoint.base.RunMonitor;
import java.nio.file.Path;

/**
 * Computes one share of a sweep so that a kill at any moment loses only what was being computed: each unit is kept on disk once it is
 * done, beside the file that the share ends up in.
 */
public final class ShardRun {
    /** What the name of the file with what is done adds to that of the share's own. */
    public static final String PROGRESS = ".progress";

    private ShardRun() {}

    /** Looks after the file that the share ends up in. */
    public interface PartFile {
        /** Whether it is there already, whole, from the same sweep and share. */
        boolean isDone();

        /** Writes it, whole or not at all. */
        void write(UnitResults share);
    }

    /**
     * What there was to do.
     *
     * @param wasThere whether the share was there already, whole
     * @param doneBefore how many of its units had been done before, where it was not
     */
    public record Outcome(boolean wasThere, long doneBefore) {}

    /** As the other, on threads of this process. */
    public static Outcome run(
            UnitSweep sweep, Shard shard, String name, Path file, PartFile part, int threads, RunMonitor monitor) {
        return run(sweep, shard, name, file, part, UnitRunner::run, threads, monitor);
    }

    /**
     * Computes what is not done yet and writes the share.
     *
     * @param name what sweep and share can be known again by, all that changes a unit's result included
     * @param file where the share goes
     * @param computer computes units that are not done
     * @param threads ≥ 1; does not change the result
     * @throws io.chokepoint.base.ChokepointException if another process computes the same part, or files cannot be read or written
     * @throws java.util.concurrent.CancellationException if the monitor says so; what is done stays on disk
     */
    public static Outcome run(
            UnitSweep sweep,
            Shard shard,
            String name,
            Path file,
            PartFile part,
            UnitComputer computer,
            int threads,
            RunMonitor monitor) {
        try (ProgressFile progress = ProgressFile.open(Path.of(file + PROGRESS), name)) {
            // Asked once the lock is had: whoever had it before may just have written the part.
            if (part.isDone()) {
                progress.remove();
                return new Outcome(true, 0);
            }
            long[] done = progress.done();
            computer.run(sweep, shard, done, progress::add, threads, monitor);
            part.write(progress::each);
            progress.remove();
            return new Outcome(false, done.length);
        }
    }
}

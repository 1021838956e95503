package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.export.parts.MergedSweep;
import io.chokepoint.export.parts.PartAbout;
import io.chokepoint.export.parts.SweepPart;
import io.chokepoint.result.Provenance;
import io.chokepoint.sweep.Shard;
import io.chokepoint.sweep.ShardRun;
import io.chokepoint.sweep.UnitComputer;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitRunner;
import io.chokepoint.sweep.UnitSweep;
import io.chokepoint.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the units of a command's sweep come from: all computed here, a share of them for a part, or parts that were put together. */
final class ShardOption {
    /** What may differ from machine to machine, or is no business of the units. */
    private static final Set<String> ELSEWHERE = Set.of("--shard", "--out", "--threads", "--data", "--format");

    private static final String QUIET = "--quiet";

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "Compute only the I-th of N parts, 1 to " + Shard.MOST + ", on this machine, and write it to --out"
                            + " as a Parquet file. Run again after a kill, it goes on where it was. 'chokepoint merge' puts the parts"
                            + " together.")
    private @Nullable String wanted;

    private Optional<Shard> shard(CommonOptions common) {
        if (wanted == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Shard.parse(wanted));
        } catch (IllegalArgumentException fault) {
            throw common.usage(
                    "--shard must be I/N, whole numbers with 1 ≤ I ≤ N ≤ " + Shard.MOST + ", but is " + wanted);
        }
    }

    boolean isGiven() {
        return wanted != null;
    }

    /** Whether units are computed here, all of them, and nowhere else. */
    boolean isPlain(CommonOptions common) {
        return wanted == null && common.root().merged().isEmpty();
    }

    /**
     * Refuses what cannot be, before anything is read. Every command with this option calls it first.
     *
     * @param sweeps what the command must be asked for so that there is something to share out; empty where it is
     */
    void check(CommonOptions common, Optional<String> sweeps) {
        if (shard(common).isEmpty()) {
            return;
        }
        if (sweeps.isPresent()) {
            throw common.usage("--shard shares out many runs, and here is nothing to share out: " + sweeps.get());
        }
        if (common.out().isEmpty() || common.toStandardOutput()) {
            throw common.usage("--shard needs --out FILE: the part is a file, which 'chokepoint merge' reads");
        }
        Path out = common.out().get();
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw common.usage("--shard: --out " + out + " is no regular file, which a part must be");
        }
    }

    /**
     * The results of a sweep: computed, or read from parts.
     *
     * @param inputs what the units depend on beside the command line, by name
     * @return empty where only a part was computed, which is written then, and nothing is to be printed
     */
    Optional<UnitResults> results(
            UnitSweep sweep, Map<String, String> inputs, CommonOptions common, RunMonitor monitor) {
        Map<String, String> all = new TreeMap<>(inputs);
        all.put("version", Provenance.programVersion());
        Optional<MergedSweep> merged = common.root().merged();
        if (merged.isPresent()) {
            merged.get().requireSame(sweep.units(), all);
            return Optional.of(merged.get());
        }
        Optional<Shard> shard = shard(common);
        if (shard.isEmpty()) {
            return Optional.of(UnitRunner.all(sweep, common.threads(), monitor));
        }
        Optional<SweepPlace> place = common.root().place();
        Optional<UnitComputer> computer =
                place.isEmpty() ? Optional.of(UnitRunner::run) : place.get().computer(sweep, Map.copyOf(all));
        computer.ifPresent(found -> writePart(sweep, shard.get(), all, found, common, monitor));
        return Optional.empty();
    }

    private void writePart(
            UnitSweep sweep,
            Shard shard,
            Map<String, String> inputs,
            UnitComputer computer,
            CommonOptions common,
            RunMonitor monitor) {
        Path file = common.out().orElseThrow();
        Map<String, String> used = new TreeMap<>();
        common.givenFolder().ifPresent(folder -> used.put(MergeCommand.DATA, folder.toString()));
        used.put(MergeCommand.FORMAT, common.isFormatGiven() ? common.format().toString() : "");
        PartAbout about = new PartAbout(shard, sweep.units(), withoutElsewhere(common.expanded()), inputs, used);
        ShardRun.PartFile part = new ShardRun.PartFile() {
            @Override
            public boolean isDone() {
                return isThere(file, about);
            }

            @Override
            public void write(UnitResults share) {
                SweepPart.write(file, about, "Chokepoint " + Provenance.programVersion(), share);
            }
        };
        ShardRun.Outcome outcome =
                ShardRun.run(sweep, shard, about.name(), file, part, computer, common.threads(), monitor);
        say(common, about, file, outcome);
    }

    private static void say(CommonOptions common, PartAbout about, Path file, ShardRun.Outcome outcome) {
        Shard shard = about.shard();
        if (outcome.wasThere()) {
            common.remark(Texts.get("shard.wasThere", shard.number(), shard.of(), file));
            return;
        }
        if (outcome.doneBefore() > 0) {
            common.remark(Texts.get("shard.resumed", Amounts.count(outcome.doneBefore())));
        }
        common.remark(Texts.get(
                "shard.done",
                shard.number(),
                shard.of(),
                Amounts.count(about.count()),
                Amounts.count(about.units()),
                file));
    }

    private static boolean isThere(Path file, PartAbout about) {
        try {
            return Files.isRegularFile(file) && SweepPart.open(file).about().isSame(about);
        } catch (ChokepointException otherFile) {
            return false; // as any --out, it is replaced
        }
    }

    /** The command line without what may differ from machine to machine. */
    static List<String> withoutElsewhere(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at++) {
            String word = arguments.get(at);
            int equals = word.indexOf('=');
            if (ELSEWHERE.contains(word)) {
                at++;
            } else if (!word.equals(QUIET) && !(equals > 0 && ELSEWHERE.contains(word.substring(0, equals)))) {
                kept.add(word);
            }
        }
        return kept;
    }

    /** What an answer of this provenance depends on. */
    static Map<String, String> inputs(Provenance provenance) {
        Map<String, String> inputs = new TreeMap<>();
        inputs.put("dataset", provenance.dataset());
        inputs.put("dataset fingerprint", provenance.inputs().dataset());
        inputs.put("scenario fingerprint", provenance.inputs().scenario());
        inputs.put("figures", provenance.figures());
        provenance.model().ifPresent(model -> inputs.put("model", model.toString()));
        return inputs;
    }
}

package io.chokepoint.export.parts;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.sweep.Shard;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The parts of one sweep, each there once, all from the same command, dataset and version. */
public final class MergedSweep implements UnitResults {
    private static final int SHOWN = 20;

    private final List<SweepPart> parts;

    private MergedSweep(List<SweepPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Opens parts, given in any order.
     *
     * @param files one at least
     * @throws ChokepointException with all faults: parts that are damaged, belong to something else, are missing or there twice
     */
    public static MergedSweep open(List<Path> files) {
        List<Problem> problems = new ArrayList<>();
        List<SweepPart> parts = new ArrayList<>();
        for (Path file : files) {
            try {
                parts.add(SweepPart.open(file));
            } catch (ChokepointException fault) {
                problems.add(problem(file, String.valueOf(fault.getMessage())));
            }
        }
        Map<Integer, SweepPart> byNumber = new TreeMap<>();
        for (SweepPart part : parts) {
            List<String> differences =
                    differences(part.about(), parts.getFirst().about());
            differences.forEach(text -> problems.add(problem(
                    part.file(),
                    text + " " + Texts.get("merge.than", parts.getFirst().file()))));
            if (differences.isEmpty()) {
                SweepPart other = byNumber.putIfAbsent(part.about().shard().number(), part);
                if (other != null) {
                    problems.add(problem(
                            part.file(), Texts.get("merge.twice", part.about().shard(), other.file())));
                }
            }
        }
        if (!parts.isEmpty()) {
            missing(parts.getFirst(), byNumber.keySet(), problems);
        }
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        return new MergedSweep(List.copyOf(byNumber.values()));
    }

    private static void missing(SweepPart first, Set<Integer> there, List<Problem> problems) {
        Shard shard = first.about().shard();
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= shard.of(); number++) {
            if (!there.contains(number)) {
                missing.add(number + "/" + shard.of());
            }
        }
        if (!missing.isEmpty()) {
            int more = missing.size() - SHOWN;
            String list = String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())));
            problems.add(problem(
                    first.file(),
                    Texts.get("merge.missing", missing.size(), more > 0 ? Texts.get("merge.more", list, more) : list)));
        }
    }

    private static Problem problem(Path file, String text) {
        return Problem.error(file.toString(), 0, "", text);
    }

    /** In what a part is not of the same sweep as another. */
    private static List<String> differences(PartAbout part, PartAbout other) {
        List<String> differences = new ArrayList<>();
        if (!part.arguments().equals(other.arguments())) {
            differences.add(Texts.get("merge.command", String.join(" ", part.arguments())));
        }
        differences.addAll(differences(part.inputs(), other.inputs()));
        if (differences.isEmpty() && part.units() != other.units()) {
            differences.add(Texts.get("merge.units", part.units(), other.units()));
        }
        if (part.shard().of() != other.shard().of()) {
            differences.add(
                    Texts.get("merge.of", part.shard().of(), other.shard().of()));
        }
        return differences;
    }

    private static List<String> differences(Map<String, String> these, Map<String, String> others) {
        Set<String> keys = new TreeSet<>(these.keySet());
        keys.addAll(others.keySet());
        return keys.stream()
                .filter(key -> !these.getOrDefault(key, "").equals(others.getOrDefault(key, "")))
                .map(key -> Texts.get("merge.input", key, these.getOrDefault(key, ""), others.getOrDefault(key, "")))
                .toList();
    }

    /** Of the first part. */
    public List<String> arguments() {
        return parts.getFirst().about().arguments();
    }

    /**
     * What all parts say of something that may differ.
     *
     * @param option by what name
     * @return in the order of the shares, without repeating
     */
    public List<String> used(String option) {
        return parts.stream()
                .map(part -> part.about().used().getOrDefault(option, ""))
                .distinct()
                .toList();
    }

    /** @throws ChokepointException with all differences, if the parts are not of this sweep */
    public void requireSame(long units, Map<String, String> inputs) {
        List<Problem> problems = new ArrayList<>();
        for (SweepPart part : parts) {
            List<String> differences = new ArrayList<>(differences(part.about().inputs(), inputs));
            if (differences.isEmpty() && part.about().units() != units) {
                differences.add(Texts.get("merge.units", part.about().units(), units));
            }
            differences.forEach(text -> problems.add(problem(part.file(), text + " " + Texts.get("merge.thanHere"))));
        }
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
    }

    @Override
    public void each(Taker taker) {
        parts.forEach(part -> part.each(taker));
    }
}

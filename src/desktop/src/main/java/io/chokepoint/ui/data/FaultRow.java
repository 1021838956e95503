package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import io.chokepoint.data.FaultGroups;
import io.chokepoint.data.FaultGroups.Missing;
import io.chokepoint.data.Tables;
import io.chokepoint.data.UnlistedFaults;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a list of faults: a fault, or the cause of many, which opens to show them.
 *
 * @param where the place in a few words; of a cause how many places there are
 * @param problem the fault; empty for a cause
 * @param group the table that lacks something, of a cause and of the faults in it; empty for others
 * @param open whether the faults of a cause are shown
 */
record FaultRow(String where, String what, Optional<Problem> problem, String group, boolean open) {
    /** Ids that a row of a cause names. */
    private static final int MOST_NAMED = 4;

    private static final List<String> GROUPS = List.of(
            Tables.GOODS.name(),
            Tables.PROVIDERS.name(),
            Tables.STAGES.name(),
            Tables.MARKETS.name(),
            Tables.SOURCES.name());

    boolean isCause() {
        return problem.isEmpty();
    }

    boolean isError() {
        return problem.map(Problem::isError).orElse(true);
    }

    /** What a screen reader says, and what is copied. */
    String words() {
        return where + ": " + what;
    }

    /** @param open the causes whose faults are shown, by table */
    static List<FaultRow> of(List<Problem> problems, Set<String> open) {
        FaultGroups groups = FaultGroups.of(problems);
        List<FaultRow> rows = new ArrayList<>();
        for (Missing missing : groups.groups()) {
            boolean shown = open.contains(missing.table());
            rows.add(cause(missing, shown));
            if (shown) {
                missing.problems().forEach(problem -> rows.add(fault(problem, missing.table())));
            }
        }
        groups.others().stream()
                .sorted(Comparator.comparing(Problem::severity))
                .forEach(problem -> rows.add(fault(problem, "")));
        return rows;
    }

    private static FaultRow cause(Missing missing, boolean open) {
        List<String> ids = missing.ids();
        String named = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())))
                + (ids.size() > MOST_NAMED ? ", …" : "");
        String key = GROUPS.contains(missing.table()) ? "faults.missing." + missing.table() : "faults.missing.ids";
        return new FaultRow(
                (open ? "▾ " : "▸ ") + Texts.get("faults.places", Amounts.count(missing.places())),
                Texts.get(key, Amounts.count(ids.size()), named, missing.table() + ".csv"),
                Optional.empty(),
                missing.table(),
                open);
    }

    private static FaultRow fault(Problem problem, String group) {
        String where = GridFaults.fileName(problem)
                + (problem.line() > 0 ? " " + problem.line() : "")
                + (problem.field().isEmpty() ? "" : ", " + problem.field());
        String warning =
                problem.isError() || UnlistedFaults.count(problem) > 1 ? "" : Texts.get("faults.warning") + " ";
        return new FaultRow(where, warning + problem.message(), Optional.of(problem), group, false);
    }
}

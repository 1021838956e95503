package io.chokepoint.exchange.intake;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an importer has to say: what it understood, left out and assumed, and all faults at once. What repeats is counted and its first place kept,
 * so that a million rows make a page and not a book. Not thread-safe.
 */
public final class Findings {
    /** Different things of one sort that are listed; the rest is counted. */
    private static final int MOST_LISTED = 1_000;

    /** Faults of one column and expectation that are listed. */
    private static final int MOST_OF_A_KIND = 100;

    private final Map<String, Long> understood = new LinkedHashMap<>();
    private final Map<LeftOutKind, Counted> leftOut = new LinkedHashMap<>();
    private final Map<AssumedKind, Counted> assumed = new LinkedHashMap<>();
    private final List<Problem> faults = new ArrayList<>();
    private final Map<FaultKind, Counted> faultKinds = new LinkedHashMap<>();

    private record LeftOutKind(String what, String why) {}

    private record AssumedKind(String table, String column, String value, String why) {}

    private record FaultKind(String file, String field, String expected) {}

    private static final class Counted {
        private final String first;
        private final int firstLine;
        private long count;

        private Counted(String first, int firstLine) {
            this.first = first;
            this.firstLine = firstLine;
        }
    }

    /** @param what a plural, e.g. "goods", "links between goods" */
    public void understood(String what, long count) {
        understood.merge(what, count, Long::sum);
    }

    /**
     * @param what e.g. "the column 'colour'"
     * @param where the first place is kept, e.g. "sheet 'supply', row 7"
     * @param why e.g. "no table of a dataset has such a column"
     */
    public void leftOut(String what, String where, String why) {
        count(leftOut, new LeftOutKind(what, why), new LeftOutKind("other things", "see the input"), where, 0);
    }

    /** Use {@link DraftTable.Row#assume}, which also marks the row. */
    void assumed(String table, String column, String value, String why, String key) {
        count(
                assumed,
                new AssumedKind(table, column, value, why),
                new AssumedKind(table, column, "different values", why),
                key,
                0);
    }

    /**
     * Something assumed that stands in no single row, such as a unit or a language.
     *
     * @param what which figure
     */
    public void assumed(String what, String value, String why) {
        assumed("", what, value, why, "");
    }

    /**
     * One fault.
     *
     * @param file as the user knows it; with the sheet, where it has sheets: {@link #sheet}
     * @param row from 1; 0 where the whole file is meant
     * @param column empty where the whole row is meant
     * @param value what is there
     * @param expected without a full stop, e.g. "a number from 0 to 1"
     */
    public void fault(String file, int row, String column, String value, String expected) {
        fault(file, row, column, value.isEmpty() ? "is empty" : "'" + value + "'", expected, expected);
    }

    /**
     * One fault of which there is no single value.
     *
     * @param what e.g. "has 1,000,000 columns"
     */
    public void faultAt(String file, int row, String column, String what, String expected) {
        fault(file, row, column, what, expected, what.length() < 100 ? what : expected);
    }

    private void fault(String file, int row, String column, String what, String expected, String kind) {
        Counted counted =
                count(faultKinds, new FaultKind(file, column, kind), new FaultKind(file, "", "other faults"), "", row);
        if (counted.count <= MOST_OF_A_KIND) {
            faults.add(Problem.error(file, row, column, what + "; expected " + expected + "."));
        }
    }

    /** Faults that another reader found. */
    public void faults(List<Problem> problems) {
        problems.stream().filter(Problem::isError).forEach(faults::add);
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    /** A file and one of its sheets, for messages. */
    public static String sheet(String file, String sheet) {
        return file + "[" + sheet + "]";
    }

    private static <K> Counted count(Map<K, Counted> counts, K kind, K rest, String first, int line) {
        Counted counted = counts.get(kind);
        if (counted == null) {
            counted = counts.computeIfAbsent(
                    counts.size() < MOST_LISTED ? kind : rest, unused -> new Counted(first, line));
        }
        counted.count++;
        return counted;
    }

    /** All of it, as it is now. */
    public ImportReport report() {
        List<Problem> all = new ArrayList<>(faults);
        faultKinds.forEach((kind, counted) -> {
            if (counted.count > MOST_OF_A_KIND) {
                all.add(Problem.error(
                        kind.file,
                        counted.firstLine,
                        kind.field,
                        "and " + Amounts.count(counted.count - MOST_OF_A_KIND) + " more of this kind."));
            }
        });
        return new ImportReport(
                understood.entrySet().stream()
                        .map(entry -> new ImportReport.Understood(entry.getKey(), entry.getValue()))
                        .toList(),
                leftOut.entrySet().stream()
                        .map(entry -> new ImportReport.LeftOut(
                                entry.getKey().what,
                                entry.getValue().first,
                                entry.getKey().why,
                                entry.getValue().count))
                        .toList(),
                assumed.entrySet().stream()
                        .map(entry -> new ImportReport.Assumed(
                                entry.getKey().table,
                                entry.getKey().column,
                                entry.getKey().value,
                                entry.getKey().why,
                                entry.getValue().first,
                                entry.getValue().count))
                        .toList(),
                all);
    }
}

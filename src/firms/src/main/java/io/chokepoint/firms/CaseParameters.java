package io.chokepoint.firms;

import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a case: rows {@code key,value} of a file, each of which an option may replace. Who asks for a value says which
 * values it may have; what is outside is noted as a fault at its row or option. Keys that nobody asked for are told by {@link
 * #unused}.
 */
public final class CaseParameters {
    /** The shortest time over which something is spread: what is divided by less could grow beyond any number. */
    public static final double LEAST_TIME = 1e-6;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Faults faults;

    /**
     * A value and where it was given.
     *
     * @param where the file, or the name of the option
     * @param line the row's line, 0 for an option
     */
    private record Entry(String value, String where, long line) {}

    /**
     * @param faults where the faults of values are noted
     */
    public CaseParameters(Faults faults) {
        this.faults = faults;
    }

    /**
     * Reads a file with columns {@code key} and {@code value}.
     *
     * @throws IOException if it cannot be read
     */
    public void read(Path file) throws IOException {
        try (TableRows rows = TableRows.open(file, List.of("key", "value"), faults, RunMonitor.NONE)) {
            if (!rows.readable()) {
                return;
            }
            int key = rows.column("key");
            int value = rows.column("value");
            while (rows.next()) {
                if (rows.isEmpty(key)) {
                    rows.fault("key", "missing", "is missing; expected the name of a parameter");
                    continue;
                }
                if (!rows.isName(key, "key")) {
                    continue;
                }
                Entry entry = new Entry(rows.text(value), file.toString(), rows.line());
                if (entries.putIfAbsent(rows.text(key), entry) != null) {
                    rows.fault("key", "twice", "'" + rows.text(key) + "' stands in the file before");
                }
            }
        }
    }

    /** Replaces or adds a value. */
    public void override(String key, String value, String option) {
        entries.put(key, new Entry(value, option, 0));
    }

    /** Whether an option gave the value. */
    public boolean isOverridden(String key) {
        Entry entry = entries.get(key);
        return entry != null && entry.line() == 0;
    }

    /** A text; empty where it is not given or blank. */
    public Optional<String> text(String key) {
        used.add(key);
        Entry entry = entries.get(key);
        return entry == null || entry.value().isEmpty() ? Optional.empty() : Optional.of(entry.value());
    }

    /** A number between two others, both included. */
    public double number(String key, double least, double most, double otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        double value = parse(text.get());
        if (!(value >= least && value <= most)) {
            fault(key, "'" + text.get() + "' is no number from " + plain(least) + " to " + plain(most));
            return otherwise;
        }
        return value;
    }

    /** A whole number between two others, both included. */
    public long whole(String key, long least, long most, long otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        double value = parse(text.get());
        if (!(value >= least && value <= most) || value != Math.rint(value)) {
            fault(key, "'" + text.get() + "' is no whole number from " + least + " to " + most);
            return otherwise;
        }
        return (long) value;
    }

    /** 1 for yes, 0 for no. */
    public boolean flag(String key, boolean otherwise) {
        return whole(key, 0, 1, otherwise ? 1 : 0) == 1;
    }

    /** Notes that a value is at fault. */
    public void fault(String key, String message) {
        Entry entry = entries.get(key);
        if (entry == null) {
            throw new IllegalArgumentException(key);
        }
        faults.add(entry.where(), entry.line(), entry.line() == 0 ? "" : key, message);
    }

    /** The keys that nobody asked for, in the order of the file. */
    public List<String> unused() {
        List<String> unused = new ArrayList<>(entries.keySet());
        unused.removeAll(used);
        return unused;
    }

    /** A number as files have it; NaN for anything else. */
    public static double parse(String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        return PlainNumbers.parse(letters, 0, letters.length);
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}

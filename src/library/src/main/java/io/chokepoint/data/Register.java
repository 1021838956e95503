package io.chokepoint.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one table declares, by id, with the line of each. Ids of rows that could not be read are remembered, so that what refers
 * to them is not reported as well. Not thread-safe.
 */
final class Register<T> {
    private final TableSchema schema;
    private final Map<String, T> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, String> shapes = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    /** By unknown id, what may be meant: of the first ones only, as looking takes time and no more are listed. */
    private final Map<String, String> hints = new HashMap<>();

    private boolean readable;

    Register(TableSchema schema) {
        this.schema = schema;
    }

    /** Takes every row of a table. */
    void readAll(CsvTable table, Faults faults, Function<Cells, T> toValue) {
        readable = true;
        String key = schema.key().getFirst();
        broken.addAll(table.broken());
        table.forEach(faults, cells -> {
            String id = cells.required(key);
            if (!id.isEmpty()) {
                take(cells, key, id, toValue.apply(cells));
            }
        });
    }

    private void take(Cells cells, String key, String id, T value) {
        if (values.putIfAbsent(id, value) == null) {
            lines.put(id, cells.line());
            String other = shapes.putIfAbsent(LookAlikes.skeleton(id), id);
            if (other != null) {
                alike(cells, id, other);
            }
        } else {
            cells.error(key, "'" + id + "' is already the id of line " + lines.get(id) + "; expected each id once.");
        }
    }

    private void alike(Cells cells, String id, String other) {
        String both = LookAlikes.spelled(id) + " looks like the id of line " + lines.get(other) + ", "
                + LookAlikes.spelled(other);
        if (LookAlikes.differsUnseen(id, other)) {
            cells.error("id", both + "; expected ids that can be told apart.");
        } else {
            cells.warning("id", both + ", capitals apart.");
        }
    }

    /** Whether the table could be read at all; if not, nothing is known to be unknown. */
    boolean isReadable() {
        return readable;
    }

    /** Nothing declared, and that is known: the table is not there. */
    void markReadable() {
        readable = true;
    }

    @Nullable
    T find(String id) {
        return values.get(id);
    }

    /** Whether it would be right to say that there is no such id. */
    boolean isUnknown(String id) {
        return readable && !values.containsKey(id) && !broken.contains(id);
    }

    /** {@code 'galium' is no id of goods.csv. Maybe 'gallium'?} */
    String unknownMessage(String id) {
        String hint = "";
        if (hints.containsKey(id) || hints.size() < Faults.MOST_OF_A_KIND) {
            hint = hints.computeIfAbsent(id, unknown -> Hints.nearest(unknown, values.keySet()));
        }
        return "'" + id + "' is no id of " + schema.file() + "." + hint;
    }

    int line(String id) {
        return lines.getOrDefault(id, 0);
    }

    Collection<T> values() {
        return values.values();
    }

    Set<String> ids() {
        return values.keySet();
    }

    Set<String> brokenIds() {
        return broken;
    }
}

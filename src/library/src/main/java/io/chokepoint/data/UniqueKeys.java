package io.chokepoint.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells rows that have the key of an earlier one. Not thread-safe. */
final class UniqueKeys {
    private final List<String> columns;
    private final Map<List<String>, Integer> lines = new HashMap<>();

    UniqueKeys(List<String> columns) {
        this.columns = columns;
    }

    /** Whether the row's key is new; a fault says where it was before. */
    boolean isNew(Cells cells) {
        Integer before = lines.putIfAbsent(columns.stream().map(cells::text).toList(), cells.line());
        if (before == null) {
            return true;
        }
        cells.error(
                columns.getFirst(),
                "'" + cells.joined(columns) + "' is already in line " + before + "; expected each "
                        + String.join(" × ", columns) + " once.");
        return false;
    }
}

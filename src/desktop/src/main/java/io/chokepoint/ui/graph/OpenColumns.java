package io.chokepoint.ui.graph;

import io.chokepoint.layout.Column;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.model.Stage;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which columns of a graph are open: what the user did to them, and else the automatic choice of the first layout. UI thread only. */
final class OpenColumns {
    /** What the user did to columns, by stage; beats the automatic choice. */
    private final Map<Stage, Boolean> chosen = new HashMap<>();
    /** The automatic choice of this scenario and size, kept so that a new run does not open or close columns. */
    private final Map<Stage, Boolean> automatic = new HashMap<>();

    private final Map<Stage, Integer> expanded = new HashMap<>();

    /** Opens a rail, or makes an open column a rail. */
    void toggle(Column column) {
        chosen.put(column.stage(), !column.isOpen());
        expanded.remove(column.stage());
    }

    /** Shows all goods of an open column, or folds it again. */
    void toggleExpanded(Column column) {
        if (expanded.remove(column.stage()) == null) {
            expanded.put(column.stage(), 0);
        }
    }

    /**
     * Scrolls an expanded column by rows.
     *
     * @return whether it is expanded
     */
    boolean scroll(Column column, int rows) {
        if (!expanded.containsKey(column.stage())) {
            return false;
        }
        int most = Math.max(0, column.total() - column.shown());
        expanded.put(column.stage(), Math.clamp(column.firstShown() + rows, 0, most));
        return true;
    }

    void forget() {
        chosen.clear();
        expanded.clear();
        automatic.clear();
    }

    /** The next layout chooses anew. */
    void chooseAnew() {
        automatic.clear();
    }

    void fold() {
        expanded.clear();
    }

    /** Keeps what a layout has chosen, unless an earlier choice is kept. */
    void keep(ColumnPicture made) {
        if (automatic.isEmpty()) {
            made.columns().forEach(column -> automatic.put(column.stage(), column.isOpen()));
        }
    }

    /** Goes back to choices that were made before. */
    void show(GraphLook.Columns columns) {
        chosen.clear();
        chosen.putAll(columns.chosen());
        expanded.clear();
        expanded.putAll(columns.expanded());
    }

    /**
     * What a layout is asked for, by stage: columns open or rails; it chooses about those that are not named.
     *
     * @param wanted columns to open unless the user has closed them
     */
    Map<Stage, Boolean> asked(Collection<Stage> wanted) {
        Map<Stage, Boolean> columns = new LinkedHashMap<>(automatic);
        wanted.forEach(stage -> columns.put(stage, true));
        columns.putAll(chosen);
        return columns;
    }

    /** The user's choices. */
    Map<Stage, Boolean> chosen() {
        return Map.copyOf(chosen);
    }

    /** Columns that show all their goods, with the place of the first one shown. */
    Map<Stage, Integer> expanded() {
        return Map.copyOf(expanded);
    }
}

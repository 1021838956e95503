package io.chokepoint.ui.data;

import io.chokepoint.base.Problem;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.data.UnlistedFaults;
import io.chokepoint.ui.data.EditorViewModel.Checked;
import io.chokepoint.ui.data.TableGrid.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check said, by table, row and column. A row that has changed since, or that stands elsewhere now, has no faults until it is
 * checked again: none is ever shown at the wrong place.
 */
final class GridFaults {
    static final GridFaults NONE = new GridFaults(new Checked(new EditedTables(Map.of()), List.of()));

    private record Place(String file, int row, String column) {}

    private final Checked checked;
    private final Map<Place, Fault> byPlace = new HashMap<>();
    private final Map<String, Long> errors = new HashMap<>();

    GridFaults(Checked checked) {
        this.checked = checked;
        for (Problem problem : checked.problems()) {
            String file = fileName(problem);
            if (problem.isError()) {
                errors.merge(file, UnlistedFaults.count(problem), Long::sum);
            }
            Optional<TableSchema> table = Tables.ofFile(file);
            int row = table.map(t -> rowOf(t, problem)).orElse(-1);
            if (row >= 0) {
                Fault fault = new Fault(problem.message(), problem.isError());
                byPlace.merge(new Place(file, row, problem.field()), fault, GridFaults::worse);
                byPlace.merge(new Place(file, row, ""), fault, GridFaults::worse);
            }
        }
    }

    private static Fault worse(Fault one, Fault other) {
        return one.error() || !other.error() ? one : other;
    }

    /** The file of a problem without its folder. */
    static String fileName(Problem problem) {
        return problem.file().substring(problem.file().lastIndexOf('/') + 1);
    }

    /** The row of a problem in the tables that were checked; −1 where it is about none. */
    int rowOf(TableSchema table, Problem problem) {
        return checked.tables().has(table) ? checked.tables().text(table).rowOfLine(problem.line()) : -1;
    }

    /** What is wrong with a cell of a table as it is now; the row itself where no column is named. */
    Optional<Fault> at(TableSchema table, TableText now, int row, String column) {
        Fault fault = byPlace.get(new Place(table.file(), row, column));
        return fault == null
                        || row >= now.size()
                        || !now.hasSameRow(row, checked.tables().text(table), row)
                ? Optional.empty()
                : Optional.of(fault);
    }

    /** Errors by file name. */
    Map<String, Long> errors() {
        return errors;
    }
}

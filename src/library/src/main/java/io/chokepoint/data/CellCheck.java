package io.chokepoint.data;

import io.chokepoint.base.CleanText;
import io.chokepoint.base.Problem;
import io.chokepoint.data.TableSchema.Column;
import io.chokepoint.data.TableSchema.Holds;
import io.chokepoint.data.TableSchema.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be said of a cell while it is typed, before the whole dataset is checked: of the text alone, in the words of the reader. */
public final class CellCheck {
    private CellCheck() {}

    /** What is wrong with a text in a column; empty where nothing is, or where other cells decide, as of one that is empty. */
    public static Optional<String> fault(TableSchema table, String column, String text) {
        Optional<String> unclean = CleanText.unclean(text).map(CsvTable::unclean);
        if (unclean.isPresent() || text.isBlank() || !table.columnNames().contains(column)) {
            return unclean;
        }
        Column known = table.column(column);
        Faults faults = new Faults();
        Cells cells = new Cells(table, table.file(), new CsvTable.Row(1, Map.of(column, 0), List.of(text)), faults);
        if (known.type() == Type.WHOLE) {
            cells.whole(column);
        } else if (known.type() == Type.NUMBER) {
            cells.numberOrEnd(column);
        } else if (known.holds() instanceof Holds.Words words && !words.words().contains(text.strip())) {
            cells.error(
                    column,
                    "'" + text.strip() + "' is not one of the words; expected " + Hints.list(words.words()) + "."
                            + Hints.nearest(text.strip(), words.words()));
        }
        return faults.list().stream().map(Problem::message).findFirst();
    }
}

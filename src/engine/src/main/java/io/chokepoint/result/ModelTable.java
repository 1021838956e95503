package io.chokepoint.result;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a model that knows no weeks: rows under the model's own columns.
 *
 * @param finding the answer in a sentence or two
 * @param caution what the model does not know, so that nobody reads more out of the rows than is in them
 * @param columns contract with other people's scripts, as those of any result
 * @param rows one cell a column: text, whole or decimal number, or null for no value
 */
public record ModelTable(
        Dataset dataset,
        Scenario scenario,
        Provenance provenance,
        String finding,
        String caution,
        List<Column> columns,
        List<List<@Nullable Object>> rows)
        implements ModelResult {

    /**
     * @param id its name in CSV and JSON
     * @param heading above it where people read the table
     * @param number whether its cells are numbers
     */
    public record Column(String id, String heading, boolean number) {}

    public ModelTable {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells under " + columns.size() + " columns");
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }
}

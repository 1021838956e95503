package io.chokepoint.cli;

import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.result.ModelTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of a model that knows no weeks, for people: what was found, the rows, and what the model does not know. */
final class ModelTableText {
    private ModelTableText() {}

    static String of(ModelTable answer) {
        TextTable table = new TextTable(answer.columns().stream()
                .map(column -> new Column(column.heading(), column.number()))
                .toArray(Column[]::new));
        for (List<@Nullable Object> row : answer.rows()) {
            table.row(row.stream()
                    .map(cell -> cell == null ? "" : cell.toString())
                    .toArray(String[]::new));
        }
        String model = answer.provenance()
                .model()
                .map(stamp -> ", model " + stamp.name())
                .orElse("");
        return answer.scenario().title() + model + ".\n\n" + answer.finding() + "\n\n"
                + (table.isEmpty() ? "" : table.text() + "\n") + answer.caution() + "\n";
    }
}

package io.chokepoint.cli;

import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.Outcome;
import io.chokepoint.study.Headline;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a model that knows no weeks, for people: what was found, the rows, and what the model does not know. Decimal numbers are
 * parts of baseline: rows in which none falls short are left out, and so are columns without any value.
 */
final class ModelTableText {
    private ModelTableText() {}

    static String of(ModelTable answer) {
        int[] columns = IntStream.range(0, answer.columns().size())
                .filter(c -> answer.rows().stream().anyMatch(row -> row.get(c) != null))
                .toArray();
        TextTable table = new TextTable(IntStream.of(columns)
                .mapToObj(answer.columns()::get)
                .map(column -> new Column(column.heading(), column.number()))
                .toArray(Column[]::new));
        int left = 0;
        for (List<@Nullable Object> row : answer.rows()) {
            if (staysAtBaseline(row)) {
                left++;
            } else {
                table.row(IntStream.of(columns).mapToObj(c -> cell(row.get(c))).toArray(String[]::new));
            }
        }
        String model = answer.provenance()
                .model()
                .map(stamp -> ", model " + stamp.name())
                .orElse("");
        return answer.scenario().title() + model + ".\n\n" + answer.finding() + "\n\n"
                + (table.isEmpty() ? "" : table.text() + "\n")
                + (left == 0 ? "" : Headline.leftOut(left, answer.rows().size()) + "\n\n")
                + answer.caution() + "\n";
    }

    private static boolean staysAtBaseline(List<@Nullable Object> row) {
        double least = Double.POSITIVE_INFINITY;
        for (Object cell : row) {
            least = cell instanceof Double part ? Math.min(least, part) : least;
        }
        return least != Double.POSITIVE_INFINITY && least >= Outcome.LOSS_LEVEL;
    }

    private static String cell(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Double part -> SummaryText.percent(part);
            default -> cell.toString();
        };
    }
}

package io.chokepoint.cli;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.PriceAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices and money for reading. */
final class PriceText {
    private static final int WIDTH = 110;

    private PriceText() {}

    /** @param drawn runs with drawn figures, whose ranges are told then; empty text where the dataset has no values */
    static String of(SimulationResult result, @Nullable MonteCarloResult drawn) {
        return PriceAnswer.of(result, Optional.ofNullable(drawn).flatMap(MonteCarloResult::prices))
                .map(PriceText::text)
                .orElse("");
    }

    private static String text(PriceAnswer answer) {
        StringBuilder text = new StringBuilder("\n").append(PriceAnswer.title()).append('\n');
        answer.sentences().forEach(sentence -> text.append(TextWrap.wrap(sentence, WIDTH)));
        if (!answer.goods().isEmpty()) {
            table(
                    PriceAnswer.GoodRow.headings(),
                    answer.goods().stream().map(PriceAnswer.GoodRow::cells).toList(),
                    text);
            line(answer.moreGoods(), text);
        }
        if (!answer.countries().isEmpty()) {
            table(
                    PriceAnswer.CountryRow.headings(),
                    answer.countries().stream()
                            .map(PriceAnswer.CountryRow::cells)
                            .toList(),
                    text);
            line(answer.moreCountries(), text);
        }
        return text.append(TextWrap.wrap(PriceAnswer.note(), WIDTH)).toString();
    }

    private static void line(String sentence, StringBuilder text) {
        if (!sentence.isEmpty()) {
            text.append(sentence).append('\n');
        }
    }

    private static void table(List<String> headings, List<List<String>> rows, StringBuilder text) {
        Column[] columns = new Column[headings.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = i == 0 ? Column.text(headings.get(i)) : Column.figures(headings.get(i));
        }
        TextTable table = new TextTable(columns);
        rows.forEach(cells -> table.row(cells.toArray(String[]::new)));
        text.append('\n').append(table.text());
    }
}

package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;

/** A run week by week for reading: the goods and markets that are hit; files have everything. */
final class SeriesText {
    private SeriesText() {}

    static String of(SimulationResult result) {
        TextTable table = new TextTable(
                Column.figures("week"), Column.text("good"), Column.figures("output"), Column.text("held back by"));
        for (int week = 0; week < result.weeks(); week++) {
            String when = String.valueOf(week);
            for (Good good : result.hitGoods()) {
                table.row(
                        when,
                        good.id(),
                        SummaryText.percent(result.output(good, week)),
                        result.bindingInput(good, week).map(Good::id).orElse(""));
            }
            for (Market market : result.hitMarkets()) {
                table.row(when, market.id(), SummaryText.percent(result.served(market, week)), "");
            }
        }
        return table.isEmpty()
                ? "Nothing falls short in " + Amounts.weeks(result.weeks()) + ".\n"
                : table.text()
                        + "\nOnly what falls below 99 % is shown; --format csv has every maker, good and market.\n";
    }
}

package io.chokepoint.ui.table;

import io.chokepoint.base.Amounts;
import io.chokepoint.result.RunPrices;
import io.chokepoint.study.Dollars;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The columns of price and money. What is read off a run for a row is kept: sorting asks for it again and again. */
final class PriceColumns<R> {
    private final Function<R, double[]> prices;
    private final ToDoubleFunction<R> lost;
    private final String lostColumn;
    private final Map<R, Read> read = new HashMap<>();

    /** @param week −1 where nothing is made */
    private record Read(double highest, int week, double lost) {
        boolean isRaised() {
            return highest > RunPrices.RAISED;
        }
    }

    /**
     * @param prices of a row by week
     * @param lost of a row, in US$ million
     * @param lostColumn id of the column of money
     */
    PriceColumns(Function<R, double[]> prices, ToDoubleFunction<R> lost, String lostColumn) {
        this.prices = prices;
        this.lost = lost;
        this.lostColumn = lostColumn;
    }

    List<ColumnSpec<R>> columns() {
        return List.of(
                RunTables.column("highest_price", Look.NUMBER, 84, row -> price(of(row)), row -> priceText(of(row))),
                RunTables.column(
                        "highest_price_week",
                        Look.NUMBER,
                        64,
                        row -> of(row).isRaised() ? of(row).week() : null,
                        row -> of(row).isRaised() ? "wk\u202F" + of(row).week() : ""),
                money(lostColumn, row -> of(row).lost()));
    }

    /** A column of US$ million; two significant digits on screen, full precision in files. */
    static <R> ColumnSpec<R> money(String id, ToDoubleFunction<R> millions) {
        return RunTables.column(
                id, Look.NUMBER, 100, millions::applyAsDouble, row -> Dollars.brief(millions.applyAsDouble(row)));
    }

    private Read of(R row) {
        return read.computeIfAbsent(row, one -> {
            double[] series = prices.apply(one);
            return new Read(RunPrices.highest(series), RunPrices.highestWeek(series), lost.applyAsDouble(one));
        });
    }

    private static @Nullable Object price(Read read) {
        return Double.isNaN(read.highest()) ? null : read.highest();
    }

    private static String priceText(Read read) {
        return Double.isNaN(read.highest()) ? "" : Amounts.number(read.highest()) + "\u202F×";
    }
}

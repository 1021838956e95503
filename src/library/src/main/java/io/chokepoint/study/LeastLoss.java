package io.chokepoint.study;

import io.chokepoint.model.Good;
import java.util.List;

/**
 * The least loss that any response could reach in a scenario, beside the simulated one (model page, section 7).
 *
 * @param simulatedWeeks mean lost output of the targets in the run
 * @param leastWeeks no response can lose less; NaN unless solved
 * @param columns of the programme
 * @param rows of the programme
 * @param stocks what one more week of stock would save of the least loss, the most valuable first
 */
public record LeastLoss(
        Status status, double simulatedWeeks, double leastWeeks, int columns, int rows, List<StockWorth> stocks) {

    /** How solving ended. */
    public enum Status {
        SOLVED,
        TIME_LIMIT,
        FAILED
    }

    /**
     * The next week of stock.
     *
     * @param restrictedSide of the makers in countries with restricted makers; otherwise of all others
     * @param savedWeeks lost output less for one more week of stock at the start
     */
    public record StockWorth(Good input, Good makers, boolean restrictedSide, double savedWeeks) {}

    public LeastLoss {
        stocks = List.copyOf(stocks);
    }
}

package io.chokepoint.ui.table;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Columns between whose figures 8 of 10 runs with drawn figures lie. What is read off the runs is kept: sorting asks for it again. */
final class SpreadColumns<R> {
    private final BiFunction<R, Measure, Spread> spreads;
    private final Map<Key<R>, Spread> read = new HashMap<>();

    private record Key<R>(R row, Measure measure) {}

    /** @param spreads of a row over the runs */
    SpreadColumns(BiFunction<R, Measure, Spread> spreads) {
        this.spreads = spreads;
    }

    /** @param measure the name of whose column the name of this one begins with: {@code trough} */
    ColumnSpec<R> lower(String measure, Measure of, Look look, DoubleFunction<String> text) {
        return column(measure + "_p10", row -> spread(row, of).p10(), look, text);
    }

    ColumnSpec<R> upper(String measure, Measure of, Look look, DoubleFunction<String> text) {
        return column(measure + "_p90", row -> spread(row, of).p90(), look, text);
    }

    private ColumnSpec<R> column(String id, ToDoubleFunction<R> value, Look look, DoubleFunction<String> text) {
        return RunTables.column(id, look, 80, value::applyAsDouble, row -> text.apply(value.applyAsDouble(row)));
    }

    private Spread spread(R row, Measure measure) {
        return read.computeIfAbsent(new Key<>(row, measure), key -> spreads.apply(key.row(), key.measure()));
    }
}

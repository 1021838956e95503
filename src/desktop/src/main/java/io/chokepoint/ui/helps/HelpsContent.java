package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.study.MeasureWorth.Loser;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was found so far.
 *
 * @param asIs the scenario without measures
 * @param weekMillions what a week of the target's usual output is worth, US$ million; empty where the dataset has no values
 * @param alone single measures, what gains most for its cost first
 * @param pairs two together in the same order; empty until they have been tried
 */
record HelpsContent(
        HelpsTarget of,
        MitigationTarget target,
        Trial asIs,
        OptionalDouble weekMillions,
        List<Row> alone,
        Optional<List<Row>> pairs) {
    /** Less than this, in weeks, is nothing. */
    static final double LEAST = 0.05;

    /**
     * Measures.
     *
     * @param millions what they cost, US$ million; empty where the dataset does not know it
     * @param gainPerCost US$ of output kept for each US$, or without values weeks kept for each week of stock; empty where the cost is
     *     not known
     * @param losers who makes less because of them, worst first
     */
    record Row(Trial trial, OptionalDouble millions, OptionalDouble gainPerCost, List<Loser> losers) {
        Row {
            losers = List.copyOf(losers);
        }

        boolean gains() {
            return trial.gainedWeeks() >= LEAST;
        }

        /** First what gains at a known cost, then what gains at a cost that is not known, then what gains nothing. */
        private int part() {
            return !gains() ? 2 : gainPerCost.isPresent() ? 0 : 1;
        }
    }

    private static final Comparator<Row> ORDER = Comparator.comparingInt(Row::part)
            .thenComparingDouble(row -> -row.gainPerCost().orElse(0))
            .thenComparingDouble(row -> -row.trial().gainedWeeks());

    HelpsContent {
        alone = alone.stream().sorted(ORDER).toList();
        pairs = pairs.map(rows -> rows.stream().sorted(ORDER).toList());
    }

    HelpsContent withPairs(List<Row> rows) {
        return new HelpsContent(of, target, asIs, weekMillions, alone, Optional.of(rows));
    }

    /** The single measure that gains most; of those that gain alike, the cheaper. */
    Optional<Row> most() {
        return alone.stream()
                .filter(Row::gains)
                .min(Comparator.comparingDouble(
                                (Row row) -> -Math.rint(row.trial().gainedWeeks() / LEAST))
                        .thenComparingDouble(row -> row.millions().orElse(Double.MAX_VALUE)));
    }

    /** The single measure that gains most for its cost. */
    Optional<Row> best() {
        return alone.stream()
                .filter(row -> row.gains() && row.gainPerCost().isPresent())
                .findFirst();
    }
}

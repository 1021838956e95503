package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param rows those that cost what is asked about something, worst first: what is missed before what is only not ordered
 * @param tried how many were restricted or left out because nothing leads from them to the target
 */
record RankingContent(RankingQuestion question, List<Row> rows, int tried) {

    private static final double ROUNDING = 1e-9;

    /**
     * A row.
     *
     * @param place in the ranking, from 1
     * @param pair the two, where two are restricted together
     */
    record Row(int place, Ranked ranked, Optional<Pair> pair) {
        /** What is restricted: one node or two. */
        List<Node> nodes() {
            return pair.map(two -> List.of(two.first().node(), two.second().node()))
                    .orElseGet(() -> List.of(ranked.node()));
        }
    }

    RankingContent {
        rows = List.copyOf(rows);
    }

    static RankingContent ofNodes(RankingQuestion question, List<Ranked> all) {
        List<Row> rows = new ArrayList<>();
        for (Ranked row : sorted(question, all)) {
            if (costs(question, row)) {
                rows.add(new Row(rows.size() + 1, row, Optional.empty()));
            }
        }
        return new RankingContent(question, rows, all.size());
    }

    static RankingContent ofPairs(RankingQuestion question, List<Pair> all) {
        Map<Ranked, Pair> pairs = new HashMap<>();
        all.forEach(pair -> pairs.put(pair.together(), pair));
        List<Row> rows = new ArrayList<>();
        for (Ranked row : sorted(question, all.stream().map(Pair::together).toList())) {
            if (costs(question, row)) {
                rows.add(new Row(rows.size() + 1, row, Optional.ofNullable(pairs.get(row))));
            }
        }
        return new RankingContent(question, rows, all.size());
    }

    /** Whoever asks about some goods does not ask what else is lost. */
    private static boolean costs(RankingQuestion question, Ranked row) {
        return question.order() == Order.WORST_MARKET
                ? row.worstMarketUnmetWeeks() > ROUNDING
                : row.lostWeeks() > ROUNDING;
    }

    /** By output that is missed, where it is ranked by output: what is only not ordered comes after it. */
    static List<Ranked> sorted(RankingQuestion question, List<Ranked> all) {
        if (question.order() != Order.LOST_OUTPUT) {
            return all;
        }
        return all.stream()
                .sorted(Comparator.comparingDouble((Ranked row) -> -exact(row.missedWeeks()))
                        .thenComparingDouble(row -> -exact(row.lowerSalesWeeks())))
                .toList();
    }

    /** Rounding must not decide who comes first. */
    private static double exact(double weeks) {
        return Math.rint(weeks / ROUNDING);
    }
}

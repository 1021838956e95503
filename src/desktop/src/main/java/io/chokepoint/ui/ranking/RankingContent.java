package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question.
 *
 * @param rows those that cost some output, worst first
 * @param tried how many were restricted or left out because nothing leads from them to the target
 */
record RankingContent(RankingQuestion question, List<Row> rows, int tried) {

    /**
     * A row.
     *
     * @param pair the two, where two are restricted together
     */
    record Row(Ranked ranked, Optional<Pair> pair) {
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
        for (Ranked row : all) {
            if (row.costsAnything()) {
                rows.add(new Row(row, Optional.empty()));
            }
        }
        return new RankingContent(question, rows, all.size());
    }

    static RankingContent ofPairs(RankingQuestion question, List<Pair> all) {
        List<Row> rows = new ArrayList<>();
        for (Pair pair : all) {
            if (pair.together().costsAnything()) {
                rows.add(new Row(pair.together(), Optional.of(pair)));
            }
        }
        return new RankingContent(question, rows, all.size());
    }
}

package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.model.Good;
import io.chokepoint.study.NodeStudy.Order;
import java.util.List;

/**
 * What is asked.
 *
 * @param weeks that each restriction lasts
 * @param target whose loss counts
 * @param order worst by what
 * @param pairs whether the worst are restricted two at a time
 */
record RankingQuestion(Instrument instrument, Kind kind, int weeks, Target target, Order order, boolean pairs) {
    /** Stocks and lead times of the chain pass within this after a stop; the same as in the matrix, so that both agree. */
    private static final int AFTER = 78;

    /**
     * Goods whose loss counts.
     *
     * @param words what they are called
     * @param goods at least one
     */
    record Target(String words, List<Good> goods) {
        Target {
            goods = List.copyOf(goods);
        }
    }

    NodeSweep.Settings settings(int threads) {
        return new NodeSweep.Settings(instrument, 0, weeks, weeks + AFTER, threads);
    }

    RankingQuestion with(Instrument other) {
        return new RankingQuestion(other, kind, weeks, target, order, pairs);
    }

    RankingQuestion with(Kind other) {
        return new RankingQuestion(instrument, other, weeks, target, order, pairs);
    }

    RankingQuestion withWeeks(int other) {
        return new RankingQuestion(instrument, kind, other, target, order, pairs);
    }

    RankingQuestion with(Target other) {
        return new RankingQuestion(instrument, kind, weeks, other, order, pairs);
    }

    RankingQuestion with(Order other) {
        return new RankingQuestion(instrument, kind, weeks, target, other, pairs);
    }

    RankingQuestion withPairs(boolean other) {
        return new RankingQuestion(instrument, kind, weeks, target, order, other);
    }
}

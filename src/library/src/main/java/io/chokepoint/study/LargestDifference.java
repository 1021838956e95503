package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two runs on one dataset differ most over the weeks that both have: the good whose output below baseline differs by the most weeks,
 * and the week in which its output differs most. Goods that fall short in one of the runs come before goods of which only less is ordered.
 *
 * @param lostA weeks of output below baseline in A, likewise {@code lostB}
 */
public record LargestDifference(Good good, int week, double lostA, double lostB) {
    private static final double LEAST = 0.005;
    private static final double SAME = 1e-9;

    /** Empty where no good differs by half a percentage point in any week. */
    public static Optional<LargestDifference> of(SimulationResult a, SimulationResult b) {
        int weeks = Math.min(a.weeks(), b.weeks());
        Set<Good> fallShort = new LinkedHashSet<>(Hits.of(a).fallShort());
        fallShort.addAll(Hits.of(b).fallShort());
        return largest(a, b, List.copyOf(fallShort), weeks)
                .or(() -> largest(a, b, List.copyOf(a.dataset().goods()), weeks));
    }

    private static Optional<LargestDifference> largest(
            SimulationResult a, SimulationResult b, List<Good> goods, int weeks) {
        @Nullable LargestDifference largest = null;
        for (Good good : goods) {
            double[] outA = a.output(good);
            double[] outB = b.output(good);
            double lostA = 0;
            double lostB = 0;
            int week = 0;
            double most = 0;
            for (int t = 0; t < weeks; t++) {
                lostA += Math.max(0, 1 - outA[t]);
                lostB += Math.max(0, 1 - outB[t]);
                if (Math.abs(outB[t] - outA[t]) > most + SAME) {
                    most = Math.abs(outB[t] - outA[t]);
                    week = t;
                }
            }
            if (most >= LEAST
                    && (largest == null || Math.abs(lostB - lostA) > Math.abs(largest.lostB - largest.lostA) + SAME)) {
                largest = new LargestDifference(good, week, lostA, lostB);
            }
        }
        return Optional.ofNullable(largest);
    }

    /**
     * What becomes of a good in a run, in one sentence: "Yttrium oxide falls to 53 % in week 113 and loses 66 weeks of output in 156: short
     * of …". What only sells less is said to.
     */
    public static String sentence(SimulationResult run, Good good) {
        Outcome outcome = run.outcome(good);
        Optional<Hits.Kind> kind = Hits.kind(run, good);
        if (kind.isEmpty()) {
            return Texts.get("deciding.side.none", good.shortName());
        }
        boolean isShort = kind.get() == Hits.Kind.FALLS_SHORT;
        String because = Explanation.of(run, good).steps().stream()
                .findFirst()
                .map(Explanation.Step::clause)
                .filter(clause -> isShort && !clause.isEmpty())
                .map(clause -> ": " + clause)
                .orElse("");
        String said = Texts.get(
                isShort ? "deciding.side.short" : "deciding.side.less",
                good.shortName(),
                Amounts.percent(outcome.trough()),
                outcome.troughWeek(),
                Amounts.weeks(outcome.lostOutputWeeks()));
        return said + because + ".";
    }
}

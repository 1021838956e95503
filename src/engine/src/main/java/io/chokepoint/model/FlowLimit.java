package io.chokepoint.model;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import java.util.Comparator;
import java.util.List;

/**
 * How many possible flows a network may have. Every maker of a good may come to buy from every maker of its inputs, so a dependency
 * between two goods with many makers has the product of their numbers; each flow takes some hundred bytes in a network and a run of it, and is stepped over in runs.
 */
public final class FlowLimit {
    /** All flows between makers, those of alternatives included. */
    public static final long MOST = 10_000_000;

    private FlowLimit() {}

    /** A fault where there are too many, at the dependency with most of them; otherwise empty. Counts without building any. */
    public static List<Problem> problems(Dataset dataset) {
        List<Dependency> dependencies = dataset.dependencies();
        long all = dependencies.stream().mapToLong(one -> flows(dataset, one)).sum();
        if (all <= MOST) {
            return List.of();
        }
        Dependency worst = dependencies.stream()
                .max(Comparator.comparingLong(one -> flows(dataset, one)))
                .orElseThrow();
        return List.of(Problem.error(
                worst.evidence().file(),
                worst.evidence().line(),
                "consumer",
                worst.input() + " > " + worst.consumer() + " has "
                        + Amounts.counted(flows(dataset, worst), "possible flow", "possible flows") + " ("
                        + Amounts.counted(dataset.suppliesOf(worst.consumer()).size(), "maker", "makers")
                        + " of the consumer, "
                        + Amounts.count(dataset.suppliesOf(worst.input()).size())
                        + " of the input), all dependencies together " + Amounts.count(all) + "; expected at most "
                        + Amounts.count(MOST) + ". Put small makers with the same customers and suppliers together,"
                        + " or split the good."));
    }

    private static long flows(Dataset dataset, Dependency dependency) {
        long suppliers = dataset.suppliesOf(dependency.input()).size();
        for (Alternative alternative : dependency.alternatives()) {
            suppliers += dataset.suppliesOf(alternative.good()).size();
        }
        return suppliers * dataset.suppliesOf(dependency.consumer()).size();
    }
}

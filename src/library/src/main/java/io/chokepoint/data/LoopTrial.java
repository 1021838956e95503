package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of goods that need each other once one of them has stood still: tried in runs, since whether such a loop starts again hangs on
 * stocks, on what was under way, and on who else takes what comes first.
 */
final class LoopTrial {
    /** More is not tried: a stop of two years outlasts every stock that matters. */
    private static final int LONGEST_STOP = 104;
    /** How long a loop has to come back. */
    private static final int AFTERWARDS = 260;
    /** What is looked at in the end, and compared with as many weeks before. */
    private static final int LAST_WEEKS = 26;
    /** Below this part of the baseline, and not rising, a good has not come back. */
    private static final double BACK = 0.95;

    private static final double RISING = 0.005;
    /** Of longer loops no more than so many goods are stopped. */
    private static final int MOST_GOODS = 6;
    /** Larger networks would make loading take long. */
    private static final int MOST_LINKS = 200_000;

    private final Dataset dataset;
    private final Optional<CompiledNetwork> network;

    /**
     * A stop after which the loop does not come back.
     *
     * @param stopped the good whose makers stand still
     * @param starved whether for want of what they need from outside the loop, rather than by an outage
     * @param weeks the shortest such stop
     * @param left what is left of the worst good of the loop years later, a part of its baseline
     */
    record Stop(Good stopped, boolean starved, int weeks, double left) {}

    LoopTrial(Dataset dataset) {
        this.dataset = dataset;
        this.network = compiled(dataset);
    }

    private static Optional<CompiledNetwork> compiled(Dataset dataset) {
        try {
            CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            return network.structure().linkCount() > MOST_LINKS ? Optional.empty() : Optional.of(network);
        } catch (ChokepointException overdrawn) {
            // Said by another check.
            return Optional.empty();
        }
    }

    /** The shortest stop of any good of the loop that leaves it down; empty where it comes back, or where that cannot be tried. */
    Optional<Stop> worst(List<Good> loop) {
        int longest = longestStop(loop);
        Stop worst = null;
        for (Good good : loop.subList(0, Math.min(MOST_GOODS, loop.size()))) {
            for (boolean starved : new boolean[] {false, true}) {
                Optional<Stop> stop = shortest(good, starved, longest, loop);
                if (stop.isPresent() && (worst == null || stop.get().weeks() < worst.weeks())) {
                    worst = stop.get();
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    /** Longer than all that the loop and those who buy of it hold or have under way. */
    private int longestStop(List<Good> loop) {
        double weeks = 1;
        for (Dependency need : dataset.dependencies()) {
            if (loop.contains(need.input()) && need.mode() != DependencyMode.CAPITAL) {
                weeks += need.leadWeeks() + need.stockWeeks().central();
            }
        }
        return (int) Math.min(LONGEST_STOP, Math.ceil(weeks));
    }

    private Optional<Stop> shortest(Good good, boolean starved, int longest, List<Good> loop) {
        List<Selector> select = starved ? outsideOf(good, loop) : List.of(selector("good:" + good.id()));
        if (network.isEmpty() || select.isEmpty()) {
            return Optional.empty();
        }
        double left = left(select, starved, longest, loop);
        if (left >= BACK) {
            return Optional.empty();
        }
        int from = 1;
        int to = longest;
        while (from < to) {
            int middle = (from + to) / 2;
            double then = left(select, starved, middle, loop);
            if (then < BACK) {
                to = middle;
                left = then;
            } else {
                from = middle + 1;
            }
        }
        return Optional.of(new Stop(good, starved, to, left));
    }

    /** What the makers of a good use up that comes from outside the loop. */
    private List<Selector> outsideOf(Good good, List<Good> loop) {
        List<Selector> select = new ArrayList<>();
        for (Dependency need : dataset.inputsOf(good)) {
            if (!loop.contains(need.input())
                    && need.mode() == DependencyMode.CONSUMED
                    && need.criticality().central() >= 1 - 1e-9) {
                select.add(selector("good:" + need.input().id() + " to.good:" + good.id()));
            }
        }
        return select;
    }

    private static Selector selector(String text) {
        try {
            return SelectorParser.parse(text);
        } catch (SelectorParser.SyntaxException impossible) {
            throw new IllegalStateException(text, impossible);
        }
    }

    /** What the worst good of the loop makes in the end; 1 where it is still on its way back. */
    private double left(List<Selector> select, boolean starved, int weeks, List<Good> loop) {
        int horizon = weeks + AFTERWARDS;
        Evidence tried = new Evidence(Basis.ASSUMPTION, List.of(), "tried at loading", "", 0);
        Restriction.Terms terms = new Restriction.Terms(select, Optional.empty(), new Period(0, weeks, 0), "", "");
        Restriction stop = starved
                ? RestrictionKinds.EXPORT_BAN.on(terms, Figure.point("scenario/0/leak", 0, "", tried))
                : RestrictionKinds.OUTAGE.on(terms, Figure.point("scenario/0/lost", 1, "", tried));
        CompiledNetwork compiled = network.orElseThrow();
        ScenarioSelection selection = ScenarioSelection.of(
                compiled.structure(), Scenario.adHoc(horizon, List.of(stop)), RationingRule.PROPORTIONAL);
        double[][] goods = new WeeklyModel()
                .compile(compiled, selection, FigureValues.CENTRAL)
                .outputs(horizon, List.of(), RunMonitor.NONE)
                .goods();
        double worst = 1;
        int g = 0;
        for (Good good : dataset.goods()) {
            if (loop.contains(good)) {
                double last = mean(goods[g], horizon - LAST_WEEKS);
                double before = mean(goods[g], horizon - 2 * LAST_WEEKS);
                worst = Math.min(worst, last > before + RISING ? 1 : last);
            }
            g++;
        }
        return worst;
    }

    private static double mean(double[] output, int from) {
        double sum = 0;
        for (int week = from; week < from + LAST_WEEKS; week++) {
            sum += output[week];
        }
        return sum / LAST_WEEKS;
    }
}

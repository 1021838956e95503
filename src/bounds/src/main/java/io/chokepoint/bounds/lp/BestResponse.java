package io.chokepoint.bounds.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.ResponseProgramme.StockRow;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The least lost output that anybody could bring about in a scenario, with the same capacities, stocks, lead times and restrictions and free
 * choice of who supplies whom (model page, section 7): a linear programme over weeks. A simulated loss is never below it.
 *
 * <p>The choice begins with the first restriction: before it every flow is as at baseline, so nobody stocks up for what is not known yet. Only a
 * scenario with a stock-build leaves flows free from week 0 on. More stock at the start than the dataset has may lower the bound; what
 * that would be worth is {@link Bound#stocks()}.
 *
 * <p>What is relaxed, each of which can only make the bound lower: the targets come before all other customers and uses; the makers of a
 * good are taken together, those in a country with restricted makers apart from the others, so stocks within such a group can be shared; where
 * some flow between two groups is free, all of what passes between them is; a bundle of flows with different delays has the shortest; what
 * does not lie downstream of a restriction is limited by its capacity alone; machines do not wear down; surge is available as if every maker
 * had been over-ordered since the first restriction; access inputs need one supplier who is allowed and able; of quotas only those without
 * {@code endUse} count.
 */
public final class BestResponse {
    /** Weeks of output. */
    private static final double ROUNDING = 1e-9;

    private final CompiledNetwork network;
    private final CompiledScenario scenario;
    private final int weeks;
    private final MakerGroups groups;

    /**
     * What more stock would be worth.
     *
     * @param input whose stock
     * @param makers good of the makers who hold it
     * @param restrictedSide whether these are the makers in the countries with restricted makers, or all others
     * @param weeksSavedPerWeek lost output, in weeks, less for one more week of stock there at the start; ≥ 0
     */
    public record StockValue(Good input, Good makers, boolean restrictedSide, double weeksSavedPerWeek) {}

    /**
     * The bound.
     *
     * @param lostWeeks mean lost output of the targets in weeks; NaN if not optimal
     * @param columns of the programme that was solved, without what is ample; may be 0
     * @param rows of the same
     * @param stocks worth something, the most valuable first
     */
    public record Bound(LpSolution.Status status, double lostWeeks, int columns, int rows, List<StockValue> stocks) {
        public Bound {
            stocks = List.copyOf(stocks);
        }
    }

    /** @param weeks to look at, ≥ 1 */
    public BestResponse(CompiledNetwork network, CompiledScenario scenario, int weeks) {
        this.network = network;
        this.scenario = scenario;
        this.weeks = weeks;
        this.groups = new MakerGroups(network, scenario, weeks);
    }

    /**
     * Solves it.
     *
     * @param targets at least one; their lost output counts alike
     * @param seconds &gt; 0 after which it gives up
     * @throws java.util.concurrent.CancellationException if the monitor says so, also while the solver is at work
     */
    public Bound solve(Collection<Good> targets, HighsSolver solver, double seconds, RunMonitor monitor) {
        ResponseNetwork reached = network(targets, monitor);
        ResponseProgramme programme = new ResponseProgramme(reached, Scarcity.find(reached, monitor));
        LpSolution solution = solver.solve(programme.program(), seconds, monitor);
        int columns = programme.program().columnCount();
        int rows = programme.program().rowCount();
        if (!solution.isOptimal()) {
            return new Bound(solution.status(), Double.NaN, columns, rows, List.of());
        }
        if (solution.objective() < ROUNDING) {
            // What the solver's rounding leaves of nothing is nothing, and of nothing no stock can save anything.
            return new Bound(solution.status(), 0, columns, rows, List.of());
        }
        List<StockValue> values = new ArrayList<>();
        for (StockRow row : programme.stockRows()) {
            ResponseInput input = row.input();
            double saved = -solution.dual(row.row()) * input.usual();
            if (saved > ROUNDING) {
                values.add(new StockValue(
                        input.good(), input.group().good(), input.group().inside(), saved));
            }
        }
        values.sort(Comparator.comparingDouble(StockValue::weeksSavedPerWeek)
                .reversed()
                .thenComparing(value -> value.input().id())
                .thenComparing(value -> value.makers().id()));
        return new Bound(solution.status(), solution.objective(), columns, rows, values);
    }

    /** The programme alone, for a second solver. */
    LinearProgram program(Collection<Good> targets) {
        ResponseNetwork reached = network(targets, RunMonitor.NONE);
        return new ResponseProgramme(reached, Scarcity.find(reached, RunMonitor.NONE)).program();
    }

    /** The same without leaving out what is ample. */
    LinearProgram wholeProgram(Collection<Good> targets) {
        ResponseNetwork reached = network(targets, RunMonitor.NONE);
        return new ResponseProgramme(reached, Scarcity.everywhere(reached)).program();
    }

    private ResponseNetwork network(Collection<Good> targets, RunMonitor monitor) {
        return new ResponseNetwork(network, scenario, groups, weeks, targets, monitor);
    }
}

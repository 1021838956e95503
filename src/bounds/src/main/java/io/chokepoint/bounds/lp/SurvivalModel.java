package io.chokepoint.bounds.lp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Time to survive and performance impact of nodes that stop (Simchi-Levi et al., Interfaces 45(5):375–390, 2015), on a network given as
 * nodes and needs. One lump of time: no lead times, so it says how long and how much, never when.
 *
 * <p>Over a time t: node i makes u ≤ capacity·t, nothing if it is down, and hands out no more than u plus its stock; for every need of node
 * j, perUnit·u_j ≤ what suppliers hand over for it + the need's own stock + slack·t; demand·t = handed out + lost. Impact = the least
 * Σ margin·lost for t = time to recover; time to survive = the longest t without loss.
 */
public final class SurvivalModel {
    private static final double SECONDS = 30;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();

    private record Node(double stock, double capacity, double demand, double margin) {}

    private record Need(int consumer, double perUnit, double stock, double slack, List<Integer> suppliers) {}

    /**
     * Adds a node; its place.
     *
     * @param stock on hand, ≥ 0
     * @param capacity a unit of time, ≥ 0; infinite for none
     * @param demand a unit of time from outside, ≥ 0
     * @param margin lost with a unit of demand that is not met
     */
    public int node(double stock, double capacity, double demand, double margin) {
        nodes.add(new Node(stock, capacity, demand, margin));
        return nodes.size() - 1;
    }

    /**
     * Something a node needs for what it makes, from any of the suppliers.
     *
     * @param perUnit units of it for a unit of the consumer, &gt; 0
     * @param stock held by the consumer, ≥ 0
     * @param slack what the consumer can do without, a unit of time, ≥ 0
     */
    public void need(int consumer, double perUnit, double stock, double slack, List<Integer> suppliers) {
        needs.add(new Need(consumer, perUnit, stock, slack, List.copyOf(suppliers)));
    }

    /** Least loss, Σ margin·lost, while these are down for a time t ≥ 0. */
    public double impact(List<Integer> down, double t, HighsSolver solver) {
        try (Impact impact = new Impact(t, solver)) {
            return impact.of(down);
        }
    }

    /** Longest time without loss while these are down; {@code longest} if that is longer. */
    public double survival(List<Integer> down, double longest, HighsSolver solver) {
        try (Survival survival = new Survival(longest, solver)) {
            return survival.of(down);
        }
    }

    /** The solver gave no solution of a programme that has one: its numbers are too far from each other. */
    public static final class UnsolvedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnsolvedException(String message) {
            super(message);
        }
    }

    private double most(int node, double t) {
        double capacity = nodes.get(node).capacity;
        return Double.isInfinite(t) || Double.isInfinite(capacity) ? Double.POSITIVE_INFINITY : capacity * t;
    }

    private static double optimal(LpSolution solution) {
        if (!solution.isOptimal()) {
            throw new UnsolvedException("The linear programme could not be solved: " + solution.status());
        }
        return solution.objective();
    }

    /** Columns of what is handed over, and the rows of needs and of nodes' balances, all for a given or a variable time. */
    private final class Layout {
        final LinearProgram program = new LinearProgram();
        final int[] made = new int[nodes.size()];
        final int[] balance = new int[nodes.size()];
        final int[] needRow = new int[needs.size()];

        Layout(double t) {
            for (int i = 0; i < made.length; i++) {
                made[i] = program.column(0, most(i, t), 0);
                balance[i] = program.rowAtMost(nodes.get(i).stock);
                program.coefficient(balance[i], made[i], -1);
            }
            for (int n = 0; n < needRow.length; n++) {
                Need need = needs.get(n);
                needRow[n] = program.rowAtMost(need.stock + need.slack * (Double.isInfinite(t) ? 0 : t));
                program.coefficient(needRow[n], made[need.consumer], need.perUnit);
                for (int supplier : need.suppliers) {
                    int sent = program.column(0, Double.POSITIVE_INFINITY, 0);
                    program.coefficient(needRow[n], sent, -1);
                    program.coefficient(balance[supplier], sent, 1);
                }
            }
        }
    }

    /** Impacts for one time to recover, solved one after the other from where the last one ended. */
    public final class Impact implements AutoCloseable {
        private final double t;
        private final Layout layout;
        private final HighsSolver.Session session;
        private final double constant;

        public Impact(double t, HighsSolver solver) {
            this.t = t;
            this.layout = new Layout(t);
            double all = 0;
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                if (node.demand > 0) {
                    // Served instead of lost: the bound keeps the balance row's right side at the stock.
                    int served = layout.program.column(0, node.demand * t, -node.margin);
                    layout.program.coefficient(layout.balance[i], served, 1);
                    all += node.margin * node.demand * t;
                }
            }
            this.constant = all;
            this.session = solver.open(layout.program);
        }

        /** Least loss while these are down. */
        public double of(List<Integer> down) {
            down.forEach(i -> session.columnBounds(layout.made[i], 0, 0));
            double value = constant + optimal(session.solve(SECONDS));
            down.forEach(i -> session.columnBounds(layout.made[i], 0, most(i, t)));
            return Math.max(0, value);
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /** Times to survive, solved one after the other from where the last one ended. */
    public final class Survival implements AutoCloseable {
        private final double longest;
        private final Layout layout;
        /** Ways to get through the longest time, by who makes anything in them: whoever does not can be down as well. */
        private final List<BitSet> ways = new ArrayList<>();

        private final HighsSolver.Session session;

        public Survival(double longest, HighsSolver solver) {
            this.longest = longest;
            this.layout = new Layout(Double.POSITIVE_INFINITY);
            LinearProgram program = layout.program;
            int time = program.column(0, longest, -1);
            for (int i = 0; i < nodes.size(); i++) {
                Node node = nodes.get(i);
                if (!Double.isInfinite(node.capacity)) {
                    int row = program.rowAtMost(0);
                    program.coefficient(row, layout.made[i], 1);
                    program.coefficient(row, time, -node.capacity);
                }
                if (node.demand > 0) {
                    program.coefficient(layout.balance[i], time, node.demand);
                }
            }
            for (int n = 0; n < needs.size(); n++) {
                if (needs.get(n).slack > 0) {
                    program.coefficient(layout.needRow[n], time, -needs.get(n).slack);
                }
            }
            this.session = solver.open(program);
        }

        /** Longest time without loss while these are down. */
        public double of(List<Integer> down) {
            for (BitSet makes : ways) {
                if (down.stream().noneMatch(makes::get)) {
                    return longest;
                }
            }
            down.forEach(i -> session.columnBounds(layout.made[i], 0, 0));
            LpSolution solution = session.solve(SECONDS);
            double value = Math.max(0, -optimal(solution));
            down.forEach(i -> session.columnBounds(layout.made[i], 0, Double.POSITIVE_INFINITY));
            if (value >= longest) {
                ways.add(whoMakes(solution));
            }
            return value;
        }

        private BitSet whoMakes(LpSolution solution) {
            BitSet makes = new BitSet(nodes.size());
            for (int i = 0; i < nodes.size(); i++) {
                if (solution.value(layout.made[i]) != 0) {
                    makes.set(i);
                }
            }
            return makes;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}

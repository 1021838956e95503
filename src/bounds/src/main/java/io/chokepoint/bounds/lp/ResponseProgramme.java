package io.chokepoint.bounds.lp;

import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.bounds.lp.ResponseFlows.Quota;
import io.chokepoint.bounds.lp.ResponseInput.Flow;
import io.chokepoint.bounds.lp.ResponseNetwork.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The linear programme of a best response: what is scarce, and what can run short for it, week by week. For one use. */
final class ResponseProgramme {
    private static final double ENOUGH = 2;

    private final Scarcity scarcity;
    private final int weeks;
    private final LinearProgram program = new LinearProgram();
    private final List<StockRow> stockRows = new ArrayList<>();
    private final Map<Group, Output> outputs = new HashMap<>();
    private final List<Group> open = new ArrayList<>();
    private final Map<Flow, int[]> sent = new HashMap<>();

    /** Columns of output by week, and rows of what is handed out. */
    private record Output(int[] made, int[] supply) {}

    /** A row whose dual says what stock is worth. */
    record StockRow(int row, ResponseInput input) {}

    ResponseProgramme(ResponseNetwork network, Scarcity scarcity) {
        this.scarcity = scarcity;
        this.weeks = network.weeks();
        for (Target target : network.targets()) {
            if (scarcity.canLose(target)) {
                addTarget(target, 1.0 / network.targets().size());
            }
        }
        for (int k = 0; k < open.size(); k++) {
            for (ResponseInput input : network.inputs(open.get(k))) {
                if (scarcity.canRunShort(input)) {
                    addInput(input);
                }
            }
        }
        network.quotas().forEach(this::addQuota);
    }

    LinearProgram program() {
        return program;
    }

    List<StockRow> stockRows() {
        return stockRows;
    }

    private void addTarget(Target target, double weight) {
        for (int t = 0; t < weeks; t++) {
            int lost = program.column(0, 1, weight);
            int row = program.row(1, Double.POSITIVE_INFINITY);
            program.coefficient(row, lost, 1);
            for (Group group : target.makers()) {
                program.coefficient(row, output(group).made[t], 1 / target.whole());
            }
        }
    }

    private Output output(Group group) {
        Output known = outputs.get(group);
        if (known != null) {
            return known;
        }
        int[] made = new int[weeks];
        int[] supply = new int[weeks];
        for (int t = 0; t < weeks; t++) {
            made[t] = program.column(0, group.capacity(t), 0);
            supply[t] = program.rowAtMost(0);
            program.coefficient(supply[t], made[t], -1);
        }
        Output output = new Output(made, supply);
        outputs.put(group, output);
        open.add(group);
        return output;
    }

    private void addInput(ResponseInput input) {
        int[] stockRow = addStock(input);
        stockRows.add(new StockRow(stockRow[0], input));
        for (Flow flow : input.flows()) {
            int[] columns = new int[weeks];
            for (int t = 0; t < weeks; t++) {
                if (flow.most(t) > 0) {
                    columns[t] = program.column(0, flow.most(t), 0);
                    program.coefficient(stockRow[flow.arrival(t)], columns[t], -1);
                    if (scarcity.isScarce(flow.source())) {
                        program.coefficient(output(flow.source()).supply[t], columns[t], flow.perUnit());
                    }
                }
            }
            sent.put(flow, columns);
        }
    }

    private int[] addStock(ResponseInput input) {
        int[] rows = new int[weeks];
        int before = -1;
        // More than twice of what could be used is as good, and would only put the numbers far from each other.
        double initial = Math.min(input.initial(), ENOUGH * weeks * input.mostUse());
        for (int t = 0; t < weeks; t++) {
            int stock = program.column(0, Double.POSITIVE_INFINITY, 0);
            int used = program.column(0, Double.POSITIVE_INFINITY, 0);
            double right = (t == 0 ? initial : 0) + input.underWay(t);
            rows[t] = program.row(right, right);
            program.coefficient(rows[t], stock, 1);
            program.coefficient(rows[t], used, 1);
            if (before >= 0) {
                program.coefficient(rows[t], before, -1);
            }
            before = stock;
            int limit = program.rowAtMost(input.free());
            program.coefficient(limit, output(input.group()).made[t], 1);
            program.coefficient(limit, used, -1 / input.perOutput());
        }
        return rows;
    }

    private void addQuota(Quota quota) {
        List<Flow> flows = quota.flows().stream().filter(sent::containsKey).toList();
        if (flows.isEmpty()) {
            return;
        }
        int row = program.rowAtMost(quota.most());
        for (Flow flow : flows) {
            program.coefficient(row, Objects.requireNonNull(sent.get(flow))[quota.week()], flow.perUnit());
        }
    }
}

package io.chokepoint.analysis.lp;

import io.chokepoint.analysis.lp.MakerGroups.Group;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The linear programme of a best response: what each group of makers makes, holds and uses week by week. For one use. */
final class ResponseProgramme {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final MakerGroups groups;
    private final int weeks;
    private final LinearProgram program = new LinearProgram();
    private final List<StockRow> stockRows = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<Group, Output> outputs = new HashMap<>();

    /** Columns of output by week, and rows of what is handed out. */
    private record Output(int[] made, int[] supply) {}

    /**
     * A row whose dual says what stock is worth.
     *
     * @param usual a week's use at baseline
     */
    record StockRow(int row, double usual, Good input, Group group) {}

    /** One input of a group: its stock row and what is sent to it week by week. */
    static final class Input {
        final Group group;
        final List<Integer> slots = new ArrayList<>();
        int[] stockRow = new int[0];
        double mostUse;

        Input(Group group) {
            this.group = group;
        }
    }

    /**
     * Puts it together.
     *
     * @param targets at least one; their lost output counts alike
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    ResponseProgramme(
            CompiledNetwork network,
            CompiledScenario scenario,
            MakerGroups groups,
            int weeks,
            Collection<Good> targets,
            RunMonitor monitor) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.groups = groups;
        this.weeks = weeks;
        List<Group> open = new ArrayList<>();
        for (Good target : targets) {
            addTarget(target, targets.size(), open);
        }
        for (int k = 0; k < open.size(); k++) {
            monitor.checkCancelled();
            addInputs(open.get(k), open);
        }
        new ResponseFlows(network, scenario, groups, weeks, this).add(inputs, monitor);
    }

    LinearProgram program() {
        return program;
    }

    List<StockRow> stockRows() {
        return stockRows;
    }

    /** The row of what a group hands out in a week. */
    int supplyRow(Group group, int week) {
        return output(group).supply[week];
    }

    private Output output(Group group) {
        return Objects.requireNonNull(outputs.get(group));
    }

    private void addTarget(Good target, int targets, List<Group> open) {
        List<Group> makers = groups.all().stream()
                .filter(group -> group.good().equals(target))
                .toList();
        double whole = 0;
        for (Group group : makers) {
            enter(group, open);
            for (int i : group.makers()) {
                whole += network.baseline(i);
            }
        }
        for (int t = 0; t < weeks; t++) {
            int lost = program.column(0, 1, 1.0 / targets);
            int row = program.row(1, Double.POSITIVE_INFINITY);
            program.coefficient(row, lost, 1);
            for (Group group : makers) {
                program.coefficient(row, output(group).made[t], 1 / whole);
            }
        }
    }

    private void enter(Group group, List<Group> open) {
        if (outputs.containsKey(group)) {
            return;
        }
        int[] made = new int[weeks];
        int[] supply = new int[weeks];
        for (int t = 0; t < weeks; t++) {
            made[t] = program.column(0, group.capacity(t), 0);
            supply[t] = program.rowAtMost(0);
            program.coefficient(supply[t], made[t], -1);
        }
        outputs.put(group, new Output(made, supply));
        open.add(group);
    }

    private void addInputs(Group group, List<Group> open) {
        Map<Dependency, Input> byDependency = new HashMap<>();
        List<Input> order = new ArrayList<>();
        for (int i : group.makers()) {
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (structure.slotMode(e) != DependencyMode.CONSUMED || !groups.canFallShort(e)) {
                    continue;
                }
                Dependency dependency = structure.dependency(e);
                Input input = byDependency.get(dependency);
                if (input == null) {
                    input = new Input(group);
                    byDependency.put(dependency, input);
                    order.add(input);
                }
                input.slots.add(e);
            }
        }
        for (Input input : order) {
            addStock(input);
            for (Group source : sources(input)) {
                enter(source, open);
            }
        }
    }

    private List<Group> sources(Input input) {
        List<Group> found = new ArrayList<>();
        for (int e : input.slots) {
            for (int l = structure.linkStart(e); l < structure.linkStart(e + 1); l++) {
                Group source = groups.of(structure.linkSupplier(l));
                if (!found.contains(source)) {
                    found.add(source);
                }
            }
        }
        return found;
    }

    private void addStock(Input input) {
        Group group = input.group;
        int first = input.slots.getFirst();
        double use = network.coefficient(first);
        double criticality = network.criticality(first);
        double usual = 0;
        double initial = 0;
        TreeSet<Integer> needing = new TreeSet<>();
        for (int e : input.slots) {
            double own = network.coefficient(e) * network.baseline(structure.slotActivity(e));
            usual += own;
            initial += (network.stockWeeks(e) + scenario.builtStock(e)) * own;
            needing.add(structure.slotActivity(e));
        }
        double share = 0;
        double whole = 0;
        for (int i : group.makers()) {
            double most = network.baseline(i) * (1 + network.spare(i));
            whole += most;
            share += needing.contains(i) ? most : 0;
        }
        input.mostUse = use * share;
        input.stockRow = new int[weeks];
        int before = -1;
        for (int t = 0; t < weeks; t++) {
            int stock = program.column(0, Double.POSITIVE_INFINITY, 0);
            int used = program.column(0, Double.POSITIVE_INFINITY, 0);
            double right = (t == 0 ? initial : 0) + (t < structure.slotLead(first) ? usual : 0);
            int row = program.row(right, right);
            program.coefficient(row, stock, 1);
            program.coefficient(row, used, 1);
            if (before >= 0) {
                program.coefficient(row, before, -1);
            }
            input.stockRow[t] = row;
            before = stock;
            // x ≤ (1 − ω)·capacity + ω·used / a of those who need it, plus all the others can make.
            double free = whole - share + (1 - criticality) * share;
            int limit = program.rowAtMost(free);
            program.coefficient(limit, output(group).made[t], 1);
            program.coefficient(limit, used, -criticality / use);
            if (t == 0) {
                stockRows.add(
                        new StockRow(row, usual, structure.dependency(first).input(), group));
            }
        }
        inputs.add(input);
    }
}

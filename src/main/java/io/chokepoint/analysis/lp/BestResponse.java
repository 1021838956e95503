package io.chokepoint.analysis.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The least lost output that anybody could bring about in a scenario, with the same capacities, stocks, lead times and restrictions and free
 * choice of who supplies whom (model page, section 7): a linear programme over weeks. A simulated loss is never below it.
 *
 * <p>What is relaxed, each of which can only make the bound lower: the targets come before all other customers and uses; the makers of a
 * good are taken together, those in a country with restricted makers apart from the others, so stocks within such a group can be shared; where
 * some flow between two groups is free, all of what passes between them is; a bundle of flows with different delays has the shortest; what
 * does not lie downstream of a restriction is limited by its capacity alone; machines do not wear down; surge is available as if every maker
 * had been over-ordered since the first restriction; access inputs need one supplier who is allowed and able; of quotas only those without
 * {@code endUse} count.
 */
public final class BestResponse {
    /** For quotas that are left out. */
    private static final boolean[] NO_LINKS = {};

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final int weeks;
    private final int firstWeek;
    private final boolean stockIsBuilt;
    private final boolean[] inside;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Integer, Group> groupOf = new HashMap<>();
    private final boolean[] hit;

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
     * @param columns of the programme
     * @param rows of the programme
     * @param stocks worth something, the most valuable first
     */
    public record Bound(LpSolution.Status status, double lostWeeks, int columns, int rows, List<StockValue> stocks) {
        public Bound {
            stocks = List.copyOf(stocks);
        }
    }

    /** Makers of one good on one side. */
    private static final class Group {
        final Good good;
        final boolean inside;
        final List<Integer> makers = new ArrayList<>();
        /** By week, what the makers can make at most. */
        double[] capacity = new double[0];
        /** Columns of output by week; empty until it is part of the programme. */
        int[] output = new int[0];
        /** Rows of what is handed out by week. */
        int[] supply = new int[0];

        Group(Good good, boolean inside) {
            this.good = good;
            this.inside = inside;
        }
    }

    /** @param weeks to look at, ≥ 1 */
    public BestResponse(CompiledNetwork network, CompiledScenario scenario, int weeks) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.weeks = weeks;
        this.firstWeek = scenario.scenario().restrictions().stream()
                .map(Restriction::period)
                .mapToInt(period -> period.start())
                .min()
                .orElse(weeks);
        this.stockIsBuilt = !scenario.scenario().measures().isEmpty();
        boolean[] links = new boolean[structure.linkCount()];
        boolean[] makers = new boolean[structure.activityCount()];
        findRestricted(links, makers);
        this.inside = insideOf(links, makers);
        this.hit = hitBy(links, makers);
        Map<String, Group> known = new TreeMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            Good good = structure.activity(i).good();
            boolean side = inside[i];
            Group group = known.computeIfAbsent(good.id() + (side ? "|in" : "|out"), unused -> new Group(good, side));
            group.makers.add(i);
            groupOf.put(i, group);
        }
        groups.addAll(known.values());
    }

    private void findRestricted(boolean[] links, boolean[] makers) {
        WeekEffects effects = new WeekEffects(scenario);
        for (int week = 0; week < weeks; week++) {
            if (!effects.advanceTo(week)) {
                continue;
            }
            for (int l = 0; l < links.length; l++) {
                links[l] |= effects.permitted(l) < 1 || effects.permittedOrders(l) < 1 || effects.canDelay(l);
            }
            for (int i = 0; i < makers.length; i++) {
                makers[i] |= effects.working(i) < 1;
            }
        }
    }

    /** Makers in the countries of restricted makers; those without a country only where they are restricted themselves. */
    private boolean[] insideOf(boolean[] links, boolean[] makers) {
        TreeSet<String> countries = new TreeSet<>();
        boolean[] sides = makers.clone();
        for (int l = 0; l < links.length; l++) {
            if (links[l]) {
                sides[structure.linkSupplier(l)] = true;
            }
        }
        for (int i = 0; i < sides.length; i++) {
            if (sides[i]) {
                countries.add(structure.activity(i).provider().country());
            }
        }
        countries.remove("");
        for (int i = 0; i < sides.length; i++) {
            sides[i] |= countries.contains(structure.activity(i).provider().country());
        }
        return sides;
    }

    /** Who may fall short for want of an input or by an outage. */
    private boolean[] hitBy(boolean[] links, boolean[] makers) {
        boolean[] reached = makers.clone();
        for (int l = 0; l < links.length; l++) {
            if (links[l] && structure.linkSlot(l) >= 0) {
                reached[structure.slotActivity(structure.linkSlot(l))] = true;
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int e = 0; e < structure.slotCount(); e++) {
                int i = structure.slotActivity(e);
                for (int l = structure.linkStart(e); !reached[i] && l < structure.linkUsual(e); l++) {
                    if (reached[structure.linkSupplier(l)]) {
                        reached[i] = true;
                        changed = true;
                    }
                }
            }
        }
        return reached;
    }

    /**
     * Solves it.
     *
     * @param targets at least one; their lost output counts alike
     * @param seconds &gt; 0 after which it gives up
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Bound solve(Collection<Good> targets, GlopSolver solver, double seconds, RunMonitor monitor) {
        Programme built = build(targets, monitor);
        monitor.checkCancelled();
        LpSolution solution = solver.solve(built.program, seconds);
        int columns = built.program.columnCount();
        int rows = built.program.rowCount();
        if (!solution.isOptimal()) {
            return new Bound(solution.status(), Double.NaN, columns, rows, List.of());
        }
        List<StockValue> values = new ArrayList<>();
        for (StockRow row : built.stockRows) {
            double saved = -solution.dual(row.row) * row.usual;
            if (saved > 1e-9) {
                values.add(new StockValue(row.input, row.group.good, row.group.inside, saved));
            }
        }
        values.sort(Comparator.comparingDouble(StockValue::weeksSavedPerWeek).reversed());
        return new Bound(solution.status(), Math.max(0, solution.objective()), columns, rows, values);
    }

    /** The programme alone, for a second solver. */
    LinearProgram program(Collection<Good> targets) {
        return build(targets, RunMonitor.NONE).program;
    }

    private record StockRow(int row, double usual, Good input, Group group) {}

    private static final class Programme {
        final LinearProgram program = new LinearProgram();
        final List<StockRow> stockRows = new ArrayList<>();
        final List<Input> inputs = new ArrayList<>();
    }

    /** One input of a group: its stock row and what is sent to it week by week. */
    private static final class Input {
        final Group group;
        final List<Integer> slots = new ArrayList<>();
        int[] stockRow = new int[0];
        double mostUse;

        Input(Group group) {
            this.group = group;
        }
    }

    private Programme build(Collection<Good> targets, RunMonitor monitor) {
        Programme built = new Programme();
        capacities();
        List<Group> open = new ArrayList<>();
        for (Good target : targets) {
            double whole = 0;
            for (Group group : groups) {
                if (group.good.equals(target)) {
                    enter(group, built, open);
                    for (int i : group.makers) {
                        whole += network.baseline(i);
                    }
                }
            }
            for (int t = 0; t < weeks; t++) {
                int lost = built.program.column(0, 1, 1.0 / targets.size());
                int row = built.program.row(1, Double.POSITIVE_INFINITY);
                built.program.coefficient(row, lost, 1);
                for (Group group : groups) {
                    if (group.good.equals(target)) {
                        built.program.coefficient(row, group.output[t], 1 / whole);
                    }
                }
            }
        }
        for (int k = 0; k < open.size(); k++) {
            monitor.checkCancelled();
            addInputs(open.get(k), built, open);
        }
        addFlows(built, monitor);
        return built;
    }

    /** C of the model page at most: whole machines, what works of them, surge since the first restriction, access as allowed. */
    private void capacities() {
        double[][] own = new double[structure.activityCount()][weeks];
        WeekEffects effects = new WeekEffects(scenario);
        for (Group group : groups) {
            group.capacity = new double[weeks];
        }
        for (int t = 0; t < weeks; t++) {
            effects.advanceTo(t);
            for (int i = 0; i < own.length; i++) {
                double surge = Math.min(1, Math.max(0, t - firstWeek) / network.rampWeeks(i));
                own[i][t] = network.baseline(i) * effects.working(i) * (1 + network.spare(i) * surge);
            }
            for (int i = 0; i < own.length; i++) {
                groupOf.getOrDefault(i, groups.getFirst()).capacity[t] += own[i][t] * access(i, t, effects, own);
            }
        }
    }

    private double access(int i, int t, WeekEffects effects, double[][] own) {
        double least = 1;
        for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
            if (structure.slotMode(e) != DependencyMode.ACCESS) {
                continue;
            }
            double most = 0;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                int j = structure.linkSupplier(l);
                double available = t == 0 ? 1 : Math.min(1, own[j][t - 1] / network.baseline(j));
                most = Math.max(most, effects.permitted(l) * available);
            }
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                most += t > firstWeek + network.altQualification(a) ? network.altCap(a) : 0;
            }
            least = Math.min(least, 1 - network.criticality(e) * (1 - Math.min(1, most)));
        }
        return least;
    }

    private void enter(Group group, Programme built, List<Group> open) {
        if (group.output.length > 0) {
            return;
        }
        group.output = new int[weeks];
        group.supply = new int[weeks];
        for (int t = 0; t < weeks; t++) {
            group.output[t] = built.program.column(0, group.capacity[t], 0);
            group.supply[t] = built.program.rowAtMost(0);
            built.program.coefficient(group.supply[t], group.output[t], -1);
        }
        open.add(group);
    }

    private void addInputs(Group group, Programme built, List<Group> open) {
        Map<Dependency, Input> byDependency = new HashMap<>();
        List<Input> order = new ArrayList<>();
        for (int i : group.makers) {
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (structure.slotMode(e) != DependencyMode.CONSUMED || !canFallShort(e)) {
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
            addStock(input, built);
            for (Group source : sources(input)) {
                enter(source, built, open);
            }
        }
    }

    /** Whether a maker of the group is hit, so that its inputs may be what holds it back. */
    private boolean canFallShort(int slot) {
        Group group = groupOf.getOrDefault(structure.slotActivity(slot), groups.getFirst());
        return network.criticality(slot) > 0 && group.makers.stream().anyMatch(i -> hit[i]);
    }

    private List<Group> sources(Input input) {
        List<Group> found = new ArrayList<>();
        for (int e : input.slots) {
            for (int l = structure.linkStart(e); l < structure.linkStart(e + 1); l++) {
                Group source = groupOf.get(structure.linkSupplier(l));
                if (source != null && !found.contains(source)) {
                    found.add(source);
                }
            }
        }
        return found;
    }

    private void addStock(Input input, Programme built) {
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
        for (int i : group.makers) {
            double most = network.baseline(i) * (1 + network.spare(i));
            whole += most;
            share += needing.contains(i) ? most : 0;
        }
        input.mostUse = use * share;
        input.stockRow = new int[weeks];
        int before = -1;
        for (int t = 0; t < weeks; t++) {
            int stock = built.program.column(0, Double.POSITIVE_INFINITY, 0);
            int used = built.program.column(0, Double.POSITIVE_INFINITY, 0);
            double right = (t == 0 ? initial : 0) + (t < structure.slotLead(first) ? usual : 0);
            int row = built.program.row(right, right);
            built.program.coefficient(row, stock, 1);
            built.program.coefficient(row, used, 1);
            if (before >= 0) {
                built.program.coefficient(row, before, -1);
            }
            input.stockRow[t] = row;
            before = stock;
            // x ≤ (1 − ω)·capacity + ω·used / a of those who need it, plus all the others can make.
            double free = whole - share + (1 - criticality) * share;
            int limit = built.program.rowAtMost(free);
            built.program.coefficient(limit, group.output[t], 1);
            built.program.coefficient(limit, used, -criticality / use);
            if (t == 0) {
                built.stockRows.add(
                        new StockRow(row, usual, structure.dependency(first).input(), group));
            }
        }
        built.inputs.add(input);
    }

    /** Columns of what is sent, week by week, from each group of makers to each input. */
    private void addFlows(Programme built, RunMonitor monitor) {
        WeekEffects effects = new WeekEffects(scenario);
        List<List<Bundle>> bundles = new ArrayList<>();
        for (Input input : built.inputs) {
            bundles.add(bundles(input));
        }
        for (int t = 0; t < weeks; t++) {
            monitor.checkCancelled();
            effects.advanceTo(t);
            int[] quotaRow = new int[effects.quotaCount()];
            boolean[][] inQuota = new boolean[quotaRow.length][];
            for (int q = 0; q < quotaRow.length; q++) {
                inQuota[q] = quotaLinks(effects, q);
                quotaRow[q] = inQuota[q].length == 0 ? -1 : built.program.rowAtMost(quotaMost(effects, q));
            }
            for (int n = 0; n < built.inputs.size(); n++) {
                for (Bundle bundle : bundles.get(n)) {
                    addFlow(built, built.inputs.get(n), bundle, t, effects, quotaRow, inQuota);
                }
            }
        }
    }

    /** Links from one group to one input; for an alternative its number, otherwise −1. */
    private record Bundle(Group source, int alternative, List<Integer> links) {}

    private List<Bundle> bundles(Input input) {
        Map<String, Bundle> found = new TreeMap<>();
        for (int e : input.slots) {
            int firstAlternative = structure.altStart(e);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                add(found, l, -1, "");
            }
            for (int a = firstAlternative; a < structure.altStart(e + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    add(found, l, a, "alternative " + (a - firstAlternative) + " ");
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void add(Map<String, Bundle> found, int link, int alternative, String prefix) {
        Group source = groupOf.getOrDefault(structure.linkSupplier(link), groups.getFirst());
        found.computeIfAbsent(
                        prefix + source.good.id() + source.inside,
                        unused -> new Bundle(source, alternative, new ArrayList<>()))
                .links
                .add(link);
    }

    private boolean[] quotaLinks(WeekEffects effects, int quota) {
        boolean[] links = new boolean[structure.linkCount()];
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            if (effects.quotaPart(quota, k) < 1) {
                return NO_LINKS;
            }
            links[effects.quotaLink(quota, k)] = true;
        }
        return links;
    }

    private double quotaMost(WeekEffects effects, int quota) {
        double flow = 0;
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            flow += network.flow(effects.quotaLink(quota, k));
        }
        return effects.quotaCap(quota) * flow;
    }

    private void addFlow(
            Programme built,
            Input input,
            Bundle bundle,
            int t,
            WeekEffects effects,
            int[] quotaRow,
            boolean[][] inQuota) {
        double most = 0;
        int delay = Integer.MAX_VALUE;
        for (int l : bundle.links) {
            double link = most(l, bundle, t, effects);
            if (link > 0) {
                most += link;
                for (int p = 0; p < effects.delayParts(l); p++) {
                    delay = Math.min(delay, effects.delayPart(l, p) > 0 ? effects.delayWeeks(l, p) : delay);
                }
            }
        }
        int arrival = t + structure.slotLead(input.slots.getFirst()) + (delay == Integer.MAX_VALUE ? 0 : delay);
        if (most <= 0 || arrival >= weeks) {
            return;
        }
        double perUnit = 1;
        if (bundle.alternative >= 0) {
            perUnit = structure.altPerUnit(bundle.alternative);
            most = Math.min(most, network.altCap(bundle.alternative) * input.mostUse);
        }
        int sent = built.program.column(0, most, 0);
        built.program.coefficient(bundle.source.supply[t], sent, perUnit);
        built.program.coefficient(input.stockRow[arrival], sent, -1);
        for (int q = 0; q < quotaRow.length; q++) {
            boolean[] links = inQuota[q];
            if (links.length > 0 && bundle.links.stream().allMatch(l -> links[l])) {
                built.program.coefficient(quotaRow[q], sent, perUnit);
            }
        }
    }

    /** What may be sent on a link in a week; infinite where nothing restricts it. */
    private double most(int link, Bundle bundle, int t, WeekEffects effects) {
        int slot = structure.linkSlot(link);
        if (t < firstWeek && !stockIsBuilt) {
            // Until something happens everything is as usual: nobody stocks up for what is not known yet.
            return network.flow(link);
        }
        double wait = bundle.alternative >= 0
                ? network.altQualification(bundle.alternative)
                : link < structure.linkUsual(slot) ? -1 : network.qualification(slot);
        if (wait >= 0 && t <= firstWeek + wait) {
            return 0;
        }
        double permitted = effects.permittedOrders(link);
        return permitted < 1 ? permitted * network.flow(link) : Double.POSITIVE_INFINITY;
    }

    /** For messages: how many groups take part. */
    public int groupCount() {
        return (int) groups.stream().filter(group -> group.output.length > 0).count();
    }

    /** Whether a maker lies downstream of a restriction. */
    public boolean isHit(Activity maker) {
        return hit[structure.index(maker)];
    }
}

package io.chokepoint.bounds;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.Workers;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.HighsSolver;
import io.chokepoint.bounds.lp.SurvivalModel;
import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.study.NodeResilience;
import io.chokepoint.study.StudyRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Time to survive and the loss over a given time to recover, node by node, on the dataset's network (see {@link SurvivalModel}).
 *
 * <p>What is relaxed, so that times are at most too long and losses at most too small: the targets come before all other customers and
 * uses; stocks and goods under way are all there at once; spare capacity needs no ramp; any maker can be turned to at once where that
 * takes no longer than the time to recover, an alternative likewise; where an input is less than critical, the rest of the output goes on;
 * machines do not wear down.
 */
public final class ResilienceStudy {
    /**
     * Each piece solves its nodes one after the other from where the last one ended. There are always so many, however many threads, so
     * that the last digits do not depend on that; more would start from nothing more often.
     */
    private static final int PIECES = 2;

    private static final double ENOUGH = 2;

    /** Nodes are dealt to the pieces in blocks: neighbours are alike, and the hard ones lie together. */
    private static final int BLOCK = 8;

    private final StudyRunner runner;
    private final NetworkStructure structure;
    private final CompiledNetwork network;

    public ResilienceStudy(StudyRunner runner) {
        this.runner = runner;
        this.structure = runner.structure();
        this.network = runner.central();
    }

    /**
     * @param targets at least one
     * @param recoveryWeeks time to recover, &gt; 0
     * @param longest weeks up to which times to survive are looked for, &gt; 0
     * @param threads ≥ 1; does not change the result
     * @return the most exposed first
     * @throws ChokepointException if the solver is not available on this system
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<NodeResilience> rows(
            Collection<Good> targets,
            Kind kind,
            double recoveryWeeks,
            double longest,
            int threads,
            RunMonitor monitor) {
        HighsSolver solver = HighsSolver.require();
        Mapped mapped = map(targets, recoveryWeeks, Math.max(recoveryWeeks, longest));
        List<Node> nodes = NodeSweep.nodes(structure, kind);
        AtomicInteger done = new AtomicInteger();
        List<Callable<List<NodeResilience>>> pieces = new ArrayList<>();
        for (int p = 0; p < PIECES; p++) {
            List<Node> piece = new ArrayList<>();
            for (int n = 0; n < nodes.size(); n++) {
                if (n / BLOCK % PIECES == p) {
                    piece.add(nodes.get(n));
                }
            }
            pieces.add(() -> rowsOrWhy(piece, mapped, targets.size(), recoveryWeeks, longest, solver, () -> {
                monitor.checkCancelled();
                monitor.progress(done.getAndIncrement(), nodes.size(), "nodes down");
            }));
        }
        List<NodeResilience> rows =
                Workers.all(pieces, threads).stream().flatMap(List::stream).toList();
        double most = rows.stream().mapToDouble(NodeResilience::lostWeeks).max().orElse(0);
        return rows.stream()
                .map(row -> new NodeResilience(
                        row.node(),
                        row.surviveWeeks(),
                        row.survivesAll(),
                        row.lostWeeks(),
                        most > 0 ? row.lostWeeks() / most : 0))
                .sorted(Comparator.comparingDouble(NodeResilience::lostWeeks)
                        .reversed()
                        .thenComparingDouble(NodeResilience::surviveWeeks))
                .toList();
    }

    /** @throws ChokepointException where there is no answer, with the figure that is most likely to blame */
    private List<NodeResilience> rowsOrWhy(
            List<Node> nodes,
            Mapped mapped,
            int targets,
            double recoveryWeeks,
            double longest,
            HighsSolver solver,
            Runnable next) {
        try {
            return rows(nodes, mapped, targets, recoveryWeeks, longest, solver, next);
        } catch (SurvivalModel.UnsolvedException unsolved) {
            throw new ChokepointException(FarFigures.sentence(network), unsolved);
        }
    }

    private static List<NodeResilience> rows(
            List<Node> nodes,
            Mapped mapped,
            int targets,
            double recoveryWeeks,
            double longest,
            HighsSolver solver,
            Runnable next) {
        List<NodeResilience> rows = new ArrayList<>();
        try (SurvivalModel.Impact impacts = mapped.model.new Impact(recoveryWeeks, solver);
                SurvivalModel.Survival survivals = mapped.model.new Survival(longest, solver)) {
            for (Node node : nodes) {
                next.run();
                List<Integer> down = mapped.places(node);
                double survive = down.isEmpty() ? longest : survivals.of(down);
                // Whoever survives that long loses nothing, so the second programme need not be asked.
                double lost = survive >= recoveryWeeks ? 0 : impacts.of(down) / targets;
                rows.add(new NodeResilience(node, survive, survive >= longest * (1 - 1e-9), lost, 0));
            }
        }
        return rows;
    }

    private static final class Mapped {
        final SurvivalModel model = new SurvivalModel();
        /** No time looked at is longer, in weeks. */
        final double horizon;

        final Map<Activity, Integer> makers = new HashMap<>();
        final Map<Good, Integer> pools = new HashMap<>();

        Mapped(double horizon) {
            this.horizon = horizon;
        }

        List<Integer> places(Node node) {
            return node.activities().stream()
                    .filter(makers::containsKey)
                    .map(makers::get)
                    .toList();
        }
    }

    /** What the targets need, from them upstream. */
    private Mapped map(Collection<Good> targets, double recoveryWeeks, double horizon) {
        Mapped mapped = new Mapped(horizon);
        Deque<Integer> open = new ArrayDeque<>();
        Set<Good> needed = neededFor(targets);
        for (Good good : structure.dataset().goods()) {
            if (targets.contains(good)) {
                mapped.pools.put(good, mapped.model.node(0, Double.POSITIVE_INFINITY, demand(good, needed), 1));
            }
        }
        for (Good target : targets) {
            fillPool(target, mapped, open);
        }
        while (!open.isEmpty()) {
            int i = open.remove();
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (isHeeded(e)) {
                    addNeed(e, recoveryWeeks, mapped, open);
                }
            }
        }
        return mapped;
    }

    /** What is asked of a target from outside: all that is made but for what makers of other needed goods use themselves. */
    private double demand(Good good, Set<Good> needed) {
        double sum = 0;
        for (int i = 0; i < structure.activityCount(); i++) {
            if (structure.activity(i).good().equals(good)) {
                sum += network.baseline(i);
            } else if (needed.contains(structure.activity(i).good())) {
                for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                    if (isHeeded(e) && structure.dependency(e).input().equals(good)) {
                        sum -= network.coefficient(e) * network.baseline(i);
                    }
                }
            }
        }
        return Math.max(0, sum);
    }

    /** Machines do not wear down here, and what is not critical stops nobody. */
    private boolean isHeeded(int slot) {
        return structure.slotMode(slot) != DependencyMode.CAPITAL && network.criticality(slot) > 0;
    }

    /** The targets and all that goes into them. */
    private Set<Good> neededFor(Collection<Good> targets) {
        return structure
                .dataset()
                .graph()
                .dependencies()
                .where(need -> need.mode() != DependencyMode.CAPITAL)
                .upstream(targets);
    }

    private void fillPool(Good good, Mapped mapped, Deque<Integer> open) {
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (structure.activity(i).good().equals(good)) {
                from.add(maker(i, mapped, open));
            }
        }
        mapped.model.need(Objects.requireNonNull(mapped.pools.get(good)), 1, 0, 0, from);
    }

    private int pool(Good good, Mapped mapped, Deque<Integer> open) {
        Integer known = mapped.pools.get(good);
        if (known != null) {
            return known;
        }
        int pool = mapped.model.node(0, Double.POSITIVE_INFINITY, 0, 0);
        mapped.pools.put(good, pool);
        fillPool(good, mapped, open);
        return pool;
    }

    private int maker(int i, Mapped mapped, Deque<Integer> open) {
        Integer known = mapped.makers.get(structure.activity(i));
        if (known != null) {
            return known;
        }
        int place = mapped.model.node(0, network.baseline(i) * (1 + network.spare(i)), 0, 0);
        mapped.makers.put(structure.activity(i), place);
        open.add(i);
        return place;
    }

    private void addNeed(int slot, double recoveryWeeks, Mapped mapped, Deque<Integer> open) {
        int i = structure.slotActivity(slot);
        double use = network.coefficient(slot);
        double usual = use * network.baseline(i);
        List<Integer> from = new ArrayList<>();
        if (network.qualification(slot) < recoveryWeeks) {
            from.add(pool(structure.dependency(slot).input(), mapped, open));
        } else {
            for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
                from.add(maker(structure.linkSupplier(l), mapped, open));
            }
        }
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            if (network.altQualification(a) < recoveryWeeks && structure.altLinkStart(a) < structure.altLinkEnd(a)) {
                Good good = structure
                        .activity(structure.linkSupplier(structure.altLinkStart(a)))
                        .good();
                double most = network.altCap(a) * usual * (1 + network.spare(i));
                int standIn = mapped.model.node(0, most, 0, 0);
                mapped.model.need(standIn, structure.altPerUnit(a), 0, 0, List.of(pool(good, mapped, open)));
                from.add(standIn);
            }
        }
        boolean held = structure.slotMode(slot) == DependencyMode.CONSUMED;
        double criticality = network.criticality(slot);
        double stock = held ? (network.stockWeeks(slot) + structure.slotLead(slot)) * usual : 0;
        // A stock that nobody could use up in the time looked at is as good as twice what could be used, and keeps the
        // numbers near each other.
        stock = Math.min(
                stock, ENOUGH * use / criticality * network.baseline(i) * (1 + network.spare(i)) * mapped.horizon);
        double slack = use * (1 - criticality) / criticality * network.baseline(i) * (1 + network.spare(i));
        Integer made = Objects.requireNonNull(mapped.makers.get(structure.activity(i)));
        mapped.model.need(made, use / criticality, stock, slack, from);
    }
}

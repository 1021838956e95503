package io.chokepoint.bounds;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
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
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.sweep.UnitRunner;
import io.chokepoint.sweep.UnitSweep;
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
     * Each piece solves its nodes one after the other from where the last one ended, so the last digits depend on how the nodes are
     * dealt; and starting from nothing takes as long as some 80 nodes. So there are as many pieces as there is work for, however many
     * threads or machines share them.
     */
    private static final int NODES_OF_A_PIECE = 500;

    private static final int FEWEST_PIECES = 2;

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
        Pieces pieces = pieces(targets, kind, recoveryWeeks, longest);
        return pieces.rows(UnitRunner.all(pieces, threads, monitor));
    }

    /**
     * The same as units to be solved anywhere: see {@link #rows}.
     *
     * @throws ChokepointException if the solver is not available on this system
     */
    public Pieces pieces(Collection<Good> targets, Kind kind, double recoveryWeeks, double longest) {
        return new Pieces(targets, kind, recoveryWeeks, longest);
    }

    /** The nodes in pieces, each solved by one thread. */
    public final class Pieces implements UnitSweep {
        private final HighsSolver solver = HighsSolver.require();
        private final int targets;
        private final double recoveryWeeks;
        private final double longest;
        private final Mapped mapped;
        private final List<List<Node>> pieces = new ArrayList<>();
        private final int nodeCount;
        private final AtomicInteger solved = new AtomicInteger();

        private Pieces(Collection<Good> targets, Kind kind, double recoveryWeeks, double longest) {
            this.targets = targets.size();
            this.recoveryWeeks = recoveryWeeks;
            this.longest = longest;
            this.mapped = map(targets, recoveryWeeks, Math.max(recoveryWeeks, longest));
            List<Node> nodes = NodeSweep.nodes(structure, kind);
            this.nodeCount = nodes.size();
            int count = Math.max(FEWEST_PIECES, Math.ceilDiv(nodes.size(), NODES_OF_A_PIECE));
            for (int p = 0; p < count; p++) {
                List<Node> piece = new ArrayList<>();
                for (int n = 0; n < nodes.size(); n++) {
                    if (n / BLOCK % count == p) {
                        piece.add(nodes.get(n));
                    }
                }
                if (!piece.isEmpty()) {
                    pieces.add(piece);
                }
            }
        }

        @Override
        public long units() {
            return pieces.size();
        }

        @Override
        public String what() {
            return ""; // a piece takes so long that its nodes are counted
        }

        @Override
        public Worker worker() {
            return (unit, monitor) -> numbersOrWhy(pieces.get((int) unit), mapped, this, monitor);
        }

        /**
         * @param results of these pieces
         * @return the most exposed first
         */
        public List<NodeResilience> rows(UnitResults results) {
            double[][] numbers = new double[pieces.size()][];
            results.each((unit, values) -> numbers[(int) unit] = values);
            double most = 0;
            for (double[] piece : numbers) {
                for (int n = 0; n < piece.length; n += 2) {
                    most = Math.max(most, piece[n + 1]);
                }
            }
            List<NodeResilience> rows = new ArrayList<>();
            for (int p = 0; p < numbers.length; p++) {
                for (int n = 0; n < pieces.get(p).size(); n++) {
                    double survive = numbers[p][2 * n];
                    double lost = numbers[p][2 * n + 1];
                    rows.add(new NodeResilience(
                            pieces.get(p).get(n),
                            survive,
                            survive >= longest * (1 - 1e-9),
                            lost,
                            most > 0 ? lost / most : 0));
                }
            }
            rows.sort(Comparator.comparingDouble(NodeResilience::lostWeeks)
                    .reversed()
                    .thenComparingDouble(NodeResilience::surviveWeeks));
            return List.copyOf(rows);
        }
    }

    /** @throws ChokepointException where there is no answer, with the figure that is most likely to blame */
    private double[] numbersOrWhy(List<Node> nodes, Mapped mapped, Pieces pieces, RunMonitor monitor) {
        try {
            return numbers(nodes, mapped, pieces, monitor);
        } catch (SurvivalModel.UnsolvedException unsolved) {
            throw new ChokepointException(FarFigures.sentence(network), unsolved);
        }
    }

    /** By node, how long the targets survive and what they lose. */
    private static double[] numbers(List<Node> nodes, Mapped mapped, Pieces pieces, RunMonitor monitor) {
        double[] numbers = new double[2 * nodes.size()];
        try (SurvivalModel.Impact impacts = mapped.model.new Impact(pieces.recoveryWeeks, pieces.solver);
                SurvivalModel.Survival survivals = mapped.model.new Survival(pieces.longest, pieces.solver)) {
            for (int n = 0; n < nodes.size(); n++) {
                monitor.checkCancelled();
                monitor.progress(pieces.solved.getAndIncrement(), pieces.nodeCount, "nodes down");
                List<Integer> down = mapped.places(nodes.get(n));
                double survive = down.isEmpty() ? pieces.longest : survivals.of(down);
                numbers[2 * n] = survive;
                // Whoever survives that long loses nothing, so the second programme need not be asked.
                numbers[2 * n + 1] = survive >= pieces.recoveryWeeks ? 0 : impacts.of(down) / pieces.targets;
            }
        }
        return numbers;
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

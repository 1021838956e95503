package io.chokepoint.analysis;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.event.TraversalListenerAdapter;
import org.jgrapht.event.VertexTraversalEvent;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.traverse.DepthFirstIterator;

/**
 * Minimal cut sets: the smallest sets of nodes without which a good cannot be made by anybody, in the sense of {@link FailureGraph}. Sets
 * of one are the single points of failure, the dominators of the good in the and/or graph.
 *
 * <p>Found bottom-up, as in fault-tree analysis (Vesely et al., Fault Tree Handbook, NUREG-0492, chapter VII): a maker fails by itself or
 * by any of its needs, so its family is the union of theirs; a need fails when all who serve it do, so its family holds the unions of one
 * set from each. Supersets of other sets, and sets above the wanted size, are dropped at once. Where makers feed each other in a circle
 * the families grow from none until nothing changes.
 *
 * <p>The single points of failure come first, each by letting it fail. No smallest set of two or more holds one of them, so they are left out of all
 * families: in a long chain, where everything upstream is one, each maker would carry all before it.
 */
public final class CutSets {
    /** A family beyond this is not kept; the search then goes one size down and says so. */
    private static final int MOST_SETS = 20_000;
    /** The same for all families of a search together: their number, not only their size, decides time and room. */
    private static final int MOST_SETS_IN_ALL = 2_000_000;

    private static final int BITS = 20;
    private static final long MASK = (1L << BITS) - 1;

    private final FailureGraph graph;
    private final NetworkStructure structure;
    /** By activity, the node it belongs to, from 1; 0 where it belongs to none. */
    private final int[] nodeOf;

    private final List<NodeSweep.Node> nodes;
    private final List<List<Integer>> needsOf = new ArrayList<>();
    /** From each activity to those that can serve one of its needs. */
    private final Graph<Integer, DefaultEdge> servedBy = new DirectedPseudograph<>(DefaultEdge.class);

    /**
     * The cut sets of a good.
     *
     * @param size up to which sets were looked for; less than asked for where there were too many
     * @param sets each by position in the list of nodes, smallest first
     */
    public record Found(Good good, int size, List<List<Integer>> sets) {
        public Found {
            sets = List.copyOf(sets);
        }
    }

    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super(null, null, false, false);
        }
    }

    /** @param nodes that can fail; each maker belongs to one at most */
    public CutSets(FailureGraph graph, List<NodeSweep.Node> nodes) {
        this.graph = graph;
        this.structure = graph.structure();
        this.nodes = List.copyOf(nodes);
        this.nodeOf = new int[structure.activityCount()];
        for (int n = 0; n < nodes.size(); n++) {
            for (var activity : nodes.get(n).activities()) {
                nodeOf[structure.index(activity)] = n + 1;
            }
        }
        for (int i = 0; i < nodeOf.length; i++) {
            needsOf.add(new ArrayList<>());
        }
        for (int need = 0; need < graph.needCount(); need++) {
            needsOf.get(graph.needOwner(need)).add(need);
        }
        for (int i = 0; i < nodeOf.length; i++) {
            servedBy.addVertex(i);
        }
        // A depth-first search takes the last edge of a maker first.
        for (int need = graph.needCount() - 1; need >= 0; need--) {
            int[] suppliers = graph.suppliersOf(need);
            for (int k = suppliers.length - 1; k >= 0; k--) {
                servedBy.addEdge(graph.needOwner(need), suppliers[k]);
            }
        }
    }

    public List<NodeSweep.Node> nodes() {
        return nodes;
    }

    /**
     * @param size 1 to 3
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Found of(Good good, int size, RunMonitor monitor) {
        if (size < 1 || size > 3) {
            throw new IllegalArgumentException("size must be 1 to 3, but is " + size);
        }
        List<Integer> makers = new ArrayList<>();
        for (int i = 0; i < nodeOf.length; i++) {
            if (structure.activity(i).good().equals(good)) {
                makers.add(i);
            }
        }
        int[] order = upstreamFirst(makers);
        boolean[] single = singlePoints(makers, order, monitor);
        for (int most = size; most > 1; most--) {
            try {
                return found(good, most, single, search(makers, order, single, most, monitor));
            } catch (TooMany tooMany) {
                continue;
            }
        }
        return found(good, 1, single, Set.of());
    }

    private static Found found(Good good, int most, boolean[] single, Set<Long> larger) {
        List<List<Integer>> sets = new ArrayList<>();
        for (int n = 0; n < single.length; n++) {
            if (single[n]) {
                sets.add(List.of(n));
            }
        }
        for (long set : larger) {
            sets.add(unpack(set));
        }
        sets.sort((a, b) -> a.size() != b.size() ? Integer.compare(a.size(), b.size()) : compare(a, b));
        return new Found(good, most, sets);
    }

    /** By node, whether none of the makers works once it is gone. */
    private boolean[] singlePoints(List<Integer> makers, int[] upstream, RunMonitor monitor) {
        boolean[] single = new boolean[nodes.size()];
        boolean[] asked = new boolean[single.length];
        for (int i : upstream) {
            int node = nodeOf[i] - 1;
            if (node < 0 || asked[node]) {
                continue;
            }
            monitor.checkCancelled();
            asked[node] = true;
            int[] gone = nodes.get(node).activities().stream()
                    .mapToInt(structure::index)
                    .toArray();
            boolean[] dead = graph.deadAfter(gone);
            single[node] = !makers.isEmpty() && makers.stream().allMatch(maker -> dead[maker]);
        }
        return single;
    }

    /** The smallest sets of two and more. */
    private Set<Long> search(List<Integer> makers, int[] order, boolean[] single, int most, RunMonitor monitor) {
        Map<Integer, Set<Long>> families = new HashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            Map<List<Integer>, Set<Long>> known = new HashMap<>();
            int inAll = 0;
            for (int i : order) {
                monitor.checkCancelled();
                Set<Long> family = familyOf(i, single, families, known, most);
                inAll += family.size();
                if (inAll > MOST_SETS_IN_ALL) {
                    throw new TooMany();
                }
                if (!family.equals(families.put(i, family))) {
                    changed = true;
                }
            }
        }
        return together(makers, families, most);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int k = 0; k < a.size(); k++) {
            int c = a.get(k).compareTo(b.get(k));
            if (c != 0) {
                return c;
            }
        }
        return 0;
    }

    private Set<Long> familyOf(
            int activity,
            boolean[] single,
            Map<Integer, Set<Long>> families,
            Map<List<Integer>, Set<Long>> known,
            int most) {
        Set<Long> all = new HashSet<>();
        if (nodeOf[activity] > 0 && !single[nodeOf[activity] - 1]) {
            all.add((long) nodeOf[activity]);
        }
        for (int need : needsOf.get(activity)) {
            List<Integer> who = Arrays.stream(graph.suppliersOf(need)).boxed().toList();
            // A good's makers often serve many: worked out once a round, from what was known when first asked.
            Set<Long> family = known.computeIfAbsent(who, unused -> together(who, families, most));
            all.addAll(family);
        }
        return minimal(all);
    }

    /** Sets that fail all of these at once. */
    private static Set<Long> together(List<Integer> activities, Map<Integer, Set<Long>> families, int most) {
        Set<Long> product = null;
        for (int i : activities) {
            Set<Long> family = families.getOrDefault(i, Set.of());
            if (product == null) {
                product = family;
                continue;
            }
            // What fails both is in the product as it is, and every union with it is a superset: makers who need the
            // same have most in common.
            Set<Long> next = new HashSet<>(product);
            next.retainAll(family);
            List<Long> others = new ArrayList<>(family);
            others.removeIf(next::contains);
            for (long a : product) {
                if (family.contains(a)) {
                    continue;
                }
                for (long b : others) {
                    long union = union(a, b, most);
                    if (union != 0) {
                        next.add(union);
                    }
                }
            }
            product = minimal(next);
            if (product.isEmpty()) {
                break;
            }
        }
        return product == null ? Set.of() : product;
    }

    private static Set<Long> minimal(Set<Long> sets) {
        Set<Long> kept = new HashSet<>();
        for (long set : sets) {
            if (!hasSubset(set, sets)) {
                kept.add(set);
            }
        }
        if (kept.size() > MOST_SETS) {
            throw new TooMany();
        }
        return kept;
    }

    /** Whether a proper subset of it is among the sets. */
    private static boolean hasSubset(long set, Set<Long> sets) {
        long a = set & MASK;
        long b = set >>> BITS & MASK;
        long c = set >>> 2 * BITS;
        if (b == 0) {
            return false;
        }
        if (sets.contains(a) || sets.contains(b)) {
            return true;
        }
        return c != 0
                && (sets.contains(c)
                        || sets.contains(a | b << BITS)
                        || sets.contains(a | c << BITS)
                        || sets.contains(b | c << BITS));
    }

    /** The union of two sets packed in ascending order, or 0 if it is larger than {@code most}. */
    private static long union(long x, long y, int most) {
        long packed = 0;
        int size = 0;
        while (x != 0 || y != 0) {
            long a = x & MASK;
            long b = y & MASK;
            long least = a == 0 ? b : b == 0 ? a : Math.min(a, b);
            if (a == least) {
                x >>>= BITS;
            }
            if (b == least) {
                y >>>= BITS;
            }
            if (size == most) {
                return 0;
            }
            packed |= least << size * BITS;
            size++;
        }
        return packed;
    }

    private static List<Integer> unpack(long set) {
        List<Integer> nodes = new ArrayList<>();
        for (long rest = set; rest != 0; rest >>>= BITS) {
            nodes.add((int) (rest & MASK) - 1);
        }
        return nodes;
    }

    /** The activities that bear on these, those without needs first as far as circles allow: depth first, a maker after its suppliers. */
    private int[] upstreamFirst(List<Integer> makers) {
        List<Integer> order = new ArrayList<>();
        DepthFirstIterator<Integer, DefaultEdge> search = new DepthFirstIterator<>(servedBy, makers);
        search.addTraversalListener(new TraversalListenerAdapter<>() {
            @Override
            public void vertexFinished(VertexTraversalEvent<Integer> left) {
                order.add(left.getVertex());
            }
        });
        while (search.hasNext()) {
            search.next();
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}

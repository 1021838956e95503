package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.Good;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SupplyEdge;
import io.chokepoint.model.SupplyEdge.Sale;
import io.chokepoint.model.SupplyEdge.StandIn;
import io.chokepoint.model.SupplyGraph;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.SampleNetworks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the graph of a dataset says, beside a table of all distances and other plain ways to find it. */
class SupplyGraphTest {
    private static final int NONE = 1_000_000;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Least steps between all pairs of nodes (Floyd, Warshall 1962). */
    private static final class Table<N extends SupplyNode, E extends SupplyEdge> {
        private final DirectedView<N, E> view;
        private final List<N> nodes;
        private final Map<N, Integer> place = new HashMap<>();
        private final int[][] steps;

        Table(DirectedView<N, E> view) {
            this.view = view;
            this.nodes = List.copyOf(view.nodes());
            nodes.forEach(node -> place.put(node, place.size()));
            steps = new int[nodes.size()][nodes.size()];
            for (int[] row : steps) {
                Arrays.fill(row, NONE);
            }
            view.edges().forEach(edge -> steps[of(view.from(edge))][of(view.to(edge))] = 1);
            for (int k = 0; k < steps.length; k++) {
                for (int i = 0; i < steps.length; i++) {
                    for (int j = 0; j < steps.length; j++) {
                        steps[i][j] = Math.min(steps[i][j], steps[i][k] + steps[k][j]);
                    }
                }
            }
        }

        int of(N node) {
            return place.getOrDefault(node, -1);
        }

        /** Of one step or more. */
        int loop(N node) {
            return steps[of(node)][of(node)];
        }

        int steps(N from, N to) {
            return from.equals(to) ? 0 : steps[of(from)][of(to)];
        }

        boolean leads(N from, N to) {
            return steps(from, to) < NONE;
        }

        List<N> where(Predicate<N> wanted) {
            return nodes.stream().filter(wanted).toList();
        }

        boolean leadsToLoop(N node) {
            return nodes.stream().anyMatch(on -> loop(on) < NONE && leads(node, on));
        }
    }

    /** All views that differ in kind, and some with edges left out. */
    private static List<Table<?, ?>> tables(long seed) {
        SupplyGraph graph = RandomNetworks.of(seed).graph();
        return List.of(
                new Table<>(graph.dependencies()),
                new Table<>(graph.flows()),
                new Table<>(graph.all()),
                new Table<>(graph.standIns()),
                new Table<>(graph.dependencies().where(need -> need.mode() == DependencyMode.CONSUMED)),
                new Table<>(graph.all().where(edge -> !(edge instanceof Dependency need) || isEssential(need))));
    }

    private static boolean isEssential(Dependency need) {
        return need.criticality().central() >= 1;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reachAndDistancesAreThoseOfTheTable(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkReach);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkReach(Table<N, E> table) {
        for (N node : table.nodes) {
            Map<N, Integer> down = table.view.downstream(node);
            Map<N, Integer> up = table.view.upstream(node);
            assertThat(down.keySet()).containsExactlyInAnyOrderElementsOf(table.where(to -> table.leads(node, to)));
            assertThat(up.keySet()).containsExactlyInAnyOrderElementsOf(table.where(from -> table.leads(from, node)));
            down.forEach((to, steps) -> assertThat(steps).isEqualTo(table.steps(node, to)));
            up.forEach((from, steps) -> assertThat(steps).isEqualTo(table.steps(from, node)));
            assertThat(List.copyOf(down.values())).isSorted();
            assertThat(List.copyOf(up.values())).isSorted();
        }
        assertThat(table.view.downstream(List.of())).isEmpty();
        List<N> some = table.where(node -> table.of(node) % 3 == 1);
        assertThat(table.view.downstream(some))
                .containsExactlyInAnyOrderElementsOf(
                        table.where(to -> some.stream().anyMatch(from -> table.leads(from, to))));
        assertThat(table.view.upstream(some))
                .containsExactlyInAnyOrderElementsOf(
                        table.where(from -> some.stream().anyMatch(to -> table.leads(from, to))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void betweenIsWhatLiesOnSomeWay(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkBetween);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkBetween(Table<N, E> table) {
        for (N from : table.nodes) {
            for (N to : table.nodes) {
                assertThat(table.view.between(from, to))
                        .containsExactlyInAnyOrderElementsOf(
                                table.where(on -> table.leads(from, on) && table.leads(on, to)))
                        .isSubsetOf(table.view.downstream(from).keySet());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theShortestWayTakesTheStrongestStepEachTime(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkWays);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkWays(Table<N, E> table) {
        for (N from : table.nodes) {
            for (N to : table.nodes) {
                List<N> way = new ArrayList<>();
                for (N at = from; table.leads(from, to); at = strongestStep(table, at, to)) {
                    way.add(at);
                    if (at.equals(to)) {
                        break;
                    }
                }
                assertThat(table.view.shortestWay(from, to, SupplyGraphTest::strength))
                        .isEqualTo(way);
            }
        }
    }

    private static <N extends SupplyNode, E extends SupplyEdge> N strongestStep(Table<N, E> table, N at, N to) {
        N next = at;
        double most = -1;
        for (E edge : table.view.outOf(at)) {
            N step = table.view.to(edge);
            if (table.steps(step, to) == table.steps(at, to) - 1 && strength(edge) > most) {
                most = strength(edge);
                next = step;
            }
        }
        return next;
    }

    /** With many ties. */
    private static double strength(SupplyEdge edge) {
        return (edge.from().hashCode() * 7 + edge.to().hashCode()) % 3;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsReachEachOtherAndComeInTheOrderOfTheCondensation(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkParts);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkParts(Table<N, E> table) {
        List<Set<N>> parts = table.view.parts();
        Set<N> before = new HashSet<>();
        for (Set<N> part : parts) {
            N any = part.iterator().next();
            assertThat(part).containsExactlyElementsOf(table.where(n -> table.leads(any, n) && table.leads(n, any)));
            before.addAll(part);
            assertThat(before).containsAll(table.where(from -> table.leads(from, any)));
        }
        assertThat(parts.stream().mapToInt(Set::size).sum()).isEqualTo(table.nodes.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachKnotShowsOneShortestLoop(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkLoops);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkLoops(Table<N, E> table) {
        List<N> starts = new ArrayList<>();
        for (E edge : table.view.edges()) {
            N from = table.view.from(edge);
            if (table.loop(from) < NONE
                    && starts.stream().noneMatch(known -> table.leads(known, from) && table.leads(from, known))) {
                starts.add(from);
            }
        }
        List<List<N>> loops = table.view.loops();
        assertThat(loops).extracting(loop -> loop.get(0)).isEqualTo(starts);
        for (List<N> loop : loops) {
            assertThat(loop).doesNotHaveDuplicates().hasSize(table.loop(loop.get(0)));
            for (int k = 0; k < loop.size(); k++) {
                N to = loop.get((k + 1) % loop.size());
                assertThat(table.view.outOf(loop.get(k)).stream().map(table.view::to))
                        .contains(to);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void consumersComeFirstAndLoopsLast(long seed) {
        tables(seed).forEach(SupplyGraphTest::checkOrder);
    }

    private static <N extends SupplyNode, E extends SupplyEdge> void checkOrder(Table<N, E> table) {
        List<N> order = table.view.downstreamFirst();
        assertThat(order).containsExactlyElementsOf(inTurn(table.view));
        List<N> free = order.stream().filter(n -> !table.leadsToLoop(n)).toList();
        assertThat(order.subList(0, free.size())).isEqualTo(free);
        assertThat(order.subList(free.size(), order.size())).containsExactlyElementsOf(table.where(table::leadsToLoop));
        for (E edge : table.view.edges()) {
            N from = table.view.from(edge);
            if (free.contains(from)) {
                assertThat(order.indexOf(from)).isGreaterThan(order.indexOf(table.view.to(edge)));
            }
        }
    }

    /** By counting uses whose turn has not come (Kahn 1962). Last digits of compiled networks hang on this very order. */
    private static <N extends SupplyNode, E extends SupplyEdge> Collection<N> inTurn(DirectedView<N, E> view) {
        Map<N, Integer> open = new HashMap<>();
        view.nodes().forEach(node -> open.put(node, view.outOf(node).size()));
        Deque<N> ready = new ArrayDeque<>(
                view.nodes().stream().filter(n -> view.outOf(n).isEmpty()).toList());
        Set<N> order = new LinkedHashSet<>();
        while (!ready.isEmpty()) {
            N node = ready.remove();
            order.add(node);
            for (E edge : view.into(node)) {
                if (open.merge(view.from(edge), -1, Integer::sum) == 0) {
                    ready.add(view.from(edge));
                }
            }
        }
        order.addAll(view.nodes());
        return order;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void viewsHoldWhatTheDatasetStatesInItsOrder(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        SupplyGraph graph = dataset.graph();
        List<StandIn> alternatives = dataset.dependencies().stream()
                .flatMap(need -> need.alternatives().stream().map(by -> new StandIn(need, by)))
                .toList();

        assertThat(graph.all().nodes())
                .startsWith(dataset.goods().toArray(Good[]::new))
                .hasSize(dataset.goods().size() + dataset.markets().size())
                .containsAll(dataset.markets());
        assertThat(graph.dependencies().edges()).containsExactlyElementsOf(dataset.dependencies());
        assertThat(graph.standIns().edges()).containsExactlyElementsOf(alternatives);
        List<SupplyEdge> flows = new ArrayList<>(dataset.dependencies());
        dataset.markets()
                .forEach(market -> flows.addAll(market.offers().stream()
                        .map(Offer::product)
                        .distinct()
                        .map(product -> new Sale(
                                product,
                                market,
                                market.offers().stream()
                                        .filter(offer -> offer.product().equals(product))
                                        .toList()))
                        .toList()));
        assertThat(graph.flows().edges()).containsExactlyElementsOf(flows);
        assertThat(graph.all().edges())
                .hasSize(flows.size() + alternatives.size())
                .containsAll(alternatives);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatLeadsToATagIsAllFromWhichATaggedNodeIsReached(long seed) {
        Table<SupplyNode, SupplyEdge> table =
                new Table<>(RandomNetworks.of(seed).graph().flows());

        for (String tag : List.of("t0", "t1", "unknown")) {
            List<SupplyNode> expected =
                    table.where(from -> table.nodes.stream().anyMatch(to -> to.hasTag(tag) && table.leads(from, to)));
            assertThat(RandomNetworks.of(seed).graph().leadingTo(tag)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void aDatasetHasOneGraph() {
        Dataset dataset = SampleNetworks.loop();

        assertThat(dataset.graph()).isSameAs(dataset.graph());
        assertThat(dataset.toBuilder().build().graph()).isNotSameAs(dataset.graph());
    }

    @Test
    void loopsAreFoundOnceAndShortest() {
        Dataset dataset = NetworkSketch.named("knots")
                .needs("b", "a", input -> input)
                .needs("c", "b", input -> input)
                .needs("a", "c", input -> input)
                .needs("d", "c", input -> input)
                .needs("b", "d", input -> input)
                .needs("x", "x", input -> input)
                .needs("z", "y", input -> input)
                .build();

        List<List<String>> loops = dataset.graph().dependencies().loops().stream()
                .map(loop -> loop.stream().map(Good::id).toList())
                .toList();

        assertThat(loops).containsExactly(List.of("a", "b", "c"), List.of("x"));
    }

    @Test
    void aRowOfAnUnknownGoodIsRefused() {
        Dataset dataset = SampleNetworks.loop();
        List<Good> fewer = dataset.goods().stream().skip(1).toList();
        Dataset.Builder builder = dataset.toBuilder().goods(fewer);

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    /** On a stack that holds a few hundred calls at most. */
    @Test
    void aChainMayBeOfAnyLength() throws Exception {
        int length = 5_000;
        FutureTask<Void> task = new FutureTask<>(() -> checkChain(length), null);
        Thread thread = new Thread(null, task, "small stack", 160 * 1024L);
        thread.start();

        task.get();
    }

    private static void checkChain(int length) {
        NetworkSketch sketch = NetworkSketch.named("chain").makes("P", "g0", 1);
        for (int g = 1; g < length; g++) {
            String input = "g" + (g - 1);
            sketch.makes("P", "g" + g, 1).needs("g" + g, input, need -> need);
        }
        Dataset dataset = sketch.build();
        DirectedView<Good, Dependency> chain = dataset.graph().dependencies();
        Good first = dataset.getGood("g0");
        Good last = dataset.getGood("g" + (length - 1));

        assertThat(chain.downstream(first)).containsEntry(last, length - 1);
        assertThat(chain.upstream(last)).containsEntry(first, length - 1);
        assertThat(chain.between(first, last)).hasSize(length);
        assertThat(chain.shortestWay(first, last, need -> 1)).hasSize(length);
        assertThat(chain.parts()).hasSize(length);
        assertThat(chain.loops()).isEmpty();
        assertThat(chain.downstreamFirst()).first().isEqualTo(last);
        assertThat(new NetworkStructure(dataset).activityCount()).isEqualTo(length);
        Dataset ring =
                dataset.toBuilder().dependencies(withLast(dataset, first, last)).build();
        assertThat(ring.graph().dependencies().loops())
                .containsExactly(IntStream.range(0, length)
                        .mapToObj(g -> dataset.getGood("g" + g))
                        .toList());
    }

    private static List<Dependency> withLast(Dataset dataset, Good to, Good from) {
        List<Dependency> needs = new ArrayList<>(dataset.dependencies());
        needs.addAll(NetworkSketch.named("back")
                .needs(to.id(), from.id(), need -> need)
                .build()
                .dependencies());
        return needs;
    }
}

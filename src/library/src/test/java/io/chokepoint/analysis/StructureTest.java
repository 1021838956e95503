package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Supply;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.SampleNetworks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single points of failure, cut sets and concentration against hand-worked graphs and brute force. */
class StructureTest {
    private static final int HORIZON = 104;

    @Test
    void everyLinkOfAChainIsASinglePointOfFailure() {
        assertThat(cuts(SampleNetworks.chain(), "chip", 3))
                .containsExactlyInAnyOrder(Set.of("ore@X"), Set.of("oxide@Y"), Set.of("chip@Y"));
    }

    @Test
    void aStandInTurnsASinglePointIntoAPairAndHalfCriticalInputsDoNotCount() {
        // left@Y needs ore@X or sub@V; right@Z is half critical, so the chip does not need it.
        assertThat(cuts(SampleNetworks.diamond(), "chip", 3))
                .containsExactlyInAnyOrder(Set.of("chip@W"), Set.of("left@Y"), Set.of("ore@X", "sub@V"));
    }

    @Test
    void commonSuppliersOfAllMakersAreSinglePoints() {
        // mask@M serves both fabs; each fab has its own gas.
        Dataset dataset = NetworkSketch.named("two-fabs")
                .good("mask", GoodKind.MATERIAL)
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("M", "mask", 1)
                .makes("G", "gas", 0.5)
                .makes("H", "gas", 0.5)
                .makes("A", "chip", 0.5)
                .makes("B", "chip", 0.5)
                .needs("chip", "mask", input -> input.useShare(0.5))
                .needs("chip", "gas", input -> input.useShare(0.5))
                .build();

        assertThat(cuts(dataset, "chip", 3))
                .containsExactlyInAnyOrder(Set.of("mask@M"), Set.of("chip@A", "chip@B"), Set.of("gas@G", "gas@H"));
    }

    @Test
    void setsComeSmallestFirstAndThenInTheOrderOfTheNodes() {
        Dataset dataset = SampleNetworks.diamond();
        CutSets cutSets = cutSets(compiled(dataset));

        List<List<Integer>> sets =
                cutSets.of(dataset.getGood("chip"), 3, RunMonitor.NONE).sets();

        assertThat(sets.stream().map(List::size)).containsExactly(1, 1, 2);
        assertThat(sets.get(0).getFirst()).isLessThan(sets.get(1).getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void otherSizesAreRefused(int size) {
        Dataset dataset = SampleNetworks.chain();
        CutSets cutSets = cutSets(compiled(dataset));

        assertThatThrownBy(() -> cutSets.of(dataset.getGood("chip"), size, RunMonitor.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but is " + size);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void cutSetsAreThoseThatTryingAllSetsFinds(long seed) {
        Dataset dataset = randomNetwork(seed);
        for (Good good : dataset.goods()) {
            assertThat(cuts(dataset, good.id(), 3))
                    .as("seed %d, good %s", seed, good.id())
                    .containsExactlyInAnyOrderElementsOf(tryAll(dataset, good));
        }
    }

    @Test
    void concentrationOfSharesByHand() {
        Dataset dataset = NetworkSketch.named("shares")
                .good("ore", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .provider("A", "AAA")
                .provider("B", "BBB")
                .provider("C", "BBB")
                .makes("A", "ore", 0.5)
                .makes("B", "ore", 0.3)
                .makes("C", "ore", 0.2)
                .makes("C", "chip", 1)
                .needs("chip", "ore", input -> input.useShare(0.5))
                .build();
        Concentration concentration = new Concentration(compiled(dataset));

        Concentration.Row ore = concentration.of(dataset.getGood("ore"));
        assertThat(ore.byMaker()).isCloseTo(0.38, within(1e-12));
        assertThat(ore.effectiveMakers()).isCloseTo(2.631578947368, within(1e-9));
        assertThat(ore.byCountry()).isCloseTo(0.5, within(1e-12));

        // One maker in BBB, but its ore comes half from AAA.
        Concentration.Row chip = concentration.of(dataset.getGood("chip"));
        assertThat(chip.byCountry()).isCloseTo(1, within(1e-12));
        assertThat(chip.byOrigin()).isCloseTo(0.5, within(1e-12));
        assertThat(chip.feed()).isEqualTo("ore");
    }

    /** All that is upstream is a single point; no maker may carry the list of all before it. */
    @Test
    @Timeout(20)
    void longChainsTakeNoTimeInProportionToTheSquareOfTheirLength() {
        int goods = 5_000;
        Dataset dataset = chain(goods);

        CutSets.Found found = cutSets(compiled(dataset)).of(dataset.getGood("g" + (goods - 1)), 3, RunMonitor.NONE);

        assertThat(found.size()).isEqualTo(3);
        assertThat(found.sets()).hasSize(goods).allMatch(set -> set.size() == 1);
    }

    /** Two makers of each good: at each step either both of it or both of a step before. */
    @Test
    @Timeout(20)
    void pairsAddUpAlongALongChain() {
        int goods = 600;
        NetworkSketch sketch = NetworkSketch.named("ladder");
        for (int g = 0; g < goods; g++) {
            sketch.makes("P", "g" + g, 0.5).makes("Q", "g" + g, 0.5);
            if (g > 0) {
                sketch.needs("g" + g, "g" + (g - 1), need -> need);
            }
        }
        Dataset dataset = sketch.build();

        CutSets.Found found = cutSets(compiled(dataset)).of(dataset.getGood("g" + (goods - 1)), 2, RunMonitor.NONE);

        assertThat(found.size()).isEqualTo(2);
        assertThat(found.sets()).hasSize(goods).allMatch(set -> set.size() == 2);
    }

    private static Dataset chain(int goods) {
        NetworkSketch sketch = NetworkSketch.named("chain").makes("P", "g0", 1);
        for (int g = 1; g < goods; g++) {
            sketch.makes("P", "g" + g, 1).needs("g" + g, "g" + (g - 1), need -> need);
        }
        return sketch.build();
    }

    /** On a stack that holds a few hundred calls at most. */
    @Test
    void aChainMayBeOfAnyLength() throws Exception {
        Dataset dataset = chain(5_000);
        FutureTask<CutSets.Found> task = new FutureTask<>(() -> {
            CompiledNetwork network = compiled(dataset);
            List<NodeSweep.Node> first =
                    NodeSweep.nodes(network.structure(), Kind.ACTIVITY).subList(0, 1);
            return new CutSets(new FailureGraph(network, HORIZON), first)
                    .of(dataset.getGood("g4999"), 1, RunMonitor.NONE);
        });
        Thread thread = new Thread(null, task, "small stack", 160 * 1024L);
        thread.start();

        assertThat(task.get().sets()).containsExactly(List.of(0));
    }

    private static CompiledNetwork compiled(Dataset dataset) {
        return NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
    }

    private static CutSets cutSets(CompiledNetwork network) {
        return new CutSets(new FailureGraph(network, HORIZON), NodeSweep.nodes(network.structure(), Kind.ACTIVITY));
    }

    private static Set<Set<String>> cuts(Dataset dataset, String good, int size) {
        CompiledNetwork network = compiled(dataset);
        CutSets cutSets = cutSets(network);
        Set<Set<String>> found = new HashSet<>();
        CutSets.Found result = cutSets.of(dataset.getGood(good), size, RunMonitor.NONE);
        assertThat(result.size()).isEqualTo(size);
        for (List<Integer> set : result.sets()) {
            Set<String> labels = new TreeSet<>();
            set.forEach(n -> labels.add(cutSets.nodes().get(n).label()));
            found.add(labels);
        }
        return found;
    }

    /** Sets of one to three makers that stop the good, without those that hold a smaller one. */
    private static Set<Set<String>> tryAll(Dataset dataset, Good good) {
        List<Activity> all = dataset.supplies().stream().map(Supply::activity).toList();
        List<Set<Activity>> candidates = new ArrayList<>();
        for (Activity a : all) {
            candidates.add(Set.of(a));
        }
        for (Activity a : all) {
            for (Activity b : all) {
                candidates.add(new HashSet<>(List.of(a, b)));
                for (Activity c : all) {
                    candidates.add(new HashSet<>(List.of(a, b, c)));
                }
            }
        }
        candidates.sort((x, y) -> Integer.compare(x.size(), y.size()));
        Set<Set<Activity>> minimal = new HashSet<>();
        for (Set<Activity> candidate : candidates) {
            if (minimal.stream().noneMatch(candidate::containsAll) && stops(dataset, candidate, good)) {
                minimal.add(candidate);
            }
        }
        Set<Set<String>> labels = new HashSet<>();
        for (Set<Activity> set : minimal) {
            Set<String> names = new TreeSet<>();
            set.forEach(a -> names.add(a.good().id() + "@" + a.provider().id()));
            labels.add(names);
        }
        return labels;
    }

    /** Straight from the definition: strike out makers with an essential input nobody serves until nothing changes. */
    private static boolean stops(Dataset dataset, Collection<Activity> gone, Good good) {
        Set<Activity> works =
                new HashSet<>(dataset.supplies().stream().map(Supply::activity).toList());
        works.removeAll(gone);
        boolean changed = true;
        while (changed) {
            changed = works.removeIf(maker -> dataset.inputsOf(maker.good()).stream()
                    .anyMatch(input -> input.criticality().central() == 1 && !served(input, works)));
        }
        return works.stream().noneMatch(maker -> maker.good().equals(good));
    }

    private static boolean served(Dependency input, Set<Activity> works) {
        return works.stream()
                .anyMatch(maker -> maker.good().equals(input.input())
                        || input.alternatives().stream()
                                .anyMatch(alternative -> alternative.good().equals(maker.good())));
    }

    /** Six goods, one to three makers each, circles and stand-ins. */
    static Dataset randomNetwork(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int goods = 6;
        NetworkSketch sketch = NetworkSketch.named("random-" + seed);
        for (int g = 0; g < goods; g++) {
            sketch.good("g" + g, GoodKind.MATERIAL);
        }
        for (int g = 0; g < goods; g++) {
            int makers = 1 + random.nextInt(3);
            for (int p = 0; p < makers; p++) {
                sketch.makes("P" + p, "g" + g, 1.0 / makers, 0.5, 4);
            }
        }
        for (int g = 1; g < goods; g++) {
            for (int k = 0; k < goods; k++) {
                if (k != g && random.nextDouble() < (k < g ? 0.4 : 0.08)) {
                    double criticality = random.nextDouble() < 0.8 ? 1 : 0.5;
                    int standIn = random.nextDouble() < 0.3 ? random.nextInt(goods) : k;
                    double stock = 1 + random.nextInt(6);
                    boolean hasStandIn = standIn != k && standIn != g;
                    sketch.needs("g" + g, "g" + k, input -> {
                        input.useShare(0.15).criticality(criticality).stockWeeks(stock);
                        return !hasStandIn ? input : input.alternative("g" + standIn, 0.5, 6, 1);
                    });
                }
            }
        }
        return sketch.build();
    }
}

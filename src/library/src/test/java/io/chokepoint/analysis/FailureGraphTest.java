package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.testkit.NetworkSketch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who stops for good, with alternatives, own suppliers and horizons of every length, against the definition tried out maker by maker. */
class FailureGraphTest {
    private static final int GOODS = 7;
    private static final int LONGEST = 12;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stoppedGoodsAreThoseThatTryingOutFinds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Dataset dataset = randomNetwork(random);
        CompiledNetwork network =
                NetworkCompiler.compile(new NetworkStructure(dataset), FigureValues.CENTRAL, Overdraft.RAISE);
        List<Activity> makers =
                dataset.supplies().stream().map(Supply::activity).toList();

        for (int horizon = 0; horizon <= LONGEST + 1; horizon++) {
            FailureGraph graph = new FailureGraph(network, horizon);
            for (int round = 0; round < 10; round++) {
                List<Activity> gone = new ArrayList<>();
                for (int k = random.nextInt(4); k >= 0; k--) {
                    gone.add(makers.get(random.nextInt(makers.size())));
                }
                assertThat(graph.stoppedBy(gone))
                        .as("without %s within %d weeks, seed %d", gone, horizon, seed)
                        .containsExactlyElementsOf(tryOut(dataset, gone, horizon));
            }
        }
    }

    @Test
    void aStandInCountsFromTheHorizonInWhichItIsQualifiedAndOnlyIfItCanCoverSomething() {
        assertThat(stoppedWithoutOre(6, 0.3, 5)).contains("chip");
        assertThat(stoppedWithoutOre(6, 0.3, 6)).doesNotContain("chip");
        assertThat(stoppedWithoutOre(6, 0, 6)).contains("chip");
    }

    private static List<String> stoppedWithoutOre(double qualificationWeeks, double cap, int horizon) {
        Dataset dataset = NetworkSketch.named("stand-in")
                .makes("X", "ore", 1)
                .makes("V", "sub", 1)
                .makes("W", "chip", 1)
                .needs("chip", "ore", input -> input.useShare(0.5).alternative("sub", cap, qualificationWeeks, 1))
                .build();
        return new FailureGraph(NetworkCompiler.compile(dataset, FigureValues.CENTRAL), horizon)
                .stoppedBy(List.of(dataset.supplies().getFirst().activity())).stream()
                        .map(Good::id)
                        .toList();
    }

    /** Strikes out makers one after the other until nobody is left who lacks something. */
    private static List<Good> tryOut(Dataset dataset, List<Activity> gone, int horizon) {
        Set<Activity> works = new HashSet<>();
        dataset.supplies().forEach(supply -> works.add(supply.activity()));
        works.removeAll(gone);
        boolean changed = true;
        while (changed) {
            Set<Activity> before = Set.copyOf(works);
            changed = works.removeIf(maker -> dataset.inputsOf(maker.good()).stream()
                    .anyMatch(input -> lacks(dataset, maker, input, before, horizon)));
        }
        return dataset.goods().stream()
                .filter(good -> works.stream().noneMatch(maker -> maker.good().equals(good)))
                .toList();
    }

    private static boolean lacks(Dataset dataset, Activity maker, Dependency input, Set<Activity> works, int horizon) {
        Optional<SourcingException> own = dataset.sourcing().stream()
                .filter(row -> row.consumer().equals(maker) && row.input().equals(input.input()))
                .findFirst();
        if (input.criticality().central() < 1 || own.isPresent() && !own.get().needs()) {
            return false;
        }
        boolean others = own.map(SourcingException::qualificationWeeks)
                        .orElse(input.qualificationWeeks())
                        .central()
                <= horizon;
        for (Activity other : works) {
            boolean usual = own.isEmpty()
                    || own.get().mix().isEmpty()
                    || own.get().mix().stream().anyMatch(part -> part.provider().equals(other.provider()));
            if (other.good().equals(input.input()) && (usual || others)) {
                return false;
            }
            for (Alternative alternative : input.alternatives()) {
                if (other.good().equals(alternative.good())
                        && alternative.cap().central() > 0
                        && alternative.qualificationWeeks().central() <= horizon) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One to three makers a good, circles, stand-ins, half-critical inputs, own suppliers, own qualification, makers in no need. */
    private static Dataset randomNetwork(SplittableRandom random) {
        NetworkSketch sketch = NetworkSketch.named("random");
        int[] makers = new int[GOODS];
        for (int g = 0; g < GOODS; g++) {
            makers[g] = 1 + random.nextInt(3);
            for (int p = 0; p < makers[g]; p++) {
                sketch.makes("P" + p, "g" + g, 1.0 / makers[g]);
            }
        }
        for (int g = 0; g < GOODS; g++) {
            for (int k = 0; k < GOODS; k++) {
                if (k != g && random.nextDouble() < (k < g ? 0.4 : 0.08)) {
                    addNeed(sketch, random, g, k, makers);
                }
            }
        }
        return sketch.build();
    }

    private static void addNeed(NetworkSketch sketch, SplittableRandom random, int g, int k, int[] makers) {
        double criticality = random.nextDouble() < 0.85 ? 1 : 0.5;
        int weeks = random.nextInt(LONGEST + 1);
        int standIn = random.nextDouble() < 0.4 ? random.nextInt(GOODS) : k;
        double cap = random.nextDouble() < 0.8 ? 0.5 : 0;
        int standInWeeks = random.nextInt(LONGEST + 1);
        sketch.needs("g" + g, "g" + k, input -> {
            input.useShare(0.1).criticality(criticality).qualificationWeeks(weeks);
            return standIn == k || standIn == g ? input : input.alternative("g" + standIn, cap, standInWeeks, 1);
        });
        // The first maker needs the input in any case: a dependency that nobody has is refused.
        for (int p = 0; p < makers[g]; p++) {
            double kind = random.nextDouble();
            if (kind < 0.4) {
                String supplier = "P" + random.nextInt(makers[k]);
                sketch.exception("g" + g, "P" + p, "g" + k, own -> own.from(supplier, 1));
            } else if (kind < 0.6) {
                int ownWeeks = random.nextInt(LONGEST + 1);
                String supplier = "P" + random.nextInt(makers[k]);
                sketch.exception(
                        "g" + g, "P" + p, "g" + k, own -> own.from(supplier, 1).qualificationWeeks(ownWeeks));
            } else if (kind < 0.75 && p > 0) {
                sketch.exception("g" + g, "P" + p, "g" + k, own -> own.needsNone());
            }
        }
    }
}

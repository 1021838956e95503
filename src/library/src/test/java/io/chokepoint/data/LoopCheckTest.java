package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.Problem;
import io.chokepoint.model.Dataset;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A loop is warned of where none of its inputs is bridged, and a stock of one maker alone bridges an input too. */
class LoopCheckTest {
    /** a → b → a, b made by Y and Z; and an ore, which stands outside the loop. */
    private final NetworkSketch loop = NetworkSketch.named("loop")
            .makes("X", "a", 1)
            .makes("Y", "b", 0.5)
            .makes("Z", "b", 0.5)
            .makes("X", "ore", 1)
            .needs("b", "a", input -> input.useShare(0.5))
            .needs("a", "b", input -> input.useShare(0.5))
            .needs("a", "ore", input -> input.useShare(0.5));

    @Test
    void aLoopThatNothingBridgesIsAWarning() {
        assertThat(warnings(loop))
                .containsExactly("a cycle of essential inputs without stock: a → b → a; once dry, or down together, it"
                        + " stays down. Expected a stock somewhere in it.");
    }

    @Test
    void anOwnStockOfOneMakerBridgesTheLoop() {
        assertThat(warnings(loop.exception("b", "Z", "a", own -> own.stockWeeks(0.5))))
                .isEmpty();
    }

    @Test
    void anOwnStockOfNothingDoesNot() {
        assertThat(warnings(loop.exception("b", "Z", "a", own -> own.stockWeeks(0))))
                .hasSize(1);
    }

    @Test
    void anOwnMixWithoutAStockDoesNot() {
        assertThat(warnings(loop.exception("b", "Z", "a", own -> own.from("X", 1))))
                .hasSize(1);
    }

    @Test
    void anOwnStockOfAnInputOutsideTheLoopDoesNot() {
        assertThat(warnings(loop.exception("a", "X", "ore", own -> own.stockWeeks(9))))
                .hasSize(1);
    }

    @Test
    void nothingIsHeldOfAccess() {
        NetworkSketch access = NetworkSketch.named("access")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .needs("b", "a", input -> input.useShare(0.5).access())
                .needs("a", "b", input -> input.useShare(0.5).access())
                .exception("b", "Y", "a", own -> own.stockWeeks(4));

        assertThat(warnings(access))
                .containsExactly(
                        "a cycle of essential inputs without stock: a → b → a; if all makers of 'a' stand still"
                                + " for a week, a part of it makes 50 % of its usual output for good, on average, though nothing"
                                + " holds it up any more. Expected a stock somewhere in it.");
    }

    @Test
    void aStockThatAStopOutlastsIsSaidToo() {
        NetworkSketch own = NetworkSketch.named("own")
                .makes("X", "a", 1)
                .needs("a", "a", input -> input.useShare(1).leadWeeks(1).stockWeeks(4));

        assertThat(warnings(own))
                .containsExactly("a cycle of essential inputs with too little stock: a → a; if all makers of 'a' stand"
                        + " still for a week, it makes 0 % of its usual output for good, on average, though nothing holds"
                        + " it up any more. Expected a longer stock somewhere in it.");
    }

    @Test
    void aMakerThatServesItselfFirstComesBackAndIsNoWarning() {
        NetworkSketch own = NetworkSketch.named("own")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .makes("Z", "c", 1)
                .needs("b", "a", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(4))
                .needs("b", "b", input -> input.useShare(0.05).leadWeeks(1).stockWeeks(1))
                .needs("c", "b", input -> input.useShare(0.7).leadWeeks(2).stockWeeks(6));

        assertThat(warnings(own)).isEmpty();
    }

    /** The slow reading of the model page says the same of the stop, and that a shorter one is survived. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsSaidToHappenHappens(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkSketch sketch =
                NetworkSketch.named("random-" + seed).makes("X", "g0", 1).makes("X", "g1", 1);
        double use = random.nextBoolean() ? 1 : random.nextDouble(0.1, 1);
        sketch.needs("g1", "g0", input -> input.useShare(use).stockWeeks(random.nextInt(3)));
        sketch.needs("g0", "g1", input -> input.useShare(1).stockWeeks(random.nextInt(3)));
        Dataset dataset = sketch.build();

        new LoopTrial(dataset).worst(List.copyOf(dataset.goods())).ifPresent(stop -> {
            assertThat(stop.starved()).isFalse();
            assertThat(left(dataset, stop.stopped().id(), stop.weeks())).isCloseTo(stop.left(), within(1e-6));
            if (stop.weeks() > 1) {
                assertThat(left(dataset, stop.stopped().id(), stop.weeks() - 1)).isGreaterThan(stop.left());
            }
        });
    }

    private static double left(Dataset dataset, String good, int weeks) {
        int horizon = weeks + 260;
        ModelRun run = Models.REFERENCE.run(
                dataset,
                ScenarioSketch.over(horizon)
                        .during(0, weeks)
                        .outage("good:" + good, 1)
                        .scenario());
        double worst = 1;
        for (String each : List.of("g0", "g1")) {
            worst = Math.min(
                    worst,
                    Arrays.stream(run.output(each), horizon - 26, horizon)
                            .average()
                            .orElseThrow());
        }
        return worst;
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Goods are of one knot where each leads to the other over inputs that nothing bridges. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyKnotOfLoopsIsWarnedOfOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int goods = 2 + random.nextInt(6);
        NetworkSketch sketch = NetworkSketch.named("random-" + seed);
        for (int g = 0; g < goods; g++) {
            sketch.makes("X", "g" + g, 0.5).makes("Y", "g" + g, 0.5);
        }
        boolean[][] leads = new boolean[goods][goods];
        for (int from = 0; from < goods; from++) {
            for (int to = 0; to < goods; to++) {
                if (random.nextDouble() < 0.3) {
                    leads[from][to] = !addBridged(sketch, random, "g" + from, "g" + to);
                }
            }
        }
        for (int over = 0; over < goods; over++) {
            for (int from = 0; from < goods; from++) {
                for (int to = 0; to < goods; to++) {
                    leads[from][to] |= leads[from][over] && leads[over][to];
                }
            }
        }
        int knots = 0;
        for (int g = 0; g < goods; g++) {
            boolean first = leads[g][g];
            for (int before = 0; before < g; before++) {
                first &= !(leads[g][before] && leads[before][g]);
            }
            knots += first ? 1 : 0;
        }

        assertThat(warnings(sketch))
                .filteredOn(message -> message.contains("without stock"))
                .as("seed %d", seed)
                .hasSize(knots);
    }

    /** Adds a dependency; whether something bridges it. */
    private static boolean addBridged(NetworkSketch sketch, SplittableRandom random, String from, String to) {
        int kind = random.nextInt(6);
        sketch.needs(to, from, input -> switch (kind) {
            case 0 -> input.useShare(0.1).criticality(0.5);
            case 1 -> input.useShare(0.1).capital(5);
            case 2 -> input.useShare(0.1).stockWeeks(0.1);
            case 3 -> input.useShare(0.1).access();
            default -> input.useShare(0.1);
        });
        if (kind == 4) {
            sketch.exception(to, random.nextBoolean() ? "X" : "Y", from, own -> own.stockWeeks(0.1));
        }
        return kind <= 2 || kind == 4;
    }

    private static List<String> warnings(NetworkSketch sketch) {
        Faults faults = new Faults();
        new LoopCheck(Path.of("folder"), sketch.build(), faults).run();
        List<String> messages = new ArrayList<>();
        for (Problem problem : faults.list()) {
            assertThat(problem.isError()).isFalse();
            messages.add(problem.message());
        }
        return messages;
    }
}

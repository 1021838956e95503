package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.ArrayList;
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
                .containsExactly("a cycle of essential inputs without stock: a → b → a; once down, it stays down."
                        + " Expected a stock somewhere in it.");
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

        assertThat(warnings(access)).hasSize(1);
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

        assertThat(warnings(sketch)).as("seed %d", seed).hasSize(knots);
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

package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.testkit.NetworkSketch;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dataset becomes before its first week: numbers by hand, and refusals. */
class NetworkCompilerTest {
    /**
     * <pre>
     * ore@X (.35) ─┬→ metal@M (.5) ─┬→ chip@C      metal: u .5, M buys from X alone
     * ore@Y (.65) ─┴→ metal@N (.5) ─┘              chip: u .8, .6 from M and .4 from N
     * </pre>
     */
    private static final Dataset METALS = NetworkSketch.named("metals")
            .makes("X", "ore", 0.35)
            .makes("Y", "ore", 0.65)
            .makes("M", "metal", 0.5)
            .makes("N", "metal", 0.5)
            .makes("C", "chip", 1)
            .needs("metal", "ore", input -> input.useShare(0.5))
            .needs("chip", "metal", input -> input.useShare(0.8))
            .exception("metal", "M", "ore", own -> own.from("X", 1).from("Y", 0))
            .exception("chip", "C", "metal", own -> own.from("M", 0.6).from("N", 0.4))
            .build();

    private static FigureValues drawn(Map<String, Double> values) {
        return figure -> values.getOrDefault(figure.id(), figure.central());
    }

    @Test
    void whoIsOverdrawnByDrawnFiguresMakesWhatIsTakenAndBuysForIt() {
        // Divided by their sums: .2 and .8, .15 and .85.
        FigureValues values = drawn(Map.of(
                "supply/M/metal/share", 0.1,
                "supply/N/metal/share", 0.4,
                "supply/X/ore/share", 0.3,
                "supply/Y/ore/share", 1.7));

        CompiledNetwork network = NetworkCompiler.compile(new NetworkStructure(METALS), values, Overdraft.RAISE);

        // The stated mix moves to .6 · .4 of M and .4 · 1.6 of N, so .8 · .24/.88 is taken of M's .2.
        double ofM = 0.8 * 0.24 / 0.88;
        // X serves half a unit to each of M's, and .15 of what N takes, .5 · .8.
        double ofX = 0.5 * ofM + 0.15 * 0.4;
        assertThat(network.baselines()).containsExactly(new double[] {ofX, 0.85, ofM, 0.8, 1}, within(1e-12));
        assertThat(otherUses(network))
                .containsExactly(new double[] {0, 0.85 - 0.85 * 0.4, 0, 0.8 - 0.8 * 0.64 / 0.88, 1}, within(1e-12));
    }

    @Test
    void atCentralFiguresNobodyIsRaised() {
        CompiledNetwork network = NetworkCompiler.compile(METALS, FigureValues.CENTRAL);

        assertThat(network.baselines()).containsExactly(new double[] {0.35, 0.65, 0.5, 0.5, 1}, within(1e-12));
        assertThat(otherUses(network))
                .containsExactly(new double[] {0.35 - 0.25 - 0.0875, 0.65 - 0.1625, 0.02, 0.18, 1}, within(1e-12));
    }

    private static double[] otherUses(CompiledNetwork network) {
        double[] rest = new double[network.structure().activityCount()];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = network.otherUses(i);
        }
        return rest;
    }

    @Test
    void aStatedPartOfNothingIsNoUsualSupplier() {
        NetworkStructure structure = new NetworkStructure(METALS);
        int slot = structure.slotStart(2);

        assertThat(structure.linkUsual(slot) - structure.linkStart(slot)).isEqualTo(1);
    }

    @Test
    void everyOverdrawnMakerIsNamedOnALineOfItsOwn() {
        NetworkSketch sketch = NetworkSketch.named("overdrawn");
        for (String input : new String[] {"a", "b"}) {
            sketch.makes("X", input, 0.5)
                    .makes("Y", input, 0.5)
                    .needs("c", input, need -> need.useShare(0.8))
                    .exception("c", "Z", input, own -> own.from("X", 0.9).from("Y", 0.1));
        }
        Dataset dataset = sketch.makes("Z", "c", 1).build();

        assertThatThrownBy(() -> NetworkCompiler.compile(dataset, FigureValues.CENTRAL))
                .isInstanceOf(ChokepointException.class)
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .satisfiesExactly(
                                first -> assertThat(first).startsWith("Maker 'X' of good 'a' is overdrawn by 0.2"),
                                second -> assertThat(second).startsWith("Maker 'X' of good 'b' is overdrawn by 0.2")));
    }

    @Test
    void anInputThatNoMakerNeedsIsRefused() {
        Dataset dataset = NetworkSketch.named("needless")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .needs("b", "a", input -> input.useShare(0.5))
                .exception("b", "Y", "a", own -> own.needsNone())
                .build();

        assertThatThrownBy(() -> new NetworkStructure(dataset))
                .isInstanceOf(ChokepointException.class)
                .hasMessageStartingWith("No maker of 'b' needs 'a'");
    }

    @ParameterizedTest
    @CsvSource({"supply/M/metal/share, The share of 'metal@M'", "dependencies/ore>metal/use_share, The use share of '"})
    void aShareOfNothingIsRefused(String figure, String named) {
        assertThatThrownBy(() -> NetworkCompiler.compile(METALS, drawn(Map.of(figure, 0.0))))
                .isInstanceOf(ChokepointException.class)
                .hasMessageStartingWith(named)
                .hasMessageContaining("must be above 0");
    }
}

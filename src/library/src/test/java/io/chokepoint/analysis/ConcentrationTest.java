package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.testkit.NetworkSketch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries and origins by hand; goods stand before their inputs, so that origins take more than one round. */
class ConcentrationTest {
    /**
     * <pre>
     * phone@L (.7) ← chip, gas        chip@L ← ore, gas, half-critical glue, tools that wear
     * phone@M (.3) ← gas              ore@Z (.8), ore@B (.2); gas@B (.6), gas@K (.4); glue@K; tool@K
     * </pre>
     */
    private static NetworkSketch phones(boolean largestFirst) {
        NetworkSketch sketch = NetworkSketch.named("phones");
        if (largestFirst) {
            sketch.makes("L", "phone", 0.7).makes("M", "phone", 0.3);
        } else {
            sketch.makes("M", "phone", 0.3).makes("L", "phone", 0.7);
        }
        return sketch.makes("L", "chip", 1)
                .makes("Z", "ore", 0.8)
                .makes("B", "ore", 0.2)
                .makes("B", "gas", 0.6)
                .makes("K", "gas", 0.4)
                .makes("K", "glue", 1)
                .makes("K", "tool", 1)
                .needs("phone", "gas", input -> input.useShare(0.5))
                .needs("phone", "chip", input -> input.useShare(0.5))
                .needs("chip", "gas", input -> input.useShare(0.5))
                .needs("chip", "ore", input -> input.useShare(0.5))
                .needs("chip", "glue", input -> input.useShare(0.5).criticality(0.5))
                .needs("chip", "tool", input -> input.useShare(0.5).capital(7))
                .exception("phone", "M", "chip", own -> own.needsNone());
    }

    @Test
    void theLargestCountryIsNamedWithItsShare() {
        Concentration.Row ore = of(phones(true).build(), "ore");

        assertThat(ore.largestCountry()).isEqualTo("Z");
        assertThat(ore.largestCountryShare()).isCloseTo(0.8, within(1e-12));
        assertThat(ore.originCountry()).isEqualTo("Z");
        assertThat(ore.originShare()).isCloseTo(0.8, within(1e-12));
        assertThat(ore.feed()).isEmpty();
    }

    @Test
    void originsComeFromTheMostConcentratedInputThatIsUsedUpAndEssential() {
        Concentration.Row chip = of(phones(true).build(), "chip");

        assertThat(chip.largestCountry()).isEqualTo("L");
        assertThat(chip.feed()).isEqualTo("ore");
        assertThat(chip.originCountry()).isEqualTo("Z");
        assertThat(chip.originShare()).isCloseTo(0.8, within(1e-12));
        assertThat(chip.byOrigin()).isCloseTo(0.68, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void originsOfAllMakersAddUpAndTheFeedIsTheLargestMakers(boolean largestFirst) {
        Concentration.Row phone = of(phones(largestFirst).build(), "phone");

        // L's chips: Z .8, B .2. M's gas: B .6, K .4. Together Z .56, B .32, K .12.
        assertThat(phone.feed()).isEqualTo("chip");
        assertThat(phone.originCountry()).isEqualTo("Z");
        assertThat(phone.originShare()).isCloseTo(0.56, within(1e-12));
        assertThat(phone.byOrigin()).isCloseTo(0.4304, within(1e-12));
        assertThat(phone.byCountry()).isCloseTo(0.58, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "b, a"})
    void ofEquallyConcentratedInputsTheFirstCounts(String first, String second) {
        Dataset dataset = NetworkSketch.named("tie")
                .makes("A", "a", 1)
                .makes("B", "b", 1)
                .makes("C", "c", 1)
                .needs("c", first, input -> input.useShare(0.5))
                .needs("c", second, input -> input.useShare(0.5))
                .build();

        assertThat(of(dataset, "c").feed()).isEqualTo(first);
        assertThat(of(dataset, "c").originCountry()).isEqualToIgnoringCase(first);
    }

    @Test
    void aGoodThatNobodyMakesIsRefused() {
        Dataset other = NetworkSketch.named("other").makes("X", "x", 1).build();
        Concentration concentration = concentration(phones(true).build());

        assertThatThrownBy(() -> concentration.of(other.getGood("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'x'");
    }

    private static Concentration concentration(Dataset dataset) {
        return new Concentration(NetworkCompiler.compile(dataset, FigureValues.CENTRAL));
    }

    private static Concentration.Row of(Dataset dataset, String good) {
        return concentration(dataset).of(dataset.getGood(good));
    }
}

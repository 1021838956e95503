package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FlowLimit;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.testkit.NetworkSketch;
import org.junit.jupiter.api.Test;

/** A dependency between goods with many makers is refused before its flows are built. */
class FlowLimitTest {
    private static Dataset of(int makers) {
        NetworkSketch sketch = NetworkSketch.named("many");
        for (int i = 0; i < makers; i++) {
            sketch.makes("p" + i, "ore", 1.0 / makers).makes("p" + i, "alloy", 1.0 / makers);
        }
        return sketch.makes("Z", "steel", 1)
                .needs("alloy", "ore", input -> input.useShare(0.5))
                .needs("steel", "alloy", input -> input.useShare(0.5))
                .build();
    }

    @Test
    void tooManyFlowsAreCountedAndTheDependencyIsNamed() {
        assertThat(FlowLimit.problems(of(12_000)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains(
                                "ore > alloy has 144,000,000 possible flows (12,000 makers of the consumer, 12,000 of the input)")
                        .contains("expected at most 10,000,000")
                        .contains("Put small makers"));
        assertThatThrownBy(() -> new NetworkStructure(of(12_000)))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("144,000,000");
    }

    @Test
    void manyMakersOnOneSideAreFine() {
        assertThat(FlowLimit.problems(of(3_000))).isEmpty();
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dataset that the program ships with, as a user meets it. Figures of results are not stated here: they are data. */
class ShippedDatasetTest {

    @Test
    void hasNoFaultsAndIsLargeEnough() {
        CommandRun run = CommandRun.of("validate");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("rare-earths-to-chips", "no faults");
        assertThat(number(run.out(), "goods")).isGreaterThanOrEqualTo(180);
        assertThat(number(run.out(), "dependencies")).isGreaterThanOrEqualTo(380);
        assertThat(number(run.out(), "supply rows")).isGreaterThanOrEqualTo(500);
    }

    private static int number(String text, String what) {
        List<String> words = List.of(text.substring(0, text.indexOf(" " + what)).split(" "));
        return Integer.parseInt(words.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "H100",
        "H200",
        "H800",
        "H20",
        "A100",
        "A800",
        "Ascend 910B",
        "Ascend 910C",
        "CUDA",
        "CANN",
        "MLU 590",
        "CoWoS",
        "昇腾910C",
        "cerium oxide",
        "neodymium"
    })
    void commonNamesAreFound(String name) {
        CommandRun run = CommandRun.of("explain", name, "--restrict", "outage good:hree-ore lost=0", "--weeks", "1");

        // A name of several goods is answered with a list to choose from, never with "not a good".
        assertThat(run.err()).doesNotContain("is not a good");
    }

    @Test
    void withoutRestrictionNothingFallsShort() {
        CommandRun run =
                CommandRun.of("simulate", "--restrict", "outage good:hree-ore lost=0", "--format", "csv", "--quiet");

        assertThat(run.code()).isZero();
        List<List<String>> rows = CsvText.parse(run.out());
        assertThat(rows).hasSizeGreaterThan(180);
        assertThat(rows.subList(1, rows.size())).allSatisfy(row -> {
            assertThat(row.get(3)).as("first loss of %s", row.getFirst()).isEmpty();
            assertThat(Double.parseDouble(row.get(4)))
                    .as("trough of %s", row.getFirst())
                    .isGreaterThan(1 - 1e-9);
        });
    }

    @Test
    void defaultScenarioReachesTheChipsAndSaysWhy() {
        CommandRun summary = CommandRun.of("simulate", "--scenario", "ree-licence-14nm-enforced", "--format", "csv");
        List<String> h100 = CsvText.parse(summary.out()).stream()
                .filter(row -> row.getFirst().equals("nvidia-h100"))
                .findFirst()
                .orElseThrow();
        assertThat(h100.get(3)).as("first loss").isNotEmpty();

        CommandRun why = CommandRun.of("explain", "nvidia-h100", "--scenario", "ree-licence-14nm-enforced");
        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("Nvidia H100 falls to", "week " + h100.get(3), "[1]", "assumption", "Sources");
    }
}

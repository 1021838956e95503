package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands say is true of the very run: what is counted, what was asked for, and what was not understood. */
class AnswersInWordsTest {
    @TempDir
    private Path folder;

    @Test
    void pairsAreOfAsManyNodesAsThereAre() {
        assertThat(CommandRun.onChain("rank", "--by", "good", "--target", "c", "--pairs")
                        .out())
                .startsWith("Outage of the 2 worst together (by good)");
        assertThat(CommandRun.onChain("rank", "--by", "country", "--target", "c", "--pairs")
                        .out())
                .startsWith("Outage of the 2 worst together (by country)");
    }

    @Test
    void withoutTwoNodesThereIsNoPair() throws IOException {
        Path one = SmallChains.write(folder, 2, 1);

        CommandRun run = CommandRun.of("rank", "--by", "good", "--target", "b", "--pairs", "--data", one.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("There are no two nodes to pair");
    }

    @Test
    void aResponseNeedsARestrictionWithinTheRun() {
        CommandRun run = CommandRun.onChain(
                "best-response", "--restrict", "outage good:a start=60", "--weeks", "40", "--target", "c");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("The first restriction starts in week 60, after the run of 40 weeks.")
                .doesNotContain("loses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resilience --target nothing",
                "rank --target nothing",
                "structure --target nothing",
                "best-response --scenario ban --target nothing",
                "mitigate --scenario ban --target nothing",
                "snapshot --scenario ban --out x.png --focus nothing",
                "simulate --scenario ban --samples 3 --drivers nothing"
            })
    void aNameThatIsUnknownIsSaidWithItsOption(String words) {
        CommandRun run = CommandRun.onChain(words.split(" "));
        String option = words.contains("--focus") ? "--focus" : words.contains("--drivers") ? "--drivers" : "--target";

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith(option + ": 'nothing' is not a good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --scenario ban",
                "simulate --scenario ban --format csv",
                "rank --by good",
                "validate",
                "report --scenario ban"
            })
    void aDashIsStandardOutput(String words) {
        String[] plain = words.split(" ");
        String[] dashed =
                Stream.concat(Stream.of(plain), Stream.of("--out", "-")).toArray(String[]::new);

        CommandRun run = CommandRun.onChain(dashed);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isNotEmpty().isEqualTo(CommandRun.onChain(plain).out());
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void aPictureIsNotForStandardOutput() {
        CommandRun run = CommandRun.onChain("snapshot", "--scenario", "ban", "--out", "-");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--out - is standard output, but a snapshot is a picture");
    }

    /** What cannot be understood is a fault of usage; what does not fit the dataset is a fault of the input. */
    @ParameterizedTest
    @CsvSource({
        "good:!!ore, 2",
        "outage good:!!a, 2",
        "flood good:a, 2",
        "outage good:a lost=x, 2",
        "outage good:a lost=3, 2",
        "outage good:nosuch, 1"
    })
    void aRestrictionThatCannotBeUnderstoodIsUsage(String restriction, int code) {
        CommandRun run = CommandRun.onChain("simulate", "--restrict", restriction);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).startsWith("--restrict: ");
    }

    @Test
    void aBandOfWeeksSpeaksOfTheRunsThatItsTroughSpeaksOf() {
        List<String> all = IntStream.range(0, 12)
                .mapToObj(seed -> CommandRun.onChain(
                                "simulate",
                                "--restrict",
                                "outage good:a lost=0.001/0.008/0.04",
                                "--weeks",
                                "40",
                                "--samples",
                                "2",
                                "--seed",
                                String.valueOf(seed))
                        .out())
                .toList();

        assertThat(all).anyMatch(out -> out.contains(" 50 %")).noneMatch(out -> out.contains("never to never"));
    }

    @Test
    void theLeastIsNeverWrittenAsIfItWereNotShort() {
        String spec = "outage good:c start=5 lost=0.0104";

        assertThat(CommandRun.onChain("explain", "c", "--restrict", spec, "--weeks", "9")
                        .out())
                .startsWith("Motor falls to 98.9 % of baseline");
        assertThat(CommandRun.onChain("simulate", "--restrict", spec, "--weeks", "9")
                        .out())
                .contains("98.9 %")
                .doesNotContain("99.0 %");
    }
}

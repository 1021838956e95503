package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands print of datasets with one, two or none of a thing. */
class NumberWordsInOutputTest {
    private static final String ONE =
            "activity|assumption|column|country|dependency|episode|error|figure|good|maker|market|node|observation|pair|point|"
                    + "restriction|row|run|scenario|second|step|warning|week";

    private static final String MANY =
            "activities|assumptions|columns|countries|dependencies|episodes|errors|figures|goods|makers|markets|nodes|observations|"
                    + "pairs|points|restrictions|rows|runs|scenarios|seconds|steps|warnings|weeks";

    /** "1 runs", "All 1 markets", "0 good", "2 week"; not "0.1 weeks" or "week 1". */
    private static final Pattern WRONG =
            Pattern.compile("(?<![\\d.,])1 (?:[a-z-]+ )?(" + MANY + ")\\b|(?<![\\d.,])1 of these fall\\b"
                    + "|\\b(?i:all) 1\\b|(?<![\\d.,])(0|[2-9]|\\d\\d+) (" + ONE + ")\\b");

    private static final List<String[]> COMMANDS = List.of(
            new String[] {"validate"},
            new String[] {"simulate", "--weeks", "1", "--restrict", "outage good:a"},
            new String[] {"simulate", "--weeks", "30", "--restrict", "outage good:a"},
            new String[] {"simulate", "--weeks", "20", "--restrict", "outage good:a lost=0.001"},
            new String[] {"simulate", "--weeks", "20", "--restrict", "outage good:a", "--samples", "1"},
            new String[] {"simulate", "--weeks", "20", "--restrict", "outage good:a", "--samples", "2"},
            new String[] {"simulate", "--weeks", "20", "--restrict", "outage good:a", "--samples", "1", "--drivers", "a"
            },
            new String[] {"simulate", "--restrict", "outage good:a", "--model", "reach"},
            new String[] {"explain", "a", "--weeks", "20", "--restrict", "outage good:a"},
            new String[] {"rank", "--weeks", "1"},
            new String[] {"rank", "--weeks", "20", "--by", "activity"},
            new String[] {"structure", "--target", "a"},
            new String[] {"resilience", "--recover", "1"},
            new String[] {"resilience", "--recover", "20"},
            new String[] {"best-response", "--weeks", "20", "--restrict", "outage good:a", "--target", "a"});

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2, 1", "2, 2", "3, 2"})
    void wordsFollowTheirNumbers(int goods, int markets) throws IOException {
        Path data = SmallChains.write(folder, goods, markets);
        List<String> wrong = new ArrayList<>();
        for (String[] command : COMMANDS) {
            CommandRun run = CommandRun.of(Stream.concat(Arrays.stream(command), Stream.of("--data", data.toString()))
                    .toArray(String[]::new));
            assertThat(run.code())
                    .as("%s: %s", String.join(" ", command), run.err())
                    .isZero();
            Matcher found = WRONG.matcher(run.out() + "\n" + run.err());
            while (found.find()) {
                wrong.add(String.join(" ", command) + ": " + found.group());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void oneOfEverythingIsSaidInWords() throws IOException {
        Path data = SmallChains.write(folder, 1, 1);

        String served = CommandRun.of(
                        "simulate",
                        "--weeks",
                        "20",
                        "--restrict",
                        "outage good:a lost=0.001",
                        "--data",
                        data.toString())
                .out();

        assertThat(served)
                .contains("Nothing falls short: the one good stays above 99 % of baseline.")
                .contains("The one market is served.");
    }

    @Test
    void aFewRunsClaimNoPrecision() throws IOException {
        Path data = SmallChains.write(folder, 2, 1);
        String[] command = {
            "simulate",
            "--weeks",
            "20",
            "--restrict",
            "outage good:a lost=0/0.5/1",
            "--data",
            data.toString(),
            "--samples",
            ""
        };
        for (int runs : new int[] {1, 2, 29, 30}) {
            command[command.length - 1] = String.valueOf(runs);
            String out = CommandRun.of(command).out();
            assertThat(out.contains("known to within")).as(out).isEqualTo(runs >= 30);
            assertThat(out.contains("too few to tell")).as(out).isEqualTo(runs < 30);
        }
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of sweeps: put together they are the whole, to the last byte, and nothing else is taken for them. */
class ShardCommandsTest {
    private static final String SAMPLES = "simulate --scenario ban --samples 23 --seed 5";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void write() throws IOException {
        data = SweepChain.write(folder.resolve("data"));
    }

    private CommandRun run(String words, Object... more) {
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        Stream.of(more).map(Object::toString).forEach(all::add);
        return CommandRun.of(all.toArray(String[]::new));
    }

    private CommandRun onData(String words, Object... more) {
        return run(
                words, Stream.concat(Stream.of(more), Stream.of("--data", data)).toArray());
    }

    private Path part(String words, int number, int of) {
        Path file = folder.resolve("part-" + number + "-" + of + ".parquet");
        CommandRun run = onData(words, "--shard", number + "/" + of, "--out", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).exists();
        assertThat(Path.of(file + ".progress")).doesNotExist();
        return file;
    }

    private List<Path> parts(String words, int of) {
        List<Path> parts = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            parts.add(part(words, number, of));
        }
        Collections.shuffle(parts, new Random(of));
        return parts;
    }

    private CommandRun merge(List<Path> parts, Object... more) {
        return run("merge", Stream.concat(parts.stream(), Stream.of(more)).toArray());
    }

    private static final List<String> SWEEPS = List.of(
            "rank",
            "rank --by good --order worst-market --weeks 40",
            "rank --by country --instrument export-ban --target c",
            "rank --pairs --among 5 --weeks 30",
            SAMPLES,
            SAMPLES + " --series",
            SAMPLES + " --series --rationing price",
            SAMPLES + " --drivers c",
            SAMPLES + " --independent",
            "backtest --samples 5",
            "backtest first --samples 3 --score",
            "resilience --by good --longest 30");

    private static Stream<String> sweeps() {
        return SWEEPS.stream();
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void partsGiveTheWholeToTheLastByte(String words) {
        String whole = words.startsWith("simulate") ? words + " --precision 0" : words;
        for (int of : new int[] {1, 2, 3, 7}) {
            List<Path> parts = parts(words, of);
            for (String format : List.of("table", "csv", "json")) {
                CommandRun expected = onData(whole, "--format", format);
                CommandRun merged = merge(parts, "--format", format, "--threads", 1 + of % 2);

                assertThat(merged.code()).as(merged.err()).isZero();
                assertThat(merged.out()).as(format + " of " + of).isEqualTo(expected.out());
                assertThat(merged.out()).isNotEmpty();
                assertThat(merged.err()).isEqualTo(expected.err());
            }
        }
    }

    /** Thousands of figures, prices with two sides, restrictions that are drawn, and more than one piece of nodes to solve. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --scenario ree-licence-14nm --weeks 30 --samples 6 --precision 0 --series",
                "simulate --scenario ree-full-stop --weeks 30 --samples 12 --precision 0 --drivers H100",
                "backtest magnets-2025 --samples 3",
                "resilience --target H100 --by good --longest 26"
            })
    void soDoPartsOfTheShippedDataset(String words) {
        List<Path> parts = new ArrayList<>();
        for (int number = 2; number > 0; number--) {
            Path file = folder.resolve("shipped-" + number);
            assertThat(run(words, "--format", "csv", "--shard", number + "/2", "--out", file)
                            .code())
                    .isZero();
            parts.add(file);
        }
        CommandRun merged = merge(parts);
        CommandRun whole = run(words, "--format", "csv");

        assertThat(merged.out()).isEqualTo(whole.out()).isNotEmpty();
        assertThat(merged.err()).isEqualTo(whole.err());
    }

    @Test
    void aSweepIsNotTheSameWithEveryDraw() {
        assertThat(onData(SAMPLES, "--format", "csv").out())
                .isNotEqualTo(onData("simulate --scenario ban --samples 23 --seed 6", "--format", "csv")
                        .out());
    }

    @Test
    void filesBesideTheAnswerAreWrittenByWhoPutsThePartsTogether() throws IOException {
        Path draws = folder.resolve("draws.parquet");
        List<Path> parts = parts(SAMPLES + " --draws " + draws, 3);
        assertThat(draws).doesNotExist();

        assertThat(merge(parts, "--out", folder.resolve("merged.txt")).code()).isZero();
        byte[] merged = Files.readAllBytes(draws);
        assertThat(onData(SAMPLES + " --precision 0 --draws " + draws).out())
                .isEqualTo(Files.readString(folder.resolve("merged.txt")));
        assertThat(Files.readAllBytes(draws)).isEqualTo(merged);

        Path picture = folder.resolve("picture.svg");
        List<Path> episodes = parts("backtest --samples 4 --picture " + picture, 2);
        assertThat(picture).doesNotExist();
        assertThat(merge(episodes).code()).isZero();
        String drawn = Files.readString(picture);
        onData("backtest --samples 4 --picture " + picture);
        assertThat(Files.readString(picture)).isEqualTo(drawn);
    }

    @Test
    void theFormatIsThatOfThePartsUnlessAnotherIsAskedFor() {
        List<Path> parts = parts("rank --format json", 2);
        assertThat(merge(parts).out()).isEqualTo(onData("rank --format json").out());
        assertThat(merge(parts, "--format", "csv").out())
                .isEqualTo(onData("rank --format csv").out());

        Path first = folder.resolve("part-1-2.parquet");
        Path second = folder.resolve("second.parquet");
        onData("rank --format csv", "--shard", "2/2", "--out", second);
        List<Path> mixed = List.of(first, second);
        assertThat(merge(mixed).code()).isEqualTo(ExitCode.USAGE);
        assertThat(merge(mixed).err()).contains("different formats, json and csv");
        assertThat(merge(mixed, "--format", "csv").code()).isZero();
    }

    @Test
    void theDatasetMayHaveMovedButNotChanged() throws IOException {
        List<Path> parts = parts("rank", 2);
        String whole = onData("rank").out();
        Path moved = Files.move(data, folder.resolve("moved"));

        assertThat(merge(parts).code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(merge(parts, "--data", moved).out()).isEqualTo(whole);

        Path goods = moved.resolve("goods.csv");
        Files.writeString(goods, Files.readString(goods).replace("Motor,Motor", "Motor,Engine"));
        CommandRun changed = merge(parts, "--data", moved);
        assertThat(changed.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(changed.out()).isEmpty();
        for (Path part : parts) {
            assertThat(changed.err()).contains(part + ": is of another dataset fingerprint, '");
        }
        assertThat(changed.err()).contains("than this run");
    }

    @Test
    void aScenarioFileThatChangedIsNoticed() throws IOException {
        Path scenario = Files.copy(data.resolve("scenarios/ban.json"), folder.resolve("own.json"));
        List<Path> parts = parts("simulate --scenario " + scenario + " --samples 4", 2);
        assertThat(merge(parts).code()).isZero();
        Files.writeString(scenario, Files.readString(scenario).replace("\"end\": 30", "\"end\": 31"));

        assertThat(merge(parts).err()).contains("is of another scenario fingerprint");
        assertThat(merge(parts).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void allFaultsAreSaidAtOnce() throws IOException {
        Path first = part(SAMPLES, 1, 5);
        Path otherSeed = part("simulate --scenario ban --samples 23 --seed 6", 2, 5);
        Path otherOf = part(SAMPLES, 3, 6);
        Path twice = Files.copy(first, folder.resolve("again.parquet"));
        Path damaged = part(SAMPLES, 4, 5);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        Path none = folder.resolve("none.parquet");
        CommandRun run = merge(List.of(first, otherSeed, otherOf, twice, damaged, none, folder));

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        otherSeed + ": is of another command, \"simulate --scenario ban --samples 23 --seed 6\", than "
                                + first,
                        otherOf + ": is one of 6 parts, not of 5, than " + first,
                        twice + ": part 1/5 is in " + first + " already",
                        damaged + ": is damaged, cut short or no part of a sweep: its checksum does not hold",
                        none + ": there is no such file",
                        folder + ": is a folder, not a part of a sweep",
                        first + ": 4 parts are missing: 2/5, 3/5, 4/5, 5/5");
    }

    @Test
    void aPartThatIsNotAsItWasWrittenIsRefusedByName() throws IOException {
        Path first = part(SAMPLES, 1, 2);
        Path second = part(SAMPLES, 2, 2);
        byte[] whole = Files.readAllBytes(second);
        Random random = new Random(1);
        for (int mutant = 0; mutant < 120; mutant++) {
            byte[] bytes = whole.clone();
            if (mutant % 4 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else if (mutant % 4 == 1) {
                bytes[bytes.length - 1 - random.nextInt(700)] ^= (byte) (1 << random.nextInt(8));
            } else {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(second, bytes);
            CommandRun run = merge(List.of(first, second));
            assertThat(run.code()).as("mutant " + mutant).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err()).contains(first + ": 1 part is missing: 2/2", second + ": is damaged");
        }
        Files.write(second, whole);
        assertThat(merge(List.of(first, second)).code()).isZero();
    }

    @Test
    void theSamePartIsTheSameBytesWhateverTheThreads() throws IOException {
        Path file = part(SAMPLES, 2, 3);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);

        assertThat(onData(SAMPLES, "--threads", 3, "--quiet", "--shard=2/3", "--out=" + file)
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void whatIsThereAlreadyIsNotComputedAgain() throws IOException {
        Path file = part(SAMPLES, 1, 2);
        byte[] bytes = Files.readAllBytes(file);

        CommandRun again = onData(SAMPLES, "--shard", "1/2", "--out", file);
        assertThat(again.code()).isZero();
        assertThat(again.err()).contains("Part 1 of 2 is in " + file + " already; nothing was left to do.");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);

        assertThat(onData(SAMPLES, "--shard", "2/2", "--out", file).err()).contains("Part 2 of 2: 11 of 23 units in ");
        assertThat(Files.readAllBytes(file)).isNotEqualTo(bytes);
    }

    @Test
    void partsDoNotStopEarlyAndSaySo() {
        assertThat(onData(SAMPLES, "--shard", "1/2", "--out", folder.resolve("p"))
                        .err())
                .contains("All 23 runs are made: parts do not stop early.");
        assertThat(onData(SAMPLES + " --precision 0", "--shard", "2/2", "--out", folder.resolve("q"))
                        .err())
                .doesNotContain("early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/3", "4/3", "1/10001", "1", "1/", "/2", "-1/2", "1/0", "1/2/3", "a/b", "1.0/2", "١/٢"})
    void sharesThatAreNoneAreUsage(String shard) {
        CommandRun run = onData("rank", "--shard", shard, "--out", folder.resolve("p"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--shard must be I/N, whole numbers with 1 ≤ I ≤ N ≤ 10000, but is " + shard);
        assertThat(folder.resolve("p")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "simulate --scenario ban, here is nothing to share out: expected --samples",
        "backtest --samples 0, here is nothing to share out: expected --samples",
        "backtest --estimate, here is nothing to share out: what --estimate tries",
        "explain c --scenario ban, Unknown option",
        "mitigate --target c --scenario ban, Unknown option"
    })
    void whereNothingIsSweptThereIsNothingToShareOut(String words, String said) {
        CommandRun run = onData(words, "--shard", "1/2", "--out", folder.resolve("p"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", SAMPLES, "backtest", "resilience"})
    void aPartNeedsAFileOfItsOwn(String words) {
        assertThat(onData(words, "--shard", "1/2").err()).contains("--shard needs --out FILE");
        assertThat(onData(words, "--shard", "1/2", "--out", "-").code()).isEqualTo(ExitCode.USAGE);
        assertThat(onData(words, "--shard", "1/2", "--out", folder).err()).contains("is no regular file");
        assertThat(run("merge").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void progressOfAnotherSweepIsLeftAlone() throws IOException {
        Path file = folder.resolve("p");
        Path progress = folder.resolve("p.progress");
        Files.writeString(progress, "Dear diary");
        CommandRun run = onData(SAMPLES, "--shard", "1/2", "--out", file);

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(progress + " is no file of progress.");
        assertThat(progress).hasContent("Dear diary");
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every firm of a network in parts: put together they are the whole, to the last byte. */
class NetworkShardTest {
    private static final int FIRMS = 40;

    @TempDir
    private Path folder;

    @BeforeEach
    void drawnNetwork() throws IOException {
        Random random = new Random(4);
        StringBuilder nodes = new StringBuilder("node,sector,market\n");
        StringBuilder edges = new StringBuilder("supplier,buyer,amount\n");
        for (int firm = 0; firm < FIRMS; firm++) {
            nodes.append("f%d,%d,%d\n".formatted(firm, random.nextInt(6), random.nextInt(20)));
            for (int link = 0; link < 4; link++) {
                edges.append("f%d,f%d,%d\n".formatted(firm, random.nextInt(FIRMS), random.nextInt(100)));
            }
        }
        StringBuilder codes = new StringBuilder("supplier_sector,buyer_sector,code\n");
        for (int pair = 0; pair < 36; pair++) {
            codes.append("%d,%d,%d\n".formatted(pair / 6, pair % 6, random.nextInt(3)));
        }
        Files.writeString(folder.resolve("nodes.csv"), nodes);
        Files.writeString(folder.resolve("edges.csv"), edges);
        Files.writeString(folder.resolve("essential.csv"), codes);
    }

    private CommandRun esri(Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("network", "esri", "--all", "--dir", folder), Stream.of(more))
                .map(Object::toString)
                .toArray(String[]::new));
    }

    private List<Path> parts(int of, Object... more) {
        List<Path> parts = new ArrayList<>();
        for (int number = 1; number <= of; number++) {
            Path file = folder.resolve("part-" + number + "-" + of + ".parquet");
            CommandRun run = esri(Stream.concat(Stream.of(more), Stream.of("--shard", number + "/" + of, "--out", file))
                    .toArray());
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).isEmpty();
            parts.add(file);
        }
        Collections.shuffle(parts, new Random(of));
        return parts;
    }

    private static CommandRun merge(List<Path> parts, Object... more) {
        return CommandRun.of(Stream.concat(Stream.of("merge"), Stream.concat(parts.stream(), Stream.of(more)))
                .map(Object::toString)
                .toArray(String[]::new));
    }

    @Test
    void partsGiveTheWholeInEveryForm() throws IOException {
        for (int of : new int[] {1, 2, 7, FIRMS + 3}) {
            List<Path> parts = parts(of, "--eps", "1e-6");
            for (String format : List.of("table", "csv", "json")) {
                CommandRun whole = esri("--eps", "1e-6", "--format", format);
                CommandRun merged = merge(parts, "--format", format, "--threads", 1 + of % 2);

                assertThat(merged.code()).as(merged.err()).isZero();
                assertThat(merged.out())
                        .as(format + " of " + of)
                        .isEqualTo(whole.out())
                        .isNotEmpty();
                assertThat(merged.err()).isEqualTo(whole.err());
            }
            for (String ending : List.of("csv", "json", "parquet")) {
                Path whole = folder.resolve("whole." + ending);
                Path merged = folder.resolve("merged." + ending);
                assertThat(esri("--eps", "1e-6", "--out", whole).code()).isZero();
                assertThat(merge(parts, "--out", merged).code()).isZero();
                assertThat(merged).hasSameBinaryContentAs(whole);
            }
        }
    }

    @Test
    void whatWasGivenUpIsSaidByWhoPutsThePartsTogether() {
        CommandRun whole = esri("--max-steps", "2");
        CommandRun merged = merge(parts(3, "--max-steps", "2"));

        assertThat(whole.err()).contains("were given up after 2 steps");
        assertThat(merged.err()).isEqualTo(whole.err());
        assertThat(merged.out()).isEqualTo(whole.out());
    }

    @Test
    void aNetworkOrParametersThatChangedAreNoticed() throws IOException {
        List<Path> parts = parts(2);
        Path edges = folder.resolve("edges.csv");
        String before = Files.readString(edges);
        Files.writeString(edges, before + "f0,f1,0.5\n");
        CommandRun changed = merge(parts);
        assertThat(changed.code()).isEqualTo(ExitCode.BAD_INPUT);
        for (Path part : parts) {
            assertThat(changed.err()).contains(part + ": is of another network fingerprint, '");
        }

        Files.writeString(edges, before);
        assertThat(merge(parts).code()).isZero();
        Files.writeString(folder.resolve("params.csv"), "key,value\neps,0.001\n");
        assertThat(merge(parts).err()).contains("is of another set of parameters, 'rule 1, eps 0.01,");
    }

    @Test
    void scenariosAreNoSweep() {
        CommandRun run = CommandRun.of(
                "network",
                "esri",
                "--dir",
                folder.toString(),
                "--shard",
                "1/2",
                "--out",
                folder.resolve("a").toString());

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("nothing to share out: expected --all");
    }
}

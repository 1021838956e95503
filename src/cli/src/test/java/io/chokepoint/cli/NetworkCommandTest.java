package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code network} as scripts see it. */
class NetworkCommandTest {
    @TempDir
    Path folder;

    /** Writes a small case: 1 and 2 make steel, 3 cleans, 4 and 5 make cars, 6 sells them. */
    static void caseIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "nodes.csv", "node,sector,market", "1,1,1", "2,1,1", "3,2,2", "4,3,3", "5,3,3", "6,4,4");
        write(
                folder,
                "edges.csv",
                "supplier,buyer,amount",
                "1,4,80",
                "2,4,20",
                "2,5,50",
                "3,4,10",
                "3,5,50",
                "4,6,120",
                "5,6,60");
        write(folder, "essential.csv", "supplier_sector,buyer_sector,code", "1,3,2", "2,3,1", "3,4,2", "1,1,0");
        write(folder, "shock.csv", "scenario,node,shock_down,shock_up", "one,1,1,1", "half,1,0.5,0.5");
        write(folder, "params.csv", "key,value", "replaceability,1", "parameter_sets,1:0.01 2:1e-08");
    }

    private static void write(Path folder, String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @BeforeEach
    void smallCase() throws IOException {
        caseIn(folder);
    }

    private CommandRun esri(String... more) {
        return CommandRun.of(Stream.concat(Stream.of("network", "esri", "--dir", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void scenariosAndFirmsGoToFiles() throws IOException {
        CommandRun run = esri("--out", file("esri.csv"), "--firms-out", file("h.csv"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("esri.csv")))
                .startsWith(
                        "scenario,parameter_set,weight,esri,esri_down,esri_up,iterations",
                        "one,1:0.01,1,0.4512820512820513,0.4512820512820513,0.20512820512820512,3")
                .hasSize(5)
                .last()
                .asString()
                .startsWith("half,2:1e-08,1,0.192");
        assertThat(Files.readAllLines(folder.resolve("h.csv")))
                .startsWith("scenario,parameter_set,node,h_down,h_up", "one,1:0.01,1,0.0,0.0")
                .hasSize(13);
    }

    @Test
    void theLimitIsSaidToBeOne() throws IOException {
        CommandRun run = esri("--accelerated", "--format", "csv");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("one,limit,1,0.4512820512820513,0.4512820512820513,0.20512820512820512,");
        assertThat(run.err()).contains("One plain step more would change no firm's production by more than the part ");
        assertThat(esri("--accelerated", "--all", "--format", "csv").err()).contains("One plain step more");
        assertThat(esri("--accelerated", "--eps", "0.1").code()).isEqualTo(ExitCode.USAGE);
        assertThat(esri("--accelerated", "0", "--eps", "0.1").code()).isEqualTo(ExitCode.OK);
        assertThat(esri("--accelerated", "--max-steps", "1").err()).contains("given up after 1 step ");

        write(folder, "params.csv", "key,value", "accelerated,1", "eps,0.1");
        assertThat(esri("--format", "csv").out()).contains("one,limit,1,");
        assertThat(esri("--eps", "0.1").err()).contains("--eps").contains("goes to the limit");
    }

    @Test
    void everyFirmAlone() {
        CommandRun run = esri("--all", "--format", "csv", "--eps", "1e-8", "--threads", "3");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.outLines())
                .startsWith(
                        "node,esri,esri_down,esri_up,iterations",
                        "1,0.4512820512820513,0.4512820512820513,0.20512820512820512,3")
                .hasSize(7)
                .last()
                .isEqualTo("6,1.0,0.0,1.0,3");
        assertThat(esri("--all").outLines().getFirst().split(" +"))
                .containsExactly("node", "esri", "esri_down", "esri_up", "iterations");
        assertThat(esri("--all", "--format", "json").out()).contains("\"esri_down\"");
    }

    @Test
    void theEndingOfAFileSaysItsFormat() throws IOException {
        assertThat(esri("--out", file("a.parquet"), "--firms-out", file("h.json"))
                        .code())
                .isEqualTo(ExitCode.OK);

        assertThat(Files.readAllBytes(folder.resolve("a.parquet"))).startsWith('P', 'A', 'R', '1');
        assertThat(folder.resolve("h.json")).content().startsWith("[").contains("\"h_down\"");
        Files.copy(folder.resolve("a.parquet"), folder.resolve("b.parquet"));
        CommandRun run = esri("--nodes", file("b.parquet"));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("b.parquet: node: is missing; the file has scenario, parameter_set");
    }

    @Test
    void columnsAreAskedForByNameToo() throws IOException {
        assertThat(esri("--all", "--format", "parquet", "--out", file("all.columns"))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(Files.readAllBytes(folder.resolve("all.columns"))).startsWith('P', 'A', 'R', '1');
        CommandRun run = esri("--all", "--format", "parquet");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("needs --out FILE");
    }

    @Test
    void optionsReplaceParameters() {
        assertThat(esri("--format", "csv", "--eps", "1e-3").outLines().get(1)).startsWith("one,1:1e-3,");
        assertThat(esri("--format", "csv", "--stop-rule", "2").outLines().get(1))
                .startsWith("one,2:0.01,");
        assertThat(esri("--format", "csv", "--parameter-sets", "2:0 1:5").outLines())
                .hasSize(5)
                .element(1)
                .asString()
                .startsWith("one,2:0,");
        String replaceable = esri("--all", "--format", "csv").out();
        assertThat(esri("--all", "--format", "csv", "--replaceability").out()).isEqualTo(replaceable);
        assertThat(esri("--all", "--format", "csv", "--replaceability", "0").out())
                .isNotEqualTo(replaceable);
    }

    @Test
    void whatIsGivenUpIsSaidEvenToTheQuiet() {
        CommandRun run = esri("--max-steps", "1", "--quiet");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("were given up after 1 step and");
    }

    @Test
    void linksOfNothingAreCounted() throws IOException {
        Files.writeString(folder.resolve("edges.csv"), "supplier,buyer,amount\n1,4,80\n4,6,120\n2,4,0\n2,4,-1\n");

        assertThat(esri().err()).contains("2 links have an amount of 0 or less and carry nothing.");
    }

    @Test
    void faultsOfAllFiles() throws IOException {
        write(
                folder,
                "shock.csv",
                "scenario,node,shock_down,shock_up",
                "one,7,1,1",
                "one,1,2,1",
                "one,2,,1",
                "one,3,1,1",
                "one,3,1,1");
        write(folder, "essential.csv", "supplier_sector,buyer_sector,code", "1,3,3", "2,3,1");

        CommandRun run = esri();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().replace(folder + "/", "").lines())
                .contains(
                        "essential.csv:2: code: '3' is none of 0 (negligible), 1 (non-essential), 2 (essential)",
                        "shock.csv:2: node: '7' is not among the firms",
                        "shock.csv:3: shock_down: '2' is no number from 0 to 1",
                        "shock.csv:4: shock_down: '' is no number from 0 to 1",
                        "shock.csv:6: node: '3' is hit before in scenario 'one'")
                .anyMatch(line -> line.startsWith(
                        "essential.csv: code: there is none for supplier sector '3' and buyer sector '4'"));
        assertThat(esri("--essential-others", "0").code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void parametersAtFault() throws IOException {
        write(folder, "params.csv", "key,value", "replaceability,yes", "parameter_sets,3:0.1", "colour,red");

        assertThat(esri().err().replace(folder + "/", "").lines())
                .containsExactly(
                        "params.csv:2: replaceability: 'yes' is no whole number from 0 to 1",
                        "params.csv:3: parameter_sets: '3:0.1' is no stop rule (1 or 2), colon and eps, such as 1:0.01");
        CommandRun run = esri("--replaceability", "1", "--parameter-sets", "1:0.1");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("Not used: colour.");
    }

    @Test
    void missingFilesAndUsage() throws IOException {
        Files.delete(folder.resolve("edges.csv"));
        assertThat(esri().err()).contains("edges.csv: there is no such file");
        assertThat(esri().code()).isEqualTo(ExitCode.BAD_INPUT);
        for (List<String> line : List.of(
                List.of("network"),
                List.of("network", "esri"),
                List.of("network", "reach", "--all"),
                List.of("network", "reach", "--dir", "x"),
                List.of("network", "esri", "--dir", "x", "--all", "--firms-out", "h.csv"),
                List.of("network", "esri", "--dir", "x", "--data", "y"),
                List.of("network", "esri", "--dir", "x", "--parameter-sets", "1:0.1", "--eps", "0.2"),
                List.of("network", "esri", "--dir", "x", "--parameter-sets", "1:0.1", "--stop-rule", "2"),
                List.of("network", "weather"))) {
            assertThat(CommandRun.of(line.toArray(String[]::new)).code())
                    .as(String.join(" ", line))
                    .isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void aFolderInPlaceOfAFileIsNamed() throws IOException {
        Files.delete(folder.resolve("edges.csv"));
        Files.createDirectory(folder.resolve("edges.csv"));

        CommandRun run = esri();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(file("edges.csv") + ": cannot be read: it is a folder");
    }

    /** Else one would silently replace the other. */
    @Test
    void resultsGoIntoFilesOfTheirOwn() throws IOException {
        String same = folder.resolve("sub/../h.csv").toString();
        CommandRun twice = esri("--out", file("h.csv"), "--firms-out", same);
        CommandRun input = esri("--out", file("nodes.csv"));
        CommandRun device = esri("--out", "/dev/null", "--firms-out", "/dev/null");

        assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
        assertThat(twice.err()).contains("--firms-out and --out name the same file");
        assertThat(input.code()).isEqualTo(ExitCode.USAGE);
        assertThat(input.err()).contains("which is a file of the case");
        assertThat(Files.readString(folder.resolve("nodes.csv"))).startsWith("node,sector,market");
        assertThat(device.code()).as(device.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void downstreamOfEveryFirm() {
        CommandRun run = CommandRun.of("network", "reach", "--dir", folder.toString(), "--all", "--format", "csv");

        assertThat(run.outLines()).containsExactly("node,downstream", "1,2", "2,3", "3,3", "4,1", "5,1", "6,0");
    }

    @Test
    void reachReadsItsParametersAsTheOthersDo() throws IOException {
        write(folder, "params.csv", "key,value", "colour,red");
        CommandRun run = CommandRun.of("network", "reach", "--dir", folder.toString(), "--all");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).contains("Not used: colour.");

        write(folder, "params.csv", "key,value", ",red", "x");
        run = CommandRun.of("network", "reach", "--dir", folder.toString(), "--all");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("params.csv:2: key: is missing; expected the name of a parameter")
                .contains("params.csv:3: has 1 field, but the header has 2");
    }

    @Test
    void accountsTooSmallToDivideByAreRefused() throws IOException {
        write(folder, "edges.csv", "supplier,buyer,amount", "1,4,1e300", "4,1,1e300");
        for (String column : List.of("revenue", "costs")) {
            write(folder, "nodes.csv", "node,sector," + column, "1,1,1e-300", "4,3,1e-300");
            for (String way : List.of("--accelerated=0", "--accelerated=1")) {
                CommandRun run = esri("--essential-others", "1", "--format", "csv", way);

                assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.BAD_INPUT);
                assertThat(run.out()).isEmpty();
                assertThat(run.err()).contains("Firm '").contains("so large beside its " + column);
            }
        }
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import} and {@code export} as scripts see them. */
class ExchangeCommandsTest {
    @TempDir
    Path folder;

    private Path graph;

    @BeforeEach
    void graph() throws IOException {
        graph = text("chain.dot", "digraph { ore -> oxide -> magnet; oxide -> phosphor }");
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theThreeListsGoToStandardOutputAndTheDatasetRuns() {
        CommandRun run = CommandRun.of("import", "dot", graph.toString(), "--out", out("made"));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.outLines())
                .startsWith("Understood:", "  4 nodes as goods", "  3 edges as inputs of goods", "Left out: nothing.")
                .contains("  dependencies.csv mode = consumed: the file states none (3 times, first ore / oxide)")
                .last()
                .asString()
                .startsWith("Written: " + out("made") + ": 4 goods, 3 dependencies");
        CommandRun simulated =
                CommandRun.of("simulate", "--restrict", "outage good:ore", "--data", out("made"), "--format", "csv");
        assertThat(simulated.code()).as(simulated.err()).isEqualTo(ExitCode.OK);
        assertThat(simulated.out()).contains("magnet");
    }

    @Test
    void listsForPrograms() {
        CommandRun run = CommandRun.of("import", "dot", graph.toString(), "--out", out("made"), "--format", "csv");

        assertThat(run.outLines())
                .startsWith("list,what,value,why,first,count", "understood,nodes as goods,,,,4")
                .contains("assumed,dependencies.csv lead_weeks,4,the file states none,ore / oxide,3");
    }

    @Test
    void withFaultsNothingIsWritten() throws IOException {
        Path bad = text("bad.csv", "source,target,value\na,b,much\n");

        CommandRun run = CommandRun.of("import", "sankey", bad.toString(), "--out", out("made"));

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith(bad + ":2: value: 'much'");
        assertThat(folder.resolve("made")).doesNotExist();
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(graph, bad);
        }
    }

    @Test
    void aFolderThatHoldsFilesIsLeftAlone() throws IOException {
        Files.createDirectory(folder.resolve("full"));
        text("full/mine.txt", "mine");

        CommandRun run = CommandRun.of("import", "dot", graph.toString(), "--out", out("full"));

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("holds files already");
        assertThat(folder.resolve("full/mine.txt")).hasContent("mine");
    }

    @Test
    void whatIsNotUnderstoodIsUsage() {
        for (List<String> line : List.of(
                List.of("import", "xls", "x", "--out", "y"),
                List.of("import", "dot", "x"),
                List.of("import", "dot", "x", "--out", "y", "--mapping", "m"),
                List.of("import", "dot", "x", "--suggest"),
                List.of("import", "csv", "x", "--suggest", "--locale", "!"),
                List.of("export", "pdf", "--out", "y"),
                List.of("export", "xlsx"),
                List.of("export", "xlsx", "--out", "y", "--scenario", "licence"),
                List.of("export", "dot", "--format", "json"))) {
            assertThat(CommandRun.of(line.toArray(String[]::new)).code())
                    .as(String.join(" ", line))
                    .isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void aMappingIsDraftedAndUsed() throws IOException {
        Path list = text("list.csv", "from,to,amount [t]\nore,oxide,3\nore,salt,1\n");

        CommandRun draft = CommandRun.of("import", "csv", list.toString(), "--suggest");

        assertThat(draft.outLines()).contains(",amount [t],edge.quantity,t,the unit is that of the header; check it");
        Path mapping = text("map.csv", draft.out());
        CommandRun run =
                CommandRun.of("import", "csv", list.toString(), "--mapping", mapping.toString(), "--out", out("made"));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("made/dependencies.csv")).content().contains("ore,oxide,", ",0.75,");
    }

    @Test
    void everyFormatIsWrittenFromTheTestDataset() {
        for (String format : List.of("graphml", "gexf", "dot")) {
            CommandRun run = CommandRun.onChain("export", format, "--scenario", "ban");
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).contains("lost_output_weeks");
        }
        assertThat(CommandRun.onChain("export", "xlsx", "--out", out("book.xlsx"))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(CommandRun.of("import", "xlsx", out("book.xlsx"), "--out", out("back"))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(CommandRun.onChain("export", "datapackage", "--out", out("package"))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(CommandRun.of("validate", "--data", out("package")).code()).isEqualTo(ExitCode.OK);
        assertThat(CommandRun.onChain("export", "datapackage", "--out", out("package.zip"))
                        .code())
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("package.zip")).isNotEmptyFile();
    }
}

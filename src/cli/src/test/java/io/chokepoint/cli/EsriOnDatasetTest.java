package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dataset of three goods and five makers, and the same network written by hand as a table of firms. Values are 520, 1560 and 5200
 * million US$ a year, so that what the world makes a week is worth 10, 30 and 100 million.
 */
class EsriOnDatasetTest {
    @TempDir
    private Path folder;

    @Test
    void theSameNetworkAsFilesGivesTheSameNumbers() throws IOException {
        CommandRun onDataset = CommandRun.of(
                "simulate",
                "--restrict",
                "outage good:a provider:x lost=0.5",
                "--model",
                "esri",
                "--format",
                "csv",
                "--data",
                dataset().toString());
        Path left = folder.resolve("left.csv");
        Path index = folder.resolve("index.csv");
        CommandRun onFiles = CommandRun.of(
                "network",
                "esri",
                "--dir",
                files().toString(),
                "--replaceability",
                "1",
                "--unit-invariant",
                "1",
                "--stop-rule",
                "1",
                "--eps",
                "1e-8",
                "--out",
                index.toString(),
                "--firms-out",
                left.toString());

        assertThat(onDataset.code()).as(onDataset.err()).isEqualTo(ExitCode.OK);
        assertThat(onFiles.code()).as(onFiles.err()).isEqualTo(ExitCode.OK);
        Map<String, double[]> firms = firms(left);
        assertThat(firms.get("c@y")[0]).isBetween(0.5, 0.99);
        Map<String, double[]> goods = goods(onDataset.outLines());
        for (int side = 0; side < 2; side++) {
            assertThat(goods.get("a")[side])
                    .isEqualTo(0.6 * firms.get("a@x")[side] + 0.4 * firms.get("a@w")[side], within(1e-12));
            assertThat(goods.get("b")[side])
                    .isEqualTo(0.7 * firms.get("b@y")[side] + 0.3 * firms.get("b@z")[side], within(1e-12));
            assertThat(goods.get("c")[side]).isEqualTo(firms.get("c@y")[side], within(1e-12));
        }
        String[] row = Files.readAllLines(index).get(1).split(",");
        CommandRun table = CommandRun.of(
                "simulate",
                "--restrict",
                "outage good:a provider:x lost=0.5",
                "--model",
                "esri",
                "--data",
                dataset().toString());
        assertThat(table.out())
                .contains(", model esri.")
                .contains("%.1f %% of production is lost: %.1f %% downstream, %.1f %% upstream, after %s steps"
                        .formatted(
                                100 * Double.parseDouble(row[3]),
                                100 * Double.parseDouble(row[4]),
                                100 * Double.parseDouble(row[5]),
                                row[6]));
    }

    @Test
    void theSummaryHasItsUsualColumnsAndThoseOfItsSides() throws IOException {
        CommandRun csv = CommandRun.of(
                "simulate",
                "--restrict",
                "outage good:a provider:x lost=0.5",
                "--model",
                "esri",
                "--format",
                "csv",
                "--data",
                dataset().toString());
        CommandRun json = CommandRun.of(
                "simulate",
                "--restrict",
                "outage good:a provider:x lost=0.5",
                "--model",
                "inoue-todo",
                "--format",
                "json",
                "--data",
                dataset().toString());

        assertThat(csv.outLines().getFirst())
                .isEqualTo("good,name,stage,first_loss_week,trough,trough_week,lost_output_weeks,recovery_week,"
                        + "binding_input,left_downstream,left_upstream");
        assertThat(csv.outLines().get(1)).matches("a,\"Ore, crude\",mines,,0\\.7,,,,,0\\.7,[0-9.]+");
        assertThat(json.out()).contains("\"model\":{\"name\":\"inoue-todo\",\"version\":\"1\"}");
        assertThat(json.err()).contains("Every input is essential");
    }

    /** The makers of c buy a too; b, of criticality 0.3, is then a part of what they buy, or what they cannot do without. */
    @Test
    void theBoundOfEssentialInputsIsAnOption() throws IOException {
        add(
                dataset().resolve("dependencies.csv"),
                "a,c,consumed,,1,,,0.1,,,4,,3,,0,,,,0.1,,melted into it,book,derived,invented");
        String usual = esri();

        assertThat(esri("--essential-from", "0.5")).isEqualTo(usual);
        assertThat(esri("--essential-from", "0.31")).isEqualTo(usual);
        assertThat(esri("--essential-from", "0.3")).isNotEqualTo(usual);
        for (String wrong : List.of("0", "1.1", "NaN")) {
            assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--model", "esri", "--essential-from", wrong)
                            .code())
                    .isEqualTo(ExitCode.USAGE);
        }
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--essential-from", "0.5")
                        .code())
                .isEqualTo(ExitCode.USAGE);
    }

    private String esri(String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of("simulate", "--restrict", "outage good:b provider:y lost=0.5"));
        line.addAll(List.of(
                "--model", "esri", "--format", "csv", "--data", dataset().toString()));
        line.addAll(List.of(more));
        CommandRun run = CommandRun.of(line.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        return run.out();
    }

    @Test
    void aDatasetWithoutValuesIsRefused() {
        for (String model : List.of("esri", "inoue-todo", "ario")) {
            CommandRun run = CommandRun.onChain("simulate", "--scenario", "ban", "--model", model);

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("Model '" + model + "' counts in money")
                    .contains("values.csv");
        }
    }

    private Path dataset() throws IOException {
        Path copy = folder.resolve("dataset");
        if (Files.exists(copy)) {
            return copy;
        }
        CommandRun.copyOfChain(copy);
        add(copy.resolve("providers.csv"), "z,Works Z,company,NLD", "w,Mine W,company,ZAF");
        Path supply = copy.resolve("supply.csv");
        Files.writeString(
                supply, Files.readString(supply).replace("a,x,,1,", "a,x,,0.6,").replace("b,y,,1,", "b,y,,0.7,"));
        add(supply, "a,w,,0.4,,,0,,1,2025,book,published,", "b,z,,0.3,,,0,,1,2025,book,published,");
        Path needs = copy.resolve("dependencies.csv");
        Files.writeString(needs, Files.readString(needs).replace("b,c,consumed,,1,", "b,c,consumed,,0.3,"));
        Files.writeString(copy.resolve("values.csv"), """
                good,value_low,value,value_high,other_tolerance_low,other_tolerance,other_tolerance_high,year,source,basis,note
                a,,520,,,,,2025,book,assumption,invented
                b,,1560,,,,,2025,book,assumption,invented
                c,,5200,,,,,2025,book,assumption,invented
                """);
        Path descriptor = copy.resolve("datapackage.json");
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replace(
                                "{ \"name\": \"claims\"",
                                "{ \"name\": \"values\", \"path\": \"values.csv\" },\n    { \"name\": \"claims\""));
        return copy;
    }

    private static void add(Path file, String... lines) throws IOException {
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + String.join("\n", lines) + "\n");
    }

    /** In US$ a week; .8 of a goes into b and .7 of b into c, by the shares of those who make and take. */
    private Path files() throws IOException {
        Path dir = Files.createDirectories(folder.resolve("case"));
        Files.writeString(dir.resolve("nodes.csv"), """
                node,sector,revenue,weight1
                a@x,a,6000000,6000000
                a@w,a,4000000,4000000
                b@y,b,21000000,21000000
                b@z,b,9000000,9000000
                c@y,c,100000000,100000000
                """);
        Files.writeString(dir.resolve("edges.csv"), """
                supplier,buyer,amount
                a@x,b@y,3360000
                a@x,b@z,1440000
                a@w,b@y,2240000
                a@w,b@z,960000
                b@y,c@y,14700000
                b@z,c@y,6300000
                """);
        Files.writeString(dir.resolve("essential.csv"), """
                supplier_sector,buyer_sector,code
                a,b,2
                b,c,1
                """);
        Files.writeString(dir.resolve("shock.csv"), """
                scenario,node,shock_down,shock_up
                s,a@x,0.5,0.5
                """);
        Files.writeString(dir.resolve("params.csv"), "key,value\n");
        return dir;
    }

    private static Map<String, double[]> firms(Path file) throws IOException {
        Map<String, double[]> left = new HashMap<>();
        for (String id : List.of("a@x", "a@w", "b@y", "b@z", "c@y")) {
            left.put(id, new double[] {1, 1});
        }
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            left.put(cells[2], new double[] {Double.parseDouble(cells[3]), Double.parseDouble(cells[4])});
        }
        return left;
    }

    private static Map<String, double[]> goods(List<String> lines) {
        Map<String, double[]> left = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int last = cells.length - 1;
            left.put(cells[0], new double[] {Double.parseDouble(cells[last - 1]), Double.parseDouble(cells[last])});
        }
        return left;
    }
}

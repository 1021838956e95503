package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code network ario} as scripts see it. */
class NetworkArioCommandTest {
    @TempDir
    Path folder;

    /** Writes a small case: raw material and a factory, and half of the raw material is lost for a while. */
    static void caseIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "nodes.csv", "node,sector,final_demand,capital", "R,raw,0,4000", "F,fab,100,9000");
        write(folder, "edges.csv", "supplier,buyer,amount", "R,F,40");
        write(folder, "shock.csv", "node,delta,start_step,end_step", "R,0.5,2,23");
        write(folder, "stocks.csv", "sector,steps", "raw,10");
        write(
                folder,
                "params.csv",
                "key,value",
                "psi,0.8",
                "inventory_tau,5",
                "alpha_tau,10",
                "order_type,0",
                "steps,60");
    }

    private static void write(Path folder, String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @BeforeEach
    void smallCase() throws IOException {
        caseIn(folder);
    }

    private CommandRun run(String... more) {
        return CommandRun.of(Stream.concat(Stream.of("network", "ario", "--dir", folder.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void stepsIndustriesAndStocks() throws IOException {
        CommandRun run = run(
                "--format",
                "csv",
                "--firms-out",
                folder.resolve("firms.csv").toString(),
                "--stocks-out",
                folder.resolve("inputs.csv").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines())
                .startsWith(
                        "step,total_production,final_consumption,unmet_final_demand,to_rebuild",
                        "0,140.0,100.0,0.0,0.0")
                .hasSize(61);
        double unmet = run.outLines().stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",")[3]))
                .sum();
        assertThat(unmet).isBetween(618.9371, 618.9372);
        assertThat(Files.readAllLines(folder.resolve("firms.csv")))
                .startsWith("step,node,production,demand,overproduction", "0,R,40.0,40.0,1.0")
                .hasSize(121);
        assertThat(Files.readAllLines(folder.resolve("inputs.csv")))
                .startsWith("step,node,input,stock,ordered", "0,F,raw,400.0,40.0")
                .hasSize(61);
    }

    @Test
    void optionsReplaceParametersAndDamagesAreRebuilt() throws IOException {
        String given = run("--format", "csv").out();
        String[][] others = {{"--psi", "0.1"}, {"--inventory-tau", "60"}, {"--alpha-tau", "3"}, {"--alpha-max", "2"}};
        for (String[] other : others) {
            assertThat(run(Stream.concat(Stream.of("--format", "csv"), Stream.of(other))
                                    .toArray(String[]::new))
                            .out())
                    .as(String.join(" ", other))
                    .isNotEqualTo(given);
        }
        write(folder, "stocks.csv", "sector,steps", "raw,inf");
        assertThat(run("--format", "csv").outLines().getLast())
                .startsWith("59,")
                .endsWith(",100.0,0.0,0.0");
        write(folder, "damages.csv", "node,builder,amount,start_step", "F,F,900,1", ",F,60,1");
        CommandRun damaged = run("--format", "csv", "--rebuild-tau", "10", "--steps", "3");
        assertThat(damaged.code()).as(damaged.err()).isEqualTo(ExitCode.OK);
        assertThat(damaged.outLines().get(2)).matches("1,.*,9[0-9]{2}\\.[0-9]+");
    }

    @Test
    void faultsHaveFileLineAndColumn() throws IOException {
        write(
                folder,
                "shock.csv",
                "node,delta,start_step,end_step",
                "X,0.5,2,23",
                "R,2,0,1",
                "R,0.5,5,4",
                "R,0.5,-1,4");
        write(folder, "stocks.csv", "sector,steps", "raw,0", "none,3", "fab,3", "fab,4");
        write(folder, "damages.csv", "node,builder,amount,start_step", "R,F,5000,1", "R,Q,1,1", "F,F,-1,1");
        CommandRun run = run();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("shock.csv:2: node: 'X' is not among the firms")
                .contains("shock.csv:3: delta: '2' is no number from 0 to 1")
                .contains("shock.csv:4: end_step: is before start_step")
                .contains("shock.csv:5: start_step: '-1'")
                .contains("stocks.csv:2: steps: '0' is no number above 0 and not inf")
                .contains("stocks.csv:3: sector: 'none' is no sector of a firm")
                .contains("stocks.csv:5: sector: 'fab' stands in a row before")
                .contains("damages.csv:2: amount: more is destroyed than the firm's capital, which is 4000.0")
                .contains("damages.csv:3: builder: 'Q' is not among the firms")
                .contains("damages.csv:4: amount: '-1' is no number from 0 on");
        assertThat(run("--alpha-base", "1.5", "--alpha-max", "1.2").err())
                .contains("--alpha-max: is less than alpha_base");
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code network inoue-todo} as scripts see it. */
class NetworkDailyCommandTest {
    @TempDir
    Path folder;

    /** Writes the worked example: 1 and 2 supply 3, 2 and 3 supply 4; 1 stops for a week. */
    static void caseIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        write(
                folder,
                "nodes.csv",
                "node,sector,final_demand,inventory_days",
                "1,10,0,2",
                "2,10,4,2",
                "3,20,0,2",
                "4,30,30,2");
        write(folder, "edges.csv", "supplier,buyer,amount", "1,3,6", "2,3,6", "2,4,4", "3,4,20");
        write(folder, "shock.csv", "node,delta,start_day", "1,1,0");
        write(
                folder,
                "params.csv",
                "key,value",
                "rationing,0",
                "order_type,0",
                "tau,2",
                "inventory_days,2",
                "days,12",
                "recovery_type,2",
                "recovery_days,1",
                "recovery_hold_days,6",
                "poisson_inventory_seed,0");
    }

    private static void write(Path folder, String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    @BeforeEach
    void workedExample() throws IOException {
        caseIn(folder);
    }

    private CommandRun run(String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("network", "inoue-todo", "--dir", folder.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void daysAndFirmsGoToFiles() throws IOException {
        CommandRun run = run(
                "--out",
                folder.resolve("days.csv").toString(),
                "--firms-out",
                folder.resolve("firms.csv").toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("days.csv")))
                .startsWith(
                        "day,total_production,value_added,final_consumption",
                        "-1,70.0,34.0,34.0",
                        "0,64.0,28.0,34.0",
                        "1,64.0,28.0,34.0",
                        "2,64.0,28.0,33.733333333333334")
                .hasSize(14);
        assertThat(Files.readAllLines(folder.resolve("firms.csv")))
                .startsWith("day,node,production", "-1,1,6.0", "0,1,0.0")
                .contains("3,3,10.888888888888886")
                .hasSize(1 + 4 * 13);
    }

    @Test
    void optionsReplaceParameters() {
        String given = run("--format", "csv").out();
        assertThat(run("--format", "csv", "--days", "3").outLines()).hasSize(5);
        assertThat(run("--format", "csv", "--days", "0").outLines()).hasSize(2);
        String[][] others = {
            {"--rationing", "1"},
            {"--rationing", "2"},
            {"--rationing", "3"},
            {"--order-type", "1"},
            {"--order-type", "2"},
            {"--tau", "6"},
            {"--inventory-days", "15"},
            {"--poisson-inventory-seed", "7", "--inventory-days", "9"},
            {"--recovery-type", "none", "--recovery-days", "0"},
            {"--recovery-hold-days", "2"}
        };
        for (String[] other : others) {
            CommandRun run = run(Stream.concat(Stream.of("--format", "csv"), Stream.of(other))
                    .toArray(String[]::new));
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
            assertThat(run.out()).as(String.join(" ", other)).isNotEqualTo(given);
        }
        assertThat(run("--format", "csv", "--rationing", "2", "--textbook").out())
                .isEqualTo(run("--format", "csv", "--rationing", "2", "--textbook", "1")
                        .out())
                .isNotEqualTo(run("--format", "csv", "--rationing", "2").out());
    }

    @Test
    void faultsHaveFileLineAndColumn() throws IOException {
        write(
                folder,
                "shock.csv",
                "node,delta,start_day",
                "9,0.5,0",
                "1,1.5,0",
                "2,-0.1,0",
                "3,x,0",
                "4,0.1,-1",
                "4,0.2,0");
        CommandRun run = run();

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("shock.csv:2: node: '9' is not among the firms")
                .contains("shock.csv:3: delta: '1.5' is no number from 0 to 1")
                .contains("shock.csv:4: delta: '-0.1'")
                .contains("shock.csv:5: delta: 'x'")
                .contains("shock.csv:6: start_day: '-1' is no whole number from 0 to 1000000")
                .contains("shock.csv:7: node: '4' is hit in a row before");
    }

    /** No number that is none, and no exit code 0 for it. */
    @Test
    void amountsBeyondNumbersAreRefused() throws IOException {
        write(folder, "edges.csv", "supplier,buyer,amount", "1,3,1e307", "2,3,1e-300", "3,4,1e307");

        CommandRun run = run("--tau", "1e-6", "--order-type", "1", "--days", "20");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("amounts grow larger than any number");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void parametersAtFaultAreNamed() throws IOException {
        assertThat(run("--days", "-1").err()).contains("--days: '-1' is no whole number from 0");
        assertThat(run("--rationing", "4").err()).contains("--rationing: '4' is no whole number from 0 to 3");
        assertThat(run("--tau", "0").err()).contains("--tau: '0' is no number from 1.0E-6 to 1000000000");
        assertThat(run("--recovery-type", "1", "--recovery-days", "0").err())
                .contains("--recovery-type: type 1 needs recovery_days above 0");
        write(folder, "params.csv", "key,value", "days,many");
        assertThat(run().err()).contains("params.csv:2: days: 'many' is no whole number");
        write(folder, "nodes.csv", "node,sector", "1,10", "2,10", "3,20", "4,30");
        write(folder, "params.csv", "key,value", "days,3");
        assertThat(run().err()).contains("nodes.csv:1: final_demand: is missing in the header");
    }
}

package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a chain or deep a file: no walk over it takes a place on the stack for each step. */
class DeepInputTest {
    private static final int GOODS = 800;
    /** Room for some hundred calls, not for one a good. */
    private static final long STACK = 200_000;

    @TempDir
    Path folder;

    @BeforeEach
    void writeAChain() throws IOException {
        StringBuilder goods = new StringBuilder("id,name,kind,stage,tags,aliases,description\n");
        StringBuilder supply = new StringBuilder(
                "good,provider,share_low,share,share_high,spare_low,spare,spare_high,ramp_weeks,year,source,basis,note\n");
        StringBuilder dependencies = new StringBuilder(
                "input,consumer,mode,criticality_low,criticality,criticality_high,use_share_low,use_share,use_share_high,"
                        + "stock_weeks_low,stock_weeks,stock_weeks_high,lead_weeks,qualification_weeks_low,"
                        + "qualification_weeks,qualification_weeks_high,source,basis,note\n");
        for (int g = 0; g < GOODS; g++) {
            goods.append("g%d,Good %d,material,s,,,\n".formatted(g, g));
            supply.append("g%d,p,,1,,,0,,,2025,,assumption,invented\n".formatted(g));
            if (g > 0) {
                dependencies.append("g%d,g%d,consumed,,1,,,1,,,0,,1,,26,,,assumption,invented\n".formatted(g - 1, g));
            }
        }
        write("goods.csv", goods.toString());
        write("supply.csv", supply.toString());
        write("dependencies.csv", dependencies.toString());
        write("stages.csv", "id,name,order\ns,Stage,1\n");
        write("providers.csv", "id,name,type,country\np,Maker,company,CHN\n");
        write(
                "markets.csv",
                "id,name,function,switch_weeks,price_sensitivity_low,price_sensitivity,price_sensitivity_high\n"
                        + "m,Market,things,13,,1,\n");
        write(
                "demand.csv",
                "market,product,provider,use_share_low,use_share,use_share_high,function_per_unit,source,basis,note\n"
                        + "m,g%d,,,1,,1,,assumption,invented\n".formatted(GOODS - 1));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private CommandRun run(String command) throws InterruptedException {
        AtomicReference<CommandRun> run = new AtomicReference<>();
        String[] args = Stream.concat(
                        Stream.of(command.split(" ")).map(word -> word.replace("outage@", "outage ")),
                        Stream.of("--data", folder.toString()))
                .toArray(String[]::new);
        Thread thread = new Thread(null, () -> run.set(CommandRun.of(args)), "small stack", STACK);
        thread.start();
        thread.join();
        return run.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validate",
                "structure --target g799 --size 1",
                "simulate --restrict outage@good:g0 --weeks 820",
                "simulate --restrict outage@good:g0 --model reach",
                "explain g799 --restrict outage@good:g0 --weeks 820",
                "explain m --restrict outage@good:g0 --weeks 820",
                "report --restrict outage@good:g0 --weeks 820"
            })
    void aChainOfAnyLengthHasAnAnswer(String command) throws InterruptedException {
        CommandRun run = run(command);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Internal error");
    }

    @Test
    void aFileOfAnyDepthIsRefusedInALine() throws IOException, InterruptedException {
        for (String open : new String[] {"[", "{\"a\":"}) {
            write("datapackage.json", "{\"resources\":" + open.repeat(100_000));

            CommandRun run = run("validate");

            assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err()).contains("datapackage.json:1: is not JSON: ").doesNotContain("Internal error");
        }
    }
}

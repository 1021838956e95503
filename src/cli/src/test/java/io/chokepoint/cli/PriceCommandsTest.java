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

/** Prices, money and books of the small test dataset with values: ore worth 100, alloy 1000, motors 4000. */
class PriceCommandsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void addValues() throws IOException {
        CommandRun.copyOfChain(folder);
        Files.writeString(folder.resolve("values.csv"), """
                good,value_low,value,value_high,other_tolerance_low,other_tolerance,other_tolerance_high,year,source,basis,note
                a,50,100,200,2,4,8,2025,book,derived,
                b,900,1000,1100,,3,,2025,book,assumption,invented
                c,2000,4000,8000,,2,,2025,book,published,
                """);
    }

    private CommandRun run(String... args) {
        return CommandRun.of(Stream.concat(Stream.of(args), Stream.of("--data", folder.toString(), "--quiet"))
                .toArray(String[]::new));
    }

    @Test
    void theTextSpeaksOfPricesAndMoney() {
        CommandRun run = run("simulate", "--scenario", "ban", "--rationing", "price");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "\nPrices and money\n",
                        "What goods are worth is published for 1 of them, derived for 1 and an assumption for 1",
                        "highest price",
                        "value added lost",
                        "Prices are multiples of the usual price");
        assertThat(run("explain", "b", "--scenario", "ban", "--rationing", "price")
                        .out())
                .contains(
                        "World output of a year is worth US$ 1 billion (US$ 900 million to US$ 1.1 billion), assumption");
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban").out()).doesNotContain("Prices and money");
    }

    @Test
    void columnsEndWithPricesOnlyWhereThereAreValues() {
        assertThat(run("simulate", "--scenario", "ban", "--format", "csv")
                        .outLines()
                        .getFirst())
                .endsWith(
                        ",binding_input,highest_price,highest_price_week,weeks_above_1_1,sales_lost_musd,value_added_lost_musd,scarcity_gain_musd");
        assertThat(run("simulate", "--scenario", "ban", "--format", "csv", "--series")
                        .outLines()
                        .getFirst())
                .endsWith(",binding_input,price,price_foreseen");
        assertThat(run("simulate", "--scenario", "ban", "--format", "csv", "--samples", "3", "--series")
                        .outLines()
                        .getFirst())
                .endsWith(
                        ",price,price_foreseen,price_p10,price_p50,price_p90,price_foreseen_p10,price_foreseen_p50,price_foreseen_p90");
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--format", "csv", "--samples", "3")
                        .outLines()
                        .getFirst())
                .endsWith(",runs");
    }

    @Test
    void samplesTellRangesOfMoney() {
        CommandRun run = run("simulate", "--scenario", "ban", "--rationing", "price", "--samples", "40");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("Sales lost, at usual prices: US\\$ [0-9.]+ (m|b)illion to US\\$ [0-9.]+ billion\\.");
    }

    @Test
    void independentUndoesWhatIsWrongTogether() throws IOException {
        Path descriptor = folder.resolve("datapackage.json");
        String apart = run("simulate", "--scenario", "ban", "--samples", "20", "--format", "csv")
                .out();
        Files.writeString(
                descriptor,
                Files.readString(descriptor)
                        .replaceFirst(
                                "\"chokepoint\"\\s*:\\s*\\{", "\"chokepoint\": { \"together\": { \"value\": 0.9 },"));

        String together = run("simulate", "--scenario", "ban", "--samples", "20", "--format", "csv")
                .out();
        String independent = run("simulate", "--scenario", "ban", "--samples", "20", "--independent", "--format", "csv")
                .out();

        assertThat(independent).isEqualTo(apart);
        assertThat(together).isNotEqualTo(apart);
        assertThat(run("simulate", "--scenario", "ban", "--independent").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theBooksArePrinted() {
        CommandRun text = run("validate", "--books");

        assertThat(text.code()).isZero();
        assertThat(text.out()).startsWith("Books of 3 goods, a year at usual prices: makers sell US$ 5.1 billion,");
        List<String> csv = run("validate", "--books", "--format", "csv").outLines();
        assertThat(csv).hasSize(4);
        assertThat(csv.get(1)).startsWith("a,\"Ore, crude\",50.0,100.0,200.0,derived,0.0,100.0,x,0.0,");
        assertThat(run("validate", "--books", "--format", "json").out()).contains("\"world\":{\"sales_musd\":5100.0,");
    }

    @Test
    void booksNeedValues() {
        CommandRun run = CommandRun.onChain("validate", "--books");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("no values.csv, so there are no books");
    }

    @Test
    void aReportComparesRulesAndScenarios() throws IOException {
        Path shorter = folder.resolve("shorter.json");
        Files.writeString(
                shorter,
                Files.readString(folder.resolve("scenarios/ban.json"))
                        .replace("No ore for the works", "Half of the ore")
                        .replace("\"leak\": 0", "\"leak\": 0.5"));

        CommandRun run = run("report", "--scenario", "ban", "--rationing", "price", "--compare", "domestic-first");
        CommandRun same = run("report", "--scenario", "ban", "--compare", "ban");
        CommandRun half = run("report", "--scenario", "ban", "--compare", shorter.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("<h2>Where price and domestic-first part</h2>", "<h2>Prices and money</h2>");
        assertThat(half.out())
                .contains(
                        "<h2>Where No ore for the works and Half of the ore part</h2>",
                        "Half of the ore: value added lost");
        assertThat(same.out()).contains("No good and no market differs by a percentage point in any week.");
        assertThat(run("report", "--scenario", "ban", "--compare", "nothing").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run("report", "--scenario", "ban").out()).doesNotContainPattern("<h2>Where [^<]* part</h2>");
    }
}

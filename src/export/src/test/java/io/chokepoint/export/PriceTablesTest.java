package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Books;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.BookKeeper;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.RuleWeights.Rule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.PriceExamples;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The columns of prices and money hold the price page's worked numbers, six digits, as it states them. */
class PriceTablesTest {
    private static final double SIX_DIGITS = 5e-7;

    @FunctionalInterface
    private interface Writing {
        void to(StringWriter out) throws IOException;
    }

    private static String text(Writing writing) throws IOException {
        StringWriter out = new StringWriter();
        writing.to(out);
        return out.toString();
    }

    /** The cells of the row that starts so, by column. */
    private static Map<String, String> row(String csv, String start) {
        List<String> lines = csv.lines().toList();
        String[] columns = lines.getFirst().split(",", -1);
        String[] cells = lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(cells).hasSameSizeAs(columns);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return row;
    }

    private static void assertNumber(Map<String, String> row, String column, double expected) {
        assertThat(Double.parseDouble(row.getOrDefault(column, "NaN")))
                .as(column)
                .isCloseTo(expected, within(SIX_DIGITS));
    }

    @Test
    void theSummaryEndsWithPricesAndMoney() throws IOException {
        SimulationResult run = PriceExamples.TWO_CUSTOMERS.run();

        String csv = text(out -> ResultWriter.writeSummary(run, RowWriter.Format.CSV, out));

        assertThat(csv.lines().findFirst())
                .hasValue(
                        String.join(",", ResultWriter.SUMMARY_COLUMNS)
                                + ",highest_price,highest_price_week,weeks_above_1_1,sales_lost_musd,value_added_lost_musd,scarcity_gain_musd");
        Map<String, String> a = row(csv, "a,");
        assertNumber(a, "highest_price", 12.900027);
        assertThat(a).containsEntry("highest_price_week", "10").containsEntry("weeks_above_1_1", "21");
        assertNumber(a, "sales_lost_musd", 20.799414);
        assertNumber(a, "value_added_lost_musd", 20.799414);
        assertNumber(a, "scarcity_gain_musd", 163.789436);
        // It passes its dear input on: nothing, not what 1 + Δc is rounded by.
        assertThat(Double.parseDouble(row(csv, "b,").get("scarcity_gain_musd"))).isZero();
        Map<String, String> c = row(csv, "c,");
        assertNumber(c, "highest_price", 2.983338);
        assertNumber(c, "sales_lost_musd", 28.235607);
        assertNumber(c, "value_added_lost_musd", 23.529672);
        assertNumber(c, "scarcity_gain_musd", 1.758567);
    }

    @Test
    void underAnotherRuleNobodyGains() throws IOException {
        SimulationResult run = EngineUnderTest.simulate(
                PriceExamples.TWO_CUSTOMERS.dataset(),
                PriceExamples.TWO_CUSTOMERS.scenario().withRationing(RationingRule.PROPORTIONAL),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        Map<String, String> a = row(text(out -> ResultWriter.writeSummary(run, RowWriter.Format.CSV, out)), "a,");

        assertThat(a).containsEntry("scarcity_gain_musd", "");
        assertThat(Double.parseDouble(a.get("highest_price"))).isGreaterThan(5);
    }

    @Test
    void theSeriesEndsWithPricesOfMakersGoodsAndBaskets() throws IOException {
        SimulationResult sides = PriceExamples.INSIDE_AND_OUTSIDE.run();
        String csv = text(out -> ResultWriter.writeSeries(sides, RowWriter.Format.CSV, out));

        assertThat(csv.lines().findFirst())
                .hasValue(String.join(",", ResultWriter.SERIES_COLUMNS) + ",price,price_foreseen");
        assertNumber(row(csv, "16,a,JPN,"), "price", 2.331658);
        assertNumber(row(csv, "16,a,CHN,"), "price", 1);
        assertNumber(row(csv, "16,a,,"), "price", 1.451669);
        assertNumber(row(csv, "16,a,,"), "price_foreseen", 1.803766);
        assertNumber(row(csv, "12,a,JPN,"), "price_foreseen", 3.134296);

        SimulationResult choice = PriceExamples.CHOICE.run();
        String market = text(out -> ResultWriter.writeSeries(choice, RowWriter.Format.CSV, out));
        assertNumber(row(market, "12,m,,"), "price", 1.577352);
        assertThat(row(market, "12,m,,")).containsEntry("price_foreseen", "");
    }

    /** p sells 0.8 and r 0.6 of the market's function at baseline; parts of what arrives sum to one. */
    @Test
    void vendorsFollowTheirMarket() throws IOException {
        SimulationResult run = PriceExamples.CHOICE.run();
        String csv = text(out -> ResultWriter.writeSeries(run, RowWriter.Format.CSV, out));

        assertNumber(row(csv, "0,m,V,"), "output", 8 / 14.0);
        assertNumber(row(csv, "0,m,W,"), "output", 6 / 14.0);
        double p = Double.parseDouble(row(csv, "25,m,V,").get("output"));
        double r = Double.parseDouble(row(csv, "25,m,W,").get("output"));
        assertThat(p).isLessThan(0.5);
        assertThat(p + r).isCloseTo(1, within(1e-12));
        assertThat(csv.lines().filter(line -> line.startsWith("25,m,"))).hasSize(3);
    }

    @Test
    void withoutValuesTheColumnsAreAsBefore() throws IOException {
        Dataset plain =
                PriceExamples.CHOICE.dataset().toBuilder().values(List.of()).build();
        SimulationResult run = EngineUnderTest.simulate(
                plain,
                PriceExamples.CHOICE.scenario().withRationing(RationingRule.PROPORTIONAL),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL);

        assertThat(text(out -> ResultWriter.writeSummary(run, RowWriter.Format.CSV, out))
                        .lines()
                        .findFirst())
                .hasValue(String.join(",", ResultWriter.SUMMARY_COLUMNS));
        JsonNode first = json(text(out -> ResultWriter.writeSummary(run, RowWriter.Format.JSON, out)));
        assertThat(first.has("vendors")).isTrue();
        assertThat(first.has("money")).isFalse();
    }

    private static JsonNode json(String text) {
        JsonNode rows = JsonMapper.shared().readTree(text);
        // Programs read a row a line, whatever stands in it.
        assertThat(text.lines().count()).isEqualTo(rows.size() + 2L);
        return rows.get(0);
    }

    @Test
    void theFirstRowOfJsonHoldsMoneyAndVendors() throws IOException {
        SimulationResult run = PriceExamples.CHOICE.run();

        JsonNode first = json(text(out -> ResultWriter.writeSummary(run, RowWriter.Format.JSON, out)));

        JsonNode money = first.get("money");
        assertThat(money.get("unit").asString()).isEqualTo("US$ million at baseline prices");
        assertThat(money.at("/countries/X/sales_lost_musd").asDouble()).isCloseTo(38.461538, within(SIX_DIGITS));
        assertThat(money.at("/countries/W/sales_lost_musd").asDouble()).isCloseTo(-54.729263, within(SIX_DIGITS));
        assertThat(money.at("/total/sales_lost_musd").asDouble())
                .isCloseTo(38.461538 + 54.745770 - 54.729263, within(3 * SIX_DIGITS));
        assertThat(money.at("/markets/m/extra_cost_musd").asDouble()).isCloseTo(93.972287, within(SIX_DIGITS));
        assertThat(money.at("/markets/m/unmet_demand_musd").asDouble()).isCloseTo(0.004664, within(SIX_DIGITS));
        assertThat(money.at("/total/extra_cost_musd").asDouble())
                .isCloseTo(
                        93.972287
                                + money.at("/total/other_uses_extra_cost_musd").asDouble(),
                        within(SIX_DIGITS));
        assertThat(first.at("/vendors/m/V/share_before").asDouble()).isCloseTo(8 / 14.0, within(1e-12));
        assertThat(first.at("/vendors/m/V/share").asDouble()).isLessThan(0.5);
        assertThat(first.at("/vendors/m/W/week").asInt())
                .isEqualTo(first.at("/vendors/m/V/week").asInt());
    }

    @Test
    void drawnRunsAddTheirQuantilesAndTheRulesDrawn() throws IOException {
        Dataset dataset = PriceExamples.TWO_CUSTOMERS.dataset();
        Scenario scenario = PriceExamples.TWO_CUSTOMERS
                .scenario()
                .withRules(new RuleWeights(Map.of(Rule.PRICE, 1.0, Rule.DOMESTIC_FIRST, 1.0)));
        SimulationResult central = PriceExamples.TWO_CUSTOMERS.run();
        MonteCarloResult drawn = new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(dataset),
                        scenario,
                        RationingRule.PROPORTIONAL,
                        List.of())
                .run(MonteCarlo.Settings.all(40, 1, 2).withPrices(MonteCarlo.Settings.Prices.WEEKLY), RunMonitor.NONE);

        String summary = text(out -> SampleWriter.writeSummary(central, drawn, RowWriter.Format.CSV, out));
        String series = text(out -> SampleWriter.writeSeries(central, drawn, RowWriter.Format.CSV, out));
        JsonNode first = json(text(out -> SampleWriter.writeSummary(central, drawn, RowWriter.Format.JSON, out)));

        Map<String, String> a = row(summary, "a,");
        assertThat(List.copyOf(a.keySet()).subList(a.size() - 3, a.size()))
                .containsExactly("scarcity_gain_musd_p10", "scarcity_gain_musd_p50", "scarcity_gain_musd_p90");
        assertNumber(a, "scarcity_gain_musd_p10", 163.789436);
        assertNumber(a, "highest_price_p90", 12.900027);
        assertThat(List.copyOf(row(series, "12,a,,").keySet()).getLast()).isEqualTo("price_foreseen_p90");
        assertThat(row(series, "12,a,X,")).containsEntry("price_p50", "");
        assertThat(first.at("/rules/price").asDouble()
                        + first.at("/rules/domestic-first").asDouble())
                .isCloseTo(1, within(1e-12));
        assertThat(first.at("/rules/price").asDouble()).isBetween(0.25, 0.75);
        assertThat(first.at("/money/countries/Y/other_uses_extra_cost_musd_p50").asDouble())
                .isCloseTo(112.149093, within(SIX_DIGITS));
    }

    /** The page's example 2: what is added is what final users buy, as all that is made is used. */
    @Test
    void theBooksHoldSharesGapsAndTheWorld() throws IOException {
        Dataset dataset = NetworkSketch.named("books")
                .makes("X", "ore", 1)
                .makes("X", "oxide", 0.75)
                .makes("R", "oxide", 0.25)
                .makes("Y", "coat", 1)
                .needs("oxide", "ore", input -> input.useShare(0.9).costShare(0.2))
                .needs("coat", "oxide", input -> input.useShare(0.1).costShare(0.04))
                .exception("oxide", "R", "ore", NetworkSketch.Sourcing::needsNone)
                .value("ore", 40, 1.5)
                .value("oxide", 80, 8)
                .value("coat", 200, 3)
                .build();
        Books books = BookKeeper.of(NetworkCompiler.compile(dataset, FigureValues.CENTRAL))
                .orElseThrow();

        Map<String, String> oxide = row(text(out -> BooksWriter.writeCsv(books, out)), "oxide,");
        JsonNode json = JsonMapper.shared().readTree(text(out -> BooksWriter.writeJson(books, out)));

        // Ore for 36 of what oxide@X sells for 60; oxide@R needs none.
        assertNumber(oxide, "dearest_cost_share", 0.6);
        assertNumber(oxide, "cost_share", 0.45);
        assertNumber(oxide, "value_added_musd", 44);
        assertNumber(oxide, "final_use_musd", 72);
        assertThat(oxide).containsEntry("dearest_provider", "X");
        assertThat(json.at("/gaps/0/input").asString()).isEqualTo("ore");
        assertThat(json.at("/gaps/0/cost_share").asDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(json.at("/gaps/0/factor").asDouble()).isCloseTo(3, within(1e-12));
        assertThat(json.at("/gaps/1/factor").asDouble()).isCloseTo(1, within(1e-12));
        assertThat(json.at("/world/sales_musd").asDouble()).isEqualTo(320);
        assertThat(json.at("/world/inputs_musd").asDouble()).isCloseTo(44, within(1e-12));
        assertThat(json.at("/world/value_added_musd").asDouble()).isCloseTo(276, within(1e-12));
        assertThat(json.at("/world/final_use_musd").asDouble()).isCloseTo(276, within(1e-12));
    }
}

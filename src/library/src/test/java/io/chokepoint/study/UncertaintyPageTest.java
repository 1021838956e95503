package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.FigureGroup;
import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables of the page of uncertainty are those of the shipped dataset. {@code -Dchokepoint.pages=write} makes them again, which takes
 * minutes; otherwise one row is.
 */
class UncertaintyPageTest {
    private static final Path PAGE = Path.of("src/docs/UNCERTAINTY.md");
    private static final int RUNS = 100;
    private static final Map<String, String> ASKED = asked();
    private static final String QUICK = "tungsten-wf6";
    private static final List<String> CASCADE = List.of("yttria-powder", "chamber-parts", "tsmc-n4n5");

    private final DataPackage data =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
    private final StudyRunner runner = new StudyRunner(data);

    private static Map<String, String> asked() {
        Map<String, String> goods = new LinkedHashMap<>();
        goods.put("ree-licence-14nm-enforced", "nvidia-rtx6000d");
        goods.put("ree-full-stop", "nvidia-h20");
        goods.put("october-2025-hardened", "cars");
        goods.put("announcement-rush", "cars");
        goods.put("nvidia-china-zero", "nvidia-rtx6000d");
        goods.put("photoresist-japan", "hygon-dcu");
        goods.put("taiwan-foundry-outage", "nvidia-h20");
        goods.put("tariff-25-232", "nvidia-h20");
        goods.put("chip-security-act", "nvidia-h20");
        goods.put(QUICK, "tungsten-powder-hp");
        return goods;
    }

    @Test
    void theTablesAreThoseOfTheDataset() throws IOException {
        if ("write".equals(System.getProperty("chokepoint.pages"))) {
            StringBuilder middle = new StringBuilder();
            StringBuilder known = new StringBuilder();
            for (String scenario : ASKED.keySet()) {
                Row row = row(scenario);
                middle.append(row.middle);
                known.append(row.known);
            }
            replace("middle", middle.toString());
            replace("known", known.toString());
            replace("causes", causes());
        }

        Row row = row(QUICK);
        assertThat(Files.readString(PAGE)).contains(row.middle).contains(row.known);
    }

    private static void replace(String table, String rows) throws IOException {
        String page = Files.readString(PAGE);
        String start = "<!-- " + table + " -->\n";
        int from = page.indexOf(start) + start.length();
        // Behind the two lines of the heading.
        int body = page.indexOf('\n', page.indexOf('\n', from) + 1) + 1;
        Files.writeString(PAGE, page.substring(0, body) + rows + page.substring(page.indexOf("<!-- end -->", body)));
    }

    private record Row(String middle, String known) {}

    private MonteCarloResult drawn(Scenario scenario) {
        return runner.sample(
                scenario,
                MonteCarlo.Settings.all(RUNS, 1, Runtime.getRuntime().availableProcessors())
                        .withPrices(MonteCarlo.Settings.Prices.SUMMARY),
                RunMonitor.NONE);
    }

    private Row row(String id) {
        Scenario scenario = data.findScenario(id).orElseThrow();
        Good good = data.dataset().getGood(ASKED.get(id));
        MonteCarloResult drawn = drawn(scenario);
        double central = runner.run(scenario, RunMonitor.NONE).outcome(good).lostOutputWeeks();
        Spread lost = drawn.spread(good, Measure.LOST_OUTPUT);
        long milder = Arrays.stream(drawn.values(good, Measure.LOST_OUTPUT))
                .filter(weeks -> weeks < central)
                .count();
        String head = "| `" + id + "` | `" + good.id() + "` |";
        String middle = head
                + String.format(
                        Locale.ROOT,
                        " %.1f | %.1f | %.1f | %.1f | %d of %d |%n",
                        central,
                        lost.p10(),
                        lost.p50(),
                        lost.p90(),
                        milder,
                        RUNS);
        String known = head
                + NarrowingAnswer.of(drawn, good).stream()
                        .map(answer -> " " + told(answer) + " |")
                        .collect(Collectors.joining())
                + "\n";
        return new Row(middle, known);
    }

    private static String told(NarrowingAnswer answer) {
        if (!answer.narrowing().hasWidth()) {
            return "no width";
        }
        String told = answer.narrowing().clearClasses().stream()
                .limit(2)
                .map(of -> NarrowingAnswer.name(of.group()) + " " + NarrowingAnswer.part(of.gain()))
                .collect(Collectors.joining("; "));
        return answer.band() + ": " + (told.isEmpty() ? "nothing above chance" : told);
    }

    private String causes() {
        Scenario scenario = data.findScenario("ree-licence-14nm-enforced").orElseThrow();
        StringBuilder rows = new StringBuilder();
        rows.append(atMean(scenario, "all central", figure -> false));
        rows.append(atMean(scenario, "criticality at its mean", isOf(FigureGroup.CRITICALITY)));
        rows.append(atMean(scenario, "makers' shares at their mean", isOf(FigureGroup.SHARE)));
        rows.append(atMean(scenario, "the scenario's own figures at their mean", isOf(FigureGroup.SCENARIO)));
        rows.append(atMean(scenario, "use shares at their mean", isOf(FigureGroup.USE_SHARE)));
        rows.append(atMean(scenario, "spare capacity at its mean", isOf(FigureGroup.SPARE)));
        rows.append(atMean(scenario, "stocks at their mean", isOf(FigureGroup.STOCK_WEEKS)));
        rows.append(atMean(scenario, "times to qualify at their mean", isOf(FigureGroup.QUALIFICATION_WEEKS)));
        rows.append(atMean(scenario, "all at their mean, one run", figure -> true));
        MonteCarloResult drawn = drawn(scenario);
        rows.append("| all drawn, P50 (P10 to P90) |");
        for (String id : CASCADE) {
            Spread trough = drawn.spread(data.dataset().getGood(id), Measure.TROUGH);
            rows.append(String.format(Locale.ROOT, " %.3f (%.3f to %.3f) |", trough.p50(), trough.p10(), trough.p90()));
        }
        return rows.append('\n').toString();
    }

    private static Predicate<Figure> isOf(FigureGroup group) {
        return figure -> FigureGroup.of(figure) == group;
    }

    private String atMean(Scenario scenario, String what, Predicate<Figure> moved) {
        FigureValues values = figure ->
                moved.test(figure) ? (figure.low() + 4 * figure.central() + figure.high()) / 6 : figure.central();
        SimulationResult run = runner.run(scenario, values, what, RunMonitor.NONE);
        StringBuilder row = new StringBuilder("| " + what + " |");
        for (String id : CASCADE) {
            row.append(String.format(
                    Locale.ROOT,
                    " %.3f |",
                    run.outcome(data.dataset().getGood(id)).trough()));
        }
        return row.append('\n').toString();
    }
}

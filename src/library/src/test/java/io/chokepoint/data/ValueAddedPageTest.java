package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.BookKeeper;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.text.Countries;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The page of value added by stage and country says what the shipped dataset says; {@code -Dchokepoint.pages=write} writes it. */
class ValueAddedPageTest {
    private static final Path PAGE = Path.of("src/docs/VALUE-ADDED.md");
    private static final String START = "<!-- table -->\n";
    private static final String END = "<!-- end -->";
    private static final List<String> COUNTRIES = List.of("CHN", "TWN", "KOR", "JPN", "USA", "DEU", "NLD");
    private static final String REST = "rest";
    private static final String UTILITIES = "Power, gas and water, for all their users";
    private static final String RARE_EARTHS = "Of all these: rare earths, ore to metal and magnet";
    private static final double MILLIONS = 1000;

    private final Dataset dataset =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow().dataset();
    private final CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
    private final NetworkPrices prices = network.prices().orElseThrow();

    @Test
    void theTableIsThatOfTheBooks() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        if ("write".equals(System.getProperty("chokepoint.pages"))) {
            Files.writeString(PAGE, page.substring(0, start) + table() + page.substring(end));
        }

        assertThat(Files.readString(PAGE)).contains(START + table() + END);
    }

    @Test
    void itAddsUpToWhatFinalUsersPay() {
        double sum = byStageAndCountry().values().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .sum();

        assertThat(sum)
                .isCloseTo(BookKeeper.of(network).orElseThrow().world().valueAdded() / MILLIONS, within(1e-6 * sum));
    }

    /** Utilities are those of whole countries and have a row of their own. */
    private Map<String, Map<String, Double>> byStageAndCountry() {
        return sums(good -> good.hasTag("utility") ? UTILITIES : good.stage().name());
    }

    private Map<String, Map<String, Double>> sums(Function<Good, String> row) {
        Map<String, Map<String, Double>> sums = new LinkedHashMap<>();
        for (int i = 0; i < network.structure().activityCount(); i++) {
            Activity activity = network.structure().activity(i);
            Good good = activity.good();
            String country = activity.provider().country();
            double value = dataset.findValue(good).orElseThrow().value().central();
            double added = network.baseline(i) * value * prices.valueAdded(i) / made(good) / MILLIONS;
            sums.computeIfAbsent(row.apply(good), unused -> new TreeMap<>())
                    .merge(COUNTRIES.contains(country) ? country : REST, added, Double::sum);
        }
        return sums;
    }

    private double made(Good good) {
        double sum = 0;
        for (int i = 0; i < network.structure().activityCount(); i++) {
            sum += network.structure().activity(i).good().equals(good) ? network.baseline(i) : 0;
        }
        return sum;
    }

    private String table() {
        StringBuilder text = new StringBuilder("| stage | ");
        COUNTRIES.forEach(country -> text.append(Countries.name(country)).append(" | "));
        text.append("elsewhere | all |\n|---|")
                .append("--:|".repeat(COUNTRIES.size() + 2))
                .append('\n');
        Map<String, Map<String, Double>> rows = byStageAndCountry();
        Map<String, Double> utilities = rows.remove(UTILITIES);
        rows.put(UTILITIES, utilities);
        rows.put(
                RARE_EARTHS, sums(good -> good.hasTag("ree") ? RARE_EARTHS : "").get(RARE_EARTHS));
        rows.forEach((name, row) -> {
            text.append("| ").append(name).append(" | ");
            COUNTRIES.forEach(country ->
                    text.append(amount(row.getOrDefault(country, 0.0))).append(" | "));
            text.append(amount(row.getOrDefault(REST, 0.0))).append(" | ");
            double all = row.values().stream().mapToDouble(Double::doubleValue).sum();
            text.append(amount(all)).append(" |\n");
        });
        return text.toString();
    }

    private static String amount(double billions) {
        if (billions < 0.005) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(billions).round(new MathContext(2, RoundingMode.HALF_UP));
        return String.format(Locale.ROOT, "%,.2f", rounded).replaceAll("\\.?0+$", "");
    }
}

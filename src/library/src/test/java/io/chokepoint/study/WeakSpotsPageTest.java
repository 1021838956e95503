package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of weak spots counts what the shipped dataset says of itself; {@code -Dchokepoint.pages=write} counts again. */
class WeakSpotsPageTest {
    private static final Path PAGE = Path.of("src/docs/WEAK-SPOTS.md");
    private static final Path FOLDER = ShippedData.shipped();
    private static final List<String> TABLES =
            List.of("supply", "dependencies", "values", "demand", "alternatives", "sourcing");
    private static final String JUDGEMENT = "chokepoint-judgement";
    private static final int MOST_FIGURES = 25;
    private static final double WIDE = 3;
    private static final int MOST_WIDE = 15;
    private static final double SMALLEST_SHARE = 0.05;

    /** What a note says where published figures do not agree. */
    private static final Pattern CONTESTED = Pattern.compile("contested|conflict|doubtful", Pattern.CASE_INSENSITIVE);

    /** What a note says where nobody has looked the source up for this edition. */
    private static final Pattern RECALLED =
            Pattern.compile("recalled|not re-read|nothing re-read|from memory|remembered", Pattern.CASE_INSENSITIVE);

    private final Map<String, List<NamedCsvRecord>> tables = new LinkedHashMap<>();
    private final Map<String, String> sourceLinks =
            rows("sources").stream().collect(Collectors.toMap(row -> cell(row, "id"), row -> cell(row, "url")));

    private List<NamedCsvRecord> rows(String table) {
        return tables.computeIfAbsent(table, name -> {
            try (CsvReader<NamedCsvRecord> reader =
                    CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(name + ".csv"))) {
                return reader.stream().toList();
            } catch (IOException e) {
                throw new AssertionError(name, e);
            }
        });
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }

    @Test
    void theTablesAreCountedInTheDataset() throws IOException {
        holds("basis", basisByTable());
        holds("stages", basisByStage());
        holds("contested", contested());
        holds("wide", wide());
        holds("missing", missing());
    }

    @Test
    void theFiguresThatAnswersRestOnAreCountedInItsRuns() throws IOException {
        holds("answers", answers(uses()));
    }

    private static void holds(String table, String rows) throws IOException {
        String page = Files.readString(PAGE);
        String start = "<!-- " + table + " -->\n";
        int from = page.indexOf(start) + start.length();
        // Behind the two lines of the heading.
        int body = page.indexOf('\n', page.indexOf('\n', from) + 1) + 1;
        int end = page.indexOf("<!-- end -->", body);
        if ("write".equals(System.getProperty("chokepoint.pages"))) {
            Files.writeString(PAGE, page.substring(0, body) + rows + page.substring(end));
        } else {
            assertThat(page.substring(body, end)).as(table).isEqualTo(rows);
        }
    }

    private static String line(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String percent(long part, long of) {
        return of == 0 ? "–" : Math.round(100.0 * part / of) + " %";
    }

    private static long count(List<NamedCsvRecord> rows, Predicate<NamedCsvRecord> which) {
        return rows.stream().filter(which).count();
    }

    private static Predicate<NamedCsvRecord> is(String column, String value) {
        return row -> cell(row, column).equals(value);
    }

    private static Predicate<NamedCsvRecord> notes(Pattern words) {
        return row -> words.matcher(cell(row, "note")).find();
    }

    private String basisByTable() {
        StringBuilder lines = new StringBuilder();
        for (String table : TABLES) {
            List<NamedCsvRecord> rows = rows(table);
            lines.append(line(
                    "`" + table + ".csv`",
                    rows.size(),
                    count(rows, is("basis", "published")),
                    count(rows, is("basis", "derived")),
                    count(rows, is("basis", "assumption")),
                    count(rows, is("source", JUDGEMENT)),
                    count(rows, row -> links(row).allMatch(String::isEmpty)),
                    count(rows, notes(RECALLED))));
        }
        return lines.toString();
    }

    private Stream<String> links(NamedCsvRecord row) {
        return Stream.of(cell(row, "source").split(";")).map(id -> sourceLinks.getOrDefault(id.strip(), ""));
    }

    private String basisByStage() {
        Map<String, String> stages =
                rows("goods").stream().collect(Collectors.toMap(row -> cell(row, "id"), row -> cell(row, "stage")));
        StringBuilder lines = new StringBuilder();
        for (NamedCsvRecord stage : rows("stages")) {
            Predicate<NamedCsvRecord> made = row -> cell(stage, "id").equals(stages.get(cell(row, "good")));
            Predicate<NamedCsvRecord> used = row -> cell(stage, "id").equals(stages.get(cell(row, "consumer")));
            long goods = count(rows("goods"), is("stage", cell(stage, "id")));
            if (goods > 0) {
                lines.append(line(
                        cell(stage, "name"),
                        goods,
                        threeParts("supply", made),
                        threeParts("dependencies", used),
                        threeParts("values", made)));
            }
        }
        return lines.toString();
    }

    /** Rows that are published, derived and assumptions, in percent. */
    private String threeParts(String table, Predicate<NamedCsvRecord> which) {
        List<NamedCsvRecord> rows = rows(table).stream().filter(which).toList();
        return Stream.of("published", "derived", "assumption")
                .map(basis -> percent(count(rows, is("basis", basis)), rows.size()))
                .collect(Collectors.joining(", "));
    }

    private String contested() {
        Set<String> lines = new LinkedHashSet<>();
        for (String table : TABLES) {
            for (NamedCsvRecord row : rows(table)) {
                if (notes(CONTESTED).test(row)) {
                    String of = Stream.of("good", "input", "consumer", "product", "provider")
                            .map(column -> cell(row, column))
                            .filter(id -> !id.isEmpty())
                            .map(id -> "`" + id + "`")
                            .collect(Collectors.joining(", "));
                    lines.add(line("`" + table + ".csv`", of, cell(row, "note").replace("|", "/")));
                }
            }
        }
        return String.join("", lines);
    }

    private String missing() {
        List<NamedCsvRecord> supply = rows("supply");
        List<NamedCsvRecord> needs = rows("dependencies");
        List<NamedCsvRecord> consumed =
                needs.stream().filter(is("mode", "consumed")).toList();
        int goods = rows("goods").size();
        Map<String, String> types = types();
        long noCompany = rows("goods").stream()
                .filter(good -> supply.stream()
                        .filter(is("good", cell(good, "id")))
                        .noneMatch(row -> "company".equals(types.get(cell(row, "provider")))))
                .count();
        long fifthUnnamed = count(
                supply,
                row -> "rest".equals(types.get(cell(row, "provider"))) && Double.parseDouble(cell(row, "share")) > 0.2);
        long coded =
                rows("hs").stream().map(row -> cell(row, "good")).distinct().count();
        long replaceable = rows("alternatives").stream()
                .map(row -> cell(row, "input") + "/" + cell(row, "consumer"))
                .distinct()
                .count();
        long ownStock = rows("sourcing").stream()
                .filter(row -> !cell(row, "stock_weeks").isEmpty())
                .count();
        return line("goods of which no company is named, only countries", noCompany, goods)
                + line(
                        "goods of which more than a fifth is made by makers without a name or country",
                        fifthUnnamed,
                        goods)
                + line(
                        "makers' shares that are assumptions and have no range",
                        count(supply, assumedWithoutRange("share")),
                        count(supply, is("basis", "assumption")))
                + line(
                        "parts of an input's output used somewhere that are assumptions and have no range",
                        count(needs, assumedWithoutRange("use_share")),
                        count(needs, is("basis", "assumption")))
                + line(
                        "stocks of a consumed input that somebody published",
                        count(consumed, is("basis", "published")),
                        consumed.size())
                + line("inputs of a good for which another good is known to stand in", replaceable, needs.size())
                + line("makers' inputs with a stock of their own, not that of all makers", ownStock, "–")
                + line("goods with a customs code", coded, goods)
                + line("values that somebody published", count(rows("values"), is("basis", "published")), goods)
                + line(
                        "sources without an address",
                        count(rows("sources"), is("url", "")),
                        rows("sources").size());
    }

    private static Predicate<NamedCsvRecord> assumedWithoutRange(String figure) {
        return is("basis", "assumption").and(is(figure + "_low", ""));
    }

    private Map<String, String> types() {
        return rows("providers").stream().collect(Collectors.toMap(row -> cell(row, "id"), row -> cell(row, "type")));
    }

    /** How often a figure stands in a chain of reasons. */
    private static final class Use {
        private int answers;
        private final Set<String> scenarios = new TreeSet<>();
        private final Figure figure;

        Use(Figure figure) {
            this.figure = figure;
        }
    }

    private final DataPackage data = DatasetReader.read(FOLDER, RunMonitor.NONE).orThrow();
    private final Set<String> answered = new TreeSet<>();
    private int answers;

    /** By id; figures of a scenario are none of the dataset. */
    private Map<String, Use> uses() {
        StudyRunner runner = new StudyRunner(data);
        Set<String> ofDataset =
                data.dataset().figures().stream().map(Figure::id).collect(Collectors.toSet());
        Map<String, Use> uses = new LinkedHashMap<>();
        for (Scenario scenario : data.scenarios()) {
            SimulationResult result = runner.run(scenario, RunMonitor.NONE);
            for (Good good : Hits.of(result).fallShort()) {
                answers++;
                answered.add(scenario.id());
                Map<String, Figure> figures = new LinkedHashMap<>();
                Explanation.of(result, good).steps().stream()
                        .flatMap(step -> step.figures().stream())
                        .map(Explanation.FigureUse::figure)
                        .filter(figure -> ofDataset.contains(figure.id()))
                        .forEach(figure -> figures.put(figure.id(), figure));
                for (Figure figure : figures.values()) {
                    Use use = uses.computeIfAbsent(figure.id(), id -> new Use(figure));
                    use.answers++;
                    use.scenarios.add(scenario.id());
                }
            }
        }
        return uses;
    }

    private static List<Use> mostUsed(Map<String, Use> uses) {
        return uses.values().stream()
                .filter(use -> use.figure.evidence().basis() == Basis.ASSUMPTION)
                .sorted(Comparator.comparingInt((Use use) -> -use.answers)
                        .thenComparing(use -> -use.scenarios.size())
                        .thenComparing(use -> use.figure.id()))
                .toList();
    }

    private String told(Use use) {
        return line(
                FigureNames.of(data.dataset(), data.scenarios().getFirst()).of(use.figure),
                Wording.valueWithRange(use.figure),
                use.answers,
                use.scenarios.size());
    }

    private String answers(Map<String, Use> uses) {
        List<Use> assumed = mostUsed(uses);
        return line(
                        "*all " + uses.size() + " figures of the dataset in any answer, " + assumed.size()
                                + " of them assumptions*",
                        "",
                        answers,
                        answered.size())
                + assumed.stream().limit(MOST_FIGURES).map(this::told).collect(Collectors.joining());
    }

    /** Makers' shares and values that were published or derived and have a range of a factor of {@link #WIDE} or more. */
    private String wide() {
        Map<String, String> names =
                rows("goods").stream().collect(Collectors.toMap(row -> cell(row, "id"), row -> cell(row, "name")));
        Map<String, String> makers =
                rows("providers").stream().collect(Collectors.toMap(row -> cell(row, "id"), row -> cell(row, "name")));
        List<Wide> wide = new ArrayList<>();
        for (NamedCsvRecord row : rows("supply")) {
            boolean isNamed = !"rest".equals(types().get(cell(row, "provider")));
            if (isNamed && !is("basis", "assumption").test(row) && number(row, "share") >= SMALLEST_SHARE) {
                wide.add(new Wide(
                        names.get(cell(row, "good")) + ": part of " + makers.get(cell(row, "provider"))
                                + " in the world",
                        number(row, "share_low"),
                        number(row, "share"),
                        number(row, "share_high")));
            }
        }
        for (NamedCsvRecord row : rows("values")) {
            if (!is("basis", "assumption").test(row)) {
                wide.add(new Wide(
                        names.get(cell(row, "good")) + ": worth in a year, US$ million",
                        number(row, "value_low"),
                        number(row, "value"),
                        number(row, "value_high")));
            }
        }
        return wide.stream()
                .filter(figure -> figure.high >= WIDE * figure.low)
                .sorted(Comparator.comparingDouble((Wide figure) -> -figure.factor())
                        .thenComparing(Wide::what))
                .limit(MOST_WIDE)
                .map(figure -> line(
                        figure.what,
                        plain(figure.low),
                        plain(figure.central),
                        plain(figure.high),
                        String.format(Locale.ROOT, "%.1f", figure.factor())))
                .collect(Collectors.joining());
    }

    private record Wide(String what, double low, double central, double high) {
        double factor() {
            return high / low;
        }
    }

    /** Where there is no range, the figure itself stands for its ends. */
    private static double number(NamedCsvRecord row, String column) {
        String text = cell(row, column);
        return Double.parseDouble(text.isEmpty() ? cell(row, column.replaceFirst("_(low|high)$", "")) : text);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}

package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.base.Range;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No figure is without an upper bound: above it is a fault with file, line and range, at it there is none. */
class FigureBoundsTest {
    private static final String SCENARIO = "scenarios/oxide-stop.json";
    private static final String EPISODE = "backtests/ore-quota.json";

    @TempDir
    Path temporary;

    static Stream<Arguments> columns() {
        return Tables.all().stream()
                .flatMap(table -> table.columns().stream()
                        .filter(column -> column.type() != TableSchema.Type.TEXT)
                        .map(column -> arguments(table, column)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("columns")
    void everyColumnOfNumbersHasABound(TableSchema table, TableSchema.Column column) {
        Range range = column.range().orElseThrow();

        assertThat(range.max()).isFinite();
        String above = Range.plain(column.type() == TableSchema.Type.WHOLE ? range.max() + 1 : range.max() * 1.5);
        assertThat(problems(table, column, above))
                .contains("error " + table.file() + ":2: " + column.name() + ": " + above
                        + (column.type() == TableSchema.Type.WHOLE
                                ? " does not fit; expected " + range.expectedWhole()
                                : " is out of range; expected " + range.expected())
                        + ".");
        assertThat(problems(table, column, Range.plain(range.max())))
                .noneMatch(problem -> problem.contains("out of range") || problem.contains("does not fit"));
    }

    /** Of the table with the value in its first row. */
    private List<String> problems(TableSchema table, TableSchema.Column column, String value) {
        DatasetFolder folder = DatasetFolder.copyTo(temporary.resolve(value));
        List<String> lines = folder.text(table.file()).lines().toList();
        int at = Arrays.asList(lines.getFirst().split(",")).indexOf(column.name());
        String[] cells = lines.get(1).split(",", -1);
        // Of mode capital, the one that lasts.
        if (column.name().equals("lifetime_years")) {
            cells[2] = "capital";
        }
        // A row of its own beside the rows of suppliers.
        if (table.equals(Tables.SOURCING) && !column.name().equals("share")) {
            cells[3] = "";
            cells[4] = "";
        }
        cells[at] = value;
        folder.write(
                table.file(),
                lines.getFirst() + "\n" + String.join(",", cells) + "\n"
                        + String.join("\n", lines.subList(2, lines.size())) + "\n");
        return folder.problems().stream()
                .map(problem -> problem.replaceAll(" Maybe it is a percentage.*", ""))
                .toList();
    }

    static Stream<Arguments> parameters() {
        return RestrictionKinds.ALL.list().stream()
                .flatMap(kind -> kind.parameters().stream().map(parameter -> arguments(kind, parameter)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("parameters")
    void everyParameterOfARestrictionHasABound(RestrictionKind kind, RestrictionParameter parameter) {
        assertThat(parameter.range().max()).isFinite();
        String above = Range.plain(parameter.range().max() * 1.5);

        String fault = parameter.name() + ": " + above + " is out of range; expected "
                + parameter.range().expected() + ".";
        assertThat(RestrictionSpecParser.parse(kind + " good:ore " + parameter.name() + "=" + above, "--restrict")
                        .problems())
                .anyMatch(problem -> problem.toString().startsWith("--restrict: " + fault));
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(
                        SCENARIO,
                        "\"restrictions\": [",
                        "\"restrictions\": [ {\"kind\": \"" + kind + "\", \"select\": [\"good:ore\"], \"start\": 0, \""
                                + parameter.name() + "\": " + above + "},");
        assertThat(folder.problems())
                .anyMatch(problem -> problem.startsWith("error " + SCENARIO + ":12: restrictions[0]." + fault));
    }

    @ParameterizedTest(name = "{1} becomes {2}")
    @MethodSource
    void everyOtherNumberOfAScenarioHasABound(String file, String from, String to, String expected) {
        DatasetFolder folder = DatasetFolder.copyTo(temporary).replace(file, from, to);

        assertThat(folder.problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("error " + file + ":").contains(expected));
    }

    static Stream<Arguments> everyOtherNumberOfAScenarioHasABound() {
        return Stream.of(
                arguments(
                        SCENARIO,
                        "\"horizonWeeks\": 104",
                        "\"horizonWeeks\": 5201",
                        "horizonWeeks: 5201 does not fit; expected a whole number from 1 to 5200."),
                arguments(
                        SCENARIO,
                        "\"start\": 4",
                        "\"start\": 100001",
                        "restrictions[0].start: 100001 does not fit; expected a whole number from 0 to 100000."),
                arguments(
                        SCENARIO,
                        "\"end\": 56",
                        "\"end\": 1e15",
                        "restrictions[0].end: 1e15 does not fit; expected a whole number from 1 to 100000."),
                arguments(
                        SCENARIO,
                        "\"rampWeeks\": 4",
                        "\"rampWeeks\": 1e15",
                        "restrictions[0].rampWeeks: 1e15 is out of range; expected a number from 1 to 100000."),
                arguments(
                        SCENARIO,
                        "\"weeks\": [4, 8, 13]",
                        "\"weeks\": [4, 8, 1e16]",
                        "measures[0].weeks: 1e16 is out of range; expected a number from 0 to 100000."),
                arguments(
                        SCENARIO,
                        "2025-12-01",
                        "+999999999-12-31",
                        "startDate: +999999999-12-31 is out of range; expected a day from 1900 to 2999."),
                arguments(
                        EPISODE,
                        "\"high\": 1,",
                        "\"high\": 2.5,",
                        "observations[0].high: 2.5 is out of range; expected a number from 0 to 2."),
                arguments(
                        EPISODE,
                        "\"high\": 30",
                        "\"high\": 1e9",
                        "observations[1].high: 1e9 is out of range; expected a number from 0 to 100000."),
                arguments(
                        EPISODE,
                        "\"toWeek\": 51, \"low\": 10",
                        "\"toWeek\": 1e9, \"low\": 10",
                        "observations[1].toWeek: 1e9 does not fit; expected a whole number from 0 to 100000."));
    }

    @Test
    void anAddedCapacityHasABound() {
        DatasetFolder folder = DatasetFolder.copyTo(temporary)
                .replace(
                        SCENARIO,
                        "\"measures\": [",
                        "\"measures\": [ {\"kind\": \"expansion\", \"select\": [\"good:ore\"], \"added\": 1001,"
                                + " \"start\": 100001, \"rampWeeks\": 1e9},");

        assertThat(folder.problems())
                .anyMatch(problem -> problem.contains("measures[0].added: 1001 is out of range"))
                .anyMatch(problem -> problem.contains("measures[0].start: 100001 does not fit"))
                .anyMatch(problem -> problem.contains("measures[0].rampWeeks: 1e9 is out of range"));
    }
}

package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.base.Range;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the dataset's form and the program say the same: every table, column, parameter and bound, and no other. */
class DatasetPageTest {
    private static final String PAGE = page();
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private static String page() {
        try {
            return Files.readString(Path.of("src/docs/DATASET.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of the tables that stand under a heading, up to the next one. */
    private static List<String[]> rowsUnder(String heading) {
        int start = PAGE.indexOf(heading);
        assertThat(start).as(heading).isNotNegative();
        int next = PAGE.indexOf("\n#", start + 1);
        return PAGE.substring(start, next < 0 ? PAGE.length() : next)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(1).split("\\|"))
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    static Stream<TableSchema> tables() {
        return Tables.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyColumnStandsOnThePageInItsOrderAndNoOther(TableSchema table) {
        List<String[]> rows =
                rowsUnder("### `" + table.file() + "`" + (table.needed() ? "\n" : " (may be left out)\n"));

        assertThat(rows.stream().flatMap(row -> names(row[0]).stream())).containsExactlyElementsOf(table.columnNames());
        for (String[] row : rows) {
            for (String name : names(row[0])) {
                TableSchema.Column column = table.column(name);
                assertThat(row[2].strip())
                        .as(name)
                        .isEqualTo(column.range()
                                .map(range ->
                                        (column.type() == TableSchema.Type.WHOLE ? "whole, " : "") + range.words())
                                .orElse(""));
            }
        }
    }

    @Test
    void thereAreNoOtherTables() {
        assertThat(Pattern.compile("### `(\\w+)\\.csv`").matcher(PAGE).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(tables().map(TableSchema::name).toList());
    }

    @Test
    void everyParameterOfEveryKindStandsOnThePage() {
        List<List<String>> said = rowsUnder("## Scenarios").stream()
                .filter(row -> row.length > 3)
                .map(row -> Arrays.stream(row).map(String::strip).toList())
                .toList();
        List<List<String>> known = RestrictionKinds.ALL.list().stream()
                .flatMap(kind -> kind.parameters().stream()
                        .map(parameter -> List.of(
                                "`" + kind + "`",
                                "`" + parameter + "`",
                                parameter.description(),
                                parameter.range().words())))
                .toList();

        assertThat(said).containsExactlyElementsOf(known);
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("horizonWeeks", "whole, ", Scenario.HORIZON),
                arguments("start", "whole, ", Range.WEEKS),
                arguments("end", "whole, ", Range.WEEKS_FROM_ONE),
                arguments("rampWeeks", "", Range.WEEKS_FROM_ONE),
                arguments("weeks", "", Range.WEEKS),
                arguments("added", "", Range.EXTRA),
                arguments("fromWeek", "whole, ", Range.WEEKS),
                arguments("toWeek", "whole, ", Range.WEEKS),
                arguments("central", "", Range.WEEKS),
                arguments("central", "", Range.PRICE_SEEN),
                arguments("central", "", Range.SEEN),
                arguments("level", "", Range.SOME_PART));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void everyOtherNumberStandsOnThePage(String name, String before, Range range) {
        assertThat(rowsUnder("## Scenarios")).anySatisfy(row -> {
            assertThat(names(row[0])).contains(name);
            assertThat(row[2].strip()).isEqualTo(before + range.words());
        });
    }

    @Test
    void limitsOfFilesAreTheProgramsOwn() {
        assertThat(PAGE)
                .contains("Tables have " + CsvTable.MOST_BYTES / 1_000_000 + " MB at most")
                .contains("every other file " + TextFiles.MOST_BYTES / 1_000_000 + " MB")
                .contains("nested " + Json.MOST_LEVELS + " levels deep")
                .contains("the first " + Faults.MOST_OF_A_KIND + " are listed")
                .contains("longer than " + Scenario.MOST_HORIZON_WEEKS + " weeks")
                .contains("| " + ScenarioFields.FIRST_YEAR + " to " + ScenarioFields.LAST_YEAR + " |");
    }

    @Test
    void whatReplacesWhatIsSaid() {
        assertThat(PAGE).contains("A row with a provider replaces, for that provider, the row without one");
    }
}

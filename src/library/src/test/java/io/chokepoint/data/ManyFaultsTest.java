package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much is at fault, what is said of it can be read. */
class ManyFaultsTest {
    private static final int ROWS = 5_000;

    @TempDir
    Path temporary;

    private DatasetFolder folder;

    @BeforeEach
    void copy() {
        folder = DatasetFolder.copyTo(temporary);
    }

    private static String rows(String row) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> row.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void ofAKindTheFirstHundredAreListedAndTheRestIsCounted() {
        folder.append("sources.csv", rows("source#,,USGS,2025,"));

        List<String> problems = folder.problems();

        assertThat(problems).hasSize(101);
        assertThat(problems).first().isEqualTo("error sources.csv:4: title: is empty; expected a value.");
        assertThat(problems).last().isEqualTo("error sources.csv:104: title: and 4,900 more of this kind.");
        assertThat(folder.read().problems().stream()
                        .mapToLong(UnlistedFaults::count)
                        .sum())
                .isEqualTo(ROWS);
    }

    @Test
    void kindsAreTheSameWhateverTheValue() {
        folder.append("demand.csv", rows("china-ai,unknown#,,,x#,,#,2025,nobody#,published,"));

        assertThat(folder.problems()).hasSizeLessThan(6 * 101);
    }

    @Test
    void unknownFieldsAreOfOneKind() {
        folder.replace(
                "scenarios/oxide-stop.json",
                "\"id\"",
                IntStream.range(0, ROWS)
                                .mapToObj(i ->
                                        "\"field" + Integer.toString(i, 26).replaceAll("\\d", "x") + i % 7 + "\": 1")
                                .distinct()
                                .collect(Collectors.joining(",\n", "", ",\n"))
                        + "\"id\"");

        assertThat(folder.problems()).hasSize(300 + 1);
    }

    @Test
    void aWarningAndAnErrorAreNotOfAKind() {
        folder.append("stages.csv", rows("stage#,Stage,x"));
        folder.append("providers.csv", rows("maker#,Maker,company,ZZZ"));

        List<Problem> problems = folder.read().problems();

        assertThat(problems.stream().filter(Problem::isError)).hasSize(101);
        assertThat(problems.stream().filter(problem -> !problem.isError())).hasSize(101);
    }

    @Test
    void aLongCellIsCutInTheMessage() {
        folder.append(
                "demand.csv", "us-ai,chip,huawei,,0." + "1".repeat(1_000_000) + "x,,1,2025,asml-report,published,\n");

        assertThat(folder.problems())
                .allSatisfy(problem -> assertThat(problem).hasSizeLessThan(600))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("error demand.csv:5: use_share: '0.111")
                        .contains("characters) …")
                        .endsWith("1x' is not a number; expected digits with '.' as decimal sign."));
    }

    @Test
    void aCellThatIsTooLongToBeReadIsSaidOnItsLine() {
        folder.append("demand.csv", "china-ai,chip,,,0.1,,2,2025,,assumption," + "long".repeat(5_000_000) + "\n");

        assertThat(folder.problems()).first().asString().startsWith("error demand.csv:5: ");
    }

    @Test
    void aRowOfTooManyCellsIsSaidOnItsLine() {
        folder.append(
                "demand.csv", "china-ai" + ",".repeat(40_000) + "\nus-ai,chip,nvidia,,0.1,,2,2025,,published,x\n");

        assertThat(folder.problems())
                .first()
                .asString()
                .startsWith(
                        "error demand.csv:5: : the row is too wide: the most that can be read is 16384; expected 11 as in the header.");
    }
}

package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultGroupsTest {

    @Test
    void goodsThatWereTakenOutAreOneCauseOfAllFaultsThatNameThem() throws IOException {
        Path folder = ShippedData.shipped();
        TableText goods = TableText.read(Files.readString(folder.resolve("goods.csv")));
        List<String> gone = List.of("dysprosium-oxide", "gallium", "hbm3e");
        TableText fewer = goods.remove(IntStream.range(0, goods.size())
                .filter(row -> gone.contains(goods.value(row, "id")))
                .boxed()
                .toList());

        List<Problem> problems = DatasetReader.read(folder, Map.of("goods.csv", fewer), RunMonitor.NONE)
                .problems();
        FaultGroups grouped = FaultGroups.of(problems);

        assertThat(grouped.groups()).singleElement().satisfies(missing -> {
            assertThat(missing.table()).isEqualTo("goods");
            assertThat(missing.ids()).isEqualTo(gone);
            assertThat(missing.places()).isGreaterThan(60);
            assertThat(missing.problems()).anySatisfy(p -> assertThat(p.file()).contains("/scenarios/"));
        });
        assertThat(grouped.others()).isEmpty();
        assertThat(grouped.groups().getFirst().problems()).containsExactlyInAnyOrderElementsOf(problems);
    }

    @Test
    void faultsOfOtherKindsAndSingleOnesStandForThemselves() {
        List<Problem> problems = List.of(
                Problem.error("d/supply.csv", 2, "good", "'a' is no id of goods.csv."),
                Problem.error("d/supply.csv", 3, "good", "'b' is no id of goods.csv. Maybe 'c'?"),
                Problem.error("d/supply.csv", 4, "share", "'x' is not a number; expected digits."),
                Problem.warning("d/tags.csv", 5, "tag", "is used nowhere."));
        assertThat(FaultGroups.of(problems).groups()).isEmpty();
        assertThat(FaultGroups.of(problems).others()).isEqualTo(problems);
    }

    @Test
    void whatIsOnlyCountedBelongsToWhatIsListed() {
        List<Problem> problems = new ArrayList<>();
        for (int line = 2; line < 102; line++) {
            problems.add(Problem.error("d/supply.csv", line, "provider", "'gone' is no id of providers.csv."));
        }
        problems.add(Problem.error("d/supply.csv", 102, "provider", "and 1,234 more of this kind."));
        problems.add(Problem.error("d/supply.csv", 102, "share", "and 7 more of this kind."));
        FaultGroups grouped = FaultGroups.of(problems);
        assertThat(grouped.groups()).singleElement().satisfies(missing -> {
            assertThat(missing.table()).isEqualTo("providers");
            assertThat(missing.places()).isEqualTo(1_334);
        });
        assertThat(grouped.others()).containsExactly(problems.getLast());
    }
}

package io.chokepoint.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.StarterDataset;
import io.chokepoint.data.StarterDataset.Start;
import io.chokepoint.data.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What short forms put into tables is sound once everything asked for is filled in. */
class NewRowsTest {
    @TempDir
    Path place;

    private List<Problem> check(Path folder, EditedTables before, EditedTables now) {
        return DatasetReader.read(folder, now.differing(before), RunMonitor.NONE)
                .problems();
    }

    @Test
    void aGoodAndItsMakerAreSoundAndSayWhatIsAssumed() throws Exception {
        Path folder = StarterDataset.write(place, "Own", Start.TEMPLATE);
        EditedTables before = EditedTables.read(folder).tables();
        EditedTables maker =
                NewRows.with(before, new NewRows.Maker("new-works", "New Works", "company", "JPN", "", "", "", ""));
        EditedTables now = NewRows.with(
                maker,
                new NewRows.Good(
                        "sensor",
                        "Sensor",
                        "product",
                        "final",
                        List.of(new NewRows.Part("new-works", "0.6"), new NewRows.Part("rest", "0.4")),
                        List.of(new NewRows.Need("metal", "0.1", "6", "2", "26")),
                        "",
                        "Asked the maker."));
        assertThat(now.changed(before))
                .extracting("name")
                .containsExactly("goods", "providers", "supply", "dependencies");
        // Only one thing is left to say: the template's metal was wholly used before.
        assertThat(check(folder, before, now))
                .isNotEmpty()
                .allMatch(problem -> problem.message().contains("metal"));
        assertThat(now.text(Tables.DEPENDENCIES).text()).contains("Asked the maker. Assumption of the short form");
    }

    @Test
    void fromEmptyTablesTheFormsMakeADatasetThatIsRead() throws Exception {
        Path folder = StarterDataset.write(place, "Own", Start.EMPTY);
        EditedTables empty = EditedTables.read(folder).tables();
        EditedTables now = NewRows.with(
                empty.with(Tables.STAGES, text -> text.insert(0, List.of(List.of("made", "Made", "1")))),
                new NewRows.Maker("one", "One", "company", "JPN", "", "", "", ""));
        now = NewRows.with(
                now,
                new NewRows.Good(
                        "thing", "Thing", "product", "made", List.of(new NewRows.Part("one", "1")), List.of(), "", ""));
        assertThat(check(folder, empty, now))
                .as("nobody wants it yet, and nothing else is wrong")
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("orphan"));
    }
}

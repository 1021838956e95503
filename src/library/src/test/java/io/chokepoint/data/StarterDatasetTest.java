package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.StarterDataset.Start;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterDatasetTest {
    @TempDir
    Path place;

    @Test
    void theTemplateIsSoundAndEveryFigureSaysThatItIsAnAssumption() throws Exception {
        Path folder = StarterDataset.write(place, "My \"own\" chain", Start.TEMPLATE);
        assertThat(folder).isEqualTo(place.resolve("my-own-chain"));
        Loaded<DataPackage> loaded = DatasetReader.read(folder, RunMonitor.NONE);
        assertThat(loaded.problems()).isEmpty();
        DataPackage data = loaded.value().orElseThrow();
        assertThat(data.dataset().title()).isEqualTo("My \"own\" chain");
        assertThat(data.dataset().goods()).hasSize(6);
        assertThat(data.defaultScenario()).isPresent();
        assertThat(data.findScenario(data.defaultScenario().orElseThrow())).isPresent();
        for (Figure figure : data.dataset().figures()) {
            assertThat(figure.evidence().basis()).isEqualTo(Basis.ASSUMPTION);
            assertThat(figure.evidence().note().toLowerCase(Locale.ROOT))
                    .as(figure.id())
                    .contains("assumption");
        }
    }

    @Test
    void emptyTablesCanBeOpenedToo() throws Exception {
        Path folder = StarterDataset.write(place, "Empty", Start.EMPTY);
        Loaded<DataPackage> loaded = DatasetReader.read(folder, RunMonitor.NONE);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().orElseThrow().dataset().goods()).isEmpty();
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path first = StarterDataset.write(place, "One", Start.EMPTY);
        Path second = StarterDataset.write(place, "One", Start.TEMPLATE);
        assertThat(second).isEqualTo(place.resolve("one-2"));
        assertThat(Files.readString(first.resolve("goods.csv")).lines()).hasSize(1);
        assertThatThrownBy(() -> StarterDataset.write(place, "…", Start.EMPTY))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("expected a title");
    }

    @Test
    void aCopyIsTheWholeFolderAndAnother() throws Exception {
        Path folder = StarterDataset.write(place, "One", Start.TEMPLATE);
        Path elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        Path copy = DatasetCopy.into(folder, elsewhere);
        assertThat(copy).isEqualTo(elsewhere.toRealPath().resolve("one").toAbsolutePath());
        assertThat(DatasetReader.read(copy, RunMonitor.NONE).problems()).isEmpty();
        assertThat(DatasetCopy.into(folder, elsewhere)).isEqualTo(elsewhere.resolve("one-2"));
        assertThatThrownBy(() -> DatasetCopy.into(folder, folder.resolve("scenarios")))
                .isInstanceOf(ChokepointException.class);
    }
}

package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.DrawnDataset;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.RunComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datasets of any size are sound, the same for the same seed, and the engine runs them as the slow reading of the model page does. */
class DrawnDatasetTest {
    private static final int WEEKS = 40;

    @TempDir
    private Path folder;

    @Test
    void hasAsManyActivitiesAndAboutAsManyLinksAsWanted() throws IOException {
        DataPackage data = drawn(1000, 3);

        NetworkStructure structure = new NetworkStructure(data.dataset());

        assertThat(structure.activityCount()).isEqualTo(1000);
        assertThat(structure.linkCount()).isBetween(20_000, 21_000);
        assertThat(data.dataset().hasValues()).isTrue();
    }

    @Test
    void isTheSameForTheSameSeed() throws IOException {
        DrawnDataset.write(100, 5, folder.resolve("one"));
        DrawnDataset.write(100, 5, folder.resolve("two"));
        DrawnDataset.write(100, 6, folder.resolve("other"));

        for (String table :
                new String[] {"supply.csv", "dependencies.csv", "sourcing.csv", "values.csv", "demand.csv"}) {
            assertThat(folder.resolve("one").resolve(table))
                    .hasSameTextualContentAs(folder.resolve("two").resolve(table));
        }
        assertThat(Files.readString(folder.resolve("one/supply.csv")))
                .isNotEqualTo(Files.readString(folder.resolve("other/supply.csv")));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void engineEqualsReference(long seed) throws IOException {
        DataPackage data = drawn(240, seed);
        for (Scenario stated : data.scenarios()) {
            Scenario scenario = stated.withHorizonWeeks(WEEKS);

            ModelRun expected = Models.REFERENCE.run(data.dataset(), scenario);
            ModelRun actual = Models.ENGINE.run(data.dataset(), scenario);

            assertThat(RunComparison.differences(expected, actual))
                    .as("scenario %s of seed %d", scenario.id(), seed)
                    .isEmpty();
        }
    }

    private DataPackage drawn(int activities, long seed) throws IOException {
        DrawnDataset.write(activities, seed, folder);
        Loaded<DataPackage> loaded = DatasetReader.read(folder, RunMonitor.NONE);
        assertThat(loaded.problems().stream().filter(Problem::isError)).isEmpty();
        return loaded.orThrow();
    }
}

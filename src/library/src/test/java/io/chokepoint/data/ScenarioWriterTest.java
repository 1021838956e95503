package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Evidence;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written reads back to the same scenario, the lines of its figures aside. */
class ScenarioWriterTest {
    @TempDir
    Path temporary;

    private static void assertSame(Scenario read, Scenario original) {
        RecursiveComparisonConfiguration evidenceWithoutPlace = RecursiveComparisonConfiguration.builder()
                .withEqualsForType(
                        (a, b) -> a.basis() == b.basis()
                                && a.sources().equals(b.sources())
                                && a.note().equals(b.note()),
                        Evidence.class)
                .build();
        assertThat(read).usingRecursiveComparison(evidenceWithoutPlace).isEqualTo(original);
    }

    @Test
    void everyKindOfRestrictionAndMeasureReadsBack() {
        Path original = DatasetFolder.small().resolve("scenarios/oxide-stop.json");
        Scenario scenario = ScenarioReader.read(original).orThrow();
        Path copy = temporary.resolve("scenarios/copy.json");

        ScenarioWriter.write(scenario, copy);

        assertThat(scenario.restrictions()).hasSize(7);
        assertThat(scenario.measures()).hasSize(2);
        assertSame(ScenarioReader.read(copy).orThrow(), scenario);
    }

    @Test
    void shippedScenariosReadBack() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        assertThat(data.scenarios()).isNotEmpty();

        for (Scenario scenario : data.scenarios()) {
            Path copy = temporary.resolve(scenario.id() + ".json");
            ScenarioWriter.write(scenario, copy);
            assertSame(ScenarioReader.read(copy).orThrow(), scenario);
        }
    }

    @Test
    void theModelItWasWrittenWithReadsBack() {
        Scenario scenario = ScenarioReader.read(DatasetFolder.small().resolve("scenarios/oxide-stop.json"))
                .orThrow()
                .withModel(Optional.of(new ModelStamp("weekly", "7")));
        Path copy = temporary.resolve("copy.json");

        ScenarioWriter.write(scenario, copy);

        assertSame(ScenarioReader.read(copy).orThrow(), scenario);
        assertThat(ScenarioReader.read(copy).orThrow().remarks().model()).contains(new ModelStamp("weekly", "7"));
    }

    @Test
    void aModelWithoutAVersionIsAFault() throws Exception {
        Path file = temporary.resolve("a.json");
        String text = Files.readString(DatasetFolder.small().resolve("scenarios/oxide-stop.json"));
        Files.writeString(file, text.replaceFirst("\\{", "{ \"model\": { \"name\": \"weekly\", \"colour\": 1 },"));

        assertThat(ScenarioReader.read(file).problems())
                .filteredOn(Problem::isError)
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("model.version", "model.colour");
    }

    @Test
    void writingTwiceGivesTheSameText() {
        Scenario scenario = ScenarioReader.read(DatasetFolder.small().resolve("scenarios/oxide-stop.json"))
                .orThrow();
        Path copy = temporary.resolve("copy.json");
        ScenarioWriter.write(scenario, copy);

        Scenario again = ScenarioReader.read(copy).orThrow();

        assertThat(ScenarioWriter.toJson(again)).isEqualTo(ScenarioWriter.toJson(scenario));
    }

    @Test
    void numbersAreWrittenPlainly() {
        Scenario scenario = ScenarioReader.read(DatasetFolder.small().resolve("scenarios/oxide-stop.json"))
                .orThrow();

        String json = ScenarioWriter.toJson(scenario);

        assertThat(json)
                .contains("      \"leak\": [0, 0.1, 0.2],\n")
                .contains("      \"delayWeeks\": 2,\n")
                .doesNotContain("2.0");
    }

    @Test
    void theSchemaIsNamedWhereItLiesBeside() throws IOException {
        Scenario scenario = ScenarioReader.read(DatasetFolder.small().resolve("scenarios/oxide-stop.json"))
                .orThrow();
        ScenarioWriter.write(scenario, temporary.resolve("without.json"));
        Files.writeString(temporary.resolve("scenario.schema.json"), "{}");
        ScenarioWriter.write(scenario, temporary.resolve("with.json"));

        assertThat(temporary.resolve("without.json")).content().doesNotContain("$schema");
        assertThat(temporary.resolve("with.json")).content().contains("\"$schema\": \"scenario.schema.json\"");
    }

    @Test
    void nothingButTheFileIsLeftBehind() throws IOException {
        Scenario scenario = Scenario.adHoc(10, List.of());

        ScenarioWriter.write(scenario, temporary.resolve("a.json"));
        ScenarioWriter.write(scenario.withHorizonWeeks(20), temporary.resolve("a.json"));

        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(temporary.resolve("a.json"));
        }
        assertThat(ScenarioReader.read(temporary.resolve("a.json")).orThrow().horizonWeeks())
                .isEqualTo(20);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        Scenario scenario = Scenario.adHoc(10, List.of());

        assertThatThrownBy(() -> ScenarioWriter.write(scenario, file.resolve("a.json")))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("cannot be written");
    }
}

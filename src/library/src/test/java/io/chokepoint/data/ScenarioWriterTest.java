package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Evidence;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.RuleWeights;
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
    void drawnRulesAndDatesReadBack() throws IOException {
        Scenario scenario = drawn("[2, 4, 9]", "[20, 30.5, 40]", "{\"price\": 0.7, \"priority\": 0.2}")
                .orThrow();
        Path copy = temporary.resolve("scenarios/copy.json");

        ScenarioWriter.write(scenario, copy);

        assertThat(scenario.rules().orElseThrow().part(RuleWeights.Rule.PRICE)).isCloseTo(7 / 9.0, within(1e-12));
        assertThat(scenario.restrictions().getFirst().period())
                .satisfies(period ->
                        assertThat(List.of(period.start(), period.end())).containsExactly(4, 31))
                .satisfies(period -> assertThat(period.figures())
                        .extracting(figure -> figure.id().substring(figure.id().lastIndexOf('/') + 1))
                        .containsExactly("start", "end"));
        assertSame(ScenarioReader.read(copy).orThrow(), scenario);
    }

    @Test
    void rulesAndDatesAreHeldToTheirBounds() throws IOException {
        assertThat(faults(drawn("[4, 2, 9]", "40", "{\"price\": 1}"))).contains("start: [4, 2, 9] is out of order");
        assertThat(faults(drawn("[2, 4]", "40", "{\"price\": 1}"))).contains("start: is a list of 2");
        assertThat(faults(drawn("[2, 4, 9]", "[1, 3, 8]", "{\"price\": 1}"))).contains("end: 3 is not after start 4");
        assertThat(faults(drawn("2", "40", "{\"price\": 0}"))).contains("rules: has no weight above 0");
        assertThat(faults(drawn("2", "40", "{\"price\": -1, \"priority\": 2}")))
                .contains("rules.price: -1 is out of range");
        assertThat(faults(drawn("2", "40", "{\"prices\": 1, \"price\": 1}")))
                .contains("rules.prices: is not a field here");
    }

    private static String faults(Loaded<Scenario> loaded) {
        return String.join(
                "\n", loaded.problems().stream().map(Problem::toString).toList());
    }

    private Loaded<Scenario> drawn(String start, String end, String rules) throws IOException {
        Path file = temporary.resolve("drawn.json");
        Files.writeString(file, """
                { "id": "drawn", "title": "Drawn", "question": "?", "startDate": "2026-01-05", "horizonWeeks": 60,
                  "rules": %s,
                  "restrictions": [
                    { "kind": "outage", "select": ["good:ore"], "start": %s, "end": %s, "lost": 0.5 } ] }
                """.formatted(rules, start, end));
        return ScenarioReader.read(file);
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

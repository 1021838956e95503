package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.scenario.RestrictionKinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dataset that comes with the program. */
class ShippedDatasetTest {
    private static final Path FOLDER = ShippedData.shipped();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsWithoutAnyProblem() {
        Loaded<DataPackage> loaded = DatasetReader.read(FOLDER, RunMonitor.NONE);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).isPresent();
    }

    @Test
    void everyScenarioAndEpisodeFitsTheSchema() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("scenarios", "backtests")) {
            try (Stream<Path> found = Files.list(FOLDER.resolve(folder))) {
                found.filter(file -> file.toString().endsWith(".json") && !file.endsWith("scenario.schema.json"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        Schema schema = schema();

        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(schema.validate(JSON.readTree(Files.readString(file))))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void theScenarioOfOurTestsFitsTheSchema() throws IOException {
        JsonNode scenario = JSON.readTree(Files.readString(DatasetFolder.small().resolve("scenarios/oxide-stop.json")));
        JsonNode episode = JSON.readTree(Files.readString(DatasetFolder.small().resolve("backtests/ore-quota.json")));

        assertThat(schema().validate(scenario)).isEmpty();
        assertThat(schema().validate(episode)).isEmpty();
    }

    @Test
    void whatIsWrittenFitsTheSchema() throws IOException {
        Path file = DatasetFolder.small().resolve("scenarios/oxide-stop.json");

        JsonNode written =
                JSON.readTree(ScenarioWriter.toJson(ScenarioReader.read(file).orThrow()));

        assertThat(schema().validate(written)).isEmpty();
    }

    /** Run with {@code -DwriteSchema} after a change of a kind: it then writes both copies. */
    @Test
    void theSchemaIsTheOneThatFollowsFromTheKinds() throws IOException {
        String expected = ScenarioSchema.of(RestrictionKinds.ALL);
        List<Path> copies = List.of(
                FOLDER.resolve("scenarios/scenario.schema.json"),
                Path.of("src/library/src/main/resources/io/chokepoint/data/schema/scenario.schema.json"));
        if (System.getProperty("writeSchema") != null) {
            for (Path copy : copies) {
                Files.writeString(copy, expected);
            }
        }

        for (Path copy : copies) {
            assertThat(copy).content().as("written anew by -DwriteSchema").isEqualTo(expected);
        }
    }

    @Test
    void theDescriptorListsTheColumnsThatTheProgramReads() throws IOException {
        JsonNode descriptor = JSON.readTree(Files.readString(FOLDER.resolve("datapackage.json")));
        List<String> tables = new ArrayList<>();
        for (JsonNode resource : descriptor.path("resources")) {
            for (TableSchema table : Tables.all()) {
                if (resource.path("path").asString("").equals(table.file())) {
                    tables.add(table.name());
                    assertColumns(resource, table);
                }
            }
        }
        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(Tables.all().stream()
                        .filter(table -> Files.exists(FOLDER.resolve(table.file())))
                        .map(TableSchema::name)
                        .toList());
        assertThat(tables).hasSizeGreaterThan(12);
    }

    /** The same columns, each of a type that the program reads; a dataset may promise more than it must. */
    private static void assertColumns(JsonNode resource, TableSchema table) {
        Map<String, String> types = new LinkedHashMap<>();
        for (JsonNode field : resource.path("schema").path("fields")) {
            types.put(field.path("name").asString(), field.path("type").asString());
        }
        List<TableSchema.Column> expected = table.columns().stream()
                .filter(column ->
                        column.presence() != TableSchema.Presence.OPTIONAL || types.containsKey(column.name()))
                .toList();
        assertThat(types.keySet())
                .as(table.file())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(TableSchema.Column::name).toList());
        for (TableSchema.Column column : expected) {
            List<String> readable = switch (column.type()) {
                case TEXT -> List.of("string", "integer", "year", "date", "any");
                case NUMBER -> List.of("number", "integer");
                case WHOLE -> List.of("integer");
            };
            assertThat(types.get(column.name()))
                    .as("type of " + column.name() + " in " + table.file())
                    .isIn(readable);
        }
    }

    private static Schema schema() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        // Its $id is a file name, so that editors find it beside a scenario; validators want a whole address.
        String text = Files.readString(FOLDER.resolve("scenarios/scenario.schema.json"));
        return registry.getSchema(
                JSON.readTree(text.replace("\"$id\": \"", "\"$id\": \"https://chokepoint.example/schema/")));
    }
}

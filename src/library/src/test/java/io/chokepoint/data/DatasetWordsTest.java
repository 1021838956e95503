package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.model.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code tags.csv} and, in the descriptor, {@code headline} and {@code names}. */
class DatasetWordsTest {
    private static final String HEADLINE =
            "\"headline\": { \"select\": [\"kind:product\"], \"one\": \"chip\", \"many\": \"chips\" },";

    @TempDir
    Path temporary;

    private DatasetFolder folder;

    @BeforeEach
    void copy() {
        folder = DatasetFolder.copyTo(temporary);
    }

    @Test
    void tagsHeadlineAndNamesAreRead() {
        folder.replace(
                "datapackage.json",
                HEADLINE,
                "\"headline\": { \"select\": [\"tag:chip-path\", \"good:design\"], \"one\": \"step\", \"many\": \"steps\","
                        + " \"secondary\": [\"kind:process\"], \"columns\": [\"kind:product,process\"] },");

        Dataset dataset = folder.read().orThrow().dataset();

        assertThat(dataset.words().tags())
                .hasSize(9)
                .startsWith(new Tag("ree", "rare earths", "Goods that carry them"));
        assertThat(dataset.words().tagName("chip-path")).isEqualTo("goods that lead to chips");
        assertThat(dataset.words().isProperName("AI")).isTrue();
        assertThat(dataset.words().isModifier("refined")).isTrue();
        HeadlineGoods headline = dataset.headline();
        assertThat(headline.goods()).extracting(Good::id).containsExactly("design", "wafer", "chip");
        assertThat(headline.secondary()).extracting(Good::id).containsExactly("wafer");
        assertThat(headline.columns()).extracting(Good::id).containsExactly("chip");
        assertThat(headline.one()).isEqualTo("step");
        assertThat(headline.many()).isEqualTo("steps");
    }

    @Test
    void aDatasetWithoutThemWorks() {
        folder.delete("tags.csv")
                .replace("datapackage.json", ", { \"name\": \"tags\", \"path\": \"tags.csv\" }", "")
                .replace("datapackage.json", HEADLINE, "")
                .replace(
                        "datapackage.json",
                        ",\n    \n    \"names\": { \"proper\": [\"AI\"], \"inFront\": [\"refined\"] }",
                        "");

        Loaded<DataPackage> loaded = folder.read();

        assertThat(loaded.problems()).isEmpty();
        Dataset dataset = loaded.orThrow().dataset();
        assertThat(dataset.words().tagName("chip-path")).isEqualTo("chip-path");
        assertThat(dataset.headline().goods()).extracting(Good::id).containsExactly("chip");
        assertThat(dataset.headline().columns()).extracting(Good::id).containsExactly("chip");
        assertThat(dataset.headline().many()).isEqualTo("end products");
    }

    @Test
    void aTableThatCannotBeReadIsOneProblem() {
        folder.write("tags.csv", folder.text("tags.csv").replace(',', ';'));

        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith("error tags.csv:1: : looks like Excel's semicolon form");
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        folder.replace("tags.csv", "ree,rare earths,Goods that carry them", "ree,,")
                .replace("tags.csv", "mineral,minerals,\n", "minerals,minerals,\n")
                .append("tags.csv", "gas,gas,\n")
                .replace(
                        "datapackage.json",
                        HEADLINE,
                        "\"headline\": { \"select\": [\"tag:chipp\", \"country:CHN\", \"kind:software stage:mines\", 4],"
                                + " \"one\": \"\", \"colour\": 1 },");

        assertThat(folder.problems())
                .containsExactlyInAnyOrder(
                        "error tags.csv:2: name: is empty; expected a value.",
                        "warning tags.csv:3: tag: 'minerals' is a tag of no good or market. Maybe 'mineral'?",
                        "warning goods.csv:2: tags: 'mineral' is not described in tags.csv; expected its name there. Maybe"
                                + " 'minerals'?",
                        "error tags.csv:11: tag: 'gas' is already the id of line 4; expected each id once.",
                        "error datapackage.json:26: chokepoint.headline.select: 'country:CHN' is not about goods; expected terms"
                                + " with good:, tag:, kind: or stage: only.",
                        "error datapackage.json:26: chokepoint.headline.select[0]: in 'tag:chipp': 'chipp' is no tag of the"
                                + " dataset.",
                        "error datapackage.json:26: chokepoint.headline.select[2]: 'kind:software stage:mines' selects no good;"
                                + " expected at least one.",
                        "error datapackage.json:26: chokepoint.headline.select[3]: is 4; expected a selector in quotes.",
                        "error datapackage.json:26: chokepoint.headline.one: is empty; expected a text.",
                        "error datapackage.json:26: chokepoint.headline.many: is missing; expected a text.",
                        "error datapackage.json:26: chokepoint.headline.colour: is not a field here; expected one of select,"
                                + " secondary, columns, one, many.");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @MethodSource
    void oneFaultIsOneProblem(String file, String from, String to, String expected) {
        List<String> problems = folder.replace(file, from, to).problems();

        assertThat(problems).singleElement().asString().startsWith(expected);
    }

    static Stream<Arguments> oneFaultIsOneProblem() {
        return Stream.of(
                arguments(
                        "goods.csv",
                        "material,materials,gas,",
                        "material,materials,gas;nobel,",
                        "warning goods.csv:4: tags: 'nobel' is not described in tags.csv; expected its name there."),
                arguments(
                        "markets.csv",
                        "compute;china",
                        "compute;china;cloud",
                        "warning markets.csv:2: tags: 'cloud' is not described in tags.csv; expected its name there."),
                arguments(
                        "datapackage.json",
                        "[\"kind:product\"]",
                        "[]",
                        "error datapackage.json:26: chokepoint.headline.select: is empty"),
                arguments(
                        "datapackage.json",
                        "[\"kind:product\"]",
                        "[\"kind product\"]",
                        "error datapackage.json:26: chokepoint.headline.select[0]: 'kind product', character "),
                arguments(
                        "datapackage.json",
                        "\"inFront\": [\"refined\"]",
                        "\"inFront\": \"refined\"",
                        "error datapackage.json:27: chokepoint.names.inFront: "),
                arguments(
                        "datapackage.json",
                        "\"names\"",
                        "\"questions\": [{ \"scenario\": \"nowhere\", \"text\": \"What if?\" }], \"names\"",
                        "error datapackage.json:27: chokepoint.questions[0].scenario: 'nowhere' is the id of no file"),
                arguments(
                        "datapackage.json",
                        "\"proper\"",
                        "\"propper\"",
                        "error datapackage.json:27: chokepoint.names.propper: is not a field here; expected one of proper,"
                                + " inFront."));
    }
}

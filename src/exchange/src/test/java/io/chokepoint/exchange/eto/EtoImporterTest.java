package io.chokepoint.exchange.eto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Imports;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a made-up breakfast in the form of the dataset's five tables. */
class EtoImporterTest {
    private static final List<String> FILES =
            List.of("inputs.csv", "providers.csv", "provision.csv", "sequence.csv", "stages.csv");

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        folder = Files.createDirectory(temporary.resolve("in"));
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(EtoImporterTest.class.getResourceAsStream(file))) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    private Draft draft() throws IOException {
        return Imports.draft(new EtoImporter(), ImportRequest.of(folder));
    }

    private void replace(String file, String old, String text) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(before).contains(old);
        Files.writeString(folder.resolve(file), before.replace(old, text));
    }

    private Dataset imported() {
        DatasetImport.Outcome outcome =
                DatasetImport.run(new EtoImporter(), ImportRequest.of(folder), temporary.resolve("out"));
        assertThat(outcome.loaded().problems().stream().filter(Problem::isError))
                .isEmpty();
        return outcome.loaded().value().map(DataPackage::dataset).orElseThrow();
    }

    @Test
    void theResultIsADatasetLikeAnyOther() {
        Dataset dataset = imported();

        assertThat(dataset.goods()).hasSize(8);
        assertThat(dataset.getGood("stone-ovens").stage().name()).isEqualTo("Baking");
        assertThat(dataset.getGood("breakfast").stage().name()).isEqualTo("Serving");
        assertThat(dataset.inputsOf(dataset.getGood("baking-step")).stream()
                        .map(row -> row.input().id()))
                .containsExactlyInAnyOrder("ovens", "flour", "recipes");
        assertThat(dataset.inputsOf(dataset.getGood("ovens")).stream()
                        .map(row -> row.input().id()))
                .containsExactlyInAnyOrder("stone-ovens", "steel-ovens");
        for (Dependency dependency : dataset.dependencies()) {
            assertThat(dependency.evidence().basis()).isEqualTo(Basis.ASSUMPTION);
            assertThat(dependency.evidence().note()).contains("Assumed on import: criticality");
        }
        dataset.goods()
                .forEach(good -> assertThat(dataset.suppliesOf(good).stream()
                                .mapToDouble(supply -> supply.share().central())
                                .sum())
                        .as(good.id())
                        .isCloseTo(1, within(1e-9)));
    }

    /** What has no name is refused where it stands, not as a row of the new dataset that nobody wrote. */
    @ParameterizedTest
    @CsvSource({
        "stages.csv, Serving, stage_name",
        "inputs.csv, Breakfast, input_name",
        "providers.csv, ITA, provider_name"
    })
    void whatHasNoNameIsRefused(String file, String name, String column) throws IOException {
        Path table = folder.resolve(file);
        assertThat(Files.readString(table)).containsPattern("(?m)(^|,)" + name + ",");
        Files.writeString(table, Files.readString(table).replaceFirst("(?m)(^|,)" + name + ",", "$1,"));

        assertThat(draft().findings().report().faults()).anySatisfy(fault -> {
            assertThat(fault.file()).endsWith(file);
            assertThat(fault.field()).isEqualTo(column);
            assertThat(fault.message()).contains("expected a name");
        });
    }

    @Test
    void stagesWhoseIdsDifferInCapitalsOnlyStayTwo() throws IOException {
        Files.writeString(folder.resolve("stages.csv"), "s1,Small,\n", StandardOpenOption.APPEND);

        assertThat(imported().stages()).extracting(stage -> stage.name()).contains("Small");
    }

    @Test
    void withoutAStageNothingIsADataset() throws IOException {
        String header = Files.readAllLines(folder.resolve("stages.csv")).getFirst();
        Files.writeString(folder.resolve("stages.csv"), header + "\n");

        assertThat(draft().findings().report().faults())
                .anySatisfy(fault -> assertThat(fault.message()).contains("there is no stage"));
    }

    @Test
    void sharesKeepYearAndSourceAndARestClosesThem() throws IOException {
        assertThat(Imports.rows(draft(), "supply", "good", "provider", "share", "year", "source").stream()
                        .filter(row -> row.startsWith("stone-ovens")))
                .containsExactly(
                        "stone-ovens|forno-ita|0.705|2023|eto-2",
                        "stone-ovens|ofenbau-deu|0.2|2023|eto-3",
                        "stone-ovens|rest-of-world|0.095||");
        assertThat(Imports.rows(draft(), "sources", "id", "title", "url"))
                .startsWith(
                        "eto-1|Advanced Semiconductor Supply Chain Dataset; the row names no source|https://eto.tech/dataset-docs/chipexplorer",
                        "eto-2|Oven Year Book|https://eto.tech/dataset-docs/chipexplorer",
                        "eto-3|See [the page](https://example.org/ovens) of 2023|https://example.org/ovens");
        assertThat(Imports.rows(draft(), "supply", "good", "note"))
                .anyMatch(row -> row.startsWith("stone-ovens|Share as stated: 70.5 %."));
    }

    @Test
    void companiesAndCountriesAreNeverAdded() {
        Dataset dataset = imported();
        assertThat(dataset.suppliesOf(dataset.getGood("flour")).stream().map(EtoImporterTest::words))
                .containsExactly("Italy 0.6", "Various countries 0.4");
        assertThat(dataset.suppliesOf(dataset.getGood("recipes")).stream().map(EtoImporterTest::words))
                .containsExactly("Germany 1.0");
    }

    private static String words(Supply supply) {
        return supply.provider().name() + " " + supply.share().central();
    }

    @Test
    void sharesAboveTheWholeByRoundingAreDividedAndSoSaid() throws IOException {
        assertThat(Imports.rows(draft(), "supply", "good", "provider", "share", "note").stream()
                        .filter(row -> row.startsWith("steel-ovens|forno")))
                .singleElement()
                .asString()
                .contains("|0.5|")
                .contains("Shares of this good add up to 102 % and were divided by that.");

        replace("provision.csv", "N4,51,2023", "N4,61,2023");
        assertThat(Imports.faults(draft()))
                .containsExactly(
                        "provision.csv:6: share_provided: '122 % in all for N4'; expected shares of one input that add up to 100 %, or"
                                + " less.");
    }

    @Test
    void whoIsNamedWithoutAShareGetsAnEqualOneAsAnAssumption() {
        Dataset dataset = imported();
        assertThat(dataset.suppliesOf(dataset.getGood("ovens"))).singleElement().satisfies(supply -> {
            assertThat(supply.provider().name()).isEqualTo("Forno");
            assertThat(supply.share().low()).isEqualTo(0.1);
            assertThat(supply.evidence().basis()).isEqualTo(Basis.ASSUMPTION);
        });
        assertThat(dataset.suppliesOf(dataset.getGood("breakfast")))
                .singleElement()
                .satisfies(supply -> assertThat(supply.evidence().note()).contains("the tables name nobody"));
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        assertThat(draft().findings().report().leftOut().stream().map(line -> line.what() + ": " + line.why()))
                .contains(
                        "other names of providers: a maker has one name",
                        "shares of earlier years: a later year is there",
                        "makers with a share of 0.0 %: what rounds to nothing is nothing to lose",
                        "shares of a whole stage: a dataset has shares of goods only",
                        "makers of a good: the same output seen by country; companies are taken",
                        "makers of a good: the same output seen by company without shares; countries are taken");
        assertThat(draft().findings().report().assumed())
                .anyMatch(line -> line.column().equals("type")
                        && line.why().equals("'Various countries' is no country of ISO 3166-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provision.csv|70.5|a lot|provision.csv:2: share_provided: 'a lot'; expected a percentage from 0 to 100, or nothing.",
                "provision.csv|70.5|170.5|provision.csv:2: share_provided: '170.5'; expected a percentage from 0 to 100, or nothing.",
                "provision.csv|N3,20|N9,20|provision.csv:4: provided_id: 'N9'; expected an id of inputs.csv.",
                "provision.csv|N3,60,2019|N3,60,2023|provision.csv:3: provider_id: 'P4'; expected each provider of an input once a year.",
                "sequence.csv|,N7,Breakfast|,N77,Breakfast|sequence.csv:9: input_id: 'N77'; expected an id of inputs.csv.",
                "sequence.csv|Ovens,N2\\n|Ovens,N3\\n|sequence.csv:3: is_type_of_id: 'N3'; expected another input than the one that it is a link of.",
                "providers.csv|P4,organization,ITA|P4,guild,ITA|providers.csv:5: provider_type: 'guild'; expected 'country' or 'organization'.",
                "inputs.csv|N2,Ovens|N1,Ovens|inputs.csv:3: input_id: 'N1'; expected each id once.",
                "stages.csv|stage_name|name|stages.csv:1: stage_name: there is no such column; expected it in the header."
            })
    void faultsNameFileLineColumnValueAndWhatWasExpected(String file, String old, String text, String fault)
            throws IOException {
        replace(file, old.replace("\\n", "\n"), text.replace("\\n", "\n"));

        assertThat(Imports.faults(draft())).contains(fault);
    }

    @Test
    void aMissingTableOrFolderIsSaid() throws IOException {
        Files.delete(folder.resolve("sequence.csv"));
        assertThat(Imports.faults(draft())).containsExactly("sequence.csv: does not exist; expected a file.");

        Draft draft = Imports.draft(new EtoImporter(), ImportRequest.of(folder.resolve("stages.csv")));
        assertThat(Imports.faults(draft))
                .singleElement()
                .asString()
                .contains("is a file; expected the folder with inputs.csv");
    }
}

package io.chokepoint.exchange.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Imports;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsImporterTest {
    private static final Path FOLDER = Path.of("data/rare-earths-to-chips");
    private static final Dataset DATASET =
            DatasetReader.read(FOLDER, RunMonitor.NONE).orThrow().dataset();
    private static final String HEADER =
            "Country,HS code,Product,Type of measure,In force from,In force until,Tax rate (%),Destination\n";

    @TempDir
    private Path temporary;

    private Draft draft(String text) throws IOException {
        Path table = Files.writeString(temporary.resolve("measures.csv"), text);
        return Imports.draft(new ControlsImporter(), ImportRequest.of(table).withDataset(FOLDER));
    }

    /** The only scenario that a row gives. */
    private Restriction restriction(String row) throws IOException {
        return scenario(row).restrictions().getFirst();
    }

    private Scenario scenario(String row) throws IOException {
        Draft draft = draft(HEADER + row + "\n");
        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(draft.files()).hasSize(1);
        Path file = temporary.resolve("draft.json");
        Files.writeString(file, draft.files().values().iterator().next());
        Loaded<Scenario> loaded = ScenarioReader.read(file, DATASET);
        return loaded.orThrow();
    }

    private List<String> leftOut(String row) throws IOException {
        Draft draft = draft(HEADER + row + "\n");
        assertThat(draft.files()).isEmpty();
        return draft.findings().report().leftOut().stream()
                .map(line -> line.what() + ": " + line.why())
                .toList();
    }

    private static String select(Restriction restriction) {
        return restriction.terms().select().getFirst().text();
    }

    @Test
    void aMeasureBecomesAScenarioWhoseStrengthIsTheUsualOneAndAnAssumption() throws IOException {
        Scenario scenario =
                scenario("China,811292,Gallium and germanium,Licensing requirement,2023-08-01,2026-08-01,,");
        Restriction licence = scenario.restrictions().getFirst();

        assertThat(scenario.title()).isEqualTo("China: licence on Gallium and germanium (2023)");
        assertThat(scenario.startDate()).contains(LocalDate.of(2023, 8, 1));
        assertThat(licence.kind()).isEqualTo(RestrictionKinds.LICENCE);
        assertThat(select(licence)).isEqualTo("good:gallium,germanium,indium,gallium-hp country:CHN to:!CHN");
        // From the first of August 2023 to the first day after the end, 2 August 2026: 1097 days.
        assertThat(licence.period()).isEqualTo(new Period(0, 157, 0));
        assertThat(scenario.horizonWeeks()).isEqualTo(157 + 26);
        assertThat(licence.figure(RestrictionKinds.APPROVAL)).hasValueSatisfying(figure -> {
            assertThat(figure.low())
                    .isEqualTo(RestrictionKinds.APPROVAL.typical().low());
            assertThat(figure.high())
                    .isEqualTo(RestrictionKinds.APPROVAL.typical().high());
        });
        assertThat(licence.terms().basis()).isEqualTo(Basis.ASSUMPTION);
        assertThat(licence.terms().note())
                .contains("measures.csv:2: CHN, Licensing requirement")
                .contains("811292: Unwrought gallium")
                .contains("Assumed: approval 0.3 to 0.9, likeliest 0.6")
                .contains("Germanium, refined has other codes too");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "makers there|COD,8105.20,,Export prohibition,2025-02-22,,,|export-ban|good:cobalt-ore country:COD to:!COD",
                "by name|CHN,,gallium,Export ban,2024-12,,,USA|export-ban|good:gallium country:CHN to:USA",
                "heading|CHN,2846,,Export quota,2010,,,|quota|good:cerium-oxide",
                "eight digits|CN,81129210,,Export licensing,2023,,,|licence|good:gallium,germanium,indium,gallium-hp",
                "several codes|CHN,\"811010; 282580\",,Non-automatic export licence,2024-09-15,,,|licence|good:antimony country:CHN"
            })
    void goodsAreFoundByCodeAndWhereThereIsNoneByName(String what, String row, String kind, String select)
            throws IOException {
        Restriction restriction = restriction(row);

        assertThat(restriction.kind().id()).as(what).isEqualTo(kind);
        assertThat(select(restriction)).as(what).startsWith(select);
    }

    @Test
    void aRateIsTakenOnlyWhereItIsSaidToBeInPercent() throws IOException {
        Restriction tariff = restriction("Indonesia,800110,Tin,Export tax,2024-01,,10,");
        assertThat(tariff.central(RestrictionKinds.RATE)).isEqualTo(0.1);
        assertThat(tariff.terms().note()).contains("The rate is the table's.").contains("Assumed: passThrough");

        Draft draft = draft("country,good,instrument,rate\nIDN,tin,export tax,10\nIDN,tin,export tax,7.5 %\n");
        assertThat(draft.findings().report().leftOut())
                .singleElement()
                .satisfies(line -> assertThat(line.what() + ": " + line.why())
                        .isEqualTo("the rate '10': neither it nor its column says that it is in %"));
        assertThat(draft.files().values()).anyMatch(json -> json.contains("\"rate\": 0.075"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "India,260400,Nickel ores,Captive mining,2009,,,|the model has no such instrument as 'Captive mining'",
                "India,260400,Nickel ores,Export tax,2009,,,|hs.csv has no good under this code",
                "India,,Nickel ores,Export tax,2009,,,|no good goes by this name",
                "Viet Nam,811292,Germanium,Export prohibition,2012,,,|the dataset has no maker there of Gallium"
            })
    void whatDidNotMatchIsListedWithAReason(String row, String why) throws IOException {
        assertThat(leftOut(row)).singleElement().asString().contains(": " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Atlantis,811292,,Export ban,2024,,,|measures.csv:2: Country: 'Atlantis'; expected a country: its name, or its code of two or three letters.",
                "CHN,8112x,,Export ban,2024,,,|measures.csv:2: HS code: '8112x'; expected customs codes of 4, 6, 8 or 10 digits, with ';' between them.",
                "CHN,811292,,Export ban,03/12/2024,,,|measures.csv:2: In force from: '03/12/2024'; expected a year, year-month or year-month-day from 1900 on.",
                "CHN,811292,,Export ban,2024-02-30,,,|measures.csv:2: In force from: '2024-02-30'; expected a year, year-month or year-month-day from 1900 on.",
                "CHN,811292,,Export ban,2024-05,2024-04,,|measures.csv:2: In force until: '2024-04'; expected a day after the start, 2024-05.",
                "CHN,,,Export ban,2024,,,|measures.csv:2: Product: is empty; expected a commodity or a customs code.",
                "CHN,811292,,,2024,,,|measures.csv:2: Type of measure: is empty; expected the sort of measure, such as export ban or licence."
            })
    void faultsAreAtTheirCell(String row, String fault) throws IOException {
        assertThat(Imports.faults(draft(HEADER + row + "\n"))).containsExactly(fault);
    }

    @Test
    void aTableThatIsNoneOfMeasuresIsRefused() throws IOException {
        assertThat(Imports.faults(draft("id,name\n1,x\n")))
                .hasSize(3)
                .anyMatch(fault -> fault.contains("there is no such column; expected a column 'country'."))
                .anyMatch(fault -> fault.contains("neither a column of goods nor one of customs codes"));
    }

    @Test
    void semicolonsAndTabsAreReadToo() throws IOException {
        assertThat(draft("country;good;instrument\nCHN;gallium;export ban\n").files())
                .hasSize(1);
        assertThat(draft("country\tgood\tinstrument\nCHN\tgallium\texport ban\n")
                        .files())
                .hasSize(1);
    }

    @Test
    void theFolderHoldsScenariosAndWhatIsToBeSaidOfThem() throws IOException {
        Path table = Files.writeString(
                temporary.resolve("m.csv"),
                HEADER + "CHN,,gallium,Export ban,2024-03,,,\nCHN,,gallium,Export ban,2024-08,,,\n");
        Path out = temporary.resolve("out");

        DatasetImport.Outcome outcome = DatasetImport.run(
                new ControlsImporter(), ImportRequest.of(table).withDataset(FOLDER), out);

        assertThat(outcome.scenarios())
                .containsExactly("china-export-ban-on-gallium-2024-2.json", "china-export-ban-on-gallium-2024.json");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("IMPORT.txt"));
        assertThat(out.resolve("datapackage.json")).doesNotExist();
        for (String file : outcome.scenarios()) {
            assertThat(ScenarioReader.read(out.resolve(file), DATASET).problems())
                    .isEmpty();
        }
        ImportReport report = outcome.report();
        assertThat(report.assumed()).anyMatch(line -> line.column().equals("export-ban leak") && line.count() == 2);
        assertThatThrownBy(() -> DatasetImport.run(
                        new ControlsImporter(), ImportRequest.of(table).withDataset(FOLDER), out))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining("holds files already");
    }
}

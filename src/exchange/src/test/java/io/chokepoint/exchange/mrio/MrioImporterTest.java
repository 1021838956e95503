package io.chokepoint.exchange.mrio;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MrioImporterTest {
    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    /** Two regions, two sectors: ore makes 100 in Germany and 300 elsewhere, chips 200 and 0. */
    @BeforeEach
    void table() throws IOException {
        folder = Files.createDirectory(temporary.resolve("toy"));
        write("Z.txt", """
                region\t\tDE\tDE\tRoW\tRoW
                sector\t\tore\tchips\tore\tchips
                region\tsector\t\t\t\t
                DE\tore\t5\t20\t0\t0
                DE\tchips\t1\t2\t3\t0
                RoW\tore\t0\t60\t10\t0
                RoW\tchips\t0\t0\t0\t0
                """);
        write("x.txt", "region\tsector\tindout\nDE\tore\t100\nDE\tchips\t200\nRoW\tore\t300\nRoW\tchips\t0\n");
        write(
                "unit.txt",
                "region\tsector\tunit\nDE\tore\tM.EUR\nDE\tchips\tM.EUR\nRoW\tore\tM.EUR\nRoW\tchips\tM.EUR\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private Draft draft() throws IOException {
        return Imports.draft(new MrioImporter(), ImportRequest.of(folder));
    }

    private Dataset imported() {
        DatasetImport.Outcome outcome =
                DatasetImport.run(new MrioImporter(), ImportRequest.of(folder), temporary.resolve("out"));
        assertThat(outcome.loaded().problems().stream().filter(Problem::isError))
                .isEmpty();
        return outcome.loaded().value().map(DataPackage::dataset).orElseThrow();
    }

    @Test
    void sharesComeFromOutputsAndUsesFromFlows() {
        Dataset dataset = imported();

        assertThat(dataset.suppliesOf(dataset.getGood("ore")).stream()
                        .map(supply ->
                                supply.provider().name() + " " + supply.share().central()))
                .containsExactly("Germany 0.25", "RoW 0.75");
        assertThat(dataset.suppliesOf(dataset.getGood("chips"))).hasSize(1);
        // 80 of 400 ore go into chips, which have an output of 200.
        Dependency ore = dataset.inputsOf(dataset.getGood("chips")).getFirst();
        assertThat(ore.useShare().central()).isEqualTo(0.2, within(1e-12));
        assertThat(ore.costShare().central()).isEqualTo(0.4, within(1e-12));
        assertThat(ore.evidence().basis()).isEqualTo(Basis.ASSUMPTION);
        assertThat(ore.evidence().note())
                .contains("Use and cost: derived, the flow of all regions")
                .contains("Assumed on import: criticality 0.5")
                .contains("Assumed on import: stock_weeks 4");
        // 4 of 200 chips go back into ore: above half a per cent, and a loop.
        assertThat(dataset.inputsOf(dataset.getGood("ore")))
                .singleElement()
                .satisfies(chips -> assertThat(chips.useShare().central()).isEqualTo(0.02, within(1e-12)));
    }

    @Test
    void coefficientsTimesOutputsAreFlows() throws IOException {
        List<String> flows = Imports.rows(draft(), "dependencies", "input", "consumer", "use_share", "cost_share");
        Files.delete(folder.resolve("Z.txt"));
        write("A.txt", """
                region\t\tDE\tDE\tRoW\tRoW
                sector\t\tore\tchips\tore\tchips
                DE\tore\t0.05\t0.1\t0\t0
                DE\tchips\t0.01\t0.01\t0.01\t0
                RoW\tore\t0\t0.3\t0.033\t0
                RoW\tchips\t0\t0\t0\t0
                """);

        assertThat(Imports.rows(draft(), "dependencies", "input", "consumer", "use_share", "cost_share"))
                .containsExactlyElementsOf(flows);
    }

    @Test
    void withoutOutputsFlowsAndFinalDemandAddUpToThem() throws IOException {
        Files.delete(folder.resolve("x.txt"));
        write(
                "Y.txt",
                "region\t\tDE\tRoW\ncategory\t\tall\tall\nDE\tore\t75\t0\nDE\tchips\t100\t94\nRoW\tore\t0\t230\nRoW\tchips\t0\t0\n");

        assertThat(Imports.rows(draft(), "supply", "good", "provider", "share"))
                .containsExactly("ore|de|0.25", "ore|row|0.75", "chips|de|1");
        Files.delete(folder.resolve("Y.txt"));
        assertThat(Imports.faults(draft())).singleElement().asString().contains("there is neither x.txt nor Y.txt");
    }

    @Test
    void unitsAreNeverGuessed() throws IOException {
        Files.delete(folder.resolve("unit.txt"));
        assertThat(Imports.rows(draft(), "dependencies", "cost_share")).containsOnly("");
        assertThat(draft().findings().report().leftOut())
                .anyMatch(line -> line.why().contains("units are not guessed"));

        write("unit.txt", "region\tsector\tunit\nDE\tore\tt\nDE\tchips\tM.EUR\n");
        assertThat(Imports.rows(draft(), "dependencies", "cost_share")).containsOnly("");
    }

    @Test
    void whatATableOfFlowsCannotSayIsListed() throws IOException {
        assertThat(draft().findings().report().leftOut().stream().map(line -> line.what()))
                .contains(
                        "what a sector buys of itself",
                        "final demand",
                        "which region buys from which",
                        "what goods are worth");
        assertThat(draft().findings().report().assumed().stream().map(line -> line.column() + " " + line.value()))
                .contains(
                        "stage economy", "type rest", "spare 0", "criticality 0.5", "stock_weeks 4", "kind component");
    }

    @Test
    void onlyTheLargestSectorsOfALargeTableAreKept() throws IOException {
        int regions = 3;
        int sectors = MrioTable.MOST_SECTORS + 20;
        Random random = new Random(5);
        StringBuilder first = new StringBuilder("region\t");
        StringBuilder second = new StringBuilder("sector\t");
        StringBuilder x = new StringBuilder("region\tsector\tindout\n");
        StringBuilder rows = new StringBuilder();
        for (int r = 0; r < regions; r++) {
            for (int s = 0; s < sectors; s++) {
                first.append("\tR").append(r);
                second.append("\tS").append(s);
                // Of the sectors the later are the larger.
                x.append("R")
                        .append(r)
                        .append("\tS")
                        .append(s)
                        .append('\t')
                        .append(1000 * (s + 1))
                        .append('\n');
                rows.append("R").append(r).append("\tS").append(s);
                for (int c = 0; c < regions * sectors; c++) {
                    rows.append('\t').append(random.nextDouble());
                }
                rows.append('\n');
            }
        }
        write("Z.txt", first + "\n" + second + "\n" + rows);
        write("x.txt", x.toString());

        Draft draft = draft();

        assertThat(Imports.rows(draft, "goods", "id"))
                .hasSize(MrioTable.MOST_SECTORS)
                .contains("s79", "s20")
                .doesNotContain("s19");
        assertThat(draft.findings().report().leftOut())
                .anyMatch(line -> line.what().equals("20 sectors")
                        && line.why().equals("only the 60 largest by output are kept, which have 94 % of it"));
    }

    @Test
    void faultsNameFileLineColumnValueAndWhatWasExpected() throws IOException {
        String matrix = Files.readString(folder.resolve("Z.txt"));
        write("Z.txt", matrix.replace("\t60\t", "\t6O\t"));
        assertThat(Imports.faults(draft()))
                .containsExactly("Z.txt:6: column 4: '6O'; expected a number with '.' as decimal sign.");

        write("Z.txt", matrix.replace("\t60\t", "\t"));
        assertThat(Imports.faults(draft())).containsExactly("Z.txt:6: has 5 cells; expected 6 as in the header.");

        write("Z.txt", matrix.replace("RoW\tore\t0", "Rest\tore\t0"));
        assertThat(Imports.faults(draft()))
                .containsExactly("Z.txt:6: region, sector: 'Rest / ore'; expected a sector of x.txt.");

        write("Z.txt", "a,b,c\n1,2,3\n");
        assertThat(Imports.faults(draft()))
                .containsExactly(
                        "Z.txt:2: is no matrix of the text form; expected two header rows, of regions and of sectors, with tabs"
                                + " between.");

        write("Z.txt", matrix);
        write("x.txt", "region\tsector\tindout\nDE\tore\t-1\nDE\tore\t5\nDE\tore\t6\n");
        assertThat(Imports.faults(draft()))
                .containsExactly(
                        "x.txt:2: output: '-1.0'; expected an output of 0 or more.",
                        "x.txt:4: region, sector: 'DE / ore'; expected each sector of a region once.");

        Files.delete(folder.resolve("Z.txt"));
        assertThat(Imports.faults(draft())).singleElement().asString().contains("there is neither Z.txt nor A.txt");
    }

    @Test
    void aLineWithoutEndFillsNoMemory() throws IOException {
        Files.write(folder.resolve("Z.txt"), "region\t".repeat(200_000).getBytes(StandardCharsets.UTF_8));

        assertThat(Imports.faults(draft()))
                .containsExactly("Z.txt:1: has a line that is too long; expected at most 500,000 letters.");
    }
}

package io.chokepoint.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Imports;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.model.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of nodes, edges and makers in somebody's own columns. */
class CsvImporterTest {
    private static final CsvImporter CSV = new CsvImporter();

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void lists() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        text("in/flows.csv", """
                From;To;Menge (t);Farbe
                Erz;Oxid;1.234,5;rot
                Oxid;Magnet;300;
                Oxid;Leuchtstoff;100 e;
                """);
        text("in/makers.csv", """
                Producer,Commodity,Market share,Year,Country
                Baotou,Erz,60 %,2024,China
                Lynas,Erz,40 %,2024,AU
                Shin-Etsu,Magnet,100 %,2024,JPN
                """);
        text("in/things.csv", """
                id,label,kind
                Erz,Ore,material
                Magnet,Magnet 磁铁,component
                """);
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ImportRequest request() {
        return ImportRequest.of(input).withLocale(Locale.GERMANY);
    }

    private String suggested() throws IOException {
        Findings findings = new Findings();
        String draft = CSV.suggest(request(), findings);
        assertThat(findings.hasFaults()).isFalse();
        return draft;
    }

    @Test
    void aMappingIsDraftedFromTheHeadersAndAsksForUnits() throws IOException {
        assertThat(suggested().lines())
                .containsExactly(
                        "file,column,means,unit,note",
                        "flows.csv,From,edge.source,,",
                        "flows.csv,To,edge.target,,",
                        "flows.csv,Menge (t),,,left out unless 'means' says what it is",
                        "flows.csv,Farbe,,,left out unless 'means' says what it is",
                        "makers.csv,Producer,supply.provider,,",
                        "makers.csv,Commodity,supply.good,,",
                        "makers.csv,Market share,supply.share,?,put the unit in place of ?",
                        "makers.csv,Year,supply.year,,",
                        "makers.csv,Country,supply.country,,",
                        "things.csv,id,node.id,,",
                        "things.csv,label,node.name,,",
                        "things.csv,kind,node.kind,,");
    }

    private Path mapping() throws IOException {
        return text(
                "map.csv",
                suggested()
                        .replace("Menge (t),,", "Menge (t),edge.quantity,t")
                        .replace("supply.share,?", "supply.share,1"));
    }

    @Test
    void quantitiesBecomePartsOfTheirSumAndSharesStay() throws IOException {
        Draft draft = Imports.draft(CSV, request().withMapping(mapping()));

        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(Imports.rows(draft, "dependencies", "input", "consumer", "use_share"))
                .containsExactly("erz|oxid|1", "oxid|magnet|0.75", "oxid|leuchtstoff|0.25");
        assertThat(Imports.rows(draft, "supply", "good", "provider", "share", "year"))
                .containsExactly(
                        "erz|baotou|0.6|2024",
                        "erz|lynas|0.4|2024",
                        "magnet|shin-etsu|1|2024",
                        "oxid|all-makers|1|",
                        "leuchtstoff|all-makers|1|");
        assertThat(Imports.rows(draft, "goods", "id", "name", "kind"))
                .startsWith("erz|Ore|material", "magnet|Magnet 磁铁|component");
        assertThat(Imports.rows(draft, "providers", "id", "country"))
                .startsWith("baotou|CHN", "lynas|AUS", "shin-etsu|JPN");
        String note = draft.tables().get("dependencies").rows().get(2).get("note");
        assertThat(note).contains("100 of 400 t, the sum of its uses", "Marked in the file: quantity estimated");
        assertThat(draft.findings().report().leftOut())
                .extracting(ImportReport.LeftOut::what)
                .containsExactly("the column 'Farbe'");
    }

    @Test
    void theFolderLoads() throws IOException {
        Dataset data = DatasetImport.run(CSV, request().withMapping(mapping()), folder.resolve("out"))
                .loaded()
                .orThrow()
                .dataset();

        assertThat(data.goods()).hasSize(4);
        assertThat(data.findSource("import")).isPresent();
    }

    @Test
    void withoutAMappingNothingIsGuessed() throws IOException {
        assertThat(Imports.faults(Imports.draft(CSV, request())))
                .containsExactly(
                        "in: its columns can mean anything; expected a mapping with --mapping F; --suggest drafts one.");
    }

    @Test
    void faultsOfTheMappingAreSaidAtOnce() throws IOException {
        Path map = text("map.csv", """
                file,column,means,unit
                flows.csv,From,edge.sauce,
                flows.csv,To,edge.target,
                flows.csv,Menge (t),edge.quantity,
                makers.csv,Market share,supply.share,kg
                makers.csv,Producer,supply.provider,?
                """);

        assertThat(Imports.faults(Imports.draft(CSV, request().withMapping(map))))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("map.csv:2: means: 'edge.sauce'")
                        .contains("Maybe 'edge.source'?"))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("map.csv:4: unit: is empty; expected the unit of the quantity"))
                .anySatisfy(fault -> assertThat(fault).startsWith("map.csv:5: unit: 'kg'; expected 1 for parts of one"))
                .hasSize(4);
    }

    @Test
    void numbersThatCanMeanTwoThingsAreRefused() throws IOException {
        text("in/flows.csv", "From,To,Menge (t),Farbe\nErz,Oxid,1.234,\nOxid,Magnet,W,\nOxid,Leuchtstoff,5,\n");
        Draft draft = Imports.draft(CSV, ImportRequest.of(input).withMapping(mapping()));

        assertThat(Imports.faults(draft)).hasSize(1).first().asString().startsWith("flows.csv:2: Menge (t): '1.234'");

        text("in/flows.csv", "From,To,Menge (t),Farbe\nErz,Oxid,1234,\nOxid,Magnet,W,\nOxid,Leuchtstoff,5,\n");
        draft = Imports.draft(CSV, ImportRequest.of(input).withMapping(mapping()));

        assertThat(Imports.faults(draft))
                .containsExactly(
                        "flows.csv:3: use_share: is missing at Oxid -> Magnet; expected a quantity, as other edges of"
                                + " the good have one.");
        assertThat(draft.findings().report().leftOut())
                .extracting(line -> line.what() + ": " + line.why())
                .contains("'W' in column 'Menge (t)': known to the office, but kept secret");
    }

    @Test
    void twoUnitsAreNoSum() throws IOException {
        text("in/flows.csv", "From,To,Amount,Unit\nErz,Oxid,5,t\nOxid,Magnet,7,kg\n");
        text(
                "map.csv",
                "file,column,means,unit\nflows.csv,From,edge.source,\nflows.csv,To,edge.target,\n"
                        + "flows.csv,Amount,edge.quantity,t\nflows.csv,Unit,edge.unit,\n");

        assertThat(Imports.faults(Imports.draft(CSV, request().withMapping(folder.resolve("map.csv")))))
                .anySatisfy(fault -> assertThat(fault).startsWith("flows.csv:3: Unit: 'kg'; expected one unit"));
    }

    @Test
    void aSankeyTableAndSankeyMaticsLines() throws IOException {
        SankeyImporter sankey = new SankeyImporter();
        Draft table = Imports.draft(sankey, text("s.csv", "Source,Target,Value\nA,B,3\nA,C,1\nA,C,4\n"));
        Draft lines = Imports.draft(sankey, text("s.txt", "// drawn\nA [3] B\nA [5] C #aa0000\n:C #fff\n"));

        for (Draft draft : new Draft[] {table, lines}) {
            assertThat(Imports.faults(draft)).isEmpty();
            assertThat(Imports.rows(draft, "dependencies", "input", "consumer", "use_share"))
                    .containsExactly("a|b|0.375", "a|c|0.625");
        }
        assertThat(table.findings().report().understood())
                .contains(new ImportReport.Understood("edges between the same two nodes, added up", 1));
        assertThat(Imports.faults(Imports.draft(sankey, text("s.csv", "a,b\n1,2\n"))))
                .containsExactly(
                        "s.csv:1: has the columns a and b; expected source, target and value, or lines such as 'source"
                                + " [12] target'.");
    }

    @Test
    void aFlowWithoutAnEndIsRefused() throws IOException {
        SankeyImporter sankey = new SankeyImporter();

        assertThat(Imports.faults(Imports.draft(sankey, text("s.txt", "A [3] B\nA [1] \n"))))
                .containsExactly("s.txt:2: 'A [1]'; expected source [value] target.");
        assertThat(Imports.rows(Imports.draft(sankey, text("s.txt", "good: [3] B\n")), "goods", "name"))
                .containsExactly("good:", "B");
    }
}

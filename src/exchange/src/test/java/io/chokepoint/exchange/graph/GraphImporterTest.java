package io.chokepoint.exchange.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.DataPackage;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Imports;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportReport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.model.Basis;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graph files as other tools write them. */
class GraphImporterTest {
    @TempDir
    Path folder;

    private static final GraphImporter GRAPHML = new GraphImporter(GraphImporter.Kind.GRAPHML);
    private static final GraphImporter GEXF = new GraphImporter(GraphImporter.Kind.GEXF);
    private static final GraphImporter DOT = new GraphImporter(GraphImporter.Kind.DOT);

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = Objects.requireNonNull(GraphImporterTest.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void networkxGraphml() throws IOException {
        Draft draft = Imports.draft(GRAPHML, resource("networkx.graphml"));

        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(Imports.rows(draft, "goods", "id", "name", "kind", "stage"))
                .containsExactly(
                        "gallium|gallium|material|stage-1",
                        "氮化镓|氮化镓|component|stage-2",
                        "power-chip|power chip|component|stage-3",
                        "radar|radar|product|stage-4");
        assertThat(Imports.rows(
                        draft, "dependencies", "input", "consumer", "use_share", "criticality_low", "criticality"))
                .containsExactly(
                        "gallium|氮化镓|0.75||0.9",
                        "gallium|power-chip|0.25|0.5|1",
                        "氮化镓|power-chip|1|0.5|1",
                        "power-chip|radar|1|0.5|1");
        assertThat(Imports.rows(draft, "providers", "id", "type", "country"))
                .containsExactly("china|country|CHN", "japan|country|JPN", "all-makers|rest|");
        assertThat(Imports.rows(draft, "supply", "good", "provider", "share"))
                .containsExactly("gallium|china|1", "氮化镓|japan|1", "power-chip|all-makers|1", "radar|all-makers|1");
        assertThat(draft.findings().report().leftOut())
                .extracting(ImportReport.LeftOut::what)
                .containsExactly("the attribute 'pagerank' of nodes");
        String note = draft.tables().get("dependencies").rows().getFirst().get("note");
        assertThat(note)
                .contains("30 of 40, the sum of its uses in the file. Assumed: there are no others.")
                .contains("stock_weeks 0 / 4 / 13");
    }

    @Test
    void whatIsAssumedIsMarkedAndTheFolderLoads() throws IOException {
        DatasetImport.Outcome outcome =
                DatasetImport.run(GRAPHML, ImportRequest.of(resource("networkx.graphml")), folder.resolve("out"));

        DataPackage data = outcome.loaded().orThrow();
        assertThat(data.dataset().dependencies())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.evidence().basis()).isEqualTo(Basis.ASSUMPTION))
                .allSatisfy(row -> assertThat(row.evidence().sources()).containsExactly("import"));
        assertThat(outcome.report().assumed())
                .extracting(line -> line.table() + " " + line.column() + " = " + line.value() + " × " + line.count())
                .contains(
                        "dependencies.csv criticality = 0.5 / 1 / 1 × 3",
                        "dependencies.csv lead_weeks = 4 × 4",
                        "supply.csv spare = 0 × 4");
        assertThat(folder.resolve("out/IMPORT.txt")).content().contains("Assumed (basis 'assumption'");
    }

    @Test
    void gephiGexf() throws IOException {
        Path file = resource("gephi.gexf");
        Draft draft = Imports.draft(GEXF, file);

        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(draft.findings().report().assumed())
                .extracting(line -> line.column() + " = " + line.value() + ": " + line.why())
                .contains("weight of 0 -> 2 = 1: GEXF takes an edge without a weight for 1, and others have one");
        assertThat(Imports.rows(draft, "goods", "id", "name", "kind"))
                .containsExactly(
                        "neon|Neon|material",
                        "lithography-step|Lithography step|product",
                        "lithography-step-2|Lithography step|product");
        assertThat(Imports.rows(draft, "dependencies", "consumer", "use_share"))
                .containsExactly("lithography-step|0.75", "lithography-step-2|0.25");
        assertThat(draft.findings().report().leftOut())
                .extracting(ImportReport.LeftOut::what)
                .contains("the edge from a node to itself", "the attribute 'modularity class' of nodes");
    }

    @Test
    void graphvizDot() throws IOException {
        Draft draft = Imports.draft(DOT, resource("graphviz.dot"));

        assertThat(Imports.faults(draft))
                .containsExactly(
                        "graphviz.dot: use_share: is missing at oxide -> magnet; expected a quantity, as other edges"
                                + " of the good have one.");
        draft = Imports.draft(
                DOT,
                text(
                        "whole.dot",
                        Files.readString(folder.resolve("graphviz.dot")).replace("weight=1", "")));
        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(Imports.rows(draft, "goods", "id", "name"))
                .containsExactly(
                        "ore|Ore, \"heavy\"", "oxide|Oxide", "magnet|magnet", "motor|motor", "phosphor|phosphor");
        assertThat(Imports.rows(draft, "dependencies", "input", "consumer", "use_share"))
                .containsExactly("ore|oxide|1", "oxide|magnet|0.5", "oxide|phosphor|0.5", "magnet|motor|1");
    }

    @Test
    void edgesWithoutDirectionAreSaidToBeAssumed() throws IOException {
        Draft draft = Imports.draft(DOT, text("g.dot", "graph { a -- b }"));

        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(draft.findings().report().assumed())
                .extracting(ImportReport.Assumed::column)
                .contains("direction of edges");
    }

    @Test
    void loopsOfGoodsArePlaced() throws IOException {
        Draft draft = Imports.draft(DOT, text("g.dot", "digraph { a -> b -> c -> b; c -> d }"));

        assertThat(Imports.rows(draft, "goods", "id", "stage"))
                .containsExactly("a|stage-1", "b|stage-2", "c|stage-3", "d|stage-4");
    }

    @Test
    void valuesOutOfRangeAreRefusedWithTheirLine() throws IOException {
        Path file = resource("networkx.graphml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(">0.9<", ">90<")
                        .replace(">CN<", ">Atlantis<")
                        .replace(">30<", ">-3<"));

        assertThat(Imports.faults(Imports.draft(GRAPHML, file)))
                .contains(
                        "networkx.graphml:17: criticality: '90'; expected a number from 0 to 1.",
                        "networkx.graphml:17: weight: '-3'; expected a number above 0.",
                        "networkx.graphml:8: country: 'Atlantis'; expected a country of ISO 3166-1: its letters or its English"
                                + " name.");
    }
}

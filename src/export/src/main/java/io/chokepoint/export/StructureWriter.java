package io.chokepoint.export;

import io.chokepoint.analysis.Concentration;
import io.chokepoint.result.Provenance;
import io.chokepoint.study.StructureStudy.Row;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Concentration and cut sets as tidy tables. The columns are a contract, as those of {@link ResultWriter}. */
public final class StructureWriter {

    /** One row a good. */
    public static final List<String> COLUMNS = List.of(
            "good",
            "name",
            "hhi_makers",
            "effective_makers",
            "hhi_countries",
            "largest_country",
            "largest_country_share",
            "hhi_origin",
            "origin_country",
            "origin_share",
            "origin_feed",
            "single_points",
            "pairs",
            "triples");

    /** One row a cut set. */
    public static final List<String> CUT_COLUMNS = List.of("good", "size", "nodes");

    private StructureWriter() {}

    public static void writeGoods(List<Row> rows, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (Row row : rows) {
                Concentration.Row c = row.concentration();
                writer.row(
                        row.good().id(),
                        row.good().name(),
                        c.byMaker(),
                        c.effectiveMakers(),
                        c.byCountry(),
                        c.largestCountry(),
                        c.largestCountryShare(),
                        c.byOrigin(),
                        c.originCountry(),
                        c.originShare(),
                        c.feed(),
                        row.count(1),
                        row.cutSize() < 2 ? null : row.count(2),
                        row.cutSize() < 3 ? null : row.count(3));
            }
        }
    }

    public static void writeCutSets(List<Row> rows, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, CUT_COLUMNS, provenance, out)) {
            for (Row row : rows) {
                for (List<String> set : row.cutSets()) {
                    writer.row(row.good().id(), set.size(), String.join(" ", set));
                }
            }
        }
    }
}

package io.chokepoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.outlet.Exporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page on other tools' data names every format and every bound. */
class ExchangePageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/EXCHANGE.md"));
    }

    @Test
    void everyFormatIsNamed() throws IOException {
        String in = page().substring(page().indexOf("## In"), page().indexOf("## Out"));
        String out = page().substring(page().indexOf("## Out"));
        assertThat(Importers.all())
                .hasSizeGreaterThan(5)
                .extracting(Importer::format)
                .allSatisfy(format -> assertThat(in).contains("`" + format + "`"));
        assertThat(Exporters.all())
                .hasSizeGreaterThan(4)
                .extracting(Exporter::format)
                .allSatisfy(format -> assertThat(out).contains("| `" + format + "` |"));
    }

    @Test
    void everyBoundIsThePrograms() throws IOException {
        long megabyte = 1_000_000;
        assertThat(page())
                .contains(
                        "A table of text has " + Bounds.TABLE_BYTES / megabyte + " MB, " + Amounts.count(Bounds.ROWS)
                                + " rows, " + Amounts.count(Bounds.COLUMNS) + " columns and "
                                + Amounts.count(Bounds.CELLS) + " cells",
                        "a graph file " + Bounds.WHOLE_FILE_BYTES / megabyte + " MB",
                        Amounts.count(Bounds.NODES) + " nodes, " + Amounts.count(Bounds.EDGES) + " edges and "
                                + Bounds.DEPTH + " levels",
                        "a workbook " + Bounds.WORKBOOK_BYTES / megabyte + " MB, " + Bounds.UNPACKED_BYTES / megabyte
                                + " MB when it is unpacked, no part more than " + Bounds.UNPACKED_TIMES
                                + " times its size, "
                                + Amounts.count(Bounds.WORKBOOK_PARTS) + " parts");
    }
}

package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Read by another program's reader, the table says what the CSV says, to the last digit. */
class SeriesParquetTest {
    private static final Set<String> TEXTS = Set.of("good", "provider", "binding_input");

    private static SimulationResult run;
    private static MonteCarloResult drawn;

    @BeforeAll
    static void run() {
        DataPackage data = DatasetReader.read(Path.of("data/rare-earths-to-chips"), RunMonitor.NONE)
                .orThrow();
        Scenario scenario = data.findScenario("ree-full-stop").orElseThrow().withHorizonWeeks(12);
        StudyRunner runner = new StudyRunner(data);
        run = runner.run(scenario, RunMonitor.NONE);
        drawn = runner.sample(scenario, MonteCarlo.Settings.all(3, 9, 2), RunMonitor.NONE);
    }

    @Test
    void aRunIsTheSameAsInCsv() throws IOException {
        StringWriter csv = new StringWriter();
        ResultWriter.writeSeries(run, RowWriter.Format.CSV, csv);
        ByteArrayOutputStream parquet = new ByteArrayOutputStream();
        ResultWriter.writeSeries(run, parquet);

        assertThat(lines(parquet.toByteArray(), run.provenance(), header(csv.toString())))
                .isEqualTo(lines(csv.toString()));
    }

    @Test
    void bandsAreTheSameAsInCsv() throws IOException {
        StringWriter csv = new StringWriter();
        SampleWriter.writeSeries(run, drawn, RowWriter.Format.CSV, csv);
        ByteArrayOutputStream parquet = new ByteArrayOutputStream();
        SampleWriter.writeSeries(run, drawn, parquet);

        assertThat(csv.toString()).contains("output_p10");
        assertThat(lines(parquet.toByteArray(), SampleWriter.provenance(run, drawn), header(csv.toString())))
                .isEqualTo(lines(csv.toString()));
    }

    private static String[] header(String csv) {
        return csv.lines().findFirst().orElseThrow().split(",", -1);
    }

    private static List<String> lines(String csv) {
        return csv.lines().skip(1).toList();
    }

    private static List<String> lines(byte[] parquet, Provenance provenance, String... columns) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(parquet)));
                RowReader row = reader.rowReader()) {
            assertThat(reader.getFileMetaData().keyValueMetadata())
                    .containsEntry("provenance", ProvenanceJson.text(provenance));
            while (row.hasNext()) {
                row.next();
                List<String> cells = new ArrayList<>();
                for (String column : columns) {
                    cells.add(row.isNull(column) ? "" : cell(row, column));
                }
                lines.add(String.join(",", cells));
            }
        }
        return lines;
    }

    private static String cell(RowReader row, String column) {
        if (column.equals("week")) {
            return Long.toString(row.getLong(column));
        }
        return TEXTS.contains(column) ? row.getString(column) : Cells.text(row.getDouble(column));
    }
}

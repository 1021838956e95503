package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.model.Good;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.StudyRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DrawsWriterTest {
    private static final int RUNS = 3;
    private static final int WEEKS = 12;

    private static MonteCarloResult drawn;
    private static Provenance provenance;

    @BeforeAll
    static void run() {
        DataPackage data = DatasetReader.read(Path.of("data/rare-earths-to-chips"), RunMonitor.NONE)
                .orThrow();
        Scenario scenario = data.findScenario("ree-full-stop").orElseThrow().withHorizonWeeks(WEEKS);
        StudyRunner runner = new StudyRunner(data);
        drawn = runner.sample(scenario, MonteCarlo.Settings.all(RUNS, 9, 2), RunMonitor.NONE);
        provenance = runner.run(scenario, RunMonitor.NONE).provenance();
    }

    /** Values by {@code draw kind id figure week}; null where there is none. */
    private static Map<String, Object> table(boolean weekly) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DrawsWriter.write(drawn, weekly, provenance, out);
        Map<String, Object> values = new HashMap<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(out.toByteArray())));
                RowReader row = reader.rowReader()) {
            assertThat(reader.getFileMetaData().keyValueMetadata())
                    .containsEntry("weeks", "12")
                    .containsEntry("provenance", ProvenanceJson.text(provenance));
            while (row.hasNext()) {
                row.next();
                assertThat(row.getLong("seed")).isEqualTo(9);
                assertThat(row.getString("rule"))
                        .isEqualTo(drawn.rule((int) row.getLong("draw")).id());
                String key = row.getLong("draw") + " " + row.getString("kind") + " " + row.getString("id") + " "
                        + row.getString("figure") + (row.isNull("week") ? "" : " " + row.getLong("week"));
                assertThat(values).doesNotContainKey(key);
                values.put(key, row.isNull("value") ? "none" : (Object) row.getDouble("value"));
            }
        }
        return values;
    }

    @Test
    void everyDrawIsThereInFullPrecisionWithWhatCameOfIt() throws IOException {
        Map<String, Object> values = table(false);

        int subjects =
                drawn.dataset().goods().size() + drawn.dataset().markets().size();
        assertThat(values).hasSize(RUNS * (4 * subjects + drawn.figures().size()));
        List<String> never = new ArrayList<>();
        for (Good good : drawn.dataset().goods()) {
            for (int run = 0; run < RUNS; run++) {
                assertThat(values.get(run + " good " + good.id() + " trough"))
                        .isEqualTo(drawn.values(good, Measure.TROUGH)[run]);
                double week = drawn.values(good, Measure.FIRST_LOSS)[run];
                assertThat(values.get(run + " good " + good.id() + " first_loss_week"))
                        .isEqualTo(Double.isInfinite(week) ? "none" : (Object) week);
                if (Double.isInfinite(week)) {
                    never.add(good.id());
                }
            }
        }
        assertThat(never)
                .isNotEmpty()
                .hasSizeLessThan(RUNS * drawn.dataset().goods().size());
        for (int run = 0; run < RUNS; run++) {
            double[] figures = drawn.drawn(run);
            for (int k = 0; k < figures.length; k++) {
                assertThat(values.get(run + " figure " + drawn.figures().get(k).id() + " value"))
                        .isEqualTo(figures[k]);
            }
        }
    }

    @Test
    void weeklyOutputsComeOnlyWhenTheyAreAskedFor() throws IOException {
        assertThat(table(false).keySet()).noneMatch(key -> key.contains(" output "));
        Map<String, Object> values = table(true);
        Good good = drawn.dataset().getGood("dysprosium-oxide");
        for (int run = 0; run < RUNS; run++) {
            for (int week = 0; week < WEEKS; week++) {
                assertThat(values.get(run + " good dysprosium-oxide output " + week))
                        .isEqualTo(drawn.series(good)[run][week]);
            }
        }
    }
}

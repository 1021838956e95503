package io.chokepoint.exchange.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped dataset as a graph file. */
class GraphRoundTripTest {
    @TempDir
    Path folder;

    private static DataPackage data;

    @BeforeAll
    static void read() {
        data = DatasetReader.read(
                        Path.of(System.getProperty("chokepoint.data")).resolve("rare-earths-to-chips"), RunMonitor.NONE)
                .orThrow();
    }

    @ParameterizedTest
    @EnumSource
    void goodsMakersAndFiguresComeBack(GraphImporter.Kind kind) throws IOException {
        Path file = folder.resolve("all." + kind.word());
        new GraphExporter(kind).write(new ExportSource(data, Optional.empty()), file);

        Dataset back = DatasetImport.run(new GraphImporter(kind), ImportRequest.of(file), folder.resolve("out"))
                .loaded()
                .orThrow()
                .dataset();

        assertThat(back.goods())
                .extracting(good -> good.id() + good.name() + good.kind())
                .isEqualTo(data.dataset().goods().stream()
                        .map(good -> good.id() + good.name() + good.kind())
                        .toList());
        assertThat(figures(data.dataset())).hasSizeGreaterThan(4_000);
        assertThat(figures(back)).containsExactlyInAnyOrderElementsOf(figures(data.dataset()));
    }

    /** Sourcing and alternatives are no edges; the rest of the figures is. */
    private static List<String> figures(Dataset dataset) {
        return dataset.figures().stream()
                .filter(figure ->
                        !figure.id().contains("sourcing") && !figure.id().contains("alternative"))
                .filter(figure ->
                        !figure.id().contains("tolerance") && !figure.id().contains("value"))
                .map(GraphRoundTripTest::words)
                .toList();
    }

    private static String words(Figure figure) {
        return figure.id() + " " + figure.low() + " " + figure.central() + " " + figure.high();
    }

    @Test
    void aRunIsADynamicGraphWhoseSpansCoverAllWeeks() throws IOException {
        SimulationResult run = new StudyRunner(data)
                .run(data.findScenario("ree-licence-april-2025").orElseThrow(), RunMonitor.NONE);
        Path file = folder.resolve("run.gexf");
        new GraphExporter(GraphImporter.Kind.GEXF).write(new ExportSource(data, Optional.of(run)), file);

        String text = Files.readString(file);
        assertThat(text)
                .contains("mode=\"dynamic\"", "timerepresentation=\"interval\"", "end=\"" + (double) run.weeks());
        String node = text.lines()
                .filter(line -> line.contains("<node id=\"yttrium-oxide\""))
                .findFirst()
                .orElseThrow();
        double[] course = run.output(data.dataset().getGood("yttrium-oxide"));
        List<MatchResult> spans = Pattern.compile(
                        "for=\"output\" value=\"([^\"]+)\" start=\"([^\"]+)\" end=\"([^\"]+)\"")
                .matcher(node)
                .results()
                .toList();
        int week = 0;
        for (MatchResult span : spans) {
            assertThat((int) Double.parseDouble(span.group(2))).isEqualTo(week);
            for (; week < Double.parseDouble(span.group(3)); week++) {
                assertThat(Double.parseDouble(span.group(1))).isEqualTo(course[week]);
            }
        }
        assertThat(week).isEqualTo(run.weeks());
        assertThat(spans).hasSizeGreaterThan(2);
    }
}

package io.chokepoint.exchange.controls;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ScenarioReader;
import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.data.ShippedData;
import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of measures, one a row (country, commodity or customs code, instrument, from, to: the form of the OECD inventory of export
 * restrictions on industrial raw materials), as draft scenarios for a dataset, one per measure. What matches no good, no maker or no
 * instrument of the model is listed.
 */
public final class ControlsImporter implements Importer {

    @Override
    public String format() {
        return "controls";
    }

    @Override
    public String description() {
        return "A table of measures (country, commodity or customs code, instrument, from, to), as draft scenarios.";
    }

    @Override
    public boolean makesScenarios() {
        return true;
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Path folder = request.dataset().orElseGet(ShippedData::shipped);
        Dataset dataset =
                DatasetReader.read(folder, request.monitor()).orThrow().dataset();
        Findings findings = draft.findings();
        String shown = request.shown();
        char separator = DelimitedText.separator(request.input());
        Table table = new Table(shown, request, findings);
        DelimitedText.read(request.input(), shown, separator, findings, table);
        if (findings.hasFaults()) {
            return;
        }
        MeasureDrafter drafter = new MeasureDrafter(dataset, shown, findings);
        int drafted = 0;
        for (Measure measure : table.measures) {
            request.monitor().checkCancelled();
            Optional<Scenario> scenario = drafter.draft(measure);
            if (scenario.isPresent() && selects(scenario.get(), dataset, measure, findings)) {
                draft.file(scenario.get().id() + ".json", ScenarioWriter.toJson(scenario.get()));
                drafted++;
            }
        }
        findings.understood("measures", table.measures.size());
        findings.understood("measures made scenarios", drafted);
    }

    /** Whether the restriction meets a flow of the dataset. */
    private static boolean selects(Scenario scenario, Dataset dataset, Measure measure, Findings findings) {
        String json = ScenarioWriter.toJson(scenario);
        Loaded<Scenario> read = ScenarioReader.readDraft(json, Path.of(scenario.id() + ".json"), dataset);
        if (read.value().isEmpty()) {
            // What is drafted here must be readable; if not, that is a fault of the program.
            throw new ChokepointException(read.problems());
        }
        boolean selects =
                read.problems().stream().noneMatch(problem -> problem.field().contains("select"));
        if (!selects) {
            findings.leftOut(
                    measure.inWords(), measure.where(), "the makers there sell nothing to the countries it is about");
        }
        return selects;
    }

    /** Reads the rows. */
    private static final class Table implements DelimitedText.Reader {
        private final String shown;
        private final Findings findings;
        private final MeasureReader reader;
        private final Map<MeasureColumn, String> columns = new EnumMap<>(MeasureColumn.class);
        private final List<Measure> measures = new ArrayList<>();

        private Table(String shown, ImportRequest request, Findings findings) {
            this.shown = shown;
            this.findings = findings;
            this.reader = new MeasureReader(shown, request.locale(), findings);
        }

        @Override
        public boolean header(List<String> header) {
            List<String> understood = new ArrayList<>();
            for (String name : header) {
                MeasureColumn.of(name)
                        .filter(column -> columns.putIfAbsent(column, name) == null)
                        .ifPresentOrElse(
                                column -> understood.add("'" + name + "' as " + column.words()),
                                () -> findings.leftOut(
                                        "the column '" + name + "'",
                                        shown,
                                        "it is none of those that a measure is made of"));
            }
            findings.understood("columns: " + String.join(", ", understood), understood.size());
            boolean enough = true;
            for (MeasureColumn needed : List.of(MeasureColumn.COUNTRY, MeasureColumn.INSTRUMENT)) {
                if (!columns.containsKey(needed)) {
                    findings.faultAt(shown, 1, needed.words(), "there is no such column", "a column " + needed.names());
                    enough = false;
                }
            }
            if (!columns.containsKey(MeasureColumn.COMMODITY) && !columns.containsKey(MeasureColumn.HS_CODE)) {
                findings.faultAt(
                        shown,
                        1,
                        MeasureColumn.COMMODITY.words(),
                        "there is neither a column of goods nor one of customs codes",
                        "a column " + MeasureColumn.COMMODITY.names() + ", or " + MeasureColumn.HS_CODE.names());
                enough = false;
            }
            return enough;
        }

        @Override
        public void row(DelimitedText.Row row) {
            reader.read(row, columns).ifPresent(measures::add);
        }
    }
}

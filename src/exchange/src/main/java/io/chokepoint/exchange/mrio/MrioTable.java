package io.chokepoint.exchange.mrio;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.mrio.LabelledRows.Label;
import io.chokepoint.exchange.mrio.LabelledRows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a folder of the text form states of its largest sectors: outputs by sector and region, flows between sectors of all regions together, in
 * the table's own unit. Holds no more than that, however large the matrix is. Not thread-safe.
 */
final class MrioTable {
    /** Sectors that are kept. */
    static final int MOST_SECTORS = 60;

    /** Sectors times regions that are kept. */
    static final int MOST_ACTIVITIES = 3_000;

    final Map<Label, Double> output = new LinkedHashMap<>();
    final Set<String> regions = new LinkedHashSet<>();
    final Map<String, Double> sectors = new LinkedHashMap<>();
    final Set<String> units = new LinkedHashSet<>();

    /** Kept, largest first. */
    List<String> kept = List.of();

    /** Flow of kept sectors (rows) to kept sectors (columns). */
    double[][] flows = new double[0][0];

    private final Path folder;
    private final String shown;
    private final Findings findings;
    private final RunMonitor monitor;

    MrioTable(Path folder, String shown, Findings findings, RunMonitor monitor) {
        this.folder = folder;
        this.shown = shown;
        this.findings = findings;
        this.monitor = monitor;
    }

    private boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    private LabelledRows file(String name) {
        return new LabelledRows(folder.resolve(name), shown + "/" + name, findings);
    }

    void read() throws IOException {
        boolean coefficients = !has("Z.txt");
        String matrix = coefficients ? "A.txt" : "Z.txt";
        if (coefficients && !has("A.txt")) {
            findings.faultAt(
                    shown,
                    0,
                    "",
                    "there is neither Z.txt nor A.txt",
                    "a folder of the text form of pymrio, with Z.txt or A.txt and x.txt");
            return;
        }
        if (has("x.txt")) {
            file("x.txt").read(false, (label, row) -> addOutput(label, row, row.number(0)));
        } else if (coefficients) {
            findings.faultAt(
                    shown,
                    0,
                    "",
                    "there is no x.txt",
                    "the output of each sector, without which coefficients are no amounts");
        } else {
            monitor.progress(0, 2, "adding up outputs");
            addRows(matrix);
            if (has("Y.txt")) {
                addRows("Y.txt");
            } else {
                findings.faultAt(
                        shown,
                        0,
                        "",
                        "there is neither x.txt nor Y.txt",
                        "the output of each sector, or the final demand that completes it");
            }
        }
        if (has("unit.txt")) {
            file("unit.txt").read(false, (label, row) -> units.add(row.text(0)));
        }
        if (findings.hasFaults()) {
            return;
        }
        output.forEach((label, value) -> {
            regions.add(label.region());
            sectors.merge(label.sector(), value, Double::sum);
        });
        sectors.values().removeIf(value -> value <= 0);
        int most = Math.max(1, Math.min(MOST_SECTORS, MOST_ACTIVITIES / Math.max(1, regions.size())));
        kept = sectors.keySet().stream()
                .sorted(Comparator.comparingDouble((String sector) -> -sectors.getOrDefault(sector, 0.0)))
                .limit(most)
                .toList();
        monitor.progress(1, 2, "reading flows");
        readFlows(matrix, coefficients);
    }

    private void addOutput(Label label, Row row, double value) {
        if (label.region().isEmpty() || label.sector().isEmpty()) {
            row.fault("region, sector", label.region() + " / " + label.sector(), "a region and a sector");
        } else if (value < 0) {
            row.fault("output", Double.toString(value), "an output of 0 or more");
        } else if (output.put(label, value) != null) {
            row.fault("region, sector", label.region() + " / " + label.sector(), "each sector of a region once");
        }
    }

    private void addRows(String name) throws IOException {
        List<Label> columns = new ArrayList<>();
        file(name).read(true, new LabelledRows.Reader() {
            @Override
            public boolean columns(List<Label> labels) {
                columns.addAll(labels);
                return true;
            }

            @Override
            public void row(Label label, Row row) {
                monitor.checkCancelled();
                double sum = 0;
                for (int i = 0; i < columns.size(); i++) {
                    sum += row.number(i);
                }
                output.merge(label, sum, Double::sum);
            }
        });
        output.replaceAll((label, value) -> Math.max(0, value));
    }

    private void readFlows(String name, boolean coefficients) throws IOException {
        Map<String, Integer> places = new HashMap<>();
        kept.forEach(sector -> places.put(sector, places.size()));
        flows = new double[kept.size()][kept.size()];
        List<Integer> wanted = new ArrayList<>();
        List<Integer> consumers = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        file(name).read(true, new LabelledRows.Reader() {
            @Override
            public boolean columns(List<Label> labels) {
                for (int i = 0; i < labels.size(); i++) {
                    Label label = labels.get(i);
                    if (!output.containsKey(label)) {
                        findings.fault(
                                shown + "/" + name,
                                2,
                                "",
                                label.region() + " / " + label.sector(),
                                "a sector of x.txt");
                        return false;
                    }
                    Integer place = places.get(label.sector());
                    if (place != null) {
                        wanted.add(i);
                        consumers.add(place);
                        factors.add(coefficients ? output.getOrDefault(label, 0.0) : 1);
                    }
                }
                return true;
            }

            @Override
            public void row(Label label, Row row) {
                monitor.checkCancelled();
                if (!output.containsKey(label)) {
                    row.fault("region, sector", label.region() + " / " + label.sector(), "a sector of x.txt");
                }
                Integer place = places.get(label.sector());
                if (place != null) {
                    double[] flow = flows[place];
                    for (int i = 0; i < wanted.size(); i++) {
                        // Negative flows are corrections of the statistics, not goods that flow back.
                        flow[consumers.get(i)] += Math.max(0, row.number(wanted.get(i)) * factors.get(i));
                    }
                }
            }
        });
    }
}

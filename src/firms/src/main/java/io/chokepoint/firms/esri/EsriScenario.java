package io.chokepoint.firms.esri;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shock with its name. */
public record EsriScenario(String name, EsriShock shock) {

    /**
     * Reads a table with columns {@code scenario}, {@code node}, {@code shock_down}, {@code shock_up}: the lost parts of a firm's
     * capacity, 0 … 1. The rows of a scenario need not stand together; firms without a row are not hit.
     *
     * @return the scenarios in the order in which they first stand in the table
     * @throws IOException if the file cannot be read
     */
    public static List<EsriScenario> read(Path file, FirmNetwork network, Faults faults, RunMonitor monitor)
            throws IOException {
        Map<String, Map<Integer, double[]>> scenarios = new LinkedHashMap<>();
        try (TableRows rows =
                TableRows.open(file, List.of("scenario", "node", "shock_down", "shock_up"), faults, monitor)) {
            if (!rows.readable()) {
                return List.of();
            }
            int scenario = rows.column("scenario");
            int node = rows.column("node");
            while (rows.next()) {
                double down = part(rows, "shock_down");
                double up = part(rows, "shock_up");
                int firm = network.ids().find(rows.letters(), rows.from(node), rows.to(node));
                if (rows.isEmpty(scenario)) {
                    rows.fault("scenario", "missing", "is missing; expected a name");
                } else if (!rows.isName(scenario, "scenario")) {
                    continue;
                } else if (firm < 0) {
                    rows.fault("node", "unknown", rows.quoted(node) + " is not among the firms");
                } else if (scenarios
                                .computeIfAbsent(rows.text(scenario), name -> new HashMap<>())
                                .putIfAbsent(firm, new double[] {down, up})
                        != null) {
                    rows.fault(
                            "node",
                            "twice",
                            "'" + rows.text(node) + "' is hit before in scenario '" + rows.text(scenario) + "'");
                }
            }
            if (rows.rows() == 0) {
                faults.add(file.toString(), 0, "", "holds no shocks");
            }
        }
        List<EsriScenario> read = new ArrayList<>();
        scenarios.forEach((name, hit) -> read.add(new EsriScenario(name, shock(hit))));
        return read;
    }

    private static EsriShock shock(Map<Integer, double[]> hit) {
        int[] firms = hit.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        double[] down = new double[firms.length];
        double[] up = new double[firms.length];
        for (int i = 0; i < firms.length; i++) {
            double[] parts = hit.getOrDefault(firms[i], new double[2]);
            down[i] = parts[0];
            up[i] = parts[1];
        }
        return new EsriShock(firms, down, up);
    }

    private static double part(TableRows rows, String column) {
        double part = rows.number(rows.column(column));
        if (!(part >= 0 && part <= 1)) {
            rows.fault(column, "part", "'" + rows.text(rows.column(column)) + "' is no number from 0 to 1");
        }
        return part;
    }
}

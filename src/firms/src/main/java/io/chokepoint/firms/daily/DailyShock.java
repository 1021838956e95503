package io.chokepoint.firms.daily;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which firms lose a part of their capacity.
 *
 * @param firms the firms that are hit, ascending; each once, or, where nothing recovers by itself, several times with starts of their
 *     own: on each the lost part is set anew
 * @param delta by hit firm, the lost part, 0 … 1
 * @param start by hit firm, the day on which it is lost, ≥ 0
 */
public record DailyShock(int[] firms, double[] delta, int[] start) {

    /** No day is later than this. */
    public static final int LAST_DAY = 1_000_000;

    /** Nobody is hit. */
    public static final DailyShock NOTHING = new DailyShock(new int[0], new double[0], new int[0]);

    /**
     * Reads a table with columns {@code node}, {@code delta} and, unless all start on day 0, {@code start_day}. A table without rows is
     * a shock that hits nobody.
     *
     * @throws IOException if the file cannot be read
     */
    public static DailyShock read(Path file, FirmNetwork network, Faults faults, RunMonitor monitor)
            throws IOException {
        BitSet hit = new BitSet(network.firms());
        double[] delta = new double[network.firms()];
        int[] start = new int[network.firms()];
        try (TableRows rows = TableRows.open(file, List.of("node", "delta"), faults, monitor)) {
            if (!rows.readable()) {
                return NOTHING;
            }
            int node = rows.column("node");
            int part = rows.column("delta");
            int day = rows.column("start_day");
            while (rows.next()) {
                int firm = network.ids().find(rows.letters(), rows.from(node), rows.to(node));
                double lost = rows.number(part);
                double first = day < 0 ? 0 : rows.number(day);
                if (!(lost >= 0 && lost <= 1)) {
                    rows.fault("delta", "part", "'" + rows.text(part) + "' is no number from 0 to 1");
                }
                if (!(first >= 0 && first <= LAST_DAY && first == Math.rint(first))) {
                    rows.fault("start_day", "day", "'" + rows.text(day) + "' is no whole number from 0 to " + LAST_DAY);
                }
                if (firm < 0) {
                    rows.fault("node", "unknown", rows.quoted(node) + " is not among the firms");
                } else if (hit.get(firm)) {
                    rows.fault("node", "twice", "'" + rows.text(node) + "' is hit in a row before");
                } else {
                    hit.set(firm);
                    delta[firm] = lost;
                    start[firm] = (int) first;
                }
            }
        }
        int[] firms = hit.stream().toArray();
        return new DailyShock(
                firms,
                Arrays.stream(firms).mapToDouble(firm -> delta[firm]).toArray(),
                Arrays.stream(firms).map(firm -> start[firm]).toArray());
    }
}

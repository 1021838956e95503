package io.chokepoint.firms;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a network from its two tables: {@code nodes.csv} with columns {@code node}, {@code sector} and, where the model asks for
 * them, {@code market} and columns of numbers; {@code edges.csv} with {@code supplier}, {@code buyer}, {@code amount}. Other columns
 * are passed over.
 *
 * <p>Faults, all at once: a firm without id or sector, an id that stands there twice; an empty cell, a negative number or none in a
 * column of numbers; a link from or to a firm that is not in the table of firms; an amount that is missing or no finite number; a
 * table without rows. An amount of 0 or less is no fault: such a link carries nothing.
 */
public final class NetworkReader {
    private static final Pattern WEIGHT = Pattern.compile(FirmNetwork.WEIGHT + "([1-9][0-9]{0,3})?");

    private static final String FIRST_WEIGHT = FirmNetwork.WEIGHT + "1";

    private NetworkReader() {}

    /**
     * Which optional columns of the table of firms a model wants.
     *
     * @param market whether the market labels are wanted
     * @param numbers which columns of numbers are
     */
    public record Wanted(boolean market, Predicate<String> numbers) {

        /** Firms with their sectors and nothing else. */
        public static final Wanted NOTHING = new Wanted(false, name -> false);

        public static Wanted columns(boolean market, String... names) {
            return new Wanted(market, List.of(names)::contains);
        }

        /** The same and all columns of weights. */
        public Wanted andWeights() {
            return new Wanted(market, numbers.or(name -> WEIGHT.matcher(name).matches()));
        }
    }

    /**
     * Reads both tables.
     *
     * @param nodes the table of firms
     * @param edges the table of links
     * @param faults what is at fault is noted here; the caller asks {@link Faults#orThrow} before it uses the network
     * @return the network, of what could be understood
     * @throws IOException if a file cannot be read
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static FirmNetwork read(Path nodes, Path edges, Wanted wanted, Faults faults, RunMonitor monitor)
            throws IOException {
        LongWork.begins("reading a network");
        NetworkTables tables = new NetworkTables();
        boolean firmsRead;
        try (TableRows rows = TableRows.open(nodes, List.of("node", "sector"), faults, monitor)) {
            firmsRead = rows.readable();
            firms(rows, nodes, wanted, tables, faults);
        }
        try (TableRows rows = TableRows.open(edges, List.of("supplier", "buyer", "amount"), faults, monitor)) {
            links(rows, edges, firmsRead, tables, faults);
        }
        return tables.network();
    }

    private static void firms(TableRows rows, Path file, Wanted wanted, NetworkTables tables, Faults faults)
            throws IOException {
        if (!rows.readable()) {
            return;
        }
        int node = rows.column("node");
        int sector = rows.column("sector");
        int market = wanted.market() ? rows.column("market") : -1;
        NetworkTables.LabelColumn markets = new NetworkTables.LabelColumn();
        List<Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            if (wanted.numbers().test(name)) {
                columns.add(new Column(name, rows.column(name)));
            }
        }
        if (wanted.numbers().test(FIRST_WEIGHT)
                && rows.columns().containsAll(List.of(FirmNetwork.WEIGHT, FIRST_WEIGHT))) {
            faults.add(
                    file.toString(),
                    1,
                    FirmNetwork.WEIGHT,
                    "is another name of " + FIRST_WEIGHT + "; expected one of the two");
        }
        while (rows.next()) {
            byte[] letters = rows.letters();
            if (rows.isEmpty(node)) {
                rows.fault("node", "missing", "is missing; expected the id of a firm");
                continue;
            }
            if (!rows.isName(node, "node")) {
                continue;
            }
            if (tables.ids.add(letters, rows.from(node), rows.to(node)) < 0) {
                rows.fault(
                        "node",
                        "twice",
                        "'" + rows.text(node) + "' stands in the table before; an id is that of one firm");
                continue;
            }
            label(rows, "sector", sector, tables.sectors);
            if (market >= 0) {
                label(rows, "market", market, markets);
            }
            for (Column column : columns) {
                column.add(rows, tables.ids.size() - 1);
            }
        }
        if (rows.rows() == 0) {
            faults.add(file.toString(), 0, "", "holds no firms");
        }
        tables.markets = market >= 0 ? markets : null;
        for (Column column : columns) {
            tables.columns.put(column.name, Arrays.copyOf(column.values, tables.ids.size()));
        }
    }

    private static void label(TableRows rows, String name, int column, NetworkTables.LabelColumn labels) {
        if (rows.isEmpty(column)) {
            rows.fault(name, "missing", "is missing");
        } else {
            rows.isName(column, name); // a fault is all that is wanted of it
        }
        labels.add(rows.letters(), rows.from(column), rows.to(column));
    }

    private static void links(TableRows rows, Path file, boolean firmsRead, NetworkTables tables, Faults faults)
            throws IOException {
        if (!rows.readable()) {
            return;
        }
        int supplier = rows.column("supplier");
        int buyer = rows.column("buyer");
        int amount = rows.column("amount");
        double total = 0;
        while (rows.next()) {
            int from = firm(rows, "supplier", supplier, firmsRead, tables);
            int to = firm(rows, "buyer", buyer, firmsRead, tables);
            double sold = rows.number(amount);
            if (Double.isNaN(sold)) {
                rows.fault("amount", "number", noNumber(rows, amount));
            } else if (from >= 0 && to >= 0) {
                total += Math.max(0, sold);
                tables.link(from, to, sold);
            }
        }
        if (rows.rows() == 0) {
            faults.add(file.toString(), 0, "", "holds no links");
        }
        if (Double.isInfinite(total)) {
            faults.add(
                    file.toString(), 0, "amount", "the sum of all amounts is larger than any number the program knows");
        }
    }

    private static int firm(TableRows rows, String name, int column, boolean firmsRead, NetworkTables tables) {
        int found = tables.ids.find(rows.letters(), rows.from(column), rows.to(column));
        if (found < 0 && firmsRead) {
            if (rows.isEmpty(column)) {
                rows.fault(name, "missing", "is missing; expected the id of a firm");
            } else {
                rows.fault(name, "unknown", rows.quoted(column) + " is not among the firms");
            }
        }
        return found;
    }

    private static String noNumber(TableRows rows, int column) {
        return rows.isEmpty(column)
                ? "is missing; expected a number"
                : "'" + rows.text(column) + "' is not a finite number such as 1234.5";
    }

    /** A column of numbers that grows. */
    private static final class Column {
        private final String name;
        private final int place;
        private double[] values = new double[1 << 7];

        private Column(String name, int place) {
            this.name = name;
            this.place = place;
        }

        private void add(TableRows rows, int firm) {
            if (firm >= values.length) {
                values = Arrays.copyOf(values, Math.max(values.length * 2, firm + 1));
            }
            double value = rows.number(place);
            if (Double.isNaN(value)) {
                rows.fault(name, "number", noNumber(rows, place));
            } else if (value < 0) {
                rows.fault(name, "negative", "must be 0 or more, but is " + rows.text(place));
            }
            values[firm] = value;
        }
    }
}

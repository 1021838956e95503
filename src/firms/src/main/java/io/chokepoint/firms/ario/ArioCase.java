package io.chokepoint.firms.ario;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.TableRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a case of this model has beside the network: parameters, stocks, losses and damages. */
public final class ArioCase {
    /** Steps that are simulated unless said otherwise: a year of days. */
    public static final int STEPS = 365;

    /** Target stock of inputs without one of their own, in steps of use, as BoARIO takes it. */
    public static final double STOCK_STEPS = 90;

    /** The column with an industry's capital. */
    public static final String CAPITAL = "capital";

    private static final int LAST_STEP = 1_000_000;
    private static final double MOST = 1e9;

    private final FirmNetwork network;
    private final Faults faults;

    /** @param faults where faults are noted; nothing read is of use if there are any */
    public ArioCase(FirmNetwork network, Faults faults) {
        this.network = network;
        this.faults = faults;
    }

    /**
     * The parameters {@code psi}, {@code inventory_tau}, {@code alpha_base}, {@code alpha_max}, {@code alpha_tau}, {@code rebuild_tau}
     * and {@code order_type}, 0 for shares as before the event, 1 for shares that follow production.
     */
    public static ArioOptions options(CaseParameters given) {
        ArioOptions published = ArioOptions.PUBLISHED;
        double base = given.number("alpha_base", 1, MOST, published.alphaBase());
        double most = given.number("alpha_max", 1, MOST, Math.max(base, published.alphaMax()));
        if (most < base) {
            given.fault("alpha_max", "is less than alpha_base");
            most = base;
        }
        return new ArioOptions(
                given.number("psi", 0, 1, published.psi()),
                time(given, "inventory_tau", published.inventoryTau()),
                base,
                most,
                time(given, "alpha_tau", published.alphaTau()),
                time(given, "rebuild_tau", published.rebuildTau()),
                given.flag("order_type", published.followProduction()));
    }

    private static double time(CaseParameters given, String key, double otherwise) {
        return given.number(key, CaseParameters.LEAST_TIME, MOST, otherwise);
    }

    /** The parameter {@code steps}. */
    public static int steps(CaseParameters given) {
        return (int) given.whole("steps", 0, LAST_STEP, STEPS);
    }

    /** The parameter {@code stock_steps}: the target stock of inputs of which no table says one. */
    public static double stockSteps(CaseParameters given) {
        return given.number("stock_steps", 0, MOST, STOCK_STEPS);
    }

    /** By sector, the same target stock. */
    public double[] sameStocks(double steps) {
        double[] same = new double[network.sectors().count()];
        Arrays.fill(same, steps);
        return same;
    }

    /**
     * Target stocks from a table with columns {@code sector} and {@code steps}, a number above 0 or {@code inf}.
     *
     * @param otherwise of sectors without a row
     * @throws IOException if the file cannot be read
     */
    public double[] stocks(Path file, double otherwise, RunMonitor monitor) throws IOException {
        double[] stocks = sameStocks(otherwise);
        BitSet seen = new BitSet();
        try (TableRows rows = TableRows.open(file, List.of("sector", "steps"), faults, monitor)) {
            while (rows.readable() && rows.next()) {
                int name = rows.column("sector");
                int place = rows.column("steps");
                int sector = network.sectors().names().find(rows.letters(), rows.from(name), rows.to(name));
                double steps = rows.text(place).equals("inf") ? Double.POSITIVE_INFINITY : rows.number(place);
                if (!(steps > 0)) {
                    rows.fault("steps", "steps", "'" + rows.text(place) + "' is no number above 0 and not inf");
                } else if (sector < 0) {
                    rows.fault("sector", "unknown", rows.quoted(name) + " is no sector of a firm");
                } else if (seen.get(sector)) {
                    rows.fault("sector", "twice", "'" + rows.text(name) + "' stands in a row before");
                } else {
                    seen.set(sector);
                    stocks[sector] = steps;
                }
            }
        }
        return stocks;
    }

    /**
     * Lost capacity from a table with columns {@code node}, {@code delta}, {@code start_step}, {@code end_step}, the last step on which
     * it is lost; several rows of an industry make a course.
     *
     * @throws IOException if the file cannot be read
     */
    public List<ArioEvents.Loss> losses(Path file, RunMonitor monitor) throws IOException {
        List<ArioEvents.Loss> losses = new ArrayList<>();
        try (TableRows rows =
                TableRows.open(file, List.of("node", "delta", "start_step", "end_step"), faults, monitor)) {
            while (rows.readable() && rows.next()) {
                int industry = industry(rows, "node");
                double part = rows.number(rows.column("delta"));
                int first = step(rows, "start_step");
                int last = step(rows, "end_step");
                if (!(part >= 0 && part <= 1)) {
                    rows.fault("delta", "part", "'" + rows.text(rows.column("delta")) + "' is no number from 0 to 1");
                } else if (first >= 0 && last >= 0 && last < first) {
                    rows.fault("end_step", "order", "is before start_step");
                } else if (industry >= 0 && first >= 0 && last >= 0) {
                    losses.add(new ArioEvents.Loss(industry, part, first, last));
                }
            }
        }
        return losses;
    }

    /**
     * Destroyed capital from a table with columns {@code node}, empty for households, {@code builder}, {@code amount} and {@code
     * start_step}. An industry that is hit needs its {@link #CAPITAL}, and no more of it may be destroyed.
     *
     * @throws IOException if the file cannot be read
     */
    public List<ArioEvents.Damage> damages(Path file, RunMonitor monitor) throws IOException {
        double[] capital = network.column(CAPITAL).orElseGet(() -> new double[network.firms()]);
        Map<Integer, Double> destroyed = new HashMap<>();
        List<ArioEvents.Damage> damages = new ArrayList<>();
        try (TableRows rows =
                TableRows.open(file, List.of("node", "builder", "amount", "start_step"), faults, monitor)) {
            while (rows.readable() && rows.next()) {
                int industry = rows.isEmpty(rows.column("node")) ? -1 : industry(rows, "node");
                int builder = industry(rows, "builder");
                int step = step(rows, "start_step");
                double amount = rows.number(rows.column("amount"));
                if (!(amount >= 0)) {
                    rows.fault("amount", "number", "'" + rows.text(rows.column("amount")) + "' is no number from 0 on");
                } else if (industry >= 0 && destroyed.merge(industry, amount, Double::sum) > capital[industry]) {
                    rows.fault(
                            "amount",
                            "capital",
                            "more is destroyed than the firm's " + CAPITAL + ", which is " + capital[industry]);
                } else if (builder >= 0 && step >= 0) {
                    damages.add(new ArioEvents.Damage(industry, builder, amount, step));
                }
            }
        }
        return damages;
    }

    private int industry(TableRows rows, String column) {
        int place = rows.column(column);
        int industry = network.ids().find(rows.letters(), rows.from(place), rows.to(place));
        if (industry < 0) {
            rows.fault(column, "unknown", rows.quoted(place) + " is not among the firms");
        }
        return industry;
    }

    private static int step(TableRows rows, String column) {
        double step = rows.number(rows.column(column));
        if (!(step >= 0 && step <= LAST_STEP && step == Math.rint(step))) {
            rows.fault(
                    column,
                    "step",
                    "'" + rows.text(rows.column(column)) + "' is no whole number from 0 to " + LAST_STEP);
            return -1;
        }
        return (int) step;
    }
}

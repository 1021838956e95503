package io.chokepoint.network;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.network.CompiledScenario.Item;
import java.util.Arrays;

/**
 * Into which parts of different delay the shipments of a week are split, link by link (model page, section 4): delays of one flow hold up
 * parts that are independent of each other; what they add up to for a part is rounded to whole weeks, once. One per run; nothing is allocated
 * after construction.
 *
 * <p>Links are told by their place among the scenario's affected ones.
 */
final class Delays {
    /** More delays that each hold up a part of one flow at a time would make more parts of a shipment than a run can follow. */
    private static final int MOST_NARROWED = 16;
    /** Parts of all flows together: what they take stays below half a gigabyte. */
    private static final long MOST_PARTS = 1 << 24;

    private final int horizon;
    /** By place, its row in the arrays below; −1 where nothing delays. */
    private final int[] rowOf;
    /** By row and part, the sum of its T. */
    private final double[][] sum;
    /** The same, rounded, and within the horizon. */
    private final int[][] weeks;
    /** Its size. */
    private final double[][] part;
    /** By row, how many parts there are. */
    private final int[] parts;
    /** By row, the mean T. */
    private final double[] mean;

    Delays(CompiledScenario scenario) {
        horizon = scenario.horizon;
        int[] most = scenario.mostDelayParts;
        rowOf = new int[most.length];
        int rows = 0;
        for (int place = 0; place < most.length; place++) {
            rowOf[place] = most[place] > 0 ? rows++ : -1;
        }
        sum = new double[rows][];
        weeks = new int[rows][];
        part = new double[rows][];
        parts = new int[rows];
        mean = new double[rows];
        for (int place = 0; place < most.length; place++) {
            if (most[place] > 0) {
                sum[rowOf[place]] = new double[most[place]];
                weeks[rowOf[place]] = new int[most[place]];
                part[rowOf[place]] = new double[most[place]];
            }
        }
        reset();
    }

    /**
     * By affected link, into how many parts its shipments can be split; 0 where nothing ever delays them. A delay of a whole flow splits
     * nothing, one that is narrowed to an end use splits every part in two.
     *
     * @throws ChokepointException if too many act on one flow at a time
     */
    static int[] mostParts(CompiledScenario scenario) {
        int[] most = new int[scenario.affectedLinks.length];
        for (Item item : scenario.items) {
            for (int link : item.links()) {
                if (item.delay() > 0 && !scenario.isAccess(link)) {
                    most[scenario.affectedPlace[link]] = 1;
                }
            }
        }
        int[] splits = new int[most.length];
        for (Item item : scenario.items) {
            // As many act at a time as in the week in which one of them starts.
            Arrays.fill(splits, 0);
            for (Item other : scenario.items) {
                if (isNarrowed(item) && other.period().isInForce(item.period().start())) {
                    countSplits(other, scenario, splits);
                }
            }
            for (int place = 0; place < most.length; place++) {
                if (splits[place] > MOST_NARROWED) {
                    throw new ChokepointException("More than " + MOST_NARROWED
                            + " delays that are narrowed to an end use act on one flow at a time in week "
                            + item.period().start() + ", that from '"
                            + scenario.network.structure.activity(
                                    scenario.network.structure.linkSupplier[scenario.affectedLinks[place]])
                            + "'.");
                }
                most[place] = Math.max(most[place], splits[place] > 0 ? 1 << splits[place] : 0);
            }
        }
        long all = Arrays.stream(most).asLongStream().sum();
        if (all > MOST_PARTS) {
            throw new ChokepointException("The delays that are narrowed to end uses split shipments into "
                    + Amounts.counted(all, "part", "parts") + "; at most " + Amounts.count(MOST_PARTS)
                    + " can be followed. Narrow fewer of them, or fewer flows.");
        }
        return most;
    }

    private static boolean isNarrowed(Item item) {
        return item.delay() > 0 && Arrays.stream(item.parts()).anyMatch(part -> part > 0 && part < 1);
    }

    private static void countSplits(Item item, CompiledScenario scenario, int[] splits) {
        for (int k = 0; k < item.links().length; k++) {
            int link = item.links()[k];
            boolean narrowed = item.parts()[k] > 0 && item.parts()[k] < 1;
            if (item.delay() > 0 && narrowed && !scenario.isAccess(link)) {
                splits[scenario.affectedPlace[link]]++;
            }
        }
    }

    /** Nothing is delayed. */
    void reset() {
        for (int row = 0; row < parts.length; row++) {
            parts[row] = 1;
            sum[row][0] = 0;
            part[row][0] = 1;
        }
    }

    /**
     * Splits each part of the shipment into one that waits and one that travels on.
     *
     * @param more T, in weeks and parts of a week
     * @param waiting the part that waits, in (0, 1]
     */
    void add(int place, double more, double waiting) {
        int row = rowOf[place];
        double[] sums = sum[row];
        double[] sizes = part[row];
        int count = parts[row];
        int added = 0;
        for (int p = 0; p < count; p++) {
            double whole = sizes[p];
            if (waiting < 1) {
                sums[count + added] = sums[p];
                sizes[count + added] = whole * (1 - waiting);
                added++;
            }
            sums[p] += more;
            sizes[p] = whole * waiting;
        }
        parts[row] = count + added;
    }

    /** Once all have been added. */
    void round() {
        for (int row = 0; row < parts.length; row++) {
            double all = 0;
            for (int p = 0; p < parts[row]; p++) {
                double whole = WholeWeeks.of(sum[row][p]);
                all += part[row][p] * whole;
                weeks[row][p] = (int) Math.min(horizon, whole);
            }
            mean[row] = all;
        }
    }

    boolean canDelay(int place) {
        return rowOf[place] >= 0;
    }

    /** Whether some delay acts this week, be it so short that it is rounded to nothing. */
    boolean holdsUp(int place) {
        int row = rowOf[place];
        // The first part is the one that waits for all of them.
        return row >= 0 && sum[row][0] > 0;
    }

    double mean(int place) {
        int row = rowOf[place];
        return row < 0 ? 0 : mean[row];
    }

    int parts(int place) {
        int row = rowOf[place];
        return row < 0 ? 1 : parts[row];
    }

    int weeks(int place, int p) {
        int row = rowOf[place];
        return row < 0 ? 0 : weeks[row][p];
    }

    double part(int place, int p) {
        int row = rowOf[place];
        return row < 0 ? 1 : part[row][p];
    }
}

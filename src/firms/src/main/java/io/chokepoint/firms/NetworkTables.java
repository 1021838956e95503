package io.chokepoint.firms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A network while it is put together: columns that grow row by row, turned into sparse rows at the end. */
final class NetworkTables {
    final FirmIds ids = new FirmIds();
    final LabelColumn sectors = new LabelColumn();

    @Nullable
    LabelColumn markets;

    final Map<String, double[]> columns = new LinkedHashMap<>();

    private int[] supplier = new int[1 << 10];
    private int[] buyer = new int[1 << 10];
    private double[] amount = new double[1 << 10];
    private int links;
    private long emptyLinks;

    /** Labels that come one by one. */
    static final class LabelColumn {
        private final FirmIds names = new FirmIds();
        private int[] of = new int[1 << 7];
        private int size;

        void add(String label) {
            put(names.add(label));
        }

        void add(byte[] text, int from, int to) {
            put(names.add(text, from, to));
        }

        private void put(int added) {
            if (size == of.length) {
                of = Arrays.copyOf(of, size * 2);
            }
            of[size++] = added < 0 ? -1 - added : added;
        }

        Labels labels(int firms) {
            if (size != firms) {
                throw new IllegalArgumentException(size + " labels for " + firms + " firms");
            }
            names.trim();
            return new Labels(names, Arrays.copyOf(of, size));
        }
    }

    void link(int from, int to, double sold) {
        if (sold <= 0) {
            emptyLinks++;
            return;
        }
        if (links == amount.length) {
            int larger = (int) Math.min(Integer.MAX_VALUE - 8, links + (links >> 1) + 1L);
            supplier = Arrays.copyOf(supplier, larger);
            buyer = Arrays.copyOf(buyer, larger);
            amount = Arrays.copyOf(amount, larger);
        }
        supplier[links] = from;
        buyer[links] = to;
        amount[links++] = sold;
    }

    /** The network. The tables are empty afterwards, so that their room can be used. */
    FirmNetwork network() {
        int firms = ids.size();
        columns.forEach((name, values) -> {
            if (values.length != firms) {
                throw new IllegalArgumentException(values.length + " values of " + name + " for " + firms + " firms");
            }
        });
        ids.trim();
        Links raw = new Links(starts(buyer, links, firms), new int[links], new double[links]);
        fill(raw);
        supplier = new int[0];
        buyer = supplier;
        amount = new double[0];
        Links bySupplier = merged(turned(raw));
        Links byBuyer = turned(bySupplier);
        return new FirmNetwork(
                ids,
                sectors.labels(firms),
                markets == null ? null : markets.labels(firms),
                columns,
                bySupplier,
                byBuyer,
                emptyLinks);
    }

    /** Sorts the rows of the table by buyer, those of one buyer in the order in which they came. */
    private void fill(Links byBuyer) {
        int[] next = byBuyer.start().clone();
        for (int link = 0; link < links; link++) {
            int place = next[buyer[link]]++;
            byBuyer.neighbour()[place] = supplier[link];
            byBuyer.amount()[place] = amount[link];
        }
    }

    private static int[] starts(int[] of, int count, int rows) {
        int[] start = new int[rows + 1];
        for (int i = 0; i < count; i++) {
            start[of[i] + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            start[row + 1] += start[row];
        }
        return start;
    }

    /** The same links by the firm at the other end, in ascending order of the firm at this one. */
    private static Links turned(Links links) {
        int rows = links.start().length - 1;
        int[] start = starts(links.neighbour(), links.count(), rows);
        int[] next = start.clone();
        int[] neighbour = new int[links.count()];
        double[] amount = new double[links.count()];
        for (int row = 0; row < rows; row++) {
            for (int place = links.start()[row]; place < links.start()[row + 1]; place++) {
                int there = next[links.neighbour()[place]]++;
                neighbour[there] = row;
                amount[there] = links.amount()[place];
            }
        }
        return new Links(start, neighbour, amount);
    }

    /** Sums links to the same firm; they stand beside each other. */
    private static Links merged(Links links) {
        int rows = links.start().length - 1;
        int[] start = new int[rows + 1];
        int[] neighbour = links.neighbour();
        double[] amount = links.amount();
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            start[row] = kept;
            for (int place = links.start()[row]; place < links.start()[row + 1]; place++) {
                if (kept > start[row] && neighbour[kept - 1] == neighbour[place]) {
                    amount[kept - 1] += amount[place];
                } else {
                    neighbour[kept] = neighbour[place];
                    amount[kept++] = amount[place];
                }
            }
        }
        start[rows] = kept;
        return kept == links.count()
                ? links
                : new Links(start, Arrays.copyOf(neighbour, kept), Arrays.copyOf(amount, kept));
    }
}

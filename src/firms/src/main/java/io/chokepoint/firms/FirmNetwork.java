package io.chokepoint.firms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who sells how much to whom: firms numbered from 0 in the order of their table, each with an id and a sector, and the links between
 * them, once by supplier and once by buyer. Made by a {@link Builder} or read by {@link NetworkReader}; never changes.
 *
 * <ul>
 *   <li>Several links of one supplier to one buyer are one link of their summed amount.
 *   <li>A link of a firm to itself is kept; the models give it no special treatment.
 *   <li>A link of amount 0 or less carries nothing: it is left out before anything is summed, and {@link #emptyLinks()} counts it.
 * </ul>
 */
public final class FirmNetwork {
    /** Columns of numbers, as {@link #column} and the file {@code nodes.csv} call them. */
    public static final String FINAL_DEMAND = "final_demand";

    /** Stock that a firm wants to hold, in days of use. */
    public static final String INVENTORY_DAYS = "inventory_days";

    /** A firm's sales of a period, from its accounts. */
    public static final String REVENUE = "revenue";

    /** A firm's material costs of a period, from its accounts. */
    public static final String COSTS = "costs";

    /** What the names of columns of weights begin with: {@code weight1}, {@code weight2} … */
    public static final String WEIGHT = "weight";

    private final FirmIds ids;
    private final Labels sectors;
    private final @Nullable Labels markets;
    private final Map<String, double[]> columns;
    private final Links bySupplier;
    private final Links byBuyer;
    private final long emptyLinks;

    FirmNetwork(
            FirmIds ids,
            Labels sectors,
            @Nullable Labels markets,
            Map<String, double[]> columns,
            Links bySupplier,
            Links byBuyer,
            long emptyLinks) {
        this.ids = ids;
        this.sectors = sectors;
        this.markets = markets;
        this.columns = Map.copyOf(columns);
        this.bySupplier = bySupplier;
        this.byBuyer = byBuyer;
        this.emptyLinks = emptyLinks;
    }

    /** How many firms there are. */
    public int firms() {
        return ids.size();
    }

    /** The ids of the firms, numbered as the firms are. */
    public FirmIds ids() {
        return ids;
    }

    /** The kind of product that each firm sells. */
    public Labels sectors() {
        return sectors;
    }

    /** Within which firms replace each other, where the network says so. */
    public Optional<Labels> markets() {
        return Optional.ofNullable(markets);
    }

    /** A column of numbers, by firm, each ≥ 0 and finite; shared and never written to. Empty where the network has none of that name. */
    public Optional<double[]> column(String name) {
        return Optional.ofNullable(columns.get(name));
    }

    /** The columns of weights by their number, {@code weight1} being 1 and {@code weight} alone being 1 too. */
    public Map<Integer, double[]> weights() {
        Map<Integer, double[]> weights = new TreeMap<>();
        columns.forEach((name, values) -> {
            if (name.startsWith(WEIGHT)) {
                String number = name.substring(WEIGHT.length());
                weights.put(number.isEmpty() ? 1 : Integer.parseInt(number), values);
            }
        });
        return weights;
    }

    /** Row i: what firm i sells, by buyer. */
    public Links bySupplier() {
        return bySupplier;
    }

    /** Row j: what firm j buys, by supplier. */
    public Links byBuyer() {
        return byBuyer;
    }

    /** How many rows of the table of links had an amount of 0 or less and were left out. */
    public long emptyLinks() {
        return emptyLinks;
    }

    /** A network put together by hand. Not for more than some hundred thousand firms: names are texts here. */
    public static final class Builder {
        private final NetworkTables tables = new NetworkTables();

        /**
         * Adds a firm.
         *
         * @throws IllegalArgumentException if there is one of that id
         */
        public Builder firm(String id, String sector) {
            if (tables.ids.add(id) < 0) {
                throw new IllegalArgumentException("firm " + id + " is there already");
            }
            tables.sectors.add(sector);
            return this;
        }

        /** The market of each firm, in the order in which they were added. */
        public Builder markets(List<String> labels) {
            tables.markets = new NetworkTables.LabelColumn();
            labels.forEach(tables.markets::add);
            return this;
        }

        /** A column of numbers, in the order in which the firms were added. */
        public Builder column(String name, double... values) {
            tables.columns.put(name, values.clone());
            return this;
        }

        /**
         * Adds a link.
         *
         * @throws IllegalArgumentException if a firm is unknown or the amount is no finite number
         */
        public Builder link(String supplier, String buyer, double amount) {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("amount " + amount);
            }
            tables.link(number(supplier), number(buyer), amount);
            return this;
        }

        private int number(String id) {
            return tables.ids.find(id).orElseThrow(() -> new IllegalArgumentException("no firm " + id));
        }

        /** @throws IllegalArgumentException if a column has not one value for each firm */
        public FirmNetwork build() {
            return tables.network();
        }
    }
}

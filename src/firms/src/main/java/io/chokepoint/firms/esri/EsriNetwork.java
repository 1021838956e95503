package io.chokepoint.firms.esri;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.Labels;
import io.chokepoint.firms.Links;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network with all that does not depend on the shock. With W<sub>ij</sub> what supplier i sells to buyer j, p the sectors and e the
 * {@link Essentiality} of a link's two sectors, the impact of a link is
 *
 * <pre>
 * downstream  e = 2:  Ld_ij = W_ij / sum of W_mj over suppliers m of j with p_m = p_i
 *             e = 1:  Ld_ij = W_ij / sum of W_mj over all suppliers m of j
 *             e = 0:  Ld_ij = 0
 * upstream            Lu_ij = W_ij / sum of W_ik over all buyers k
 * </pre>
 *
 * With accounts, Lu is W<sub>ij</sub> / revenue<sub>i</sub>, and Ld is multiplied by purchases<sub>j</sub> / costs<sub>j</sub>.
 * Immutable; any number of {@link EsriCascade}s share it.
 */
public final class EsriNetwork {
    final FirmNetwork network;
    final EsriOptions options;

    /** By firm, the sum of what it sells to others. */
    final double[] out;

    /** Columns of weights, each of sum 1, and their numbers. */
    final List<double[]> weights = new ArrayList<>();

    private final List<Integer> weightNumbers = new ArrayList<>();

    /**
     * The downstream links of supplier i lie in three runs: from {@code runs[3 * i]} those of non-essential inputs, from {@code
     * runs[3 * i + 1]} those of essential inputs that the buyer has from nobody else, from {@code runs[3 * i + 2]} to {@code runs[3 *
     * i + 3]} those of essential inputs that several suppliers share. The target is the buyer in the first two and the number of the
     * shared group in the third.
     */
    final int[] runs;

    final int[] target;
    final double[] down;

    /** By shared group, its buyer. */
    final int[] groupBuyer;

    /** By place in the network's links by buyer, the upstream impact. */
    final double[] up;

    /**
     * The same links for loops over all of them: what buyers lose by non-essential inputs and by essential ones from one supplier, what
     * each shared group loses, and what suppliers lose by their buyers.
     */
    final SortedRows downSums;

    final SortedRows downSingle;
    final SortedRows downShared;
    final SortedRows upRows;

    /** By firm, its market; and by market the sum of its firms' sales and who they are. */
    final int[] market;

    final double[] marketOut;
    final int[] memberStart;
    final int[] members;

    private EsriNetwork(FirmNetwork network, Essentiality essentiality, EsriOptions options) {
        this.network = network;
        this.options = options;
        this.out = network.bySupplier().sums();
        weigh();
        Labels markets = network.markets().orElse(network.sectors());
        market = markets.of();
        memberStart = new int[markets.count() + 1];
        members = new int[network.firms()];
        marketOut = new double[markets.count()];
        markets();
        up = upstream();
        Downstream made = new Downstream(network, essentiality, downFactors());
        runs = made.runs;
        target = made.target;
        down = made.down;
        groupBuyer = made.groupBuyer;
        downSums = run(0, network.firms());
        downSingle = run(1, network.firms());
        downShared = run(2, groupBuyer.length);
        upRows = suppliers();
    }

    private SortedRows run(int number, int rows) {
        return new SortedRows(rows, taker -> {
            for (int supplier = 0; supplier < network.firms(); supplier++) {
                int end = runs[3 * supplier + number + 1];
                for (int place = runs[3 * supplier + number]; place < end; place++) {
                    taker.take(target[place], supplier, down[place]);
                }
            }
        });
    }

    private SortedRows suppliers() {
        Links links = network.byBuyer();
        return new SortedRows(network.firms(), taker -> {
            for (int buyer = 0; buyer < network.firms(); buyer++) {
                for (int place = links.start()[buyer]; place < links.start()[buyer + 1]; place++) {
                    taker.take(links.neighbour()[place], buyer, up[place]);
                }
            }
        });
    }

    /**
     * Works out the impacts. Markets are the network's market labels, or its sectors where it has none.
     *
     * @throws ChokepointException if a column of weights, or what all firms sell, sums to 0, or if a firm's accounts are too small
     *     beside its links to divide by
     */
    public static EsriNetwork of(FirmNetwork network, Essentiality essentiality, EsriOptions options) {
        return new EsriNetwork(network, essentiality, options);
    }

    /** The variant of the model. */
    public EsriOptions options() {
        return options;
    }

    /** The network that was asked about. */
    public FirmNetwork network() {
        return network;
    }

    /** The numbers of the columns of weights, 1 for the sales to other firms where the network has no such column. */
    public List<Integer> weightNumbers() {
        return List.copyOf(weightNumbers);
    }

    /** Whether a market's output of 1 where there is none could let a firm matter less than before: one of it sells less than 1. */
    public boolean dependsOnUnit() {
        return options.replaceability()
                && !options.unitInvariant()
                && IntStream.range(0, marketOut.length).anyMatch(at -> smallestOut(at) < 1);
    }

    /** What the smallest firm of a market that sells to others sells; infinite where none does. */
    double smallestOut(int market) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = memberStart[market]; i < memberStart[market + 1]; i++) {
            double sold = out[members[i]];
            smallest = sold > 0 && sold < smallest ? sold : smallest;
        }
        return smallest;
    }

    /** SHA-256, in hexadecimal digits, of all that the indices of a shock depend on beside the stop rule, ids included. */
    public String fingerprint() {
        return NetworkDigest.of(this);
    }

    private void weigh() {
        Map<Integer, double[]> columns = network.weights();
        for (Map.Entry<Integer, double[]> column : (columns.isEmpty() ? Map.of(1, out) : columns).entrySet()) {
            double sum = 0;
            for (double weight : column.getValue()) {
                sum += weight;
            }
            if (!(sum > 0) || Double.isInfinite(sum)) {
                throw new ChokepointException(
                        columns.isEmpty()
                                ? "No firm sells anything to another, so that nothing can be weighed by sales"
                                : "The weights of column " + column.getKey() + " sum to " + sum
                                        + "; expected a finite sum above 0");
            }
            double[] normalised = new double[out.length];
            for (int firm = 0; firm < normalised.length; firm++) {
                normalised[firm] = column.getValue()[firm] / sum;
            }
            weights.add(normalised);
            weightNumbers.add(column.getKey());
        }
    }

    private void markets() {
        for (int firm = 0; firm < market.length; firm++) {
            memberStart[market[firm] + 1]++;
            marketOut[market[firm]] += out[firm];
        }
        for (int i = 1; i < memberStart.length; i++) {
            memberStart[i] += memberStart[i - 1];
        }
        int[] next = memberStart.clone();
        for (int firm = 0; firm < market.length; firm++) {
            members[next[market[firm]]++] = firm;
        }
    }

    private double[] upstream() {
        Optional<double[]> revenue = options.accounts() ? network.column(FirmNetwork.REVENUE) : Optional.empty();
        double[] divisor = out;
        if (revenue.isPresent()) {
            divisor = new double[out.length];
            for (int firm = 0; firm < divisor.length; firm++) {
                double accounts = revenue.get()[firm];
                divisor[firm] = accounts > 0 ? accounts : options.unitInvariant() ? out[firm] : 1;
            }
        }
        Links links = network.byBuyer();
        double[] impact = new double[links.count()];
        for (int place = 0; place < impact.length; place++) {
            int supplier = links.neighbour()[place];
            impact[place] = finite(links.amount()[place] / divisor[supplier], supplier, FirmNetwork.REVENUE);
        }
        return impact;
    }

    /** By buyer, what its downstream impacts are multiplied by; empty for 1. */
    private Optional<double[]> downFactors() {
        return !options.accounts()
                ? Optional.empty()
                : network.column(FirmNetwork.COSTS).map(costs -> {
                    double[] factors = network.byBuyer().sums();
                    for (int firm = 0; firm < factors.length; firm++) {
                        double purchases = factors[firm] == 0 ? 1 : factors[firm];
                        double divisor = costs[firm] > 0 ? costs[firm] : options.unitInvariant() ? purchases : 1;
                        factors[firm] = finite(purchases / divisor, firm, FirmNetwork.COSTS);
                    }
                    return factors;
                });
    }

    /** What a firm passes on by its accounts; more than any number times a loss of none would be no number. */
    private double finite(double impact, int firm, String accounts) {
        if (Double.isInfinite(impact)) {
            throw new ChokepointException("Firm '" + network.ids().text(firm) + "': its links are so large beside its "
                    + accounts + " that the part is larger than any number the program knows");
        }
        return impact;
    }

    /** Sorts the downstream links into their runs. */
    private static final class Downstream {
        private static final int SHARED = 2;

        private final FirmNetwork network;
        private final Essentiality essentiality;
        private final Optional<double[]> factors;
        private final int[] runs;
        private final int[] target;
        private final double[] down;
        private int[] groupBuyer = new int[1 << 10];
        private int groups;

        /** By sector, of the buyer at hand: what it buys there, from how many, and the number of its shared group. */
        private final double[] bought;

        private final int[] suppliers;
        private final int[] group;

        private Downstream(FirmNetwork network, Essentiality essentiality, Optional<double[]> factors) {
            this.network = network;
            this.essentiality = essentiality;
            this.factors = factors;
            int firms = network.firms();
            bought = new double[network.sectors().count()];
            suppliers = new int[bought.length];
            group = new int[bought.length];
            int[] next = new int[3 * firms + 1];
            for (int buyer = 0; buyer < firms; buyer++) {
                each(buyer, (supplier, run, to, impact) -> next[3 * supplier + run + 1]++);
            }
            for (int i = 1; i < next.length; i++) {
                next[i] += next[i - 1];
            }
            runs = next.clone();
            target = new int[runs[3 * firms]];
            down = new double[target.length];
            groups = 0;
            for (int buyer = 0; buyer < firms; buyer++) {
                each(buyer, (supplier, run, to, impact) -> {
                    int place = next[3 * supplier + run]++;
                    target[place] = to;
                    down[place] = impact;
                });
            }
            groupBuyer = Arrays.copyOf(groupBuyer, groups);
        }

        private interface LinkVisitor {
            void visit(int supplier, int run, int target, double impact);
        }

        /** Visits the links of one buyer that matter downstream. */
        private void each(int buyer, LinkVisitor visitor) {
            Links links = network.byBuyer();
            int[] sector = network.sectors().of();
            int first = links.start()[buyer];
            int last = links.start()[buyer + 1];
            double all = 0;
            for (int place = first; place < last; place++) {
                int from = sector[links.neighbour()[place]];
                all += links.amount()[place];
                bought[from] += links.amount()[place];
                suppliers[from]++;
            }
            double factor = factors.isPresent() ? factors.get()[buyer] : 1;
            for (int place = first; place < last; place++) {
                int supplier = links.neighbour()[place];
                int from = sector[supplier];
                int code = essentiality.code(from, sector[buyer]);
                double amount = links.amount()[place];
                if (code == Essentiality.NON_ESSENTIAL) {
                    visitor.visit(supplier, 0, buyer, amount / all * factor);
                } else if (code == Essentiality.ESSENTIAL && suppliers[from] == 1) {
                    visitor.visit(supplier, 1, buyer, amount / bought[from] * factor);
                } else if (code == Essentiality.ESSENTIAL) {
                    visitor.visit(supplier, SHARED, groupOf(from, buyer), amount / bought[from] * factor);
                }
            }
            for (int place = first; place < last; place++) {
                int from = sector[links.neighbour()[place]];
                bought[from] = 0;
                suppliers[from] = 0;
                group[from] = 0;
            }
        }

        private int groupOf(int sector, int buyer) {
            if (group[sector] == 0) {
                if (groups == groupBuyer.length) {
                    groupBuyer = Arrays.copyOf(groupBuyer, groups * 2);
                }
                groupBuyer[groups++] = buyer;
                group[sector] = groups;
            }
            return group[sector] - 1;
        }
    }
}

package io.chokepoint.firms.esri;

import io.chokepoint.firms.Links;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs shocks through one network, one after the other: the room a run needs is kept for the next. Not for several threads at once;
 * each takes a cascade of its own.
 *
 * <p>With hd, hu the remaining parts of each firm's production, psi the shock, q the market and sigma the part of a supplier's loss
 * that nobody of its market makes good, a step computes for all firms at once
 *
 * <pre>
 * sigma_i   = min(1, out_i / sum of out_m * hd_m over m with q_m = q_i)       (1 without replaceability)
 * loss_jk   = sum over suppliers i of j with p_i = k of sigma_i * Ld_ij * (1 - hd_i)
 * hd_j      = max(0, min(1 - psi_j, 1 - max of loss_jk over essential k, 1 - sum of loss_jk over non-essential k))
 * hu_i      = max(0, min(1 - psi_i, 1 - sum over buyers j of Lu_ij * (1 - hu_j)))
 * </pre>
 *
 * <p>Only firms that have lost something are asked what they pass on; most of a large network never has. That is exact: all other
 * terms are 0. The sums of each step are made anew, in ascending order of the firms, so nothing drifts, and are the same whichever
 * way they are made. A market's output is what its firms sell less what they have lost, unless more than half is lost: then it is
 * summed again, since the difference of two large numbers would be noise where the market has all but stopped.
 */
public final class EsriCascade {
    /** Below this the available output of a market counts as 1, as in the authors' programs. */
    private static final double NO_OUTPUT = 1e-10;

    /** Where one in so many links carries a loss, all are gone through. */
    private static final int DENSE = 4;

    private final EsriNetwork net;
    private final Side down;
    private final Side up;

    /** By buyer, the loss by non-essential inputs and that by the worst essential one. */
    private final double[] inputLoss;

    private final double[] worstLoss;

    private final double[] groupLoss;
    private final FirmSet groups;

    /** By firm, the loss by lost sales. */
    private final double[] salesLoss;

    /** How many links upstream come from firms that are known to have lost something. */
    private long losingLinks;

    private final double[] marketLoss;
    private final double[] marketLeft;
    private final int[] hitMarkets;
    private int hitMarketCount;

    public EsriCascade(EsriNetwork net) {
        this.net = net;
        int firms = net.network.firms();
        down = new Side(firms);
        up = new Side(firms);
        inputLoss = new double[firms];
        worstLoss = new double[firms];
        groupLoss = new double[net.groupBuyer.length];
        groups = new FirmSet(groupLoss.length);
        salesLoss = new double[firms];
        marketLoss = new double[net.marketOut.length];
        marketLeft = new double[net.marketOut.length];
        hitMarkets = new int[net.marketOut.length];
    }

    /** One of the two cascades: who has lost how much, and whom it may reach. */
    private static final class Side {
        /** Remaining part of each firm's production, and what the shock leaves of it. */
        private final double[] left;

        private final double[] most;

        /** Firms that have lost something, those of them whose partners are known to be reached, and these partners. */
        private final FirmSet losing;

        private final FirmSet spread;
        private final FirmSet reached;

        /** Whether the last step changed nothing, so that no further one will. */
        private boolean settled;

        private Side(int firms) {
            left = new double[firms];
            Arrays.fill(left, 1);
            most = left.clone();
            losing = new FirmSet(firms);
            spread = new FirmSet(firms);
            reached = new FirmSet(firms);
        }

        private void hit(int firm, double part) {
            most[firm] = 1 - part;
            left[firm] = most[firm];
            if (left[firm] < 1) {
                losing.add(firm);
            }
        }

        /** What a firm makes after a loss; comparisons, since Math.min also thinks of numbers that are none. */
        private double after(int firm, double loss) {
            double now = 1 - loss;
            now = now > most[firm] ? most[firm] : now;
            return now < 0 ? 0 : now;
        }

        private void clear(EsriShock shock) {
            for (int firm : shock.firms()) {
                most[firm] = 1;
            }
            for (int firm = losing.next(0); firm >= 0; firm = losing.next(firm + 1)) {
                left[firm] = 1;
            }
            losing.clear();
            spread.clear();
            reached.clear();
            settled = false;
        }
    }

    /** What reads the state that a run ends with. */
    @FunctionalInterface
    public interface Reader {
        /**
         * Takes a firm that has lost something.
         *
         * @param down remaining part of its production downstream, 0 … 1
         * @param up the same upstream
         */
        void firm(int firm, double down, double up);
    }

    /** Runs one shock. */
    public EsriResult run(EsriShock shock, StopRule rule) {
        return run(shock, rule, (firm, hd, hu) -> {});
    }

    /**
     * Runs one shock and shows what it leaves of each firm that it reaches, in ascending order.
     */
    public EsriResult run(EsriShock shock, StopRule rule, Reader reader) {
        for (int i = 0; i < shock.firms().length; i++) {
            down.hit(shock.firms()[i], shock.down()[i]);
            up.hit(shock.firms()[i], shock.up()[i]);
        }
        double[] first = net.weights.getFirst();
        double before = rule.type() == 2 ? lost(first) : 0;
        int steps = 0;
        boolean settled = false;
        while (!settled && steps < rule.mostSteps()) {
            double fall = Math.max(down.settled ? 0 : stepDown(), up.settled ? 0 : stepUp());
            steps++;
            if (rule.type() == 1) {
                settled = fall <= rule.eps();
            } else {
                double now = lost(first);
                settled = before == 0 ? now == 0 : now / before <= 1 + rule.eps();
                before = now;
            }
        }
        List<EsriResult.Index> indices = new ArrayList<>(net.weights.size());
        for (double[] weights : net.weights) {
            indices.add(index(weights));
        }
        for (int firm = nextLosing(0); firm >= 0; firm = nextLosing(firm + 1)) {
            reader.firm(firm, down.left[firm], up.left[firm]);
        }
        down.clear(shock);
        up.clear(shock);
        groups.clear();
        losingLinks = 0;
        return new EsriResult(indices, steps, settled);
    }

    private int nextLosing(int from) {
        return FirmSet.nextOfEither(down.losing, up.losing, from);
    }

    private double lost(double[] weights) {
        double sum = 0;
        for (int firm = nextLosing(0); firm >= 0; firm = nextLosing(firm + 1)) {
            sum += weights[firm] * (1 - Math.min(down.left[firm], up.left[firm]));
        }
        return sum;
    }

    private EsriResult.Index index(double[] weights) {
        double byDown = 0;
        double byUp = 0;
        for (int firm = down.losing.next(0); firm >= 0; firm = down.losing.next(firm + 1)) {
            byDown += weights[firm] * (1 - down.left[firm]);
        }
        for (int firm = up.losing.next(0); firm >= 0; firm = up.losing.next(firm + 1)) {
            byUp += weights[firm] * (1 - up.left[firm]);
        }
        return new EsriResult.Index(lost(weights), byDown, byUp);
    }

    /** One step downstream; the largest fall of any firm's production. */
    private double stepDown() {
        if (net.options.replaceability()) {
            findMarkets();
        }
        long[] losing = down.losing.words();
        long[] spread = down.spread.words();
        for (int word = 0; word < losing.length; word++) {
            long fresh = losing[word] & ~spread[word];
            for (long bits = losing[word]; bits != 0; bits &= bits - 1) {
                int firm = (word << 6) + Long.numberOfTrailingZeros(bits);
                double passed = replaceability(firm) * (1 - down.left[firm]);
                if ((fresh & bits & -bits) != 0) {
                    reach(firm);
                }
                passDown(firm, passed);
            }
            spread[word] |= fresh;
        }
        for (int group = groups.next(0); group >= 0; group = groups.next(group + 1)) {
            int buyer = net.groupBuyer[group];
            if (groupLoss[group] > worstLoss[buyer]) {
                worstLoss[buyer] = groupLoss[group];
            }
            groupLoss[group] = 0;
        }
        return settleDown();
    }

    private double replaceability(int firm) {
        if (!net.options.replaceability()) {
            return 1;
        }
        double left = marketLeft[net.market[firm]];
        return left > 0 ? Math.min(1, net.out[firm] / left) : 1;
    }

    /** Notes whom a firm that begins to lose may reach from now on. */
    private void reach(int firm) {
        int shared = net.runs[3 * firm + 2];
        int end = net.runs[3 * firm + 3];
        down.reached.addAll(net.target, net.runs[3 * firm], shared);
        groups.addAll(net.target, shared, end);
        for (int place = shared; place < end; place++) {
            down.reached.add(net.groupBuyer[net.target[place]]);
        }
    }

    private void passDown(int firm, double passed) {
        int essential = net.runs[3 * firm + 1];
        int shared = net.runs[3 * firm + 2];
        add(inputLoss, net.target, net.down, net.runs[3 * firm], essential, passed);
        for (int place = essential; place < shared; place++) {
            int buyer = net.target[place];
            double loss = passed * net.down[place];
            if (loss > worstLoss[buyer]) {
                worstLoss[buyer] = loss;
            }
        }
        add(groupLoss, net.target, net.down, shared, net.runs[3 * firm + 3], passed);
    }

    private static void add(double[] loss, int[] target, double[] impact, int from, int to, double passed) {
        for (int place = from; place < to; place++) {
            loss[target[place]] += passed * impact[place];
        }
    }

    private double settleDown() {
        double most = 0;
        boolean changed = false;
        double[] left = down.left;
        double[] bySum = inputLoss;
        double[] byWorst = worstLoss;
        long[] reached = down.reached.words();
        for (int word = 0; word < reached.length; word++) {
            for (long bits = reached[word]; bits != 0; bits &= bits - 1) {
                int firm = (word << 6) + Long.numberOfTrailingZeros(bits);
                double loss = bySum[firm] > byWorst[firm] ? bySum[firm] : byWorst[firm];
                bySum[firm] = 0;
                byWorst[firm] = 0;
                double now = down.after(firm, loss);
                double before = left[firm];
                if (now != before) {
                    most = before - now > most ? before - now : most;
                    left[firm] = now;
                    changed = true;
                    down.losing.add(firm);
                }
            }
        }
        down.settled = !changed;
        return most;
    }

    /** The output that is left in each market with a loss. */
    private void findMarkets() {
        int[] market = net.market;
        for (int firm = down.losing.next(0); firm >= 0; firm = down.losing.next(firm + 1)) {
            double loss = net.out[firm] * (1 - down.left[firm]);
            if (loss > 0) {
                int at = market[firm];
                if (marketLoss[at] == 0) {
                    hitMarkets[hitMarketCount++] = at;
                }
                marketLoss[at] += loss;
            }
        }
        for (int i = 0; i < hitMarketCount; i++) {
            int at = hitMarkets[i];
            double left = marketLoss[at] > net.marketOut[at] / 2 ? summed(at) : net.marketOut[at] - marketLoss[at];
            if (net.options.unitInvariant()) {
                marketLeft[at] = left;
            } else {
                marketLeft[at] = left <= NO_OUTPUT ? 1 : left;
            }
            marketLoss[at] = 0;
        }
        hitMarketCount = 0;
    }

    private double summed(int at) {
        double sum = 0;
        for (int i = net.memberStart[at]; i < net.memberStart[at + 1]; i++) {
            int firm = net.members[i];
            sum += net.out[firm] * down.left[firm];
        }
        return sum;
    }

    /** One step upstream; the largest fall of any firm's production. */
    private double stepUp() {
        Links links = net.network.byBuyer();
        int[] start = links.start();
        long[] losing = up.losing.words();
        long[] spread = up.spread.words();
        for (int word = 0; word < losing.length && !mostLose(links); word++) {
            for (long bits = losing[word] & ~spread[word]; bits != 0; bits &= bits - 1) {
                int firm = (word << 6) + Long.numberOfTrailingZeros(bits);
                up.reached.addAll(links.neighbour(), start[firm], start[firm + 1]);
                losingLinks += start[firm + 1] - start[firm];
            }
            spread[word] = losing[word];
        }
        if (mostLose(links)) {
            addAll(salesLoss, links.neighbour(), net.buyer, net.up, up.left);
            return settleUpAll();
        }
        for (int firm = up.losing.next(0); firm >= 0; firm = up.losing.next(firm + 1)) {
            add(salesLoss, links.neighbour(), net.up, start[firm], start[firm + 1], 1 - up.left[firm]);
        }
        return settleUp();
    }

    /**
     * Whether so many links carry a loss that it is faster to go through all, as they lie in memory, than from firm to firm. Once so,
     * always so: losses only grow. The sums are the same, since what the other links add is 0.
     */
    private boolean mostLose(Links links) {
        return losingLinks > links.count() / DENSE;
    }

    private static void addAll(double[] loss, int[] target, int[] source, double[] impact, double[] left) {
        for (int place = 0; place < impact.length; place++) {
            loss[target[place]] += (1 - left[source[place]]) * impact[place];
        }
    }

    private double settleUpAll() {
        double most = 0;
        boolean changed = false;
        double[] left = up.left;
        double[] loss = salesLoss;
        long[] losing = up.losing.words();
        for (int firm = 0; firm < left.length; firm++) {
            double now = up.after(firm, loss[firm]);
            loss[firm] = 0;
            double fall = left[firm] - now;
            left[firm] = now;
            changed |= fall != 0;
            most = fall > most ? fall : most;
            losing[firm >>> 6] |= (now < 1 ? 1L : 0L) << firm;
        }
        up.settled = !changed;
        return most;
    }

    private double settleUp() {
        double most = 0;
        boolean changed = false;
        double[] left = up.left;
        double[] loss = salesLoss;
        long[] reached = up.reached.words();
        for (int word = 0; word < reached.length; word++) {
            for (long bits = reached[word]; bits != 0; bits &= bits - 1) {
                int firm = (word << 6) + Long.numberOfTrailingZeros(bits);
                double now = up.after(firm, loss[firm]);
                loss[firm] = 0;
                double before = left[firm];
                if (now != before) {
                    most = before - now > most ? before - now : most;
                    left[firm] = now;
                    changed = true;
                    up.losing.add(firm);
                }
            }
        }
        up.settled = !changed;
        return most;
    }
}

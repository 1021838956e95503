package io.chokepoint.firms.esri;

import java.util.Arrays;

/** What firms cannot make since they lack inputs. */
final class DownstreamCascade extends CascadeSide {
    /** Below this the available output of a market counts as 1, as in the authors' programs. */
    private static final double NO_OUTPUT = 1e-10;

    /** By buyer, the loss by non-essential inputs and that by the worst essential one. */
    private final double[] inputLoss;

    private final double[] worstLoss;

    private final double[] groupLoss;
    private final FirmSet groups;

    private final double[] marketLoss;
    private final double[] marketLeft;
    private final int[] hitMarkets;
    private int hitMarketCount;

    /** Whether the output of a market counted as 1 and that made a supplier matter less. */
    private boolean uneven;

    DownstreamCascade(EsriNetwork net) {
        super(net);
        inputLoss = new double[left.length];
        worstLoss = new double[left.length];
        groupLoss = new double[net.groupBuyer.length];
        groups = new FirmSet(groupLoss.length);
        marketLoss = new double[net.marketOut.length];
        marketLeft = new double[net.marketOut.length];
        hitMarkets = new int[net.marketOut.length];
    }

    @Override
    int links() {
        return net.target.length;
    }

    @Override
    int reach(int firm) {
        int from = net.runs[3 * firm];
        int shared = net.runs[3 * firm + 2];
        int end = net.runs[3 * firm + 3];
        reached.addAll(net.target, from, shared);
        groups.addAll(net.target, shared, end);
        for (int place = shared; place < end; place++) {
            reached.add(net.groupBuyer[net.target[place]]);
        }
        return end - from;
    }

    @Override
    double stepLosing() {
        int count = losing.members(losers);
        if (net.options.replaceability()) {
            for (int i = 0; i < count; i++) {
                int firm = losers[i];
                double loss = net.out[firm] * (1 - left[firm]);
                if (loss > 0) {
                    int at = net.market[firm];
                    if (marketLoss[at] == 0) {
                        hitMarkets[hitMarketCount++] = at;
                    }
                    marketLoss[at] += loss;
                }
            }
            for (int i = 0; i < hitMarketCount; i++) {
                findLeft(hitMarkets[i]);
            }
            hitMarketCount = 0;
        }
        for (int i = 0; i < count; i++) {
            int firm = losers[i];
            passOn(firm, replaceability(firm) * (1 - left[firm]));
        }
        for (int group = groups.next(0); group >= 0; group = groups.next(group + 1)) {
            raise(net.groupBuyer[group], groupLoss[group]);
            groupLoss[group] = 0;
        }
        return settleReached(inputLoss, worstLoss);
    }

    private double replaceability(int firm) {
        if (!net.options.replaceability()) {
            return 1;
        }
        double available = marketLeft[net.market[firm]];
        double part = available > 0 ? net.out[firm] / available : 1;
        return Math.min(1, part);
    }

    private void passOn(int firm, double part) {
        int essential = net.runs[3 * firm + 1];
        int shared = net.runs[3 * firm + 2];
        add(inputLoss, net.target, net.down, net.runs[3 * firm], essential, part);
        for (int place = essential; place < shared; place++) {
            raise(net.target[place], part * net.down[place]);
        }
        add(groupLoss, net.target, net.down, shared, net.runs[3 * firm + 3], part);
    }

    private static void add(double[] loss, int[] target, double[] impact, int from, int to, double part) {
        for (int place = from; place < to; place++) {
            loss[target[place]] += part * impact[place];
        }
    }

    private void raise(int buyer, double loss) {
        if (loss > worstLoss[buyer]) {
            worstLoss[buyer] = loss;
        }
    }

    @Override
    double stepAll() {
        findAllLeft();
        for (int firm = 0; firm < left.length; firm++) {
            passed[firm] = replaceability(firm) * (1 - left[firm]);
        }
        net.downSums.sums(passed, room, inputLoss);
        Arrays.fill(worstLoss, 0);
        net.downSingle.largest(passed, room, worstLoss);
        net.downShared.sums(passed, room, groupLoss);
        for (int group = 0; group < groupLoss.length; group++) {
            raise(net.groupBuyer[group], groupLoss[group]);
        }
        return settleAll(inputLoss, worstLoss);
    }

    private void findAllLeft() {
        if (!net.options.replaceability()) {
            return;
        }
        for (int firm = 0; firm < left.length; firm++) {
            marketLoss[net.market[firm]] += net.out[firm] * (1 - left[firm]);
        }
        for (int at = 0; at < marketLoss.length; at++) {
            if (marketLoss[at] > 0) {
                findLeft(at);
            }
        }
    }

    /** The output that is left in a market with a loss. */
    private void findLeft(int at) {
        double available = marketLoss[at] > net.marketOut[at] / 2 ? summed(at) : net.marketOut[at] - marketLoss[at];
        boolean none = available <= NO_OUTPUT && !net.options.unitInvariant();
        marketLeft[at] = none ? 1 : available;
        uneven |= none && net.smallestOut(at) < 1;
        marketLoss[at] = 0;
    }

    private double summed(int at) {
        double sum = 0;
        for (int i = net.memberStart[at]; i < net.memberStart[at + 1]; i++) {
            int firm = net.members[i];
            sum += net.out[firm] * left[firm];
        }
        return sum;
    }

    @Override
    boolean isUneven() {
        return uneven;
    }

    /** A firm's binding constraint is the non-essential inputs together, or the supplier or group of the worst essential input. */
    @Override
    void binding(SortedRows.Taker taker) {
        findAllLeft();
        double[] inputs = new double[left.length];
        double[] worst = new double[left.length];
        double[] group = new double[groupLoss.length];
        int[] by = new int[left.length];
        for (int firm = 0; firm < left.length; firm++) {
            double part = left[firm] < 1 ? replaceability(firm) * (1 - left[firm]) : 0;
            if (part > 0) {
                add(inputs, net.target, net.down, net.runs[3 * firm], net.runs[3 * firm + 1], part);
                add(group, net.target, net.down, net.runs[3 * firm + 2], net.runs[3 * firm + 3], part);
                for (int place = net.runs[3 * firm + 1]; place < net.runs[3 * firm + 2]; place++) {
                    bind(net.target[place], part * net.down[place], firm, worst, by);
                }
            }
        }
        for (int at = 0; at < group.length; at++) {
            bind(net.groupBuyer[at], group[at], ~at, worst, by);
        }
        for (int firm = 0; firm < left.length; firm++) {
            if (left[firm] < 1) {
                double part = replaceability(firm);
                for (int place = net.runs[3 * firm]; place < net.runs[3 * firm + 3]; place++) {
                    boolean input = place < net.runs[3 * firm + 1];
                    boolean shared = place >= net.runs[3 * firm + 2];
                    int buyer = shared ? net.groupBuyer[net.target[place]] : net.target[place];
                    boolean binds = input
                            ? inputs[buyer] >= worst[buyer]
                            : inputs[buyer] < worst[buyer] && by[buyer] == (shared ? ~net.target[place] : firm);
                    if (binds) {
                        taker.take(buyer, firm, part * net.down[place]);
                    }
                }
            }
        }
    }

    private static void bind(int buyer, double loss, int what, double[] worst, int[] by) {
        if (loss > worst[buyer]) {
            worst[buyer] = loss;
            by[buyer] = what;
        }
    }

    @Override
    void clear(EsriShock shock) {
        if (isDense()) {
            Arrays.fill(inputLoss, 0);
            Arrays.fill(worstLoss, 0);
            Arrays.fill(groupLoss, 0);
        }
        groups.clear();
        uneven = false;
        super.clear(shock);
    }
}

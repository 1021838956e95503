package io.chokepoint.firms.esri;

import io.chokepoint.firms.Links;
import java.util.Arrays;

/** What firms cannot make since they cannot sell it. */
final class UpstreamCascade extends CascadeSide {
    private final Links links;

    /** By firm, the loss by lost sales. */
    private final double[] salesLoss;

    UpstreamCascade(EsriNetwork net) {
        super(net);
        links = net.network.byBuyer();
        salesLoss = new double[left.length];
    }

    @Override
    int links() {
        return links.count();
    }

    @Override
    int reach(int firm) {
        reached.addAll(links.neighbour(), links.start()[firm], links.start()[firm + 1]);
        return links.degree(firm);
    }

    @Override
    double stepLosing() {
        int[] supplier = links.neighbour();
        int count = losing.members(losers);
        for (int i = 0; i < count; i++) {
            int firm = losers[i];
            double lost = 1 - left[firm];
            int end = links.start()[firm + 1];
            for (int place = links.start()[firm]; place < end; place++) {
                salesLoss[supplier[place]] += lost * net.up[place];
            }
        }
        return settleReached(salesLoss, salesLoss);
    }

    @Override
    double stepAll() {
        for (int firm = 0; firm < left.length; firm++) {
            passed[firm] = 1 - left[firm];
        }
        net.upRows.sums(passed, room, salesLoss);
        return settleAll(salesLoss, salesLoss);
    }

    @Override
    void binding(SortedRows.Taker taker) {
        for (int buyer = 0; buyer < left.length; buyer++) {
            if (left[buyer] < 1) {
                for (int place = links.start()[buyer]; place < links.start()[buyer + 1]; place++) {
                    taker.take(links.neighbour()[place], buyer, net.up[place]);
                }
            }
        }
    }

    @Override
    void clear(EsriShock shock) {
        if (isDense()) {
            Arrays.fill(salesLoss, 0);
        }
        super.clear(shock);
    }
}

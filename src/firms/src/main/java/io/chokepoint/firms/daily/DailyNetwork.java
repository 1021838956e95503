package io.chokepoint.firms.daily;

import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.Links;
import java.util.Arrays;

/**
 * A network with all that no day changes. Any number of {@link DailyRun}s share it.
 *
 * <p>Orders and deliveries lie by supplier, stocks by client; there the links to suppliers of one sector stand beside each other, in
 * ascending order of the suppliers. {@code place} leads from a client's link to the supplier's, and its sign tells where a sector's
 * links begin: {@code ~place} there.
 */
public final class DailyNetwork {
    /** Days of use that a firm keeps of each input, unless the network says otherwise. */
    public static final double INVENTORY_DAYS = 15;

    final FirmNetwork network;

    /** By firm, final demand, target inventory in days of use, output before the shock, and value added as a part of output. */
    final double[] finalDemand;

    final double[] target;
    final double[] output;
    final double[] valueAdded;

    /** By client's link: where it lies by supplier, and what is ordered a day before the shock. */
    final int[] place;

    final double[] base;

    private DailyNetwork(FirmNetwork network, double[] finalDemand, double[] target) {
        this.network = network;
        this.finalDemand = finalDemand;
        this.target = target;
        Links sales = network.bySupplier();
        Links purchases = network.byBuyer();
        int firms = network.firms();
        output = sales.sums();
        valueAdded = purchases.sums();
        for (int firm = 0; firm < firms; firm++) {
            output[firm] = finalDemand[firm] + output[firm];
            valueAdded[firm] = output[firm] <= 0 ? 0 : (output[firm] - valueAdded[firm]) / output[firm];
        }
        place = new int[purchases.count()];
        base = new double[purchases.count()];
        sortBySector(places(sales, purchases));
    }

    /**
     * A network with the final demand of its column {@link FirmNetwork#FINAL_DEMAND}, 0 where it has none.
     *
     * @param target by firm, the target inventory in days of use, ≥ 0
     */
    public static DailyNetwork of(FirmNetwork network, double[] target) {
        if (target.length != network.firms()) {
            throw new IllegalArgumentException(target.length + " targets for " + network.firms() + " firms");
        }
        return new DailyNetwork(
                network,
                network.column(FirmNetwork.FINAL_DEMAND).orElseGet(() -> new double[network.firms()]),
                target);
    }

    /** With the column {@link FirmNetwork#INVENTORY_DAYS} as targets, or {@link #INVENTORY_DAYS} for all. */
    public static DailyNetwork of(FirmNetwork network) {
        return of(network, network.column(FirmNetwork.INVENTORY_DAYS).orElseGet(() -> {
            double[] same = new double[network.firms()];
            Arrays.fill(same, INVENTORY_DAYS);
            return same;
        }));
    }

    /** The firms and links. */
    public FirmNetwork network() {
        return network;
    }

    /** By client's link in the order of the network, the place of the same link by supplier. */
    private static int[] places(Links sales, Links purchases) {
        int[] places = new int[purchases.count()];
        int[] next = purchases.start().clone();
        for (int there = 0; there < sales.count(); there++) {
            places[next[sales.neighbour()[there]]++] = there;
        }
        return places;
    }

    private void sortBySector(int[] places) {
        Links purchases = network.byBuyer();
        int[] sector = network.sectors().of();
        int sectors = network.sectors().count();
        int[] first = new int[sectors];
        int[] inOrder = new int[sectors];
        for (int firm = 0; firm < network.firms(); firm++) {
            int from = purchases.start()[firm];
            int to = purchases.start()[firm + 1];
            int used = 0;
            for (int link = from; link < to; link++) {
                int kind = sector[purchases.neighbour()[link]];
                if (first[kind]++ == 0) {
                    inOrder[used++] = kind;
                }
            }
            int begin = from;
            for (int i = 0; i < used; i++) {
                int count = first[inOrder[i]];
                first[inOrder[i]] = begin;
                begin += count;
            }
            for (int link = from; link < to; link++) {
                int here = first[sector[purchases.neighbour()[link]]]++;
                place[here] = places[link];
                base[here] = purchases.amount()[link];
            }
            begin = from;
            for (int i = 0; i < used; i++) {
                place[begin] = ~place[begin];
                begin = first[inOrder[i]];
                first[inOrder[i]] = 0;
            }
        }
    }
}

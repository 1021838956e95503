package io.chokepoint.firms.daily;

import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.InputGroups;
import io.chokepoint.firms.Links;
import java.util.Arrays;

/**
 * A network with all that no day changes. Any number of {@link DailyRun}s share it.
 *
 * <p>Orders and deliveries lie by supplier, stocks by client in {@link InputGroups}.
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

    /** See {@link InputGroups}; the amounts are what is ordered a day before the shock. */
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
        InputGroups groups = InputGroups.of(network);
        place = groups.place();
        base = groups.amount();
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
                network, network.column(FirmNetwork.FINAL_DEMAND).orElseGet(() -> new double[network.firms()]), target);
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
}

package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who a market's function came from.
 *
 * @param vendors the activities that sell there, in dataset order
 * @param usual by vendor: its part of the function received at baseline, in [0, 1]
 * @param shares by vendor, then week: its part of the function received in that week, in [0, 1]; 0 in a week without any
 */
public record VendorShares(Market market, List<Activity> vendors, List<Double> usual, List<double[]> shares) {
    public VendorShares {
        vendors = List.copyOf(vendors);
        usual = List.copyOf(usual);
        shares = shares.stream().map(double[]::clone).toList();
    }

    /**
     * All that one maker sells there, whichever of its products.
     *
     * @param usual its part of the function received at baseline, in [0, 1]
     * @param shares by week: its part of the function received, in [0, 1]; 0 in a week without any
     */
    public record Vendor(Provider provider, double usual, double[] shares) {}

    /** The shares by maker, in dataset order: who makes several products is one vendor. */
    public List<Vendor> byProvider() {
        Map<Provider, Vendor> sums = new LinkedHashMap<>();
        for (int v = 0; v < vendors.size(); v++) {
            Vendor own = new Vendor(
                    vendors.get(v).provider(), usual.get(v), shares.get(v).clone());
            sums.merge(own.provider, own, VendorShares::sum);
        }
        return new ArrayList<>(sums.values());
    }

    private static Vendor sum(Vendor first, Vendor second) {
        for (int week = 0; week < first.shares.length; week++) {
            first.shares[week] += second.shares[week];
        }
        return new Vendor(first.provider, first.usual + second.usual, first.shares);
    }
}

package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import java.util.List;

/**
 * Who a market's function came from.
 *
 * @param vendors the activities that sell there, in dataset order
 * @param shares by vendor, then week: its part of the function received in that week, in [0, 1]; 0 in a week without any
 */
public record VendorShares(Market market, List<Activity> vendors, List<double[]> shares) {
    public VendorShares {
        vendors = List.copyOf(vendors);
        shares = shares.stream().map(double[]::clone).toList();
    }
}

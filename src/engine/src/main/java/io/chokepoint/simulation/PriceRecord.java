package io.chokepoint.simulation;

import io.chokepoint.model.Supply;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.RunPrices;
import java.util.List;

/** Keeps the prices of a run week by week, and adds up what is earned and paid at them (price page, sections 4 and 6). */
final class PriceRecord {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final NetworkPrices prices;
    private final WeeklyKernel kernel;
    private final boolean byPrice;
    private final double[][] price;
    private final double[][] basket;
    private final double[] gain;
    private final double[] otherUsesCost;
    private final double[] marketCost;
    private final double[] unmet;
    private final int firstMarketLink;

    PriceRecord(CompiledNetwork network, NetworkPrices prices, WeeklyKernel kernel, boolean byPrice, int weeks) {
        this.network = network;
        this.structure = network.structure();
        this.prices = prices;
        this.kernel = kernel;
        this.byPrice = byPrice;
        int activities = structure.activityCount();
        this.price = new double[activities][weeks];
        this.basket = new double[structure.marketCount()][weeks];
        this.gain = new double[byPrice ? activities : 0];
        this.otherUsesCost = new double[gain.length];
        this.marketCost = new double[byPrice ? structure.marketCount() : 0];
        this.unmet = new double[structure.marketCount()];
        this.firstMarketLink = structure.linkStart(structure.slotCount());
    }

    void keep(int week) {
        WeekState state = kernel.state();
        for (int i = 0; i < price.length; i++) {
            double made = state.output[i];
            if (made == 0) {
                price[i][week] = Double.NaN;
                continue;
            }
            double cost = kernel.costChange(i);
            double scarcity = kernel.scarcity(i);
            double now = Math.max(1 + cost, scarcity);
            price[i][week] = now;
            if (byPrice && now != 1) {
                double value = prices.unitValue(i);
                // Nothing is earned at cost; taken from the price, it would be what 1 + Δc is rounded by.
                gain[i] += scarcity > 1 + cost ? made * (scarcity - 1 - cost) * value : 0;
                double toOthers = Math.min(network.otherUses(i), made - kernel.shipped(i));
                otherUsesCost[i] += Math.max(0, toOthers) * (now - 1) * value;
            }
        }
        for (int m = 0; m < basket.length; m++) {
            keepMarket(m, week, state.served[m]);
        }
    }

    private void keepMarket(int market, int week, double served) {
        double usual = 0;
        double paid = 0;
        double demand = 0;
        for (int l = structure.marketLinkStart(market); l < structure.marketLinkStart(market + 1); l++) {
            int product = structure.linkSupplier(l);
            double value = prices.unitValue(product);
            demand += network.flow(l) * value;
            double shipped = kernel.shippedToMarket(l - firstMarketLink) * value;
            if (shipped > 0) {
                usual += shipped;
                paid += shipped * price[product][week] * (1 + kernel.rate(l));
            }
        }
        basket[market][week] = usual > 0 ? paid / usual : Double.NaN;
        unmet[market] += (1 - served) * demand;
        if (byPrice) {
            marketCost[market] += paid - usual;
        }
    }

    RunPrices result(double[] baselines, double[][] output) {
        double[] unitValue = new double[price.length];
        double[] valueAdded = new double[price.length];
        for (int i = 0; i < price.length; i++) {
            unitValue[i] = prices.unitValue(i);
            valueAdded[i] = prices.valueAdded(i);
        }
        return new RunPrices(
                structure.dataset().supplies().stream().map(Supply::activity).toList(),
                List.copyOf(structure.dataset().markets()),
                prices.carrying(),
                baselines,
                output,
                price,
                basket,
                new RunPrices.Money(unitValue, valueAdded, gain, otherUsesCost, marketCost, unmet));
    }
}

package io.chokepoint.models;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.esri.Essentiality;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * A compiled network as the classic models know networks: each activity is a firm, numbered as the activities are, its sector is its
 * good, and what is sold along a link is its flow times what a unit is worth, in US$ a week or a day.
 *
 * <p>Machines are investment, as in national accounts: their makers sell them to final demand, and who uses them needs them no further,
 * since none of the models knows anything that wears out. Final demand is that, what markets buy, and other uses.
 */
final class FirmsOfDataset {
    /** An input is essential from this criticality, unless a run says otherwise: an assumption. */
    static final double ESSENTIAL_FROM = 0.5;

    /** With less than a day of use in stock, a firm of the daily model could not make what it made before; the authors draw none below. */
    static final double LEAST_DAYS = 2;

    static final int DAYS_A_WEEK = 7;
    private static final double DOLLARS = 1e6;

    /** With columns for final demand, revenue, weight (the same) and days of stock. */
    final FirmNetwork network;

    final CompiledNetwork compiled;
    private final CompiledScenario scenario;
    private final double[] dollars;
    private final double[] sales;

    /**
     * @param model its name, for the message
     * @param days of a period, for which the amounts are: 7 or 1
     * @throws ChokepointException if the dataset does not say what its goods are worth
     */
    FirmsOfDataset(String model, CompiledScenario scenario, int days) {
        this.scenario = scenario;
        this.compiled = scenario.network();
        NetworkStructure structure = compiled.structure();
        NetworkPrices prices = compiled.prices()
                .orElseThrow(() -> new ChokepointException("Model '" + model + "' counts in money, but the dataset '"
                        + structure.dataset().id() + "' does not say what its goods are worth.\n"
                        + "  Add values.csv, or take --model weekly or reach."));
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        dollars = new double[structure.activityCount()];
        double[] finalDemand = new double[dollars.length];
        sales = new double[dollars.length];
        for (int i = 0; i < dollars.length; i++) {
            builder.firm(id(i), structure.activity(i).good().id());
            dollars[i] = prices.unitValue(i) * DOLLARS * days / DAYS_A_WEEK;
            finalDemand[i] = compiled.otherUses(i) * dollars[i];
            sales[i] = finalDemand[i];
        }
        for (int l = 0; l < structure.linkCount(); l++) {
            int supplier = structure.linkSupplier(l);
            double amount = compiled.flow(l) * dollars[supplier];
            sales[supplier] += amount;
            if (isInput(structure, l)) {
                builder.link(id(supplier), id(structure.slotActivity(structure.linkSlot(l))), amount);
            } else {
                finalDemand[supplier] += amount;
            }
        }
        network = builder.column(FirmNetwork.FINAL_DEMAND, finalDemand)
                .column(FirmNetwork.REVENUE, sales)
                .column(FirmNetwork.WEIGHT, sales)
                .column(FirmNetwork.INVENTORY_DAYS, daysOfBuyers())
                .build();
    }

    private String id(int activity) {
        return compiled.structure().activity(activity).toString();
    }

    private static boolean isInput(NetworkStructure structure, int link) {
        int slot = structure.linkSlot(link);
        return slot >= 0 && structure.slotMode(slot) != DependencyMode.CAPITAL;
    }

    /**
     * How much each good's makers need each input, by its criticality at the run's figures: {@link Essentiality#ESSENTIAL} from a
     * bound on, negligible at 0, non-essential in between.
     *
     * @param essentialFrom the bound, above 0
     */
    Essentiality essentiality(double essentialFrom) {
        NetworkStructure structure = compiled.structure();
        int[] sector = network.sectors().of();
        int sectors = network.sectors().count();
        byte[] codes = new byte[Math.multiplyExact(sectors, sectors)];
        for (int e = 0; e < structure.slotCount(); e++) {
            double criticality = compiled.criticality(e);
            byte code = criticality >= essentialFrom
                    ? Essentiality.ESSENTIAL
                    : criticality > 0 ? Essentiality.NON_ESSENTIAL : Essentiality.NEGLIGIBLE;
            int supplier = sector[structure.linkSupplier(structure.linkStart(e))];
            codes[supplier * sectors + sector[structure.slotActivity(e)]] = code;
        }
        return Essentiality.of(network, codes);
    }

    /** By maker, days of use that it keeps of all it buys, weighed by what that costs. */
    private double[] daysOfBuyers() {
        NetworkStructure structure = compiled.structure();
        double[] bought = new double[dollars.length];
        double[] kept = new double[dollars.length];
        addStocks((slot, worth, weeks) -> {
            bought[structure.slotActivity(slot)] += worth;
            kept[structure.slotActivity(slot)] += worth * weeks;
        });
        return days(kept, bought);
    }

    /** By sector of the network, days of use that all its buyers together keep of the good. */
    double[] daysOfGoods() {
        NetworkStructure structure = compiled.structure();
        double[] bought = new double[network.sectors().count()];
        double[] kept = new double[bought.length];
        addStocks((slot, worth, weeks) -> {
            int sector = network.sectors().of()[structure.linkSupplier(structure.linkStart(slot))];
            bought[sector] += worth;
            kept[sector] += worth * weeks;
        });
        return days(kept, bought);
    }

    @FunctionalInterface
    private interface Stock {
        void add(int slot, double worth, double weeks);
    }

    private void addStocks(Stock taker) {
        NetworkStructure structure = compiled.structure();
        for (int e = 0; e < structure.slotCount(); e++) {
            if (structure.slotMode(e) != DependencyMode.CAPITAL) {
                double worth = 0;
                for (int l = structure.linkStart(e); l < structure.linkUsual(e); l++) {
                    worth += compiled.flow(l) * dollars[structure.linkSupplier(l)];
                }
                taker.add(e, worth, scenario.stockWeeks(e));
            }
        }
    }

    private static double[] days(double[] kept, double[] bought) {
        double[] days = new double[kept.length];
        Arrays.setAll(days, k -> bought[k] == 0 ? LEAST_DAYS : Math.max(LEAST_DAYS, DAYS_A_WEEK * kept[k] / bought[k]));
        return days;
    }

    /** Served parts of the demand of markets, from the part of final demand that each firm serves. */
    void serve(double[] servedPart, double[] byMarket) {
        NetworkStructure structure = compiled.structure();
        for (int m = 0; m < byMarket.length; m++) {
            double served = 0;
            double wanted = 0;
            for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
                double function = compiled.flow(l) * compiled.functionPerUnit(l);
                wanted += function;
                served += function * servedPart[structure.linkSupplier(l)];
            }
            byMarket[m] = wanted == 0 ? 1 : served / wanted;
        }
    }
}

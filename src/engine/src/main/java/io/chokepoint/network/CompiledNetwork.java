package io.chokepoint.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network the engine can run: the structure with one number for every figure. Frozen: accessors by index or copies, never the
 * arrays. Safe to share between threads. Made by {@link NetworkCompiler}.
 *
 * <p>Units: outputs and flows are parts of a good's world baseline output of one week.
 */
public final class CompiledNetwork {
    final NetworkStructure structure;
    final double[] baseline;
    final double[] spare;
    final double[] rampWeeks;
    final double[] otherUses;
    /** What customers take at rest, without other uses. */
    final double[] sold;

    final double[] coefficient;
    final double[] criticality;
    final double[] stockWeeks;
    final double[] qualification;
    final double[] lifetimeYears;
    final double[] costShare;
    final double[] mix;
    final double[] flow;
    /** {@link #mix} of the links once more, sorted by supplier. */
    final double[] buyerMix;
    /** {@link #flow} of the links once more, sorted by supplier. */
    final double[] buyerFlow;

    final double[] altCap;
    final double[] altQualification;
    final double[] marketDemand;
    final double[] switchWeeks;
    final double[] sensitivity;
    final double[] functionPerUnit;
    final double[] marketWeight;
    /** Null where the dataset does not say what its goods are worth. */
    @Nullable
    NetworkPrices prices;

    CompiledNetwork(NetworkStructure structure) {
        this.structure = structure;
        int activities = structure.activityCount;
        int slots = structure.slotCount;
        int links = structure.linkCount;
        int markets = structure.marketCount;
        int marketLinks = links - structure.linkStart[slots];
        baseline = new double[activities];
        spare = new double[activities];
        rampWeeks = new double[activities];
        otherUses = new double[activities];
        sold = new double[activities];
        coefficient = new double[slots];
        criticality = new double[slots];
        stockWeeks = new double[slots];
        qualification = new double[slots];
        lifetimeYears = new double[slots];
        costShare = new double[slots];
        mix = new double[links];
        flow = new double[links];
        buyerMix = new double[structure.buyerSlot.length];
        buyerFlow = new double[structure.buyerSlot.length];
        altCap = new double[structure.altPerUnit.length];
        altQualification = new double[structure.altPerUnit.length];
        marketDemand = new double[markets];
        switchWeeks = new double[markets];
        sensitivity = new double[markets];
        functionPerUnit = new double[marketLinks];
        marketWeight = new double[marketLinks];
    }

    CompiledNetwork copy() {
        CompiledNetwork copy = new CompiledNetwork(structure);
        System.arraycopy(baseline, 0, copy.baseline, 0, baseline.length);
        System.arraycopy(spare, 0, copy.spare, 0, spare.length);
        System.arraycopy(rampWeeks, 0, copy.rampWeeks, 0, rampWeeks.length);
        System.arraycopy(otherUses, 0, copy.otherUses, 0, otherUses.length);
        System.arraycopy(sold, 0, copy.sold, 0, sold.length);
        System.arraycopy(coefficient, 0, copy.coefficient, 0, coefficient.length);
        System.arraycopy(criticality, 0, copy.criticality, 0, criticality.length);
        System.arraycopy(stockWeeks, 0, copy.stockWeeks, 0, stockWeeks.length);
        System.arraycopy(qualification, 0, copy.qualification, 0, qualification.length);
        System.arraycopy(lifetimeYears, 0, copy.lifetimeYears, 0, lifetimeYears.length);
        System.arraycopy(costShare, 0, copy.costShare, 0, costShare.length);
        System.arraycopy(mix, 0, copy.mix, 0, mix.length);
        System.arraycopy(flow, 0, copy.flow, 0, flow.length);
        System.arraycopy(buyerMix, 0, copy.buyerMix, 0, buyerMix.length);
        System.arraycopy(buyerFlow, 0, copy.buyerFlow, 0, buyerFlow.length);
        System.arraycopy(altCap, 0, copy.altCap, 0, altCap.length);
        System.arraycopy(altQualification, 0, copy.altQualification, 0, altQualification.length);
        System.arraycopy(marketDemand, 0, copy.marketDemand, 0, marketDemand.length);
        System.arraycopy(switchWeeks, 0, copy.switchWeeks, 0, switchWeeks.length);
        System.arraycopy(sensitivity, 0, copy.sensitivity, 0, sensitivity.length);
        System.arraycopy(functionPerUnit, 0, copy.functionPerUnit, 0, functionPerUnit.length);
        System.arraycopy(marketWeight, 0, copy.marketWeight, 0, marketWeight.length);
        copy.prices = prices;
        return copy;
    }

    public NetworkStructure structure() {
        return structure;
    }

    /** x̄ of an activity, a part of the world's baseline output of its good, &gt; 0. */
    public double baseline(int activity) {
        return baseline[activity];
    }

    /** Extra capacity as a part of x̄, ≥ 0. */
    public double spare(int activity) {
        return spare[activity];
    }

    /** Weeks until the spare capacity is reached, ≥ 1. */
    public double rampWeeks(int activity) {
        return rampWeeks[activity];
    }

    /** F: what goes to uses outside the graph, ≥ 0. */
    public double otherUses(int activity) {
        return otherUses[activity];
    }

    /** What an activity's customers and other uses take in a week at rest: its baseline but for rounding. */
    public double usualOrders(int activity) {
        return sold[activity] + otherUses[activity];
    }

    /** a: units of the input per unit of the consumer's output. */
    public double coefficient(int slot) {
        return coefficient[slot];
    }

    /** ω in [0, 1]. */
    public double criticality(int slot) {
        return criticality[slot];
    }

    /** n in weeks of baseline use, ≥ 0. */
    public double stockWeeks(int slot) {
        return stockWeeks[slot];
    }

    /** q in weeks, ≥ 0. */
    public double qualification(int slot) {
        return qualification[slot];
    }

    /** L in years; 0 unless the input is capital. */
    public double lifetimeYears(int slot) {
        return lifetimeYears[slot];
    }

    /** Cost of the input as a part of what the consumer sells for: by the values where there are any, else as stated. */
    public double costShare(int slot) {
        return prices == null ? costShare[slot] : prices.costShare(slot);
    }

    /** What goods are worth and customers would pay; empty where the dataset has no values. */
    public Optional<NetworkPrices> prices() {
        return Optional.ofNullable(prices);
    }

    /** m(j, i): the supplier's part in the slot's purchases; 0 for alternatives, and for markets b. */
    public double mix(int link) {
        return mix[link];
    }

    /** Z(j, i): the baseline flow of a week; 0 for alternatives. */
    public double flow(int link) {
        return flow[link];
    }

    /** Largest part of the need that the alternative can cover. */
    public double altCap(int alternative) {
        return altCap[alternative];
    }

    /** Weeks on end of shortage before the alternative can be used. */
    public double altQualification(int alternative) {
        return altQualification[alternative];
    }

    /** d: what the market wants in a week, in units of its function. */
    public double marketDemand(int market) {
        return marketDemand[market];
    }

    public double switchWeeks(int market) {
        return switchWeeks[market];
    }

    /** η ≥ 0. */
    public double sensitivity(int market) {
        return sensitivity[market];
    }

    /** e of a market's link. */
    public double functionPerUnit(int link) {
        return functionPerUnit[link - structure.linkStart[structure.slotCount]];
    }

    /** b of a market's link. */
    public double marketWeight(int link) {
        return marketWeight[link - structure.linkStart[structure.slotCount]];
    }

    /** m(j, i) of a buyer, counted as in {@link NetworkStructure#buyerStart}. */
    public double buyerMix(int buyer) {
        return buyerMix[buyer];
    }

    /** Z(j, i) of a buyer. */
    public double buyerFlow(int buyer) {
        return buyerFlow[buyer];
    }

    /** A copy of m by link; 0 where nothing is bought in the baseline. */
    public double[] mixes() {
        return mix.clone();
    }

    /** A copy of x̄ by activity. */
    public double[] baselines() {
        return baseline.clone();
    }
}

package io.chokepoint.result;

/**
 * What a run loses, gains and pays, in US$ million at baseline prices (price page, section 6). Gains and extra costs are NaN unless who
 * can pay was served.
 *
 * @param salesLost Σ (x̄ − x)·v; negative where more was sold than usual. Counts a product and what it is made of
 * @param valueAddedLost the part of it that would have been wages, profit and what is bought outside the graph: nothing counts twice
 * @param scarcityGain what makers earned above cost
 * @param otherUsesCost what uses outside the graph paid beyond baseline prices, told with the maker's country
 */
public record RunMoney(double salesLost, double valueAddedLost, double scarcityGain, double otherUsesCost) {

    /** Of nobody. */
    public static final RunMoney NONE = new RunMoney(0, 0, 0, 0);

    public RunMoney plus(RunMoney other) {
        return new RunMoney(
                salesLost + other.salesLost,
                valueAddedLost + other.valueAddedLost,
                scarcityGain + other.scarcityGain,
                otherUsesCost + other.otherUsesCost);
    }
}

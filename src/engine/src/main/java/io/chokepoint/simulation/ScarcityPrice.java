package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * The price at which what one maker has is as much as its customers still want (price page, section 4): each claim gives way as the
 * price rises, need by what its users would pay, restocking altogether at one and a half times the baseline price.
 */
final class ScarcityPrice {
    /** Where all claims are met but for this part, nothing is scarce. */
    static final double SERVED_IN_FULL = 1 - 1e-9;

    private static final double MOST = 1e6;
    /** What is told, passed on and counted. */
    private static final double MOST_TOLD = 100;

    private static final double RESTOCKING_ENDS = 1.5;

    private static final double SETTLED = 1e-14;

    private final NetworkStructure structure;
    private final NetworkPrices prices;
    private final double steepness;
    /** s at the price at which nobody restocks any more. */
    private final double restockingEnds;

    private final double most;
    /** B by slot, by alternative, by market and by activity for its other uses; 0 until somebody asks. */
    private final double[] slotStrength;

    private final double[] altStrength;
    private final double[] marketStrength;
    private final double[] otherStrength;
    private final int[] alternativeOf;

    // Of the maker at hand, by claim.
    private final double[] strength;
    private final double[] need;
    private final double[] restocking;
    private int claims;
    /** s = p^b − 1 of the last solution, and what is left of every claim's restocking. */
    private double solution;

    private double scale;

    ScarcityPrice(CompiledNetwork network, NetworkPrices prices) {
        this.structure = network.structure();
        this.prices = prices;
        this.steepness = prices.steepness();
        this.restockingEnds = raised(RESTOCKING_ENDS);
        this.most = raised(MOST);
        this.slotStrength = new double[structure.slotCount()];
        this.altStrength = new double[structure.altCount()];
        this.marketStrength = new double[structure.marketCount()];
        this.otherStrength = new double[structure.activityCount()];
        int longest = 0;
        for (int i = 0; i < structure.activityCount(); i++) {
            longest = Math.max(longest, structure.customerStart(i + 1) - structure.customerStart(i));
        }
        this.strength = new double[longest + 1];
        this.need = new double[longest + 1];
        this.restocking = new double[longest + 1];
        this.alternativeOf = alternatives(structure);
    }

    /** By link, the alternative that it is of; −1 for all others. */
    private static int[] alternatives(NetworkStructure structure) {
        int[] of = new int[structure.linkCount()];
        Arrays.fill(of, -1);
        for (int a = 0; a < structure.altCount(); a++) {
            Arrays.fill(of, structure.altLinkStart(a), structure.altLinkEnd(a), a);
        }
        return of;
    }

    private double raised(double price) {
        return StrictMath.pow(price, steepness) - 1;
    }

    /** Forgets the claims of the maker before. */
    void start() {
        claims = 0;
    }

    /** A customer's claim, in units of the good. */
    void claim(int link, double needed, double restocked) {
        strength[claims] = strengthOf(link);
        need[claims] = needed;
        restocking[claims] = restocked;
        claims++;
    }

    /** The same of a maker that buys the input itself. */
    void claimAsUsual(int slot, double needed, double restocked) {
        strength[claims] = strengthOfSlot(slot);
        need[claims] = needed;
        restocking[claims] = restocked;
        claims++;
    }

    /** What uses outside the graph want of the maker. */
    void claimOtherUses(int maker, double wanted) {
        if (otherStrength[maker] == 0) {
            otherStrength[maker] = raised(prices.otherBid(maker));
        }
        strength[claims] = otherStrength[maker];
        need[claims] = wanted;
        restocking[claims] = 0;
        claims++;
    }

    private double strengthOf(int link) {
        int slot = structure.linkSlot(link);
        if (slot < 0) {
            int market = structure.linkMarket(link);
            if (marketStrength[market] == 0) {
                marketStrength[market] = raised(prices.marketBid(market));
            }
            return marketStrength[market];
        }
        int alternative = alternativeOf[link];
        if (alternative >= 0) {
            if (altStrength[alternative] == 0) {
                altStrength[alternative] = raised(prices.altBid(alternative));
            }
            return altStrength[alternative];
        }
        return strengthOfSlot(slot);
    }

    private double strengthOfSlot(int slot) {
        if (slotStrength[slot] == 0) {
            slotStrength[slot] = raised(prices.bid(slot));
        }
        return slotStrength[slot];
    }

    /**
     * Newton's steps from s = 0: what is wanted is convex and falls, so they climb to the root and do not pass it.
     *
     * @param available what the claims share, in units of the good, less than they sum to
     * @return p in [1, 10⁶]
     */
    double solve(double available) {
        scale = 1;
        double atMost = wanted(most);
        if (atMost >= available) {
            solution = most;
            scale = atMost > 0 ? available / atMost : 0;
            return MOST;
        }
        double s = 0;
        while (true) {
            double step = newtonStep(s, available);
            s = Math.min(most, s + step);
            if (step < SETTLED * (1 + s)) {
                break;
            }
        }
        solution = s;
        return StrictMath.pow(1 + s, 1 / steepness);
    }

    /** What the claim added as the k-th gets, in units of the good; after {@link #solve}. */
    double amount(int k) {
        return scale * (taken(k, solution) + restocking[k] * restocked(solution));
    }

    private double taken(int k, double s) {
        return need[k] * strength[k] / (strength[k] + s);
    }

    private double restocked(double s) {
        return Math.max(0, 1 - s / restockingEnds);
    }

    private double wanted(double s) {
        double sum = 0;
        double toStock = 0;
        for (int k = 0; k < claims; k++) {
            sum += taken(k, s);
            toStock += restocking[k];
        }
        return sum + toStock * restocked(s);
    }

    /** What is wanted above what is available, by how much that falls where s rises. */
    private double newtonStep(double s, double available) {
        double sum = 0;
        double fall = 0;
        double toStock = 0;
        for (int k = 0; k < claims; k++) {
            double most = need[k] * strength[k];
            double sharp = strength[k] + s;
            sum += most / sharp;
            fall += most / (sharp * sharp);
            toStock += restocking[k];
        }
        double over = sum + toStock * restocked(s) - available;
        double slope = fall + (s < restockingEnds ? toStock / restockingEnds : 0);
        return over > 0 && slope > 0 ? over / slope : 0;
    }

    /** q: what of a price is told, passed on and counted. */
    static double told(double price) {
        return Math.min(price, MOST_TOLD);
    }
}

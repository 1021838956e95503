package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Step 5 of the week: which part of its permitted order each customer is served. A maker serves itself first, as far as that is need; for
 * what is left all rules come down to classes served one after the other, proportionally within a class.
 */
final class Rationing {
    /** A maker this close to full availability cannot make an input count as short; see {@link WeeklyKernel#ROUNDING}. */
    static final double FULLY_AVAILABLE = 1 - 1e-12;

    /**
     * Orders above output by no more than the rounding of their sum are served in full; else half the makers of a network at rest would ration
     * their customers by the last digit.
     */
    static final double SERVED_IN_FULL = 1 - 1e-14;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final WeekEffects effects;
    private final WeekState state;
    private final int classes;
    private final double[] served;
    private final double[] claims;
    /** The part of its orders that a maker must make to serve them all. */
    private final double inFull;

    private final boolean[] isFailing;
    private final int[] failing;
    private int failingCount;
    private int claimantCount;
    /** Makers who ration their customers this week. */
    private final int[] rationed;

    private int rationedCount;
    // By place among the links of makers to themselves.
    /** What is served before all others, in units of the good; as of the last week in which the maker rationed. */
    private final double[] firstClaim;
    /** The served part. */
    private final double[] ownServed;

    /** Null where goods have no values, or where nobody asks for prices that decide nothing. */
    private final @Nullable ScarcityPrice price;
    /** By activity, q: the scarcity price of the week that is told; 1 where nothing is scarce. Empty where no price is asked for. */
    final double[] scarcity;
    /** By link, the served part where who can pay is served; empty under other rules. */
    private final double[] servedLink;
    /** By activity, what is shipped by makers who ration; −1 for all others. */
    private final double[] shipped;
    /** Links of the claims at hand. */
    private final int[] claimants;
    /** By slot, what it orders this week and how much of that is need, in units of the input. */
    private final double[] quantities;

    private boolean areQuantitiesNoted;

    /** @param tellsPrices whether prices are wanted also where they only tell how scarce a good is */
    Rationing(
            CompiledNetwork network,
            CompiledScenario scenario,
            WeekEffects effects,
            WeekState state,
            boolean tellsPrices) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.effects = effects;
        this.state = state;
        this.classes = scenario.classCount();
        this.served = new double[structure.activityCount() * classes];
        Arrays.fill(served, 1);
        this.claims = new double[classes];
        this.isFailing = new boolean[structure.activityCount()];
        this.failing = new int[structure.activityCount()];
        this.rationed = new int[structure.activityCount()];
        this.firstClaim = new double[structure.ownStart(structure.activityCount())];
        this.ownServed = new double[firstClaim.length];
        Arrays.fill(ownServed, 1);
        this.price = tellsPrices || scenario.rationsByPrice()
                ? network.prices()
                        .map(known -> new ScarcityPrice(network, known))
                        .orElse(null)
                : null;
        this.scarcity = new double[price == null ? 0 : structure.activityCount()];
        Arrays.fill(scarcity, 1);
        this.servedLink = new double[scenario.rationsByPrice() ? structure.linkCount() : 0];
        Arrays.fill(servedLink, 1);
        this.shipped = new double[scenario.rationsByPrice() ? structure.activityCount() : 0];
        Arrays.fill(shipped, -1);
        this.inFull = scenario.rationsByPrice() ? ScarcityPrice.SERVED_IN_FULL : SERVED_IN_FULL;
        this.claimants = new int[price == null ? 0 : longestCustomerList()];
        this.quantities = new double[price == null ? 0 : 2 * structure.slotCount()];
    }

    private int longestCustomerList() {
        int longest = 0;
        for (int i = 0; i < structure.activityCount(); i++) {
            longest = Math.max(longest, structure.customerStart(i + 1) - structure.customerStart(i));
        }
        return longest;
    }

    /** A maker who may make less than is ordered this week, or could make less than its baseline. */
    void addFailing(int maker) {
        if (!isFailing[maker]) {
            isFailing[maker] = true;
            failing[failingCount++] = maker;
        }
    }

    /** Works out the served parts, and has the slots looked at whose usual makers fail. */
    void serve(int week) {
        areQuantitiesNoted = false;
        for (int n = 0; n < rationedCount; n++) {
            int j = rationed[n];
            Arrays.fill(served, j * classes, (j + 1) * classes, 1);
            Arrays.fill(ownServed, structure.ownStart(j), structure.ownStart(j + 1), 1);
            if (price != null) {
                scarcity[j] = 1;
            }
            if (servedLink.length > 0) {
                shipped[j] = -1;
                for (int place = structure.customerStart(j); place < structure.customerStart(j + 1); place++) {
                    servedLink[structure.customerLink(place)] = 1;
                }
            }
        }
        rationedCount = 0;
        for (int n = 0; n < failingCount; n++) {
            int j = failing[n];
            isFailing[j] = false;
            boolean isRationed = state.output[j] < inFull * state.demand.ordered[j];
            if (isRationed) {
                rationed[rationedCount++] = j;
                ration(j);
            }
            if (isRationed || state.available[j] < FULLY_AVAILABLE) {
                fail(j, week);
            }
        }
        failingCount = 0;
    }

    /** Has the slots looked at whose usual maker this is, and adds up what it keeps from them. */
    private void fail(int maker, int week) {
        SlotsApart apart = state.apart;
        int[] attention = apart.attention;
        double[] failed = apart.failed;
        int[] places = state.demand.placeOf;
        int first = state.demand.firstApart;
        double missing = 1 - state.available[maker];
        int ownPlace = usualOwnPlace(maker);
        int own = ownPlace < 0 ? -1 : structure.buyerOf(structure.ownLink(ownPlace));
        boolean byLink = servedLink.length > 0;
        boolean oneClass = classes == 1;
        double servedFirst = served[maker * classes];
        int to = structure.buyerEnd(maker);
        for (int buyer = structure.buyerStart(maker); buyer < to; buyer++) {
            int place = places[buyer] - first;
            if (place < 0) {
                place = state.setApart(structure.buyerSlot(buyer), true);
            }
            attention[place] = week;
            double part = byLink
                    ? servedLink[structure.buyerLink(buyer)]
                    : oneClass ? servedFirst : served[maker * classes + scenario.buyerClass(buyer)];
            if (buyer == own) {
                part = ownServed[ownPlace];
            }
            double mix = network.buyerMix(buyer);
            failed[2 * place] += mix * missing;
            failed[2 * place + 1] += mix * (1 - part);
        }
    }

    /** The place of the maker's link to itself as a usual buyer of its own good; −1 if it is none. */
    private int usualOwnPlace(int maker) {
        for (int place = structure.ownStart(maker); place < structure.ownStart(maker + 1); place++) {
            if (structure.buyerOf(structure.ownLink(place)) >= 0) {
                return place;
            }
        }
        return -1;
    }

    private void ration(int maker) {
        double output = state.output[maker];
        double first = claimFirst(maker);
        double left = Math.max(0, output - first);
        double ownPart = first > output ? output / first : 1;
        if (price != null && output > 0 && output < ScarcityPrice.SERVED_IN_FULL * state.demand.ordered[maker]) {
            scarcity[maker] = ScarcityPrice.told(bid(price, maker, left, ownPart));
        }
        if (scenario.rationsByPrice()) {
            if (output > 0) {
                serveByPrice(Objects.requireNonNull(price), maker, ownPart);
            } else {
                serveNobody(maker);
            }
            return;
        }
        if (classes == 1) {
            served[maker] = left > 0 ? left / (state.demand.ordered[maker] - first) : 0;
        } else {
            addClaims(maker, first);
            for (int c = 0; c < classes; c++) {
                if (claims[c] > left) {
                    served[maker * classes + c] = left / claims[c];
                    left = 0;
                } else {
                    left -= claims[c];
                }
            }
        }
        serveItself(maker, ownPart);
    }

    /**
     * Has all who claim something of the maker bid for what is left once it has served itself.
     *
     * @param ownPart of its first claims that the maker can serve
     * @return p
     */
    private double bid(ScarcityPrice auction, int maker, double left, double ownPart) {
        auction.start();
        auction.claimOtherUses(maker, network.otherUses(maker));
        claimantCount = 0;
        noteQuantities();
        for (int place = structure.customerStart(maker); place < structure.customerStart(maker + 1); place++) {
            if (ordersNothing(place)) {
                continue;
            }
            int link = structure.customerLink(place);
            int slot = structure.customerSlot(place);
            boolean asWanted = slot >= 0 && structure.customerUnusualSlot(place) < 0 && !effects.isTouched(slot);
            double order = asWanted ? state.weight[link] * quantities[2 * slot] : order(link);
            if (order == 0) {
                continue;
            }
            double need = Math.min(order, asWanted ? state.weight[link] * quantities[2 * slot + 1] : wantedNeed(link));
            double restocking = order - need;
            int own = ownPlace(maker, link);
            if (own >= 0) {
                double got = firstClaim[own] * ownPart;
                double ofNeed = Math.min(need, got);
                need -= ofNeed;
                restocking = Math.max(0, restocking - (got - ofNeed));
            }
            if (asWanted) {
                auction.claimAsUsual(slot, need, restocking);
            } else {
                auction.claim(link, need, restocking);
            }
            claimants[claimantCount++] = link;
        }
        return auction.solve(left);
    }

    /** Q and N of all slots, side by side: many makers' customers are asked for them, in no order of memory. */
    private void noteQuantities() {
        if (areQuantitiesNoted) {
            return;
        }
        areQuantitiesNoted = true;
        Needs needs = Objects.requireNonNull(state.needs);
        for (int slot = 0; slot < structure.slotCount(); slot++) {
            quantities[2 * slot] = state.quantity(slot);
            quantities[2 * slot + 1] = needs.quantity(slot);
        }
    }

    private void serveByPrice(ScarcityPrice auction, int maker, double ownPart) {
        double sum = 0;
        for (int k = 0; k < claimantCount; k++) {
            int link = claimants[k];
            double amount = auction.amount(k + 1);
            int own = ownPlace(maker, link);
            if (own >= 0) {
                amount += firstClaim[own] * ownPart;
            }
            double part = Math.min(1, amount / order(link));
            sum += amount;
            servedLink[link] = part;
            if (own >= 0) {
                ownServed[own] = part;
            }
        }
        shipped[maker] = sum;
    }

    /** What a maker ships to its customers this week, in units of its good. */
    double shipped(int maker) {
        return shipped[maker] >= 0 ? shipped[maker] : state.demand.ordered[maker] - network.otherUses(maker);
    }

    private void serveNobody(int maker) {
        shipped[maker] = 0;
        for (int place = structure.customerStart(maker); place < structure.customerStart(maker + 1); place++) {
            servedLink[structure.customerLink(place)] = 0;
        }
        Arrays.fill(ownServed, structure.ownStart(maker), structure.ownStart(maker + 1), 0);
    }

    private int ownPlace(int maker, int link) {
        for (int place = structure.ownStart(maker); place < structure.ownStart(maker + 1); place++) {
            if (structure.ownLink(place) == link) {
                return place;
            }
        }
        return -1;
    }

    /** What the maker's own use takes before all others: of what it uses up the week's need, of all else what is ordered. */
    private double claimFirst(int maker) {
        double sum = 0;
        for (int place = structure.ownStart(maker); place < structure.ownStart(maker + 1); place++) {
            int link = structure.ownLink(place);
            int slot = structure.linkSlot(link);
            double claim = order(link);
            if (structure.slotMode(slot) == DependencyMode.CONSUMED && !structure.isAlternative(link)) {
                claim = Math.min(claim, state.usual[slot] * state.planPart[maker]);
            }
            firstClaim[place] = claim;
            sum += claim;
        }
        return sum;
    }

    /** @param part of its first claims that the maker can serve */
    private void serveItself(int maker, double part) {
        for (int place = structure.ownStart(maker); place < structure.ownStart(maker + 1); place++) {
            int link = structure.ownLink(place);
            double order = order(link);
            double first = firstClaim[place];
            double amount = first * part + (order - first) * servedAsOthers(link);
            ownServed[place] = order > 0 ? Math.min(1, amount / order) : 1;
        }
    }

    /** @param first what the maker's own use has taken already */
    private void addClaims(int maker, double first) {
        Arrays.fill(claims, 0);
        double other = network.otherUses(maker);
        claims[scenario.otherUsesClass(maker)] = other;
        int only = scenario.onlyClass(maker);
        if (only >= 0) {
            claims[only] += state.demand.ordered[maker] - other - first;
            return;
        }
        for (int place = structure.customerStart(maker); place < structure.customerStart(maker + 1); place++) {
            if (!ordersNothing(place)) {
                int link = structure.customerLink(place);
                claims[scenario.linkClass(link)] += order(link);
            }
        }
        if (first > 0) {
            // All of a maker's links to itself are of one class: it is one customer.
            int own = scenario.linkClass(structure.ownLink(structure.ownStart(maker)));
            claims[own] = Math.max(0, claims[own] - first);
        }
    }

    /** Whether it is an unusual customer that has not turned to others: only they order from whom they do not buy in the baseline. */
    private boolean ordersNothing(int customerPlace) {
        int slot = structure.customerUnusualSlot(customerPlace);
        return slot >= 0 && !state.apart.hasTurned[slot];
    }

    /** O' of a link this week. */
    double order(int link) {
        int slot = structure.linkSlot(link);
        boolean touched = slot < 0 || (effects.isTouched(slot) && scenario.isAffected(link));
        return touched ? state.permitted[link] : wanted(link);
    }

    /** O of a slot's link this week. */
    double wanted(int link) {
        int slot = structure.linkSlot(link);
        if (link >= structure.linkMid(slot)) {
            return state.orders[link];
        }
        return state.weight[link] * state.quantity(slot);
    }

    /** N: the need among what is wanted of a link this week. */
    double wantedNeed(int link) {
        int slot = structure.linkSlot(link);
        if (slot < 0 || link >= structure.linkMid(slot)) {
            return state.orders[link];
        }
        return state.weight[link] * Objects.requireNonNull(state.needs).quantity(slot);
    }

    /** N': the need among what is permitted of a link this week. */
    double need(int link) {
        return Math.min(wantedNeed(link), order(link));
    }

    /** The served part of a link's permitted order, in [0, 1]. */
    double served(int link) {
        if (servedLink.length > 0) {
            return servedLink[link];
        }
        int own = ownServed.length == 0 ? -1 : ownPlace(structure.linkSupplier(link), link);
        return own < 0 ? servedAsOthers(link) : ownServed[own];
    }

    private double servedAsOthers(int link) {
        int maker = structure.linkSupplier(link);
        return classes == 1 ? served[maker] : served[maker * classes + scenario.linkClass(link)];
    }
}

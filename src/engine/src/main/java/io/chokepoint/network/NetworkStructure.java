package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FlowLimit;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.scenario.Customer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who could buy what from whom: a dataset turned into indices. Holds no figure, so all draws of one dataset share it. Immutable
 * and safe to share between threads.
 *
 * <p>Four levels, in dataset order but for slots:
 *
 * <pre>
 *   activity i   0 … activityCount−1        one per row of supply.csv
 *   slot e       slotStart(i) … capitalStart(i)−1     an input that i needs and uses up
 *                capitalStart(i) … accessStart(i)−1   machines
 *                accessStart(i) … slotStart(i+1)−1    access; each in the order of dependencies.csv
 *   link l       linkStart(e) … linkUsual(e)−1     the makers of the input that it buys from in the baseline
 *                linkUsual(e) … linkMid(e)−1       the other makers of the input, to whom it may turn
 *                linkMid(e) … linkStart(e+1)−1     the makers of its alternatives, alternative by alternative
 *                marketLinkStart(m) …              after all slots: the offers of market m, one per activity that sells there
 *   alternative a  altStart(e) … altStart(e+1)−1, with links altLinkStart(a) … altLinkEnd(a)−1
 * </pre>
 *
 * <p>A link is what the model page calls the flow j → i.
 */
public final class NetworkStructure {
    private final Dataset dataset;
    private final Makers makers;
    /** By slot, stock and qualification that the dataset states for this maker alone; null where it does not. */
    final @Nullable Figure[] ownStock;

    final @Nullable Figure[] ownQualification;
    /** Whether the slot's mix is stated; else it follows the shares. */
    final boolean[] slotStated;
    /** By link, the part of a stated mix; the parts need not sum to 1. */
    final double[] linkStated;
    /** Shares at central figures, those of a good divided by their sum. */
    final double[] centralShare;

    final int activityCount;
    final int slotCount;
    final int linkCount;
    final int marketCount;
    final int[] slotStart;
    final int[] capitalStart;
    final int[] accessStart;
    final int[] slotActivity;
    final int[] slotDependency;
    final int[] slotLead;
    final DependencyMode[] slotMode;
    final int[] linkStart;
    final int[] linkUsual;
    final int[] linkMid;
    final int[] linkSupplier;
    final int[] linkSlot;
    final int[] linkMarket;
    final int[] altStart;
    final int[] altLinkStart;
    final int[] altLinkEnd;
    final double[] altPerUnit;
    /** Activities in an order in which customers come before their suppliers, as far as cycles allow. */
    final int[] downstreamFirst;

    final int[] marketLinkStart;
    /** By supplier, its links. */
    final int[] customerStart;

    final int[] customerLink;
    private final int[] customerSlot;
    private final int[] customerUnusualSlot;
    /** By supplier, the slots that buy from it in the baseline, and for each its link. */
    final int[] buyerStart;

    final int[] buyerEnd;

    final int[] buyerSlot;
    final int[] buyerLink;
    final int[] buyerOf;
    private final int[] fewestBuyersFirst;
    final int[] ownStart;
    final int[] ownLink;
    private final int[] sharedOrder;
    private final int[] sharedOrderOfBuyers;
    final LeadTimes leadTimes;

    final List<Offer> linkOffer;
    final int[] goodOf;
    final List<Activity> activities;
    final List<Market> markets;

    /** @throws ChokepointException if no maker of a good needs an input that the good depends on, or with more flows than {@link FlowLimit#MOST} */
    public NetworkStructure(Dataset dataset) {
        List<Problem> tooMany = FlowLimit.problems(dataset);
        if (!tooMany.isEmpty()) {
            throw new ChokepointException(tooMany);
        }
        this.dataset = dataset;
        this.makers = new Makers(dataset);
        this.activities = makers.activities;
        this.markets = List.copyOf(dataset.markets());
        this.activityCount = activities.size();
        this.marketCount = markets.size();
        this.goodOf = makers.goodOf;

        SlotTable table = new SlotTable(makers);
        slotStart = table.slotStart;
        capitalStart = table.capitalStart;
        accessStart = table.accessStart;
        slotCount = table.slotActivity.size();
        slotActivity = table.slotActivity.toArray();
        slotDependency = table.slotDependency.toArray();
        slotLead = new int[slotCount];
        slotMode = new DependencyMode[slotCount];
        for (int e = 0; e < slotCount; e++) {
            slotLead[e] = dependency(e).leadWeeks();
            slotMode[e] = dependency(e).mode();
        }
        linkStart = table.linkStart.toArray();
        linkUsual = table.linkUsual.toArray();
        linkMid = table.linkMid.toArray();
        linkSupplier = table.linkSupplier.toArray();
        linkSlot = table.linkSlot.toArray();
        linkMarket = table.linkMarket.toArray();
        linkCount = linkSupplier.length;
        linkOffer = List.copyOf(table.linkOffer);
        marketLinkStart = table.marketLinkStart;
        altStart = table.altStart.toArray();
        altLinkStart = table.altLinkStart.toArray();
        altLinkEnd = table.altLinkEnd.toArray();
        altPerUnit = table.altPerUnit.stream().mapToDouble(Double::doubleValue).toArray();

        CustomerLists customers =
                new CustomerLists(activityCount, linkSupplier, linkSlot, slotActivity, linkStart, linkUsual);
        customerStart = customers.start;
        customerLink = customers.link;
        customerSlot = customers.slot;
        customerUnusualSlot = customers.unusualSlot;
        buyerStart = customers.buyerStart;
        buyerEnd = customers.buyerEnd;
        buyerSlot = customers.buyerSlot;
        buyerLink = customers.buyerLink;
        buyerOf = customers.buyerOf;
        fewestBuyersFirst = customers.fewestBuyersFirst;
        ownStart = customers.ownStart;
        ownLink = customers.ownLink;
        sharedOrder = sharedOrders();
        sharedOrderOfBuyers =
                Arrays.stream(buyerSlot).map(slot -> sharedOrder[slot]).toArray();
        downstreamFirst = makers.downstreamFirst();
        leadTimes = new LeadTimes(this);

        slotStated = new boolean[slotCount];
        linkStated = new double[linkCount];
        ownStock = new Figure[slotCount];
        ownQualification = new Figure[slotCount];
        for (int e = 0; e < slotCount; e++) {
            List<SourcingException> own =
                    makers.exceptionsOf(slotActivity[e], dependency(e).input());
            for (SourcingException exception : own) {
                ownStock[e] = exception.stockWeeks() == null ? ownStock[e] : exception.stockWeeks();
                ownQualification[e] =
                        exception.qualificationWeeks() == null ? ownQualification[e] : exception.qualificationWeeks();
            }
            readStatedMix(e, own);
        }
        centralShare = new double[activityCount];
        for (int i = 0; i < activityCount; i++) {
            centralShare[i] = dataset.supplies().get(i).share().central();
        }
        divideBySumOfGood(centralShare);
    }

    private int[] sharedOrders() {
        int[] shared = new int[slotCount];
        for (int e = 0; e < slotCount; e++) {
            shared[e] = switch (slotMode[e]) {
                case CONSUMED -> slotActivity[e];
                case ACCESS -> activityCount + slotActivity[e];
                case CAPITAL -> 2 * activityCount;
            };
        }
        return shared;
    }

    private void readStatedMix(int slot, List<SourcingException> own) {
        for (SourcingException exception : own) {
            if (exception.mix().isEmpty()) {
                continue;
            }
            slotStated[slot] = true;
            for (SourcingException.SupplierPart part : exception.mix()) {
                boolean isMaker = false;
                for (int l = linkStart[slot]; l < linkMid[slot]; l++) {
                    if (activities.get(linkSupplier[l]).provider().equals(part.provider())) {
                        linkStated[l] += part.share();
                        isMaker = true;
                    }
                }
                if (!isMaker) {
                    throw new IllegalArgumentException(
                            "no activity '" + new Activity(exception.input(), part.provider()) + "'");
                }
            }
        }
    }

    /** Brings the values of each good's makers to the sum of 1. */
    void divideBySumOfGood(double[] byActivity) {
        makers.divideBySumOfGood(byActivity);
    }

    public Dataset dataset() {
        return dataset;
    }

    public int activityCount() {
        return activityCount;
    }

    public int goodCount() {
        return dataset.goods().size();
    }

    /** The place of an activity's good among {@code dataset().goods()}. */
    public int goodOf(int activity) {
        return goodOf[activity];
    }

    /** How many makers the good at a place has. */
    public int makerCount(int good) {
        return makers.start[good + 1] - makers.start[good];
    }

    /** The k-th of them. */
    public int maker(int good, int k) {
        return makers.inOrder[makers.start[good] + k];
    }

    public int slotCount() {
        return slotCount;
    }

    /** All possible flows: suppliers of inputs, makers of alternatives, offers in markets. */
    public int linkCount() {
        return linkCount;
    }

    public int marketCount() {
        return marketCount;
    }

    public Activity activity(int i) {
        return activities.get(i);
    }

    public Market market(int m) {
        return markets.get(m);
    }

    /** @throws IllegalArgumentException if the dataset does not state the activity */
    public int index(Activity activity) {
        return makers.index(activity);
    }

    public Dependency dependency(int slot) {
        return dataset.dependencies().get(slotDependency[slot]);
    }

    public int slotStart(int activity) {
        return slotStart[activity];
    }

    /** Where the activity's machines start among its slots; before them, what it uses up. */
    public int capitalStart(int activity) {
        return capitalStart[activity];
    }

    /** Where the activity's access inputs start among its slots. */
    public int accessStart(int activity) {
        return accessStart[activity];
    }

    /** The place of the slot's dependency in the dataset. */
    public int dependencyOf(int slot) {
        return slotDependency[slot];
    }

    /** The figure of n for the slot: what the dataset states for this maker alone, or else for all. */
    public Figure stockFigure(int slot) {
        return Objects.requireNonNullElse(ownStock[slot], dependency(slot).stockWeeks());
    }

    /** The figure of q for the slot, as {@link #stockFigure}. */
    public Figure qualificationFigure(int slot) {
        return Objects.requireNonNullElse(
                ownQualification[slot], dependency(slot).qualificationWeeks());
    }

    public int slotActivity(int slot) {
        return slotActivity[slot];
    }

    public int slotLead(int slot) {
        return slotLead[slot];
    }

    public DependencyMode slotMode(int slot) {
        return slotMode[slot];
    }

    public int linkStart(int slot) {
        return linkStart[slot];
    }

    /** End of the slot's usual suppliers. */
    public int linkUsual(int slot) {
        return linkUsual[slot];
    }

    /** End of the slot's suppliers of the input itself; those of alternatives follow. */
    public int linkMid(int slot) {
        return linkMid[slot];
    }

    public int linkSupplier(int link) {
        return linkSupplier[link];
    }

    /** The slot a link serves, or −1 for a market's. */
    public int linkSlot(int link) {
        return linkSlot[link];
    }

    /** The market a link serves, or −1 for a slot's. */
    public int linkMarket(int link) {
        return linkMarket[link];
    }

    /** Activities in an order in which makers come before their customers, as far as cycles allow; a copy. */
    public int[] upstreamFirst() {
        int[] order = new int[activityCount];
        for (int k = 0; k < activityCount; k++) {
            order[k] = downstreamFirst[activityCount - 1 - k];
        }
        return order;
    }

    public int altCount() {
        return altPerUnit.length;
    }

    public int altStart(int slot) {
        return altStart[slot];
    }

    public int altLinkStart(int alternative) {
        return altLinkStart[alternative];
    }

    /** One after the last link of the alternative; the next link may be of another slot. */
    public int altLinkEnd(int alternative) {
        return altLinkEnd[alternative];
    }

    /** Units of the alternative that replace one unit of the input. */
    public double altPerUnit(int alternative) {
        return altPerUnit[alternative];
    }

    /** Start of a supplier's links among its customers' links. */
    public int customerStart(int activity) {
        return customerStart[activity];
    }

    /** The link at a place of the customers' lists. */
    public int customerLink(int place) {
        return customerLink[place];
    }

    /** The slot of that link; −1 for markets. */
    public int customerSlot(int place) {
        return customerSlot[place];
    }

    /** The slot of that link if it does not buy from the supplier in the baseline; −1 where it does, and for markets. */
    public int customerUnusualSlot(int place) {
        return customerUnusualSlot[place];
    }

    /** How many slots buy from their suppliers in the baseline, each counted once for each supplier. */
    public int buyerCount() {
        return buyerSlot.length;
    }

    /** Where the buyers of a supplier start. */
    public int buyerStart(int activity) {
        return buyerStart[activity];
    }

    /** Where they end. */
    public int buyerEnd(int activity) {
        return buyerEnd[activity];
    }

    /** The k-th supplier of all, those with the fewest buyers first; in this order their buyers follow each other. */
    public int fewestBuyersFirst(int k) {
        return fewestBuyersFirst[k];
    }

    /** The slot that buys. */
    public int buyerSlot(int buyer) {
        return buyerSlot[buyer];
    }

    /** The link of a buyer. */
    public int buyerLink(int buyer) {
        return buyerLink[buyer];
    }

    /** The buyer that a usual link serves; −1 for all other links. */
    public int buyerOf(int link) {
        return buyerOf[link];
    }

    /**
     * Which course of orders a slot shares while nothing sets it apart: that of all that its activity uses up, by activity; that of the
     * activity's access, by activity after all those; or the last, that of machines.
     */
    public int sharedOrder(int slot) {
        return sharedOrder[slot];
    }

    /** The same by buyer; a copy. */
    public int[] sharedOrderOfBuyers() {
        return sharedOrderOfBuyers.clone();
    }

    /** Where a supplier's links to itself start, those of alternatives included; one more for the end. */
    public int ownStart(int activity) {
        return ownStart[activity];
    }

    public int ownLink(int place) {
        return ownLink[place];
    }

    public LeadTimes leadTimes() {
        return leadTimes;
    }

    public int marketLinkStart(int market) {
        return marketLinkStart[market];
    }

    /** Whether a link belongs to an alternative, so that nothing flows on it in the baseline. */
    public boolean isAlternative(int link) {
        int slot = linkSlot[link];
        return slot >= 0 && link >= linkMid[slot];
    }

    /** Who receives what flows on a link. */
    public Customer customer(int link) {
        int slot = linkSlot[link];
        return slot >= 0
                ? new Customer.Maker(activities.get(slotActivity[slot]))
                : new Customer.Buyers(markets.get(linkMarket[link]));
    }

    Offer offer(int marketLink) {
        return linkOffer.get(marketLink - linkStart[slotCount]);
    }
}

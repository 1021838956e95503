package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Customer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Map<Activity, Integer> activityIndex = new HashMap<>();
    private final Map<Good, int[]> makers = new HashMap<>();
    private final Map<SlotKey, List<SourcingException>> exceptions = new HashMap<>();
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
    /** The usual links alone, slot by slot and without gaps: what nearly every week of a run reads of them. */
    final int[] usualStart;

    final int[] usualSupplier;
    final int[] altStart;
    final int[] altLinkStart;
    final int[] altLinkEnd;
    final double[] altPerUnit;
    /** Activities in an order in which customers come before their suppliers, as far as cycles allow. */
    final int[] downstreamFirst;

    final int[] marketLinkStart;
    /** By supplier, its links: first those that carry something in the baseline, then those that may. */
    final int[] customerStart;

    final int[] customerUsual;
    final int[] customerLink;
    /** By supplier, the slots that buy from it in the baseline, and for each the place among the usual links. */
    final int[] buyerStart;

    final int[] buyerSlot;
    final int[] buyerPlace;

    final List<Offer> linkOffer;
    final int[] goodOf;
    final List<Activity> activities;
    final List<Market> markets;

    private record SlotKey(Activity consumer, Good input) {}

    /** @throws ChokepointException if no maker of a good needs an input that the good depends on */
    public NetworkStructure(Dataset dataset) {
        this.dataset = dataset;
        this.activities = dataset.supplies().stream().map(Supply::activity).toList();
        this.markets = List.copyOf(dataset.markets());
        this.activityCount = activities.size();
        this.marketCount = markets.size();
        for (int i = 0; i < activityCount; i++) {
            activityIndex.put(activities.get(i), i);
        }
        for (Good good : dataset.goods()) {
            makers.put(
                    good,
                    dataset.suppliesOf(good).stream()
                            .mapToInt(supply -> index(supply.activity()))
                            .toArray());
        }
        goodOf = new int[activityCount];
        int goodIndex = 0;
        for (Good good : dataset.goods()) {
            for (int i : makersOf(good)) {
                goodOf[i] = goodIndex;
            }
            goodIndex++;
        }
        for (SourcingException exception : dataset.sourcing()) {
            exceptions
                    .computeIfAbsent(new SlotKey(exception.consumer(), exception.input()), unused -> new ArrayList<>())
                    .add(exception);
        }

        Map<Dependency, Integer> dependencyIndex = new HashMap<>();
        for (int d = 0; d < dataset.dependencies().size(); d++) {
            dependencyIndex.put(dataset.dependencies().get(d), d);
        }
        requireSomebodyNeeds(dataset);

        IntList slots = new IntList();
        IntList dependencies = new IntList();
        IntList starts = new IntList();
        IntList usuals = new IntList();
        IntList mids = new IntList();
        IntList suppliers = new IntList();
        IntList slotOfLink = new IntList();
        IntList altStarts = new IntList();
        IntList altLinkStarts = new IntList();
        IntList altLinkEnds = new IntList();
        List<Double> perUnits = new ArrayList<>();
        slotStart = new int[activityCount + 1];
        capitalStart = new int[activityCount];
        accessStart = new int[activityCount];
        for (int i = 0; i < activityCount; i++) {
            slotStart[i] = slots.size();
            capitalStart[i] = slots.size();
            accessStart[i] = slots.size();
            for (Dependency dependency : inputsByMode(activities.get(i).good())) {
                if (!needs(activities.get(i), dependency.input())) {
                    continue;
                }
                capitalStart[i] += dependency.mode() == DependencyMode.CONSUMED ? 1 : 0;
                accessStart[i] += dependency.mode() == DependencyMode.ACCESS ? 0 : 1;
                int slot = slots.size();
                slots.add(i);
                dependencies.add(dependencyIndex.getOrDefault(dependency, -1));
                starts.add(suppliers.size());
                Set<Provider> stated = statedSuppliers(activities.get(i), dependency.input());
                for (int maker : makersOf(dependency.input())) {
                    if (stated.isEmpty()
                            || stated.contains(activities.get(maker).provider())) {
                        suppliers.add(maker);
                        slotOfLink.add(slot);
                    }
                }
                usuals.add(suppliers.size());
                for (int maker : makersOf(dependency.input())) {
                    if (!stated.isEmpty()
                            && !stated.contains(activities.get(maker).provider())) {
                        suppliers.add(maker);
                        slotOfLink.add(slot);
                    }
                }
                mids.add(suppliers.size());
                altStarts.add(altLinkStarts.size());
                for (Alternative alternative : dependency.alternatives()) {
                    altLinkStarts.add(suppliers.size());
                    perUnits.add(alternative.perUnit());
                    for (int maker : makersOf(alternative.good())) {
                        suppliers.add(maker);
                        slotOfLink.add(slot);
                    }
                    altLinkEnds.add(suppliers.size());
                }
            }
        }
        slotStart[activityCount] = slots.size();
        slotCount = slots.size();
        starts.add(suppliers.size());
        altStarts.add(altLinkStarts.size());
        slotActivity = slots.toArray();
        slotDependency = dependencies.toArray();
        linkStart = starts.toArray();
        linkUsual = usuals.toArray();
        linkMid = mids.toArray();
        altStart = altStarts.toArray();
        altLinkStart = altLinkStarts.toArray();
        altLinkEnd = altLinkEnds.toArray();
        altPerUnit = perUnits.stream().mapToDouble(Double::doubleValue).toArray();
        slotLead = new int[slotCount];
        slotMode = new DependencyMode[slotCount];
        for (int e = 0; e < slotCount; e++) {
            Dependency dependency = dataset.dependencies().get(slotDependency[e]);
            slotLead[e] = dependency.leadWeeks();
            slotMode[e] = dependency.mode();
        }

        marketLinkStart = new int[marketCount + 1];
        linkOffer = new ArrayList<>();
        IntList marketOfLink = new IntList();
        for (int m = 0; m < marketCount; m++) {
            marketLinkStart[m] = suppliers.size();
            for (int i = 0; i < activityCount; i++) {
                Offer offer = findOffer(markets.get(m), activities.get(i));
                if (offer != null) {
                    suppliers.add(i);
                    slotOfLink.add(-1);
                    marketOfLink.add(m);
                    linkOffer.add(offer);
                }
            }
        }
        marketLinkStart[marketCount] = suppliers.size();
        linkSupplier = suppliers.toArray();
        linkSlot = slotOfLink.toArray();
        linkCount = linkSupplier.length;
        linkMarket = new int[linkCount];
        Arrays.fill(linkMarket, -1);
        for (int l = linkStart[slotCount]; l < linkCount; l++) {
            linkMarket[l] = marketOfLink.get(l - linkStart[slotCount]);
        }
        usualStart = new int[slotCount + 1];
        for (int e = 0; e < slotCount; e++) {
            usualStart[e + 1] = usualStart[e] + linkUsual[e] - linkStart[e];
        }
        usualSupplier = new int[usualStart[slotCount]];
        for (int e = 0; e < slotCount; e++) {
            System.arraycopy(linkSupplier, linkStart[e], usualSupplier, usualStart[e], linkUsual[e] - linkStart[e]);
        }
        customerStart = new int[activityCount + 1];
        customerUsual = new int[activityCount];
        customerLink = new int[linkCount];
        listCustomers();
        buyerStart = new int[activityCount + 1];
        buyerSlot = new int[usualSupplier.length];
        buyerPlace = new int[usualSupplier.length];
        listBuyers();
        downstreamFirst = orderDownstreamFirst();
        slotStated = new boolean[slotCount];
        linkStated = new double[linkCount];
        ownStock = new Figure[slotCount];
        ownQualification = new Figure[slotCount];
        for (int e = 0; e < slotCount; e++) {
            List<SourcingException> own =
                    exceptionsOf(activities.get(slotActivity[e]), dependency(e).input());
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

    private void readStatedMix(int slot, List<SourcingException> own) {
        for (SourcingException exception : own) {
            if (exception.mix().isEmpty()) {
                continue;
            }
            slotStated[slot] = true;
            Arrays.fill(linkStated, linkStart[slot], linkMid[slot], 0);
            for (SourcingException.SupplierPart part : exception.mix()) {
                int supplier = index(new Activity(exception.input(), part.provider()));
                for (int l = linkStart[slot]; l < linkMid[slot]; l++) {
                    if (linkSupplier[l] == supplier) {
                        linkStated[l] = part.share();
                    }
                }
            }
        }
    }

    /** Brings the values of each good's makers to the sum of 1. */
    void divideBySumOfGood(double[] byActivity) {
        for (Good good : dataset.goods()) {
            double sum = 0;
            int[] own = makersOf(good);
            for (int i : own) {
                sum += byActivity[i];
            }
            for (int i : own) {
                byActivity[i] /= sum;
            }
        }
    }

    private void listCustomers() {
        for (int l = 0; l < linkCount; l++) {
            customerStart[linkSupplier[l] + 1]++;
        }
        for (int j = 0; j < activityCount; j++) {
            customerStart[j + 1] += customerStart[j];
        }
        int[] next = Arrays.copyOf(customerStart, activityCount);
        for (int l = 0; l < linkCount; l++) {
            if (isUsual(l)) {
                customerLink[next[linkSupplier[l]]++] = l;
            }
        }
        System.arraycopy(next, 0, customerUsual, 0, activityCount);
        for (int l = 0; l < linkCount; l++) {
            if (!isUsual(l)) {
                customerLink[next[linkSupplier[l]]++] = l;
            }
        }
    }

    private void listBuyers() {
        for (int supplier : usualSupplier) {
            buyerStart[supplier + 1]++;
        }
        for (int j = 0; j < activityCount; j++) {
            buyerStart[j + 1] += buyerStart[j];
        }
        int[] next = Arrays.copyOf(buyerStart, activityCount);
        for (int e = 0; e < slotCount; e++) {
            for (int u = usualStart[e]; u < usualStart[e + 1]; u++) {
                int at = next[usualSupplier[u]]++;
                buyerSlot[at] = e;
                buyerPlace[at] = u;
            }
        }
    }

    /** What is used up, then machines, then access; within each in dataset order. */
    private List<Dependency> inputsByMode(Good good) {
        return dataset.inputsOf(good).stream()
                .sorted(Comparator.comparing(Dependency::mode))
                .toList();
    }

    private boolean isUsual(int link) {
        int slot = linkSlot[link];
        return slot < 0 || link < linkUsual[slot];
    }

    /** Goods without unfinished customers first, again and again; what is left lies on cycles and follows in dataset order. */
    private int[] orderDownstreamFirst() {
        Map<Good, Integer> openUses = new HashMap<>();
        Deque<Good> ready = new ArrayDeque<>();
        for (Good good : dataset.goods()) {
            int uses = dataset.usesOf(good).size();
            openUses.put(good, uses);
            if (uses == 0) {
                ready.add(good);
            }
        }
        Set<Good> ordered = new LinkedHashSet<>();
        while (!ready.isEmpty()) {
            Good good = ready.remove();
            ordered.add(good);
            for (Dependency input : dataset.inputsOf(good)) {
                if (openUses.merge(input.input(), -1, Integer::sum) == 0) {
                    ready.add(input.input());
                }
            }
        }
        ordered.addAll(dataset.goods());
        return ordered.stream()
                .flatMapToInt(good -> Arrays.stream(makersOf(good)))
                .toArray();
    }

    private void requireSomebodyNeeds(Dataset from) {
        for (Dependency dependency : from.dependencies()) {
            boolean any = false;
            for (int maker : makersOf(dependency.consumer())) {
                any |= needs(activities.get(maker), dependency.input());
            }
            if (!any) {
                throw new ChokepointException(
                        "No maker of '" + dependency.consumer().id() + "' needs '"
                                + dependency.input().id() + "', but the dataset states that dependency.\n"
                                + "  Maybe every maker has a sourcing exception with needs = no.");
            }
        }
    }

    /** A row for one maker beats the row for every maker of the product. */
    private static @Nullable Offer findOffer(Market market, Activity activity) {
        Offer general = null;
        for (Offer offer : market.offers()) {
            if (offer.product().equals(activity.good())) {
                if (offer.provider() == null) {
                    general = offer;
                } else if (offer.provider().equals(activity.provider())) {
                    return offer;
                }
            }
        }
        return general;
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
        Integer index = activityIndex.get(activity);
        if (index == null) {
            throw new IllegalArgumentException("no activity '" + activity + "'");
        }
        return index;
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

    /** Start of the slot's usual links where these are counted by themselves: the first of them is {@link #linkStart}. */
    public int usualStart(int slot) {
        return usualStart[slot];
    }

    /** The supplier of a usual link, counted as in {@link #usualStart}. */
    public int usualSupplier(int place) {
        return usualSupplier[place];
    }

    /** A copy of the suppliers of all usual links, for loops that run over them every week. */
    public int[] usualSuppliers() {
        return usualSupplier.clone();
    }

    /** A copy of where each slot's usual links start, and one more for the end. */
    public int[] usualStarts() {
        return usualStart.clone();
    }

    /** A copy of the slots' activities. */
    public int[] slotActivities() {
        return slotActivity.clone();
    }

    /** The slot a link serves, or −1 for a market's. */
    public int linkSlot(int link) {
        return linkSlot[link];
    }

    /** The market a link serves, or −1 for a slot's. */
    public int linkMarket(int link) {
        return linkMarket[link];
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

    /** End of those of them that carry something in the baseline; the others run on to the next start. */
    public int customerUsual(int activity) {
        return customerUsual[activity];
    }

    /** The link at a place of the customers' lists. */
    public int customerLink(int place) {
        return customerLink[place];
    }

    /** A copy of where each supplier's {@link #buyerSlots} start, and one more for the end. */
    public int[] buyerStarts() {
        return buyerStart.clone();
    }

    /** A copy of the slots that buy from each supplier in the baseline, supplier by supplier. */
    public int[] buyerSlots() {
        return buyerSlot.clone();
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

    int[] makersOf(Good good) {
        return makers.getOrDefault(good, new int[0]);
    }

    /** Whom a sourcing exception names with a part above 0; empty where the maker buys by world shares. */
    private Set<Provider> statedSuppliers(Activity consumer, Good input) {
        Set<Provider> stated = new LinkedHashSet<>();
        for (SourcingException exception : exceptionsOf(consumer, input)) {
            for (SourcingException.SupplierPart part : exception.mix()) {
                if (part.share() > 0) {
                    stated.add(part.provider());
                }
            }
        }
        return stated;
    }

    boolean needs(Activity consumer, Good input) {
        for (SourcingException exception : exceptionsOf(consumer, input)) {
            if (!exception.needs()) {
                return false;
            }
        }
        return true;
    }

    List<SourcingException> exceptionsOf(Activity consumer, Good input) {
        return exceptions.getOrDefault(new SlotKey(consumer, input), List.of());
    }
}

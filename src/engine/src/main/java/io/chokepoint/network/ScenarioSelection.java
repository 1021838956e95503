package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind.Selects;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which activities and links a scenario speaks of: its selectors turned into indices. Depends on the structure only, so all draws
 * share it. Immutable and safe to share between threads.
 */
public final class ScenarioSelection {
    final NetworkStructure structure;
    final Scenario scenario;
    final List<Restriction> restrictions;
    final int[][] activities;
    final int[][] links;
    /** By measure, the slots or the activities that it is about. */
    final int[][] measured;

    /** Whether who can pay is served. */
    final boolean byPrice;

    final int classCount;
    final int[] linkClass;
    final int[] otherUsesClass;
    /** By buyer in the baseline, the class of its link; empty if there is one class. */
    final int[] buyerClass;
    /** By maker, the class of all its customers but other uses; below 0 if they are of several, or if there are none. */
    final int[] onlyClass;
    /** Links that some restriction acts on, in ascending order. */
    final int[] affectedLinks;
    /** By link, its place among the affected ones; −1 for the others. */
    final int[] affectedPlace;
    /** By slot, where its affected links start among them; those of the number of slots are of markets. */
    final int[] affectedStart;

    private ScenarioSelection(NetworkStructure structure, Scenario scenario, RationingRule rule) {
        this.structure = structure;
        this.scenario = scenario;
        this.restrictions = scenario.restrictions();
        this.activities = new int[restrictions.size()][];
        this.links = new int[restrictions.size()][];
        for (int r = 0; r < restrictions.size(); r++) {
            Restriction restriction = restrictions.get(r);
            List<Selector> select = restriction.terms().select();
            Selects what = restriction.kind().selects();
            activities[r] = what == Selects.MAKERS ? selectActivities(select) : new int[0];
            links[r] = what == Selects.MAKERS ? new int[0] : selectLinks(select, what == Selects.MARKET_FLOWS);
        }
        this.measured = new int[scenario.measures().size()][];
        for (int m = 0; m < measured.length; m++) {
            measured[m] = switch (scenario.measures().get(m)) {
                case Measure.StockBuild build -> selectSlots(build.select());
                case Measure.Expansion expansion -> selectActivities(expansion.select());
            };
        }
        this.linkClass = new int[structure.linkCount];
        this.otherUsesClass = new int[structure.activityCount];
        RationingRule inForce = scenario.rationing().orElse(rule);
        this.byPrice = inForce instanceof RationingRule.Price;
        if (byPrice && !structure.dataset().hasValues()) {
            throw new ChokepointException("Rationing by price needs to know what goods are worth, but the dataset '"
                    + structure.dataset().id() + "' has no values.csv.");
        }
        this.classCount = fillClasses(inForce);
        this.buyerClass = new int[classCount == 1 ? 0 : structure.buyerSlot.length];
        for (int at = 0; at < buyerClass.length; at++) {
            buyerClass[at] = linkClass[structure.buyerLink[at]];
        }
        this.onlyClass = onlyClasses();
        this.affectedPlace = new int[structure.linkCount];
        this.affectedLinks = placeAffected();
        this.affectedStart = affectedStarts();
    }

    /** The same customers' classes with one restriction, whose makers or flows are known already. */
    private ScenarioSelection(ScenarioSelection base, Scenario scenario, int[] activities, int[] links) {
        this.structure = base.structure;
        this.scenario = scenario;
        this.restrictions = scenario.restrictions();
        this.activities = new int[][] {activities.clone()};
        this.links = new int[][] {links.clone()};
        this.measured = new int[0][];
        this.linkClass = base.linkClass;
        this.otherUsesClass = base.otherUsesClass;
        this.buyerClass = base.buyerClass;
        this.onlyClass = base.onlyClass;
        this.classCount = base.classCount;
        this.byPrice = base.byPrice;
        boolean none = links.length == 0 && base.affectedLinks.length == 0;
        this.affectedPlace = none ? base.affectedPlace : new int[structure.linkCount];
        this.affectedLinks = none ? base.affectedLinks : placeAffected();
        this.affectedStart = none ? base.affectedStart : affectedStarts();
    }

    private int[] affectedStarts() {
        int[] starts = new int[structure.slotCount + 1];
        int place = 0;
        for (int e = 0; e < starts.length; e++) {
            while (place < affectedLinks.length && affectedLinks[place] < structure.linkStart[e]) {
                place++;
            }
            starts[e] = place;
        }
        return starts;
    }

    private int[] onlyClasses() {
        int unknown = -2;
        int[] only = new int[structure.activityCount];
        Arrays.fill(only, unknown);
        for (int l = 0; l < linkClass.length; l++) {
            int maker = structure.linkSupplier[l];
            only[maker] = only[maker] == unknown || only[maker] == linkClass[l] ? linkClass[l] : -1;
        }
        return only;
    }

    private int[] placeAffected() {
        boolean[] hit = new boolean[structure.linkCount];
        for (int[] ofOne : links) {
            for (int link : ofOne) {
                hit[link] = true;
            }
        }
        IntList affected = new IntList();
        Arrays.fill(affectedPlace, -1);
        for (int l = 0; l < hit.length; l++) {
            if (hit[l]) {
                affectedPlace[l] = affected.size();
                affected.add(l);
            }
        }
        return affected.toArray();
    }

    /**
     * Another scenario of a single restriction on makers or flows given by index, under this selection's rationing rule. For
     * sweeps over thousands of nodes, which need not look for what they know.
     *
     * @param scenario with one restriction and no measures; its selectors and its rationing rule are not looked at
     * @param onActivities what an outage puts out; empty for other kinds
     * @param onLinks what other kinds act on; empty for outages
     */
    public ScenarioSelection withOnly(Scenario scenario, int[] onActivities, int[] onLinks) {
        if (scenario.restrictions().size() != 1 || !scenario.measures().isEmpty()) {
            throw new IllegalArgumentException("a sweep's scenario has one restriction and no measure");
        }
        return new ScenarioSelection(this, scenario, onActivities, onLinks);
    }

    /** @param defaultRule used where the scenario states no rationing rule */
    public static ScenarioSelection of(NetworkStructure structure, Scenario scenario, RationingRule defaultRule) {
        return new ScenarioSelection(structure, scenario, defaultRule);
    }

    public Scenario scenario() {
        return scenario;
    }

    public NetworkStructure structure() {
        return structure;
    }

    /** The activities that the r-th restriction puts out; empty for all kinds but outages. */
    public int[] activities(int r) {
        return activities[r].clone();
    }

    /** The links that the r-th restriction acts on; empty for outages. */
    public int[] links(int r) {
        return links[r].clone();
    }

    /** Restrictions and measures that select nothing, each an error: they would look like "no effect". */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (int r = 0; r < restrictions.size(); r++) {
            if (activities[r].length == 0 && links[r].length == 0) {
                problems.add(nothing(
                        "restrictions[" + r + "].select",
                        restrictions.get(r).terms().select()));
            }
        }
        for (int m = 0; m < measured.length; m++) {
            if (measured[m].length == 0) {
                problems.add(nothing(
                        "measures[" + m + "].select", scenario.measures().get(m).select()));
            }
        }
        return problems;
    }

    private Problem nothing(String field, List<Selector> select) {
        String text = String.join("' or '", select.stream().map(Selector::text).toList());
        return Problem.error(
                scenario.id(),
                0,
                field,
                "'" + text + "' selects nothing in this dataset; expected at least one maker or flow.");
    }

    private int[] selectActivities(List<Selector> select) {
        IntList selected = new IntList();
        for (int i = 0; i < structure.activityCount; i++) {
            for (Selector selector : select) {
                if (!selector.hasCustomerTerm() && selector.matchesMaker(structure.activity(i))) {
                    selected.add(i);
                    break;
                }
            }
        }
        return selected.toArray();
    }

    private int[] selectLinks(List<Selector> select, boolean marketsOnly) {
        boolean[] hit = new boolean[structure.linkCount];
        for (Selector selector : select) {
            boolean[] makers = new boolean[structure.activityCount];
            for (int i = 0; i < makers.length; i++) {
                makers[i] = selector.matchesMaker(structure.activity(i));
            }
            for (int l = 0; l < hit.length; l++) {
                if (!hit[l] && makers[structure.linkSupplier[l]] && !(marketsOnly && structure.linkMarket[l] < 0)) {
                    hit[l] = selector.matchesBuyer(structure.customer(l));
                }
            }
        }
        IntList selected = new IntList();
        for (int l = 0; l < hit.length; l++) {
            if (hit[l]) {
                selected.add(l);
            }
        }
        return selected.toArray();
    }

    private int[] selectSlots(List<Selector> select) {
        IntList slots = new IntList();
        int last = -1;
        for (int l : selectLinks(select, false)) {
            int slot = structure.linkSlot[l];
            if (slot > last && !structure.isAlternative(l)) {
                slots.add(slot);
                last = slot;
            }
        }
        return slots.toArray();
    }

    /** Puts every link and every maker's other uses into a class, 0 served first; returns how many classes there are. */
    private int fillClasses(RationingRule rule) {
        return switch (rule) {
            case RationingRule.Proportional unused -> 1;
            case RationingRule.Price unused -> 1;
            case RationingRule.DomesticFirst unused -> {
                for (int l = 0; l < linkClass.length; l++) {
                    String maker = structure
                            .activity(structure.linkSupplier[l])
                            .provider()
                            .country();
                    String buyer = switch (structure.customer(l)) {
                        case Customer.Maker customer ->
                            customer.activity().provider().country();
                        case Customer.Buyers customer -> customer.market().country();
                    };
                    linkClass[l] = !maker.isEmpty() && maker.equals(buyer) ? 0 : 1;
                }
                yield 2;
            }
            case RationingRule.Priority priority -> fillPriorityClasses(priority.classes());
        };
    }

    private int fillPriorityClasses(List<RationingRule.PriorityClass> classes) {
        int unnamed = classes.size();
        int[] byActivity = new int[structure.activityCount];
        for (int i = 0; i < byActivity.length; i++) {
            byActivity[i] = classOf(classes, new Customer.Maker(structure.activity(i)));
        }
        for (int l = 0; l < linkClass.length; l++) {
            int slot = structure.linkSlot[l];
            linkClass[l] =
                    slot >= 0 ? byActivity[structure.slotActivity[slot]] : classOf(classes, structure.customer(l));
        }
        int other = unnamed + 1;
        for (int c = classes.size() - 1; c >= 0; c--) {
            if (classes.get(c).otherUses()) {
                other = c;
            }
        }
        Arrays.fill(otherUsesClass, other);
        return classes.size() + 2;
    }

    private static int classOf(List<RationingRule.PriorityClass> classes, Customer customer) {
        for (int c = 0; c < classes.size(); c++) {
            for (Selector selector : classes.get(c).customers()) {
                if (selector.matchesCustomer(customer)) {
                    return c;
                }
            }
        }
        return classes.size();
    }
}

package io.chokepoint.scenario;

import java.util.List;

/** Who is served first when a maker cannot serve all (model page, section 3, step 5). */
public sealed interface RationingRule {

    /** All alike. */
    record Proportional() implements RationingRule {}

    /** Customers in the maker's country, and other uses, then the rest. */
    record DomesticFirst() implements RationingRule {}

    /** Who can pay: each maker's product goes to those whose own customers accept its price (price page, section 4). */
    record Price() implements RationingRule {}

    /**
     * Class by class, highest first; customers in no class come after the last, other uses at the very end unless a class names
     * them.
     */
    record Priority(List<PriorityClass> classes) implements RationingRule {
        public Priority {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Customers that are served alike.
     *
     * @param customers any of these selects a customer
     * @param otherUses whether uses outside the graph belong to it
     */
    record PriorityClass(List<Selector> customers, boolean otherUses) {
        public PriorityClass {
            customers = List.copyOf(customers);
        }
    }

    RationingRule PROPORTIONAL = new Proportional();
    RationingRule DOMESTIC_FIRST = new DomesticFirst();
    RationingRule PRICE = new Price();
}

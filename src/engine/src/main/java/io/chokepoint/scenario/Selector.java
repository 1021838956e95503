package io.chokepoint.scenario;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Selects makers or flows in the dataset's words, e.g. {@code good:gallium country:CHN to:!CHN}. All terms must hold; in a
 * term any of its values, or none where it is negated. Made by {@link SelectorParser}; {@link #text()} reads back to the same.
 *
 * @param terms at least one
 */
public record Selector(List<Term> terms) {

    /** Whose word a term is. */
    public enum Side {
        MAKER,
        CUSTOMER
    }

    /** What a term looks at. */
    public enum Field {
        GOOD("good"),
        TAG("tag"),
        KIND("kind"),
        STAGE("stage"),
        PROVIDER("provider"),
        COUNTRY("country"),
        MARKET("market");

        private final String id;

        Field(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }
    }

    /**
     * One condition.
     *
     * @param side whether it is about the maker or about the customer of a flow
     * @param negated true: none of the values may hold
     */
    public record Term(Side side, Field field, boolean negated, List<String> values) {
        public Term {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("a term needs a value");
            }
        }

        boolean holds(Activity activity) {
            Good good = activity.good();
            boolean any = switch (field) {
                case GOOD -> values.contains(good.id());
                case TAG -> values.stream().anyMatch(good::hasTag);
                case KIND -> values.contains(good.kind().id());
                case STAGE -> values.contains(good.stage().id());
                case PROVIDER -> values.contains(activity.provider().id());
                case COUNTRY -> values.contains(activity.provider().country());
                case MARKET -> false;
            };
            return any != negated;
        }

        boolean holds(Market market) {
            boolean any = switch (field) {
                case GOOD, KIND, STAGE, PROVIDER -> false;
                case TAG -> values.stream().anyMatch(market.tags()::contains);
                case COUNTRY -> values.contains(market.country());
                case MARKET -> values.contains(market.id());
            };
            return any != negated;
        }

        private boolean holds(Customer customer) {
            return switch (customer) {
                case Customer.Maker maker -> holds(maker.activity());
                case Customer.Buyers buyers -> holds(buyers.market());
            };
        }

        /** The term as written in files. */
        public String text() {
            String name = side == Side.CUSTOMER && field != Field.MARKET
                    ? (field == Field.COUNTRY ? "to" : "to." + field.id())
                    : field.id();
            return values.stream()
                    .map(Term::quote)
                    .collect(Collectors.joining(",", name + ":" + (negated ? "!" : ""), ""));
        }

        private static String quote(String value) {
            return value.chars().anyMatch(c -> c == ' ' || c == ',' || c == '"')
                    ? '"' + value.replace("\"", "\"\"") + '"'
                    : value;
        }
    }

    public Selector {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("a selector needs a term");
        }
    }

    /** Whether some term is about the customer. */
    public boolean hasCustomerTerm() {
        return terms.stream().anyMatch(term -> term.side() == Side.CUSTOMER);
    }

    /** Whether the maker's terms hold; the customer's are left out. */
    public boolean matchesMaker(Activity maker) {
        for (Term term : terms) {
            if (term.side() == Side.MAKER && !term.holds(maker)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the flow from the maker to the customer is selected. */
    public boolean matchesFlow(Activity maker, Customer customer) {
        return matchesMaker(maker) && matchesBuyer(customer);
    }

    /** Whether the customer's terms hold; the maker's are left out. */
    public boolean matchesBuyer(Customer customer) {
        for (Term term : terms) {
            if (term.side() == Side.CUSTOMER && !term.holds(customer)) {
                return false;
            }
        }
        return true;
    }

    /** For priority classes, where the maker's words speak of the customer itself: whether all terms hold of it. */
    public boolean matchesCustomer(Customer customer) {
        for (Term term : terms) {
            if (!term.holds(customer)) {
                return false;
            }
        }
        return true;
    }

    /** The selector as written in files. */
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return Objects.toString(text());
    }
}

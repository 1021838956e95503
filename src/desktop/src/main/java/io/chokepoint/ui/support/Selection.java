package io.chokepoint.ui.support;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the user points at: nothing, or goods, makers of goods and markets, in the order in which they were chosen. All views
 * share one selection.
 */
public record Selection(List<Item> items) {

    /** One selected thing. */
    public sealed interface Item {
        /** Fit for users: the good's or market's name. */
        String name();
    }

    /** A good, all its makers meant. */
    public record OfGood(Good good) implements Item {
        @Override
        public String name() {
            return good.name();
        }
    }

    /** One maker of a good. */
    public record OfMaker(Activity activity) implements Item {
        @Override
        public String name() {
            return activity.good().name();
        }
    }

    /** A market. */
    public record OfMarket(Market market) implements Item {
        @Override
        public String name() {
            return market.name();
        }
    }

    public static final Selection NONE = new Selection(List.of());

    public Selection {
        items = List.copyOf(items);
    }

    public static Selection of(Good good) {
        return new Selection(List.of(new OfGood(good)));
    }

    public static Selection of(Activity activity) {
        return new Selection(List.of(new OfMaker(activity)));
    }

    public static Selection of(Market market) {
        return new Selection(List.of(new OfMarket(market)));
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** The one selected thing; empty where nothing or more than one is selected. */
    public Optional<Item> single() {
        return items.size() == 1 ? Optional.of(items.getFirst()) : Optional.empty();
    }

    /** The good of the one selected thing, be it the good itself or a maker of it. */
    public Optional<Good> good() {
        return single().flatMap(Selection::goodOf);
    }

    /** The maker, where exactly one maker is selected. */
    public Optional<Activity> maker() {
        return single().flatMap(
                        item -> item instanceof OfMaker maker ? Optional.of(maker.activity()) : Optional.empty());
    }

    /** The market, where exactly one market is selected. */
    public Optional<Market> market() {
        return single().flatMap(item -> item instanceof OfMarket m ? Optional.of(m.market()) : Optional.empty());
    }

    /** All selected goods, those of selected makers included, each once. */
    public List<Good> goods() {
        return items.stream().flatMap(item -> goodOf(item).stream()).distinct().toList();
    }

    /** With the item added at the end, or taken out where it was in. */
    public Selection toggle(Item item) {
        List<Item> changed = new ArrayList<>(items);
        if (!changed.remove(item)) {
            changed.add(item);
        }
        return new Selection(changed);
    }

    private static Optional<Good> goodOf(Item item) {
        return switch (item) {
            case OfGood of -> Optional.of(of.good());
            case OfMaker of -> Optional.of(of.activity().good());
            case OfMarket of -> Optional.empty();
        };
    }
}

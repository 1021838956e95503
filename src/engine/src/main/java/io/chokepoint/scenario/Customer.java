package io.chokepoint.scenario;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;

/** Who buys: a maker of another good, or a market. */
public sealed interface Customer {

    /** ISO 3166-1 alpha-3; empty for the rest of the world. */
    default String country() {
        return switch (this) {
            case Maker to -> to.activity().provider().country();
            case Buyers to -> to.market().country();
        };
    }

    /** A maker that needs the good as an input. */
    record Maker(Activity activity) implements Customer {}

    /** A market that the product is sold in. */
    record Buyers(Market market) implements Customer {}
}

package io.chokepoint.scenario;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;

/** Who buys: a maker of another good, or a market. */
public sealed interface Customer {

    /** A maker that needs the good as an input. */
    record Maker(Activity activity) implements Customer {}

    /** A market that the product is sold in. */
    record Buyers(Market market) implements Customer {}
}

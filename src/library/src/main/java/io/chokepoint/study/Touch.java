package io.chokepoint.study;

import io.chokepoint.model.Good;
import java.util.List;

/**
 * What a restriction touches, before anything is run.
 *
 * @param flows number of baseline flows from a maker to a customer that are selected; 0 for outages
 * @param makers number of makers whose output or flows are selected
 * @param goods the goods they make, in dataset order
 * @param worldShares for each of these goods the part of the world's baseline output that these makers make, in [0, 1]
 */
public record Touch(int flows, int makers, List<Good> goods, List<Double> worldShares) {
    public Touch {
        goods = List.copyOf(goods);
        worldShares = List.copyOf(worldShares);
    }

    public boolean isNothing() {
        return makers == 0;
    }
}

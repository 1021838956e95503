package io.chokepoint.study;

import io.chokepoint.model.Good;
import java.util.List;

/**
 * What a restriction or scenario touches, before anything is run.
 *
 * @param flows number of maker → customer flows selected
 * @param activities number of makers selected (as makers of the restricted good)
 * @param goods the restricted goods, in dataset order
 * @param worldShares for each of these goods the part of the world's baseline output that flows through what is selected, in
 *     [0, 1]
 */
public record Touch(int flows, int activities, List<Good> goods, List<Double> worldShares) {
    public Touch {
        goods = List.copyOf(goods);
        worldShares = List.copyOf(worldShares);
    }

    public boolean isNothing() {
        return flows == 0 && activities == 0;
    }
}

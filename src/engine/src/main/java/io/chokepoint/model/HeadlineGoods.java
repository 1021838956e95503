package io.chokepoint.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The goods of a dataset that an answer speaks of first, and the word for them.
 *
 * @param goods all of them
 * @param secondary those of them that are spoken of only where no other is hit, as they hardly exist at baseline
 * @param columns those of them that a table of losses is about, if it has no room for all; without secondary ones
 * @param one the word for one of them, in lower case unless it is a name: "chip"
 * @param many the word for several: "chips"
 */
public record HeadlineGoods(Set<Good> goods, Set<Good> secondary, Set<Good> columns, String one, String many) {
    public HeadlineGoods {
        goods = Collections.unmodifiableSet(new LinkedHashSet<>(goods));
        secondary = Set.copyOf(secondary);
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    }

    public boolean contains(Good good) {
        return goods.contains(good);
    }

    /** Whether the good is one of them and more than a token. */
    public boolean isPrimary(Good good) {
        return goods.contains(good) && !secondary.contains(good);
    }
}

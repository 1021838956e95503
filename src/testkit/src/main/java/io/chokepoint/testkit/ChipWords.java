package io.chokepoint.testkit;

import io.chokepoint.model.DatasetWords;
import io.chokepoint.model.Good;
import io.chokepoint.model.HeadlineGoods;
import io.chokepoint.model.Tag;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of made-up datasets about chips: goods with the tag {@code chip} come first. */
public final class ChipWords {
    private ChipWords() {}

    public static DatasetWords of(Collection<Good> goods) {
        Set<Good> chips =
                goods.stream().filter(good -> good.hasTag("chip")).collect(Collectors.toCollection(LinkedHashSet::new));
        return DatasetWords.NONE
                .withTags(List.of(new Tag("chip", "chips", ""), new Tag("logic-14nm", "logic at 14 nm and below", "")))
                .withHeadline(new HeadlineGoods(chips, Set.of(), chips, "chip", "chips"));
    }
}

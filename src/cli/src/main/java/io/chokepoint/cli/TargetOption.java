package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.study.NodeStudy;
import java.util.LinkedHashSet;
import java.util.Set;

/** What {@code --target} means: a good, all goods with a tag, or all end products. */
final class TargetOption {
    private TargetOption() {}

    /** @throws ChokepointException if nothing is called so */
    static Set<Good> goods(String target, Dataset dataset, NodeStudy study) {
        if (target.equals("all")) {
            return study.endProducts();
        }
        Set<Good> goods = new LinkedHashSet<>();
        dataset.findGood(target).ifPresent(goods::add);
        if (goods.isEmpty()) {
            dataset.goods().stream().filter(good -> good.hasTag(target)).forEach(goods::add);
        }
        if (goods.isEmpty()) {
            goods.add(good(target, dataset));
        }
        return goods;
    }

    private static Good good(String name, Dataset dataset) {
        return switch (new GoodFinder(dataset, "--target", "a good or tag").get(name)) {
            case GoodFinder.FoundGood found -> found.good();
            case GoodFinder.FoundMarket market ->
                throw new ChokepointException("--target: '" + market.id()
                        + "' is a market; expected a good, a tag or 'all'. Maybe --order worst-market.");
        };
    }
}

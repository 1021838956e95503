package io.chokepoint.network;

import io.chokepoint.model.Books;
import io.chokepoint.model.Books.Gap;
import io.chokepoint.model.Books.GoodBook;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the books of a network at its baseline (price page, section 2). Used once, by one thread. */
public final class BookKeeper {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final NetworkPrices prices;
    private final Dataset dataset;

    private BookKeeper(CompiledNetwork network, NetworkPrices prices) {
        this.network = network;
        this.structure = network.structure();
        this.prices = prices;
        this.dataset = structure.dataset();
    }

    /** The books of a network; empty where its dataset does not say what goods are worth. */
    public static Optional<Books> of(CompiledNetwork network) {
        return network.prices().map(prices -> new BookKeeper(network, prices).books());
    }

    private Books books() {
        Map<Good, List<Integer>> makers = new HashMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            makers.computeIfAbsent(structure.activity(i).good(), unused -> new ArrayList<>())
                    .add(i);
        }
        double[] finalUse = finalUse();
        List<GoodBook> goods = new ArrayList<>();
        double sales = 0;
        double inputs = 0;
        double toFinalUsers = 0;
        for (Good good : dataset.goods()) {
            List<Integer> own = makers.getOrDefault(good, List.of());
            if (own.isEmpty()) {
                continue; // stated for the picture only: nobody makes it
            }
            GoodBook book = book(good, own, finalUse);
            goods.add(book);
            sales += book.value().central();
            inputs += book.value().central() * book.costShare();
            toFinalUsers += book.finalUse();
        }
        return new Books(goods, gaps(), new Books.World(sales, inputs, toFinalUsers));
    }

    private GoodBook book(Good good, List<Integer> makers, double[] finalUse) {
        int dearest = makers.getFirst();
        double made = 0;
        double cost = 0;
        double toFinalUsers = 0;
        for (int i : makers) {
            made += network.baseline(i);
            cost += network.baseline(i) * (1 - prices.valueAdded(i));
            toFinalUsers += finalUse[i];
            if (prices.valueAdded(i) < prices.valueAdded(dearest)) {
                dearest = i;
            }
        }
        GoodValue value = dataset.findValue(good).orElseThrow();
        return new GoodBook(
                good,
                value.value(),
                cost / made,
                structure.activity(dearest),
                1 - prices.valueAdded(dearest),
                value.value().central() * toFinalUsers / made);
    }

    /** By activity, what goes to markets and other uses in a week, in units. */
    private double[] finalUse() {
        double[] sum = new double[structure.activityCount()];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = network.otherUses(i);
        }
        for (int m = 0; m < structure.marketCount(); m++) {
            for (int l = structure.marketLinkStart(m); l < structure.marketLinkStart(m + 1); l++) {
                sum[structure.linkSupplier(l)] += network.flow(l);
            }
        }
        return sum;
    }

    private List<Gap> gaps() {
        boolean[] seen = new boolean[dataset.dependencies().size()];
        List<Gap> gaps = new ArrayList<>();
        for (int e = 0; e < structure.slotCount(); e++) {
            int d = structure.dependencyOf(e);
            Dependency dependency = structure.dependency(e);
            if (!seen[d] && dependency.costShare().high() > 0) {
                seen[d] = true;
                gaps.add(gap(e, dependency));
            }
        }
        gaps.sort(Comparator.comparingDouble((Gap gap) -> -gap.factor()));
        return gaps;
    }

    private Gap gap(int slot, Dependency dependency) {
        Figure use = dependency.useShare();
        Figure input = value(dependency.input());
        Figure output = value(dependency.consumer());
        double perUse = network.coefficient(slot) / use.central();
        return new Gap(
                dependency,
                perUse * use.low() * input.low() / output.high(),
                prices.costShare(slot),
                perUse * use.high() * input.high() / output.low());
    }

    private Figure value(Good good) {
        return dataset.findValue(good).orElseThrow().value();
    }
}

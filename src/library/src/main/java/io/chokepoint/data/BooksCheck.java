package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Range;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkPrices;
import io.chokepoint.network.NetworkStructure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether the books balance at central values: no maker's inputs cost more than what it sells for, and what a row states of a cost share
 * is not far from what values and use shares say (price page, section 2).
 */
final class BooksCheck {
    /** From here on a maker keeps next to nothing. */
    private static final double DEAR = 0.95;

    /** Beyond what the books say by this factor, a stated cost share contradicts them. */
    private static final double GAP = 3;

    private final Path folder;
    private final DatasetDraft draft;
    private final Dataset dataset;
    private final Faults faults;

    BooksCheck(Path folder, DatasetDraft draft, Dataset dataset) {
        this.folder = folder;
        this.draft = draft;
        this.dataset = dataset;
        this.faults = draft.faults;
    }

    /** Says which goods have no value while others have one. */
    void completeness() {
        if (!draft.isComplete(Tables.VALUES)) {
            return;
        }
        for (Good good : draft.goodsWithoutValue()) {
            faults.error(
                    file(Tables.VALUES),
                    0,
                    "good",
                    "'" + good.id()
                            + "' is made but has no row; expected one for every good that is made, or no table.");
        }
    }

    /** Once everything else is sound. */
    void run() {
        if (!dataset.hasValues()) {
            return;
        }
        CompiledNetwork network;
        try {
            network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        } catch (ChokepointException e) {
            faults.error(file(Tables.VALUES), 0, "", String.valueOf(e.getMessage()));
            return;
        }
        NetworkPrices prices = network.prices().orElseThrow();
        makersPay(network.structure(), prices);
        rowsAgree(network, prices);
    }

    private void makersPay(NetworkStructure structure, NetworkPrices prices) {
        Map<Good, Integer> dearest = new HashMap<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            int activity = i;
            dearest.merge(
                    structure.activity(i).good(),
                    i,
                    (known, other) -> prices.valueAdded(activity) < prices.valueAdded(known) ? activity : known);
        }
        for (GoodValue value : dataset.values()) {
            Integer i = dearest.get(value.good());
            if (i == null) {
                continue; // stated for the picture only: nobody makes it
            }
            double cost = 1 - prices.valueAdded(i);
            if (cost < DEAR) {
                continue;
            }
            Activity maker = structure.activity(i);
            int line = value.value().evidence().line();
            String paid = "maker '" + maker.provider().id() + "' of '"
                    + maker.good().id() + "' pays "
                    + Range.plain(rounded(cost)) + " of what it sells for to buy its inputs; expected less than "
                    + (cost < 1 ? DEAR : 1) + ".";
            if (cost < 1) {
                faults.warning(file(Tables.VALUES), line, "value", paid);
            } else {
                faults.error(file(Tables.VALUES), line, "value", paid);
            }
        }
    }

    private void rowsAgree(CompiledNetwork network, NetworkPrices prices) {
        NetworkStructure structure = network.structure();
        boolean[] seen = new boolean[dataset.dependencies().size()];
        for (int e = 0; e < structure.slotCount(); e++) {
            int d = structure.dependencyOf(e);
            Dependency dependency = structure.dependency(e);
            Figure stated = dependency.costShare();
            if (seen[d] || stated.high() == 0) {
                continue;
            }
            seen[d] = true;
            Figure use = dependency.useShare();
            Figure input = value(dependency.input());
            Figure output = value(dependency.consumer());
            double perUse = network.coefficient(e) / use.central();
            double least = perUse * use.low() * input.low() / output.high();
            double most = perUse * use.high() * input.high() / output.low();
            if (stated.low() > GAP * most || stated.high() < least / GAP) {
                faults.warning(
                        file(Tables.DEPENDENCIES),
                        stated.evidence().line(),
                        "cost_share",
                        Range.plain(stated.central()) + " is far from what values and use shares say: "
                                + Range.plain(rounded(prices.costShare(e))) + ", from " + Range.plain(rounded(least))
                                + " to "
                                + Range.plain(rounded(most)) + "; expected within a factor of "
                                + Amounts.count((long) GAP)
                                + " of that range.");
            }
        }
    }

    private Figure value(Good good) {
        return dataset.findValue(good).orElseThrow().value();
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(3)).doubleValue();
    }

    private String file(TableSchema table) {
        return CsvTable.shown(folder, table.file());
    }
}

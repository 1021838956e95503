package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Range;
import io.chokepoint.model.Books;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.BookKeeper;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;

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
        Books books = BookKeeper.of(network).orElseThrow();
        books.goods().forEach(this::makersPay);
        books.gaps().stream().filter(gap -> gap.isWiderThan(GAP)).forEach(this::rowDiffers);
    }

    private void makersPay(Books.GoodBook book) {
        double cost = book.dearestCostShare();
        if (cost < DEAR) {
            return;
        }
        int line = book.value().evidence().line();
        String paid = "maker '" + book.dearest().provider().id() + "' of '"
                + book.good().id() + "' pays "
                + Range.plain(rounded(cost)) + " of what it sells for to buy its inputs; expected less than "
                + (cost < 1 ? DEAR : 1) + ".";
        if (cost < 1) {
            faults.warning(file(Tables.VALUES), line, "value", paid);
        } else {
            faults.error(file(Tables.VALUES), line, "value", paid);
        }
    }

    private void rowDiffers(Books.Gap gap) {
        faults.warning(
                file(Tables.DEPENDENCIES),
                gap.stated().evidence().line(),
                "cost_share",
                Range.plain(gap.stated().central()) + " is far from what values and use shares say: "
                        + Range.plain(rounded(gap.sigma())) + ", from " + Range.plain(rounded(gap.low())) + " to "
                        + Range.plain(rounded(gap.high())) + "; expected within a factor of "
                        + Amounts.count((long) GAP) + " of that range.");
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(3)).doubleValue();
    }

    private String file(TableSchema table) {
        return CsvTable.shown(folder, table.file());
    }
}

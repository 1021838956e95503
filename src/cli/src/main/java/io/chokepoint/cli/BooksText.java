package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Range;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.model.Books;
import io.chokepoint.study.Dollars;
import io.chokepoint.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;

/** What every good costs and sells for, for reading. */
final class BooksText {
    private static final int WIDTH = 110;
    private static final int MOST_GAPS = 20;

    private BooksText() {}

    static String of(Books books) {
        Books.World world = books.world();
        StringBuilder text = new StringBuilder(TextWrap.wrap(
                Texts.get(
                        "books.world",
                        books.goods().size(),
                        Dollars.of(world.sales()),
                        Dollars.of(world.inputs()),
                        Dollars.of(world.valueAdded()),
                        Dollars.of(world.finalUse())),
                WIDTH));
        text.append(TextWrap.wrap(Texts.get("books.shares"), WIDTH)).append('\n');
        TextTable goods = new TextTable(
                Column.text("good"),
                Column.text("name"),
                Column.figures("sells for"),
                Column.text("basis"),
                Column.figures("inputs"),
                Column.figures("dearest"),
                Column.text("maker"),
                Column.figures("value added"));
        books.goods().stream()
                .sorted(Comparator.comparingDouble((Books.GoodBook book) -> -book.dearestCostShare()))
                .forEach(book -> goods.row(
                        book.good().id(),
                        book.good().name(),
                        Dollars.of(book.value().central()),
                        book.value().evidence().basis().id(),
                        Amounts.percent(book.costShare()),
                        Amounts.percent(book.dearestCostShare()),
                        book.dearest().provider().id(),
                        Dollars.of(book.valueAdded())));
        text.append(goods.text());
        if (!books.gaps().isEmpty()) {
            gaps(books, text);
        }
        return text.toString();
    }

    private static void gaps(Books books, StringBuilder text) {
        TextTable table = new TextTable(
                Column.text("input"),
                Column.text("consumer"),
                Column.figures("stated"),
                Column.figures("from values"),
                Column.figures("factor"));
        books.gaps().stream()
                .limit(MOST_GAPS)
                .forEach(gap -> table.row(
                        gap.dependency().input().id(),
                        gap.dependency().consumer().id(),
                        share(gap.stated().central()),
                        share(gap.sigma()),
                        Amounts.number(gap.factor())));
        text.append('\n').append(Texts.get("books.gaps")).append("\n\n").append(table.text());
        int left = books.gaps().size() - table.rowCount();
        if (left > 0) {
            text.append('\n').append(Texts.get("books.gapsLeft", left)).append('\n');
        }
    }

    /** Two significant digits, however small. */
    private static String share(double part) {
        return Range.plain(new BigDecimal(part).round(new MathContext(2)).doubleValue());
    }
}

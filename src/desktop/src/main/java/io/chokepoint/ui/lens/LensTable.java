package io.chokepoint.ui.lens;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.Dollars;
import io.chokepoint.study.LensLosses;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.MakerLens.Made;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.lens.LensContent.Row;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lens as tables: what the subject needs with what each loss does, and what it makes. */
final class LensTable {
    private LensTable() {}

    static TableContent<Row> needs(LensContent content) {
        List<ColumnSpec<Row>> columns = new ArrayList<>();
        columns.add(column(
                "input",
                Look.NAME,
                130,
                row -> row.need().input().shortName(),
                row -> row.need().input().shortName()));
        columns.add(
                column("mode", Look.TEXT, 70, row -> LensWords.mode(row.need()), row -> LensWords.mode(row.need())));
        columns.add(column(
                "criticality",
                Look.NUMBER,
                76,
                row -> row.need().criticality(),
                row -> thin(Amounts.percent(row.need().criticality()))));
        columns.add(column(
                "leading_country",
                Look.TEXT,
                100,
                row -> row.need().leading().isEmpty() ? null : LensWords.leading(row.need()),
                row -> LensWords.leading(row.need())));
        columns.add(column(
                "leading_share",
                Look.BAR,
                92,
                row -> row.need().leading().isEmpty()
                        ? null
                        : row.need().leading().get().share(),
                row -> row.need()
                        .leading()
                        .map(origin -> thin(Amounts.percent(origin.share())))
                        .orElse("")));
        columns.add(column(
                "sole_source", Look.TEXT, 100, row -> row.need().isSoleSource(), row -> LensWords.sole(row.need())));
        if (!(content.page().subject() instanceof LensSubject.OfMarket)) {
            columns.add(column(
                    "stock_weeks", Look.BAR, 92, row -> row.need().stockWeeks(), row -> LensWords.stock(row.need())));
        }
        columns.add(column(
                "weeks_until_hit",
                Look.BAR,
                104,
                row -> row.loss().isPresent() && row.loss().get().firstWeek().isPresent()
                        ? row.loss().get().firstWeek().getAsInt()
                        : null,
                LensWords::hit));
        columns.add(column(
                "lowest",
                Look.OUTPUT,
                80,
                row -> row.loss().isPresent() ? row.loss().get().lowest() : null,
                row -> row.loss().map(loss -> Typography.output(loss.lowest())).orElse("")));
        columns.add(column(
                "lost_musd",
                Look.NUMBER,
                140,
                row -> row.loss().isPresent() ? row.loss().get().lostMillions() : null,
                LensWords::lost));
        return TableContent.plain(
                "lens-" + id(content.page().subject()),
                columns,
                content.rows(LensLosses.MOST),
                row -> Selection.of(row.need().input()),
                Texts.get(
                        content.page().subject() instanceof LensSubject.OfMarket ? "lens.note.market" : "lens.note",
                        LensLosses.MOST,
                        LensLosses.WEEKS));
    }

    static TableContent<Made> makes(LensContent content) {
        List<ColumnSpec<Made>> columns = new ArrayList<>();
        columns.add(column(
                "good",
                Look.NAME,
                200,
                made -> made.good().shortName(),
                made -> made.good().shortName()));
        columns.add(column(
                "stage",
                Look.TEXT,
                140,
                made -> made.good().stage().name(),
                made -> made.good().stage().name()));
        columns.add(column("world_share", Look.BAR, 150, Made::share, made -> thin(Amounts.percent(made.share()))));
        columns.add(column(
                "value_musd",
                Look.NUMBER,
                110,
                made -> made.millionsAYear().isPresent() ? made.millionsAYear().getAsDouble() : null,
                made -> made.millionsAYear().isPresent()
                        ? Dollars.brief(made.millionsAYear().getAsDouble())
                        : ""));
        return TableContent.plain(
                "lens-" + id(content.page().subject()) + "-makes",
                columns,
                content.page().makes(),
                made -> Selection.of(made.good()),
                Texts.get("lens.note.makes"));
    }

    private static String id(LensSubject subject) {
        return switch (subject) {
            case LensSubject.OfMaker of -> of.provider().id();
            case LensSubject.OfCountry of -> of.code();
            case LensSubject.OfMarket of -> of.market().id();
        };
    }

    private static String thin(String text) {
        return Typography.thin(text);
    }

    private static <R> ColumnSpec<R> column(
            String id, Look look, double width, Function<R, @Nullable Object> value, Function<R, String> text) {
        return new ColumnSpec<>(
                id, Texts.get("lens.column." + id), Texts.get("lens.hint." + id), width, look, value, text);
    }
}

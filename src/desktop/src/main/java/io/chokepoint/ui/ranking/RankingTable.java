package io.chokepoint.ui.ranking;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.study.CountryGoods.Through;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.ranking.RankingContent.Row;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ranking as a table: one row what is restricted, the column that it is ranked by with bars. */
final class RankingTable {
    private final RankingContent content;
    private final Dataset dataset;
    private final Map<Row, List<Through>> through;
    private final List<ColumnSpec<Row>> columns = new ArrayList<>();

    private RankingTable(RankingContent content, Dataset dataset, Map<Row, List<Through>> through) {
        this.content = content;
        this.dataset = dataset;
        this.through = through;
    }

    /** @param through as far as it is known when a cell is read */
    static TableContent<Row> of(RankingContent content, Dataset dataset, Map<Row, List<Through>> through) {
        return new RankingTable(content, dataset, through).table();
    }

    private TableContent<Row> table() {
        RankingQuestion question = content.question();
        boolean byMarket = question.order() == Order.WORST_MARKET;
        number("rank", 40, Row::place, row -> String.valueOf(row.place()));
        if (question.pairs()) {
            text(
                    "first",
                    Look.NAME,
                    170,
                    row -> RankingWords.full(pair(row).first().node(), dataset));
            text(
                    "second",
                    Look.NAME,
                    170,
                    row -> RankingWords.full(pair(row).second().node(), dataset));
        } else {
            text("thing", Look.NAME, 170, row -> RankingWords.thing(row.ranked().node(), dataset));
            if (question.kind() == Kind.ACTIVITY) {
                text(
                        "maker",
                        Look.TEXT,
                        120,
                        row -> RankingWords.maker(row.ranked().node()));
            }
        }
        column(
                "lost_output_weeks",
                byMarket ? Look.NUMBER : Look.BAR,
                byMarket ? 92 : 118,
                row -> row.ranked().missedWeeks(),
                row -> weeks(row.ranked().missedWeeks()));
        number(
                "lower_sales_weeks",
                98,
                row -> row.ranked().lowerSalesWeeks(),
                row -> weeks(row.ranked().lowerSalesWeeks()));
        boolean countries = question.kind() == Kind.COUNTRY && !question.pairs();
        if (countries) {
            column("through", Look.TEXT, 190, this::firstThrough, this::throughText);
        }
        if (question.pairs()) {
            number(
                    "alone_weeks",
                    100,
                    row -> pair(row).first().missedWeeks() + pair(row).second().missedWeeks(),
                    row -> Texts.get(
                            "ranking.and",
                            weeks(pair(row).first().missedWeeks()),
                            weeks(pair(row).second().missedWeeks())));
            number(
                    "interaction_weeks",
                    96,
                    row -> RankingWords.beyond(pair(row)),
                    row -> signed(RankingWords.beyond(pair(row))));
        }
        number(
                "first_loss_week",
                84,
                row -> row.ranked().firstLossWeek().isPresent()
                        ? row.ranked().firstLossWeek().getAsInt()
                        : null,
                row -> RankingWords.firstShort(row.ranked()));
        if (byMarket) {
            column(
                    "worst_market_unmet_weeks",
                    Look.BAR,
                    150,
                    row -> row.ranked().worstMarketUnmetWeeks(),
                    row -> weeks(row.ranked().worstMarketUnmetWeeks()));
            text("worst_market", Look.TEXT, 150, row -> RankingWords.market(row.ranked(), dataset));
        } else {
            if (question.target().goods().size() > 1) {
                text("worst_target", Look.TEXT, 140, row -> RankingWords.worstHit(row.ranked()));
            }
            if (!question.pairs() && !countries) {
                text("worst_market", Look.TEXT, 172, row -> RankingWords.worstMarket(row.ranked(), dataset));
            }
        }
        number(
                "stopped_targets",
                98,
                row -> row.ranked().stopsTargets(),
                row -> row.ranked().stopsTargets() == 0
                        ? ""
                        : String.valueOf(row.ranked().stopsTargets()));
        return TableContent.plain(
                "ranking-" + question.kind().name().toLowerCase(Locale.ROOT) + (question.pairs() ? "-pairs" : ""),
                columns,
                content.rows(),
                RankingTable::selects,
                Texts.get(
                        question.pairs() ? "ranking.note.pairs" : "ranking.note",
                        Amounts.weeks(question.settings(1).weeks()),
                        RankingViewModel.PAIRED));
    }

    /** The goods or the maker that a row is about; nothing for countries. */
    static Selection selects(Row row) {
        List<Selection.Item> items = new ArrayList<>();
        for (Node node : row.nodes()) {
            switch (node.kind()) {
                case GOOD -> {
                    if (!node.activities().isEmpty()) {
                        items.add(new Selection.OfGood(
                                node.activities().getFirst().good()));
                    }
                }
                case ACTIVITY ->
                    items.add(new Selection.OfMaker(node.activities().getFirst()));
                case COUNTRY -> {}
            }
        }
        return new Selection(items);
    }

    /** The good's id; nothing where it is not known yet or where only several together do it. */
    private @Nullable Object firstThrough(Row row) {
        List<Through> goods = through.get(row);
        return goods == null || goods.isEmpty() ? null : goods.getFirst().good().id();
    }

    private String throughText(Row row) {
        List<Through> goods = through.get(row);
        return goods == null ? "…" : RankingWords.through(goods);
    }

    private static Pair pair(Row row) {
        return row.pair().orElseThrow();
    }

    private static String weeks(double value) {
        return RankingWords.weeks(value);
    }

    private static String signed(double value) {
        return Math.abs(value) < 0.05 ? "0" : (value > 0 ? "+" : "") + Amounts.number(value);
    }

    private void text(String id, Look look, double width, Function<Row, String> text) {
        column(id, look, width, text::apply, text);
    }

    private void number(String id, double width, Function<Row, @Nullable Object> value, Function<Row, String> text) {
        column(id, Look.NUMBER, width, value, text);
    }

    private void column(
            String id, Look look, double width, Function<Row, @Nullable Object> value, Function<Row, String> text) {
        columns.add(new ColumnSpec<>(
                id, Texts.get("ranking.column." + id), Texts.get("ranking.hint." + id), width, look, value, text));
    }
}

package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.export.Html;
import io.chokepoint.export.Html.Cell;
import io.chokepoint.export.ResultWriter;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Hits;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables of the goods and markets that are hit, with the ranges of runs with drawn figures. */
final class HitPart {
    private static final double LEAST_WEEKS = 0.05;

    private final SimulationResult result;
    private final Headline headline;
    private final Optional<MonteCarloResult> drawn;
    private final Html page;

    HitPart(SimulationResult result, Headline headline, Optional<MonteCarloResult> drawn, Html page) {
        this.result = result;
        this.headline = headline;
        this.drawn = drawn;
        this.page = page;
    }

    void write() {
        goods();
        markets();
    }

    private void goods() {
        List<Good> hit = result.hitGoods();
        if (hit.isEmpty()) {
            return;
        }
        int all = result.dataset().goods().size();
        Hits hits = headline.hits();
        if (!hits.fallShort().isEmpty()) {
            page.section("short", Texts.get("report.fallShort"));
            table(Headline.leftOut(all - hit.size(), all), hits.fallShort());
            page.end();
        }
        if (!hits.sellLess().isEmpty()) {
            page.section("less", Texts.get("report.sellLess"));
            table(Texts.get("report.sellLess.note"), hits.sellLess());
            page.end();
        }
    }

    private void table(String note, List<Good> goods) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Good good : goods) {
            String heldBack = ResultWriter.bindingInput(result, good)
                    .map(id -> result.dataset().findGood(id).map(Good::name).orElse(id))
                    .orElse("");
            rows.add(row(
                    List.of(Cell.of(good.name()), Cell.of(good.stage().name()), Cell.of(heldBack)),
                    result.outcome(good),
                    drawn.map(many -> many.spread(good, Measure.TROUGH)),
                    drawn.map(many -> many.spread(good, Measure.LOST_OUTPUT))));
        }
        page.cells(note, headings("good", "stage", "heldBack", "first", "lowest", "in", "lost", "recovers"), 3, rows);
    }

    private void markets() {
        List<Market> hit = result.hitMarkets();
        if (hit.isEmpty()) {
            return;
        }
        int all = result.dataset().markets().size();
        page.section("markets", Texts.get("report.markets"));
        List<List<Cell>> rows = new ArrayList<>();
        for (Market market : hit) {
            rows.add(row(
                    List.of(Cell.of(market.name()), Cell.of(market.function())),
                    result.outcome(market),
                    drawn.map(many -> many.spread(market, Measure.TROUGH)),
                    drawn.map(many -> many.spread(market, Measure.LOST_OUTPUT))));
        }
        page.cells(
                Texts.get("report.markets.note", all - hit.size(), all),
                headings("market", "wants", "firstUnmet", "lowest", "in", "unmet", "recovers"),
                2,
                rows);
        page.end();
    }

    /** With drawn figures, a range stands behind the figure that it is of. */
    private List<String> headings(String... keys) {
        List<String> headings = new ArrayList<>();
        for (String key : keys) {
            headings.add(Texts.get("report.column." + key));
            if (drawn.isPresent() && (key.equals("lowest") || key.equals("lost") || key.equals("unmet"))) {
                headings.add(Texts.get("report.column.range"));
            }
        }
        return headings;
    }

    private static List<Cell> row(List<Cell> names, Outcome outcome, Optional<Spread> lowest, Optional<Spread> lost) {
        List<Cell> cells = new ArrayList<>(names);
        cells.add(week(outcome.firstLossWeek(), ""));
        cells.add(Cell.of(Amounts.percentToTenths(outcome.trough()), outcome.trough()));
        lowest.ifPresent(spread -> cells.add(
                range(Amounts.percentNumber(spread.p10()), Amounts.percentNumber(spread.p90()), " %", spread.p50())));
        cells.add(week(OptionalInt.of(outcome.troughWeek()), ""));
        cells.add(Cell.of(Amounts.weeks(outcome.lostOutputWeeks()), outcome.lostOutputWeeks()));
        lost.ifPresent(spread -> cells.add(range(weeks(spread.p10()), weeks(spread.p90()), "", spread.p50())));
        cells.add(week(outcome.recoveryWeek(), Texts.get("report.notInRun")));
        return cells;
    }

    private static Cell range(String low, String high, String unit, double middle) {
        return Cell.of((low.equals(high) ? low : low + "–" + high) + unit, middle);
    }

    /** Hours of lost output are nothing, as {@link Amounts#weeks} has it beside them. */
    static String weeks(double count) {
        return count < LEAST_WEEKS ? "0" : Amounts.number(count);
    }

    private static Cell week(OptionalInt week, String otherwise) {
        return week.isPresent()
                ? Cell.of(Texts.get("report.week", week.getAsInt()), week.getAsInt())
                : Cell.of(otherwise);
    }
}

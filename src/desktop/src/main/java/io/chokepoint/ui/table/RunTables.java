package io.chokepoint.ui.table;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SalesLost;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.LeftOut;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a run. */
final class RunTables {
    private final Answer answer;
    private final SimulationResult result;
    private final Optional<MonteCarloResult> drawn;
    private final IntSupplier week;

    /**
     * @param drawn runs of the same with drawn figures, if there are any: the tables then say in which range 8 of 10 of them lie
     * @param week the chosen week, asked for whenever a cell is shown
     */
    RunTables(Answer answer, Optional<MonteCarloResult> drawn, IntSupplier week) {
        this.answer = answer;
        this.drawn = drawn;
        this.result = answer.result();
        this.week = week;
    }

    /** @param all also the goods that stay at their baseline */
    TableContent<Good> goods(boolean all) {
        List<ColumnSpec<Good>> columns = new ArrayList<>();
        columns.add(text("good", Look.NAME, 160, Good::shortName));
        columns.add(text("stage", Look.TEXT, 90, good -> good.stage().name()));
        columns.addAll(outcomes(result::outcome, good -> result.output(good, week.getAsInt())));
        result.prices()
                .map(prices -> new PriceColumns<Good>(
                        prices::price, good -> prices.money(good).salesLost(), "sales_lost_musd"))
                .ifPresent(prices -> columns.addAll(columns.size() - 1, prices.columns()));
        drawn.ifPresent(runs -> addSpreads(columns, new SpreadColumns<>(runs::spread)));
        return new TableContent<>(
                result.scenario().id() + (all ? "-all-goods" : "-goods"),
                columns,
                all ? List.copyOf(result.dataset().goods()) : answer.hit(),
                Selection::of,
                result::output,
                note("goods"),
                all
                        ? ""
                        : LeftOut.notHit(
                                answer.hit().size(), result.dataset().goods().size()));
    }

    TableContent<Market> markets() {
        List<ColumnSpec<Market>> columns = new ArrayList<>();
        columns.add(text("market", Look.NAME, 160, Market::name));
        columns.add(text("country", Look.TEXT, 96, market -> Countries.name(market.country())));
        columns.addAll(outcomes(result::outcome, market -> result.served(market, week.getAsInt())));
        columns.removeIf(column -> column.id().equals("binding_input"));
        result.prices()
                .map(prices -> new PriceColumns<Market>(prices::price, prices::unmet, "unmet_demand_musd"))
                .ifPresent(prices -> columns.addAll(columns.size() - 1, prices.columns()));
        drawn.ifPresent(runs -> addSpreads(columns, new SpreadColumns<>(runs::spread)));
        return new TableContent<>(
                result.scenario().id() + "-markets",
                columns,
                List.copyOf(result.dataset().markets()),
                Selection::of,
                result::served,
                note("markets"));
    }

    /** Behind the lowest, and behind the weeks lost. */
    private static <R> void addSpreads(List<ColumnSpec<R>> columns, SpreadColumns<R> spreads) {
        addAfter(
                columns,
                "trough",
                List.of(
                        spreads.lower("trough", Measure.TROUGH, Look.OUTPUT, Typography::output),
                        spreads.upper("trough", Measure.TROUGH, Look.OUTPUT, Typography::output)));
        addAfter(
                columns,
                "lost_output_weeks",
                List.of(
                        spreads.lower("lost_output_weeks", Measure.LOST_OUTPUT, Look.NUMBER, RunTables::weeks),
                        spreads.upper("lost_output_weeks", Measure.LOST_OUTPUT, Look.NUMBER, RunTables::weeks)));
    }

    private static <R> void addAfter(List<ColumnSpec<R>> columns, String id, List<ColumnSpec<R>> more) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                columns.addAll(i + 1, more);
                return;
            }
        }
    }

    private String note(String table) {
        return Texts.get("runTable.note." + table, Amounts.weeks(result.weeks()))
                + drawn.map(runs -> " " + Texts.get("runTable.note.drawn", runs.runs()))
                        .orElse("");
    }

    TableContent<SalesLost> sales() {
        Set<Good> counted = new HashSet<>(answer.hit());
        counted.addAll(answer.restricted());
        List<SalesLost> rows = result.salesLost().stream()
                .filter(entry -> counted.contains(entry.good()) || Math.abs(entry.weeks()) >= 0.005)
                .toList();
        List<ColumnSpec<SalesLost>> columns = new ArrayList<>(List.of(
                text("country", Look.NAME, 150, (SalesLost entry) -> Countries.name(entry.country())),
                text("restricts", Look.TEXT, 90, this::restricts),
                text("good", Look.TEXT, 220, entry -> entry.good().name()),
                text("stage", Look.TEXT, 110, entry -> entry.good().stage().name()),
                number("lost_output_weeks", 120, SalesLost::weeks, RunTables::signedWeeks),
                number(
                        "part_of_own_sales",
                        120,
                        entry -> entry.weeks() / (baseline(entry) * result.weeks()),
                        entry -> signedPercent(-entry.weeks() / (baseline(entry) * result.weeks()))),
                number(
                        "part_of_supply",
                        120,
                        this::baseline,
                        entry -> String.format(Locale.ROOT, "%.0f\u202F%%", 100 * baseline(entry)))));
        result.prices()
                .ifPresent(prices -> columns.add(PriceColumns.money("sales_lost_musd", entry -> lost(prices, entry))));
        return new TableContent<>(
                result.scenario().id() + "-sales",
                columns,
                rows,
                entry -> Selection.of(entry.good()),
                entry -> new double[0],
                Texts.get("runTable.note.sales", Amounts.weeks(result.weeks())),
                LeftOut.of("sales", rows.size(), result.salesLost().size()));
    }

    private double lost(RunPrices prices, SalesLost entry) {
        return result.dataset().suppliesOf(entry.good()).stream()
                .map(Supply::activity)
                .filter(maker -> maker.provider().country().equals(entry.country()))
                .mapToDouble(prices::salesLost)
                .sum();
    }

    private double baseline(SalesLost entry) {
        double sum = 0;
        for (Supply supply : result.dataset().suppliesOf(entry.good())) {
            if (supply.provider().country().equals(entry.country())) {
                sum += result.baseline(supply.activity());
            }
        }
        return sum;
    }

    private String restricts(SalesLost entry) {
        return result.scenario().restrictions().stream()
                        .flatMap(restriction -> restriction.terms().select().stream())
                        .anyMatch(selector -> result.dataset().suppliesOf(entry.good()).stream()
                                .anyMatch(supply -> supply.provider().country().equals(entry.country())
                                        && selector.matchesMaker(supply.activity())))
                ? Texts.get("runTable.restricts.yes")
                : "";
    }

    private <R> List<ColumnSpec<R>> outcomes(Function<R, Outcome> outcome, ToDoubleFunction<R> now) {
        return List.of(
                column(
                        "first_loss_week",
                        Look.NUMBER,
                        150,
                        row -> orNull(outcome.apply(row).firstLossWeek()),
                        row -> weekText(outcome.apply(row).firstLossWeek())),
                column("output", Look.OUTPUT, 92, now::applyAsDouble, row -> Typography.output(now.applyAsDouble(row))),
                column(
                        "trough",
                        Look.OUTPUT,
                        80,
                        row -> outcome.apply(row).trough(),
                        row -> Typography.output(outcome.apply(row).trough())),
                column(
                        "trough_week",
                        Look.NUMBER,
                        64,
                        row -> outcome.apply(row).isHit() ? outcome.apply(row).troughWeek() : null,
                        row -> outcome.apply(row).isHit()
                                ? "wk\u202F" + outcome.apply(row).troughWeek()
                                : ""),
                column(
                        "lost_output_weeks",
                        Look.NUMBER,
                        92,
                        row -> outcome.apply(row).lostOutputWeeks(),
                        row -> weeks(outcome.apply(row).lostOutputWeeks())),
                column(
                        "recovery_week",
                        Look.NUMBER,
                        86,
                        row -> orNull(outcome.apply(row).recoveryWeek()),
                        row -> recovery(outcome.apply(row))),
                column("binding_input", Look.TEXT, 140, this::bindingId, this::bindingName),
                column("curve", Look.CURVE, 122, row -> null, row -> ""));
    }

    private String recovery(Outcome outcome) {
        return outcome.isHit() && outcome.recoveryWeek().isEmpty()
                ? Texts.get("runTable.notRecovered")
                : outcome.recoveryWeek().stream().mapToObj(w -> "wk\u202F" + w).collect(Collectors.joining());
    }

    private @Nullable Object bindingId(Object row) {
        return row instanceof Good good
                ? result.cause(good).map(Cause::bindingInputId).orElse(null)
                : null;
    }

    private String bindingName(Object row) {
        if (!(row instanceof Good good) || !result.outcome(good).isHit()) {
            return "";
        }
        return result.cause(good)
                .map(cause -> cause.input()
                        .map(Good::shortName)
                        .orElseGet(() -> Texts.get(
                                answer.restricted().contains(good)
                                        ? "runTable.cause.restricted"
                                        : "runTable.cause." + cause.kind().id())))
                .orElse("");
    }

    private static <R> ColumnSpec<R> text(String id, Look look, double width, Function<R, String> text) {
        return column(id, look, width, text::apply, text);
    }

    private static <R> ColumnSpec<R> number(
            String id, double width, ToDoubleFunction<R> value, Function<R, String> text) {
        return column(id, Look.NUMBER, width, value::applyAsDouble, text);
    }

    static <R> ColumnSpec<R> column(
            String id, Look look, double width, Function<R, @Nullable Object> value, Function<R, String> text) {
        return new ColumnSpec<>(
                id, Texts.get("runTable.column." + id), Texts.get("runTable.hint." + id), width, look, value, text);
    }

    private String weekText(OptionalInt week) {
        if (week.isEmpty()) {
            return "";
        }
        String date =
                Wording.date(result.scenario().startDate(), week.getAsInt()).orElse("");
        return "wk\u202F" + week.getAsInt() + (date.isEmpty() ? "" : " · " + date);
    }

    private static String weeks(double value) {
        return value < 0.05 ? (value > 0 ? "<0.1" : "0") : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String signedWeeks(SalesLost entry) {
        double value = entry.weeks();
        String size = String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.3f" : "%.2f", Math.abs(value));
        return (value < 0 ? "−" : "") + size;
    }

    private static String signedPercent(double part) {
        String size = String.format(Locale.ROOT, "%.1f", Math.abs(part) * 100);
        return (size.equals("0.0") ? "" : part < 0 ? "−" : "+") + size + "\u202F%";
    }

    private static @Nullable Integer orNull(OptionalInt week) {
        return week.isPresent() ? week.getAsInt() : null;
    }
}

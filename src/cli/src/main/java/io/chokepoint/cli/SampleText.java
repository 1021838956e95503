package io.chokepoint.cli;

import io.chokepoint.analysis.FigureRanking;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.export.SampleWriter;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Source;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Many runs with drawn figures, for reading. */
final class SampleText {
    /** Lost output that differs by less is the same, but for rounding. */
    private static final double SAME_WEEKS = 1e-9;

    /** A good that is hit in fewer of the runs is left out of the table. */
    private static final double SELDOM = 0.05;

    private SampleText() {}

    static String summary(SimulationResult central, MonteCarloResult drawn) {
        StringBuilder text = new StringBuilder();
        text.append(central.scenario().title())
                .append(": ")
                .append(runs(drawn.runs()))
                .append(" of ")
                .append(Amounts.weeks(drawn.weeks()))
                .append(" with drawn figures, seed ")
                .append(drawn.seed())
                .append(SummaryText.otherModel(central))
                .append(
                        ".\nRanges: 8 of 10 runs; middle: half of the runs lie below; central: one run with every figure at its central value.\n\n");
        List<Good> shown = drawn.dataset().goods().stream()
                .filter(good -> drawn.probabilityHit(good) >= SELDOM)
                .sorted(Comparator.comparingDouble((Good good) ->
                                drawn.spread(good, Measure.FIRST_LOSS).p50())
                        .thenComparing(
                                good -> -drawn.spread(good, Measure.LOST_OUTPUT).p50()))
                .toList();
        if (shown.isEmpty()) {
            text.append("Nothing falls short in 1 of 20 runs or more.\n");
        } else {
            TextTable table = new TextTable(
                    Column.text("good"),
                    Column.text("name"),
                    Column.figures("hit in"),
                    Column.figures("below 90 % in"),
                    Column.figures("first loss"),
                    Column.figures("trough"),
                    Column.figures("middle"),
                    Column.figures("central"),
                    Column.figures("lost output"),
                    Column.figures("middle"));
            for (Good good : shown) {
                Spread trough = drawn.spread(good, Measure.TROUGH);
                Spread lost = drawn.spread(good, Measure.LOST_OUTPUT);
                table.row(
                        good.id(),
                        good.name(),
                        percent(drawn.probabilityHit(good)),
                        percent(drawn.probabilityBelow(good, SampleWriter.NOTICED)),
                        weeks(drawn.spread(good, Measure.FIRST_LOSS)),
                        Amounts.output(trough.p10()) + " to " + Amounts.output(trough.p90()),
                        Amounts.output(trough.p50()),
                        Amounts.output(central.outcome(good).trough()),
                        number(lost.p10()) + " to " + number(lost.p90())
                                + Amounts.word(number(lost.p90()), " week", " weeks"),
                        number(lost.p50()));
            }
            text.append(table.text()).append(beyond(shown, central, drawn));
        }
        int left = drawn.dataset().goods().size() - shown.size();
        if (left > 0) {
            text.append('\n').append(Texts.get("samples.seldom", left)).append('\n');
        }
        text.append(rules(drawn));
        String prices = PriceText.of(central, drawn);
        if (!prices.isEmpty()) {
            text.append(prices.stripLeading()).append('\n');
        }
        return text.append(convergence(drawn)).append('\n').toString();
    }

    /** In what part of the runs each rationing rule was in force, where rules are drawn. */
    private static String rules(MonteCarloResult drawn) {
        if (drawn.scenario().rules().isEmpty()) {
            return "";
        }
        String parts = drawn.partsByRule().entrySet().stream()
                .map(entry -> entry.getKey().id() + " " + Amounts.percent(entry.getValue()))
                .collect(Collectors.joining(", "));
        return Texts.get("samples.rules", parts) + "\n";
    }

    /** Says where the central run is not in the middle, as somebody who reads only one of the two would be misled. */
    private static String beyond(List<Good> shown, SimulationResult central, MonteCarloResult drawn) {
        if (!drawn.tellsPrecision()) {
            return "";
        }
        long severe = shown.stream()
                .filter(good -> central.outcome(good).lostOutputWeeks()
                        > drawn.spread(good, Measure.LOST_OUTPUT).p90() + SAME_WEEKS)
                .count();
        long mild = shown.stream()
                .filter(good -> central.outcome(good).lostOutputWeeks()
                        < drawn.spread(good, Measure.LOST_OUTPUT).p10() - SAME_WEEKS)
                .count();
        if (5 * (severe + mild) < shown.size()) {
            return "";
        }
        return "\n" + Texts.get("samples.beyond", severe + mild, shown.size(), severe)
                + "\nThe middle is the better guess.\n";
    }

    /** Without separators of thousands, as scripts read it. */
    private static String runs(int count) {
        return count + Amounts.word(count, " run", " runs");
    }

    /** How well the bands are known. */
    static String convergence(MonteCarloResult drawn) {
        return drawn.tellsPrecision()
                ? Texts.get("samples.known", drawn.runs(), String.format(Locale.ROOT, "%.1f", 100 * drawn.bandError()))
                : Texts.get("samples.tooFew", drawn.runs(), MonteCarloResult.FEWEST_FOR_PRECISION);
    }

    static String drivers(String name, List<FigureRanking.Entry> drivers, FigureNames names, MonteCarloResult drawn) {
        if (!drawn.tellsPrecision()) {
            return Texts.get("samples.tooFewDrivers", drawn.runs(), name, MonteCarloResult.FEWEST_FOR_PRECISION) + "\n";
        }
        if (drivers.isEmpty()) {
            return "The lost output of " + name + " is the same in all " + runs(drawn.runs()) + ".\n";
        }
        StringBuilder text = new StringBuilder("Worth finding out: what drives the lost output of " + name + " over "
                + runs(drawn.runsKept()) + ", seed " + drawn.seed() + ".\n\n");
        TextTable table = new TextTable(
                Column.figures("rank"),
                Column.text("figure"),
                Column.figures("correlation"),
                Column.figures("range"),
                Column.text("clear"),
                Column.text("value"),
                Column.text("basis"),
                Column.text("source"));
        int rank = 1;
        for (FigureRanking.Entry entry : drivers.subList(0, Math.min(SampleWriter.MOST_DRIVERS, drivers.size()))) {
            Figure figure = entry.figure();
            table.row(
                    String.valueOf(rank++),
                    names.of(figure),
                    signed(entry.correlation()),
                    signed(entry.low()) + " to " + signed(entry.high()),
                    entry.isClear() ? "yes" : "no",
                    Wording.valueWithRange(figure),
                    figure.evidence().basis().id(),
                    sources(figure, drawn));
        }
        text.append(table.text()).append("""

                Correlation of ranks: +1 when a higher figure always means more lost output, -1 when less.
                Not clear: among so many figures some correlate as much by chance.
                """);
        return text.append(convergence(drawn)).append('\n').toString();
    }

    private static String sources(Figure figure, MonteCarloResult drawn) {
        return figure.evidence().sources().stream()
                .map(id -> drawn.dataset().findSource(id).map(Source::title).orElse(id))
                .collect(Collectors.joining("; "));
    }

    private static String weeks(Spread spread) {
        return week(spread.p10()) + " to " + week(spread.p90());
    }

    private static String week(double week) {
        return Double.isFinite(week) ? String.format(Locale.ROOT, "%.0f", week) : "never";
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}

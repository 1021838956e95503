package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.export.ResultWriter;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Hits;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A run's summary for reading. */
final class SummaryText {
    private SummaryText() {}

    static String of(SimulationResult result) {
        StringBuilder text = new StringBuilder();
        text.append(result.scenario().title()).append(": ").append(Amounts.weeks(result.weeks()));
        result.scenario()
                .startDate()
                .ifPresent(date -> text.append(", week 0 starts on ").append(date));
        text.append(", ")
                .append(result.provenance().figuresInWords())
                .append(otherModel(result))
                .append(".\n\n");
        Headline headline = Headline.of(result);
        if (!result.hitGoods().isEmpty() || !result.hitMarkets().isEmpty()) {
            text.append(headline.line()).append("\n\n");
        }
        goods(result, headline, text);
        markets(result, text);
        text.append(PriceText.of(result, null));
        Explanation.whyNothing(result).ifPresent(why -> text.append(why).append('\n'));
        howSure(headline, text);
        return text.toString();
    }

    /** Which model it was, where it was not the standard one. */
    static String otherModel(SimulationResult result) {
        return result.provenance()
                .model()
                .filter(stamp ->
                        !stamp.name().equals(ModelRegistry.PROGRAM.names().getFirst()))
                .map(stamp -> ", model " + stamp.name())
                .orElse("");
    }

    private static void howSure(Headline headline, StringBuilder text) {
        text.append("\nHow sure: ").append(headline.howSure().answer().toLowerCase(Locale.ROOT));
        headline.good()
                .filter(good -> headline.assumptions().figures() > 0)
                .ifPresent(good -> text.append("; why ")
                        .append(good.shortName())
                        .append(' ')
                        .append(
                                headline.hits().sellsLess(good)
                                        ? Wording.verb(good.shortName(), "sell") + " less"
                                        : Wording.verb(good.shortName(), "fall") + " short")
                        .append(" rests on ")
                        .append(Texts.get(
                                "summary.restsOn",
                                headline.assumptions().figures(),
                                headline.assumptions().assumed())));
        text.append(".\n");
    }

    private static void goods(SimulationResult result, Headline headline, StringBuilder text) {
        List<Good> hit = result.hitGoods();
        int all = result.dataset().goods().size();
        if (hit.isEmpty()) {
            text.append(Texts.count(result.hitMarkets().isEmpty() ? "summary.allStay" : "summary.goodsStay", all))
                    .append("\n");
            return;
        }
        TextTable table = new TextTable(
                Column.text("good"),
                Column.text("name"),
                Column.text("stage"),
                Column.figures("first loss"),
                Column.figures("trough"),
                Column.figures("in"),
                Column.figures("lost output"),
                Column.figures("recovery"),
                Column.text("held back by"));
        for (Good good : hit) {
            Outcome outcome = result.outcome(good);
            table.row(
                    good.id(),
                    good.name(),
                    good.stage().id(),
                    week(outcome.firstLossWeek()),
                    percent(outcome.trough()),
                    week(OptionalInt.of(outcome.troughWeek())),
                    weeks(outcome.lostOutputWeeks()),
                    outcome.recoveryWeek().isPresent() ? week(outcome.recoveryWeek()) : "not in this run",
                    ResultWriter.bindingInput(result, good).orElse(""));
        }
        text.append(table.text());
        int left = all - hit.size();
        text.append('\n')
                .append(fallShort(headline.hits()))
                .append(left == 0 ? "Every good falls below 99 % of baseline.\n" : Headline.leftOut(left, all) + "\n");
    }

    private static String fallShort(Hits hits) {
        int fall = hits.fallShort().size();
        int less = hits.sellLess().size();
        if (less == 0) {
            return "";
        }
        return (fall == 0 ? Texts.count("summary.noneShort", less) : Texts.get("summary.bothKinds", fall, less)) + "\n";
    }

    private static void markets(SimulationResult result, StringBuilder text) {
        List<Market> hit = result.hitMarkets();
        int all = result.dataset().markets().size();
        if (all == 0) {
            return;
        }
        if (hit.isEmpty()) {
            text.append(Texts.count("summary.served", all)).append("\n");
            return;
        }
        TextTable table = new TextTable(
                Column.text("market"),
                Column.text("name"),
                Column.figures("first unmet"),
                Column.figures("least served"),
                Column.figures("in"),
                Column.figures("unmet demand"),
                Column.figures("recovery"));
        for (Market market : hit) {
            Outcome outcome = result.outcome(market);
            table.row(
                    market.id(),
                    market.name(),
                    week(outcome.firstLossWeek()),
                    percent(outcome.trough()),
                    week(OptionalInt.of(outcome.troughWeek())),
                    weeks(outcome.lostOutputWeeks()),
                    outcome.recoveryWeek().isPresent() ? week(outcome.recoveryWeek()) : "not in this run");
        }
        text.append('\n').append(table.text());
        if (hit.size() < all) {
            text.append('\n')
                    .append(Texts.get("summary.servedOf", all - hit.size(), all))
                    .append('\n');
        }
    }

    static String percent(double part) {
        return Amounts.percentToTenths(part);
    }

    private static String weeks(double weeks) {
        return String.format(Locale.ROOT, "%.1f weeks", weeks);
    }

    private static String week(OptionalInt week) {
        return week.isPresent() ? "week " + week.getAsInt() : "";
    }
}

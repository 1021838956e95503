package io.chokepoint.cli;

import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.BacktestScore;
import io.chokepoint.study.BacktestSkill;
import io.chokepoint.study.FactorEstimate;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Past episodes, simulated beside observed, for reading. */
final class BacktestText {
    private BacktestText() {}

    static String of(List<BacktestRow> rows) {
        TextTable table = new TextTable(
                Column.text("episode"),
                Column.text("good"),
                Column.text("weeks"),
                Column.figures("seen"),
                Column.figures("model"),
                Column.figures("8 of 10 runs"),
                Column.text("verdict"));
        Episode last = null;
        for (BacktestRow row : rows) {
            Episode episode = row.episode();
            Episode.Observation seen = row.observation();
            String name = episode.scenario().id() + (episode.heldAside() ? " (held aside)" : "");
            table.row(
                    episode.equals(last) ? "" : name,
                    subject(seen),
                    seen.fromWeek() + " to " + seen.toWeek(),
                    range(row, seen.seen().low(), seen.seen().high()),
                    value(row, row.simulated()),
                    row.p10().isEmpty() && row.p90().isEmpty()
                            ? ""
                            : value(row, row.p10()) + " to " + value(row, row.p90()),
                    row.verdict().id());
            last = episode;
        }
        return table.text() + "\n" + Texts.get("backtest.legend") + "\n" + score(rows) + "\n";
    }

    /** Good, maker or region, and what was seen of it unless that is its output. */
    private static String subject(Episode.Observation seen) {
        String region = seen.reading().region().text();
        String to = seen.reading().to().text();
        return seen.subject()
                + seen.provider().map(provider -> "@" + provider).orElse("")
                + (region.isEmpty() ? "" : "@" + region)
                + (to.isEmpty() ? "" : " to " + to)
                + (seen.what() == What.OUTPUT ? "" : " (" + seen.what().id() + ")");
    }

    /** How good the forecasts are, by half and class of observation. */
    static String ofSkill(List<BacktestSkill> skills) {
        TextTable table = new TextTable(
                Column.text("half"),
                Column.text("class"),
                Column.figures("observations"),
                Column.figures("CRPS"),
                Column.figures("of nothing"),
                Column.figures("of proportion"),
                Column.figures("skill to nothing"),
                Column.figures("skill to proportion"),
                Column.figures("in the band"));
        BacktestSkill last = null;
        for (BacktestSkill skill : skills) {
            table.row(
                    last != null && last.half() == skill.half()
                            ? ""
                            : skill.half().id(),
                    skill.kind().id(),
                    Integer.toString(skill.observations()),
                    number(skill.crps()),
                    number(skill.nothingCrps()),
                    number(skill.proportionCrps()),
                    number(skill.skillAgainstNothing()),
                    number(skill.skillAgainstProportion()),
                    skill.covered() + " = " + Math.round(100 * skill.coverage()) + " %");
            last = skill;
        }
        return table.text() + "\n" + Texts.get("backtest.skillLegend") + "\n";
    }

    /** Every factor that was tried, and what came of it. */
    static String ofEstimate(FactorEstimate estimate) {
        TextTable table = new TextTable(
                Column.figures("round"),
                Column.text("class"),
                Column.figures("factor"),
                Column.figures("CRPS"),
                Column.figures("better by"),
                Column.figures("error"),
                Column.text("adopted"));
        for (FactorEstimate.Trial trial : estimate.trials()) {
            table.row(
                    Integer.toString(trial.round()),
                    trial.kind().id(),
                    String.format(Locale.ROOT, "%.2f", trial.factor()),
                    fine(trial.crps()),
                    String.format(Locale.ROOT, "%+.4f", trial.improvement()),
                    fine(trial.error()),
                    trial.isAdopted() ? Texts.get("backtest.estimate.yes") : Texts.get("backtest.estimate.no"));
        }
        String adopted = estimate.adopted().entrySet().stream()
                .map(entry -> Texts.get(
                        "backtest.estimate.factor",
                        entry.getKey().id(),
                        String.format(Locale.ROOT, "%.2f", entry.getValue())))
                .collect(Collectors.joining(", "));
        return table.text() + "\n"
                + Texts.get(
                        "backtest.estimate.legend", estimate.observations(), estimate.episodes(), fine(estimate.crps()))
                + "\n"
                + (adopted.isEmpty()
                        ? Texts.get("backtest.estimate.none")
                        : Texts.get("backtest.estimate.adopted", adopted))
                + "\n";
    }

    private static String fine(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "";
    }

    static String score(List<BacktestRow> rows) {
        BacktestScore all = BacktestScore.of(rows);
        BacktestScore aside = BacktestScore.of(
                rows.stream().filter(row -> row.episode().heldAside()).toList());
        return "Score: " + words(all) + (aside.observations() == 0 ? "" : "\nHeld aside: " + words(aside));
    }

    private static String words(BacktestScore score) {
        return Texts.get(
                "backtest.score",
                score.inRange(),
                score.observations(),
                score.overPredicts(),
                score.underPredicts(),
                score.episodesInRange(),
                score.episodes());
    }

    private static String range(BacktestRow row, double low, double high) {
        return value(row, OptionalDouble.of(low)) + " to " + value(row, OptionalDouble.of(high));
    }

    private static String value(BacktestRow row, OptionalDouble value) {
        if (value.isEmpty()) {
            return "never";
        }
        if (row.observation().what() == What.PRICE) {
            return String.format(Locale.ROOT, "%.2fx", value.getAsDouble());
        }
        return row.observation().quantity() == Quantity.FIRST_LOSS
                ? String.format(Locale.ROOT, "week %.0f", value.getAsDouble())
                : String.format(Locale.ROOT, "%.0f %%", 100 * value.getAsDouble());
    }
}

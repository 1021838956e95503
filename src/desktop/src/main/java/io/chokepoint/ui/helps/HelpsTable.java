package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each measure buys, as a table. */
final class HelpsTable {
    private final Mitigation.Result result;
    private final Dataset dataset;
    private final List<ColumnSpec<Trial>> columns = new ArrayList<>();

    private HelpsTable(Mitigation.Result result, Dataset dataset) {
        this.result = result;
        this.dataset = dataset;
    }

    /** @param pairs two measures together, or each alone */
    static TableContent<Trial> of(Mitigation.Result result, boolean pairs, Dataset dataset) {
        return new HelpsTable(result, dataset).table(pairs);
    }

    private TableContent<Trial> table(boolean pairs) {
        Trial asIs = result.asIs();
        column(
                "measures",
                Look.NAME,
                290,
                trial -> HelpsWords.measures(trial.options(), dataset),
                trial -> HelpsWords.measures(trial.options(), dataset));
        column("gained_weeks", Look.BAR, 124, Trial::gainedWeeks, trial -> weeks(trial.gainedWeeks()));
        if (pairs) {
            column(
                    "interaction_weeks",
                    Look.NUMBER,
                    90,
                    Trial::interactionWeeks,
                    trial -> (trial.interactionWeeks() >= 0.05 ? "+" : "") + weeks(trial.interactionWeeks()));
        }
        column(
                "later",
                Look.NUMBER,
                118,
                trial -> trial.outcome().firstLossWeek().isPresent()
                        ? trial.outcome().firstLossWeek().getAsInt()
                        : null,
                trial -> HelpsWords.later(trial, asIs));
        column(
                "points",
                Look.NUMBER,
                98,
                trial -> 100 * (trial.outcome().trough() - asIs.outcome().trough()),
                trial -> HelpsWords.points(trial, asIs));
        column(
                "lost_output_weeks",
                Look.NUMBER,
                78,
                trial -> trial.outcome().lostOutputWeeks(),
                trial -> weeks(trial.outcome().lostOutputWeeks()));
        column("stock_weeks", Look.NUMBER, 110, Trial::stockWeeks, trial -> weeks(trial.stockWeeks()));
        column("stock_cost_weeks", Look.NUMBER, 84, Trial::costWeeks, trial -> Amounts.number(trial.costWeeks()));
        return TableContent.plain(
                "what-helps-" + result.target().id() + (pairs ? "-pairs" : ""),
                columns,
                pairs ? result.pairs() : result.alone(),
                trial -> Selection.NONE,
                Texts.get(pairs ? "helps.notes.pairs" : "helps.notes"));
    }

    private static String weeks(double value) {
        return Math.abs(value) < 0.05 ? "0" : Amounts.number(value);
    }

    private void column(
            String id, Look look, double width, Function<Trial, @Nullable Object> value, Function<Trial, String> text) {
        columns.add(new ColumnSpec<>(
                id, Texts.get("helps.column." + id), Texts.get("helps.hint." + id), width, look, value, text));
    }
}

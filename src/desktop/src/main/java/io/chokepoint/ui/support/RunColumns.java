package io.chokepoint.ui.support;

import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.RunCaption;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a table of a run needs to be understood away from the window, as columns after its own, the same in every row, so that spreadsheets and
 * data frames read it without being told to pass over anything: {@code scenario}, {@code dataset} with its edition, {@code weeks} of the run,
 * {@code shown_week} where the table is of one, {@code figures} used, {@code range} of the answer.
 */
public final class RunColumns {
    private RunColumns() {}

    /** For a table of one week, the one that is shown. */
    public static UnaryOperator<TableCopy> ofWeek(StudyState state) {
        return table -> add(table, state, state.looking().weekProperty().get());
    }

    /** For a table of the whole run. */
    public static UnaryOperator<TableCopy> ofRun(StudyState state) {
        return table -> add(table, state, null);
    }

    private static TableCopy add(TableCopy table, StudyState state, @Nullable Integer week) {
        return state.result().map(run -> add(table, state, run, week)).orElse(table);
    }

    private static TableCopy add(TableCopy table, StudyState state, SimulationResult run, @Nullable Integer week) {
        Work work = state.workProperty().get();
        int own = work == null ? 0 : work.figures().size();
        return table.with(
                List.of("scenario", "dataset", "weeks", "shown_week", "figures", "range"),
                work == null ? run.scenario().title() : work.scenario().title(),
                RunCaption.dataset(run),
                run.weeks(),
                week,
                RunCaption.figures(run, own),
                RunCaption.of(run, state.many().result(), own).range());
    }
}

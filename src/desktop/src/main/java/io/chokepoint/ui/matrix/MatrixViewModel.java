package io.chokepoint.ui.matrix;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.matrix.MatrixContent.Cell;
import io.chokepoint.ui.matrix.MatrixContent.Row;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.ViewKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The matrix: how long goods stop, the chosen cell, and why that good falls. Worked out only while somebody looks. */
final class MatrixViewModel {
    static final List<Integer> STOPS = List.of(4, 13, 26, 52);

    private static final String SWEEP = "matrix";
    private static final String EXPLAIN = "matrix-why";

    private final StudyState state;
    private final UiTasks tasks;
    private final IntegerProperty stopWeeks = new SimpleIntegerProperty(26);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Cell>> cell = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable MatrixContent> content = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Why>> why = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Integer, MatrixContent> known = new HashMap<>();
    private boolean cancelled;

    /** Why one falls short when a good stops. */
    record Why(Row row, Good column, SimulationResult result, Explanation explanation) {}

    MatrixViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(this::dataChanged);
        stopWeeks.subscribe(unused -> compute());
        looking.subscribe(unused -> compute());
        filter.subscribe(unused -> cell.set(Optional.empty()));
        cell.subscribe(unused -> why.set(Optional.empty()));
    }

    private void dataChanged(@Nullable DataPackage unused) {
        tasks.cancel(SWEEP);
        known.clear();
        cell.set(Optional.empty());
        content.set(null);
        compute();
    }

    IntegerProperty stopWeeksProperty() {
        return stopWeeks;
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Whether the matrix is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    ObjectProperty<Optional<Cell>> cellProperty() {
        return cell;
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<@Nullable MatrixContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Why>> whyProperty() {
        return why.getReadOnlyProperty();
    }

    Optional<MatrixContent> content() {
        return Optional.ofNullable(content.get());
    }

    /** Whether the user stopped the computation. */
    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
        tasks.cancel(SWEEP);
        content.set(null);
    }

    void computeAgain() {
        cancelled = false;
        compute();
    }

    private Optional<StudyRunner> runner() {
        return state.engine().flatMap(Engine::runner);
    }

    private void compute() {
        int stop = stopWeeks.get();
        MatrixContent ready = known.get(stop);
        cell.set(Optional.empty());
        if (ready != null) {
            content.set(ready);
            return;
        }
        content.set(null);
        Optional<StudyRunner> runner = runner();
        if (!looking.get() || runner.isEmpty()) {
            return;
        }
        cancelled = false;
        tasks.submit(
                SWEEP,
                Texts.get("matrix.working", stop),
                UiTasks.WhenBusy.CANCEL,
                monitor -> MatrixBuilder.build(runner.get(), stop, monitor),
                made -> {
                    known.put(stop, made);
                    if (stop == stopWeeks.get()) {
                        content.set(made);
                    }
                });
    }

    /** Runs the chosen cell's stop in full and says why its column falls. */
    void explain() {
        Optional<StudyRunner> runner = runner();
        Optional<MatrixContent> now = content();
        Optional<Cell> chosen = cell.get();
        if (runner.isEmpty() || now.isEmpty() || chosen.isEmpty()) {
            return;
        }
        Row row = now.get().rows().get(chosen.get().row());
        Good column = now.get().columns().get(chosen.get().column());
        Scenario scenario = scenario(row, now.get());
        tasks.submit(
                EXPLAIN,
                scenario.title(),
                UiTasks.WhenBusy.CANCEL,
                (RunMonitor monitor) -> {
                    SimulationResult result = runner.get().run(scenario, monitor);
                    return new Why(row, column, result, Explanation.of(result, column));
                },
                made -> why.set(Optional.of(made)));
    }

    /** Makes the chosen row a scenario of its own, to be looked at in the graph. */
    void openAsScenario() {
        content()
                .ifPresent(now -> cell.get().ifPresent(chosen -> {
                    Row row = now.rows().get(chosen.row());
                    state.openScenario(scenario(row, now));
                    state.looking().select(now.columns().get(chosen.column()));
                    state.looking().viewProperty().set(ViewKind.GRAPH);
                }));
    }

    private static Scenario scenario(Row row, MatrixContent content) {
        Selector select = new Selector(List.of(new Selector.Term(
                Selector.Side.MAKER,
                Selector.Field.GOOD,
                false,
                List.of(row.good().id()))));
        Evidence evidence = Evidence.assumption(Texts.get("matrix.assumption"));
        Restriction outage = RestrictionKinds.OUTAGE.on(
                new Restriction.Terms(
                        List.of(select),
                        Optional.empty(),
                        new Period(0, content.stopWeeks(), 0),
                        Texts.get("matrix.assumption"),
                        ""),
                Figure.point("matrix/lost", 1, "part of capacity", evidence));
        return new Scenario(
                "stop-" + row.good().id(),
                Texts.get("matrix.scenario", row.good().shortName(), content.stopWeeks()),
                "",
                "",
                Optional.empty(),
                content.horizonWeeks(),
                Optional.empty(),
                List.of(outage),
                List.of(),
                List.of(),
                List.of());
    }
}

package io.chokepoint.ui.compare;

import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Anchors;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Scenario A, which the window works on, beside a scenario B: same dataset, same week, same selection, same focus. B has a state
 * of its own, so that every view can show it without knowing.
 */
public final class Comparison {
    private static final String SLOT = "run-b";

    private final StudyState a;
    private final StudyState b;
    private final UiContext contextB;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final Opening opening;
    private final BooleanProperty differenceOnly = new SimpleBooleanProperty();
    private boolean linking;

    public Comparison(UiContext context) {
        a = context.state();
        b = new StudyState(context.tasks(), data -> a.engine().orElseGet(() -> Engine.of(data)), SLOT);
        contextB = new UiContext(
                b,
                context.tasks(),
                new Commands(),
                context.theme(),
                context.settings(),
                context.dialogs(),
                new Anchors(),
                context.overlays(),
                context.openLink());
        a.dataProperty().subscribe(data -> end());
        a.looking().weekProperty().subscribe(week -> link(() -> b.looking().setWeek(week.intValue())));
        // B has no timeline of its own: whatever sets its week, it follows A.
        b.looking()
                .weekProperty()
                .subscribe(week -> link(
                        () -> b.looking().setWeek(a.looking().weekProperty().get())));
        a.looking()
                .selectionProperty()
                .subscribe(selection -> link(() -> b.looking().select(selection)));
        b.looking()
                .selectionProperty()
                .subscribe(selection -> link(() -> a.looking().select(selection)));
        a.looking()
                .focusProperty()
                .subscribe(focus -> link(() -> b.looking().focusProperty().set(focus)));
        a.looking()
                .whyProperty()
                .subscribe(why -> link(() -> b.looking().whyProperty().set(why)));
        a.looking()
                .viewProperty()
                .subscribe(view -> link(() -> b.looking().viewProperty().set(view)));
        b.resultProperty()
                .subscribe(result -> link(
                        () -> b.looking().setWeek(a.looking().weekProperty().get())));
        opening = new Opening(this, context.tasks());
        a.againstProperty().bind(Bindings.when(on).then(b.resultProperty()).otherwise((SimulationResult) null));
    }

    /** One change must not run in circles, and nothing is linked while nothing is compared. */
    private void link(Runnable change) {
        if (on.get() && !linking) {
            linking = true;
            change.run();
            linking = false;
        }
    }

    /** Whether two scenarios are shown. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether only what differs is shown. */
    public BooleanProperty differenceOnlyProperty() {
        return differenceOnly;
    }

    /** What views of B are made with. */
    public UiContext contextB() {
        return contextB;
    }

    StudyState a() {
        return a;
    }

    StudyState b() {
        return b;
    }

    /** What is said of both sides. */
    Opening opening() {
        return opening;
    }

    /** Compares with a scenario; opens on what differs most. */
    public void start(Scenario scenario) {
        start(Work.on(scenario));
    }

    /** Compares with the work as it was before the last change. Nothing happens where there was none. */
    public void startWithBefore() {
        a.beforeLastChange()
                .ifPresent(before -> start(before.withScenario(before.scenario()
                        .withTitle(
                                Texts.get("compare.before", a.undoNameProperty().get())))));
    }

    private void start(Work work) {
        a.data().ifPresent(data -> {
            if (b.data().filter(data::equals).isEmpty()) {
                b.openData(data);
            }
            // A path of one scenario need not be one of the other.
            a.looking().leavePath();
            on.set(true);
            b.openWork(work);
            b.looking().viewProperty().set(a.looking().viewProperty().get());
            b.looking().focusProperty().set(a.looking().focusProperty().get());
            b.looking().select(a.looking().selectionProperty().get());
            opening.start();
        });
    }

    /** Back to A alone. */
    public void end() {
        on.set(false);
        differenceOnly.set(false);
    }

    /** The runs that are shown: A's, and while two scenarios are shown B's after it. */
    public List<SimulationResult> shown() {
        return Stream.of(a.result(), on.get() ? b.result() : Optional.<SimulationResult>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whose runs these are. */
    public List<StudyState> states() {
        return on.get() ? List.of(a, b) : List.of(a);
    }

    /** Both runs, once both are there. */
    Optional<Pair> runs() {
        return a.result().flatMap(first -> b.result().map(second -> new Pair(first, second)));
    }

    /** The runs compared. */
    record Pair(SimulationResult a, SimulationResult b) {
        /** The last week that both have. */
        int week(int wanted) {
            return Math.min(wanted, Math.min(a.weeks(), b.weeks()) - 1);
        }
    }
}

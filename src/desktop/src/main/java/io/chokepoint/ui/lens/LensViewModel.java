package io.chokepoint.ui.lens;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.LensLosses;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.MakerLens;
import io.chokepoint.study.MakerLens.Need;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.lens.LensContent.Row;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The lens: whose supplies are looked at, what is shown of them, and the chosen input. Worked out only while looked at. */
final class LensViewModel {
    static final String SLOT = "lens";
    private static final String LOSSES = "lens-losses";

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable LensContent> content = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final Map<LensSubject, LensContent> known = new HashMap<>();
    private Selection lookedWith = Selection.NONE;
    private Optional<LensSubject> lookedAt = Optional.empty();

    LensViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(unused -> dataChanged());
        state.looking().lensProperty().subscribe(unused -> compute());
        state.looking().selectionProperty().subscribe(unused -> compute());
        looking.subscribe(unused -> compute());
    }

    private void dataChanged() {
        tasks.cancel(SLOT);
        tasks.cancel(LOSSES);
        known.clear();
        lookedAt = Optional.empty();
        lookedWith = Selection.NONE;
        content.set(null);
        chosen.set(Optional.empty());
        compute();
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<@Nullable LensContent> contentProperty() {
        return content.getReadOnlyProperty();
    }

    Optional<LensContent> content() {
        return Optional.ofNullable(content.get());
    }

    ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    /** Whether the lens is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    Optional<Dataset> dataset() {
        return state.data().map(data -> data.dataset());
    }

    private Optional<StudyRunner> runner() {
        return state.engine().flatMap(Engine::runner);
    }

    /**
     * Whom to look at: whom somebody asked for; where nobody did since the last look but something else is selected now, that; or else
     * the maker of what the dataset's answers speak of first.
     */
    private Optional<LensSubject> subject() {
        Dataset dataset = dataset().orElse(null);
        if (dataset == null) {
            return Optional.empty();
        }
        Optional<LensSubject> asked = state.looking().lensProperty().get();
        Selection selected = state.looking().selectionProperty().get();
        boolean news = asked.equals(lookedAt) && !selected.equals(lookedWith);
        Optional<LensSubject> selectedNow = news ? LensSubjects.of(selected, dataset) : Optional.empty();
        return selectedNow.or(() -> asked).or(() -> first(dataset));
    }

    private static Optional<LensSubject> first(Dataset dataset) {
        return dataset.goods().stream()
                .filter(dataset.headline()::contains)
                .filter(good -> !dataset.suppliesOf(good).isEmpty())
                .findFirst()
                .flatMap(good -> LensSubjects.largest(good, dataset))
                .or(() -> dataset.supplies().stream()
                        .findFirst()
                        .map(Supply::activity)
                        .map(LensSubjects::of));
    }

    private void compute() {
        Optional<StudyRunner> runner = runner();
        Optional<LensSubject> subject = looking.get() ? subject() : Optional.empty();
        if (subject.isEmpty() || runner.isEmpty()) {
            return;
        }
        lookedAt = subject;
        lookedWith = state.looking().selectionProperty().get();
        if (!state.looking().lensProperty().get().equals(subject)) {
            // Comes back here with the subject that is then asked for.
            state.looking().showLens(subject.get());
            return;
        }
        LensContent shown = content.get();
        if (shown != null
                && shown.page().subject().equals(subject.get())
                && (shown.losses().isPresent() || tasks.isBusy(LOSSES))) {
            return;
        }
        tasks.cancel(LOSSES);
        chosen.set(Optional.empty());
        LensContent ready = known.get(subject.get());
        content.set(ready);
        if (ready != null && ready.losses().isPresent()) {
            return;
        }
        look(subject.get(), runner.get());
    }

    private void look(LensSubject subject, StudyRunner runner) {
        tasks.submit(
                SLOT,
                Texts.get("lens.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new LensContent(new MakerLens(runner).page(subject), Optional.empty()),
                made -> {
                    content.set(made);
                    lose(made, runner);
                });
    }

    private void lose(LensContent of, StudyRunner runner) {
        tasks.submit(
                LOSSES,
                Texts.get("lens.losing"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new LensLosses(runner).of(of.page(), monitor),
                losses -> {
                    LensContent whole = new LensContent(of.page(), Optional.of(losses));
                    known.put(of.page().subject(), whole);
                    if (state.looking()
                            .lensProperty()
                            .get()
                            .equals(Optional.of(of.page().subject()))) {
                        content.set(whole);
                    }
                });
    }

    /** Stops trying losses, or starts again. */
    void stopOrAgain() {
        if (tasks.isBusy(LOSSES)) {
            tasks.cancel(LOSSES);
        } else {
            content().ifPresent(shown -> runner().ifPresent(runner -> lose(shown, runner)));
        }
    }

    boolean isLosing() {
        return tasks.isBusy(LOSSES);
    }

    static String lossesSlot() {
        return LOSSES;
    }

    // ---- from a row onwards ---------------------------------------------------------------------------------------

    /** Shows the input in the graph. */
    void open(Row row) {
        show(row.need().input(), ViewKind.GRAPH);
    }

    /** Shows a good in the graph. */
    void open(Good good) {
        show(good, ViewKind.GRAPH);
    }

    /** The view first: the lens follows what is selected while it is looked at. */
    private void show(Good good, ViewKind where) {
        state.looking().viewProperty().set(where);
        state.looking().select(good);
    }

    /**
     * Adds the loss of the row's leading source to the scenario as one step, and shows its run.
     *
     * @param next where to look at it
     */
    void restrict(Row row, ViewKind next) {
        LensContent shown = content.get();
        Optional<StudyRunner> runner = runner();
        if (shown == null || runner.isEmpty()) {
            return;
        }
        Need need = row.need();
        Optional<Restriction> restriction =
                new LensLosses(runner.get()).restriction(shown.page().subject(), need, Texts.get("lens.assumption"));
        restriction.ifPresent(loss -> {
            if (state.scenario().isEmpty()) {
                state.openUnsaved(Work.on(Scenario.adHoc(LensLosses.WEEKS, List.of(loss))));
            } else {
                state.edit(Texts.get("lens.undo", need.input().shortName()), scenario -> {
                    List<Restriction> all = new ArrayList<>(scenario.restrictions());
                    all.add(loss);
                    return scenario.withRestrictions(all);
                });
            }
            if (next == ViewKind.HELPS && shown.page().subject() instanceof LensSubject.OfMaker maker) {
                state.looking().helpedProperty().set(Optional.of(maker.provider()));
            }
            show(row.loss().flatMap(LensLosses.Loss::worst).orElse(need.input()), next);
        });
    }

    void lookAt(LensSubject subject) {
        state.looking().showLens(subject);
    }
}

package io.chokepoint.ui.support;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Seen;
import io.chokepoint.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The one source of truth of the window: the dataset, the scenario worked on, its run, and what the user looks at. Features
 * read its properties and call its verbs; they never keep copies.
 *
 * <p>Any change of the scenario or of own figures starts a run by itself; the newest wins, and its result arrives in
 * {@link #resultProperty()} in one place. Until then the last result stays and {@link #staleProperty()} is true. UI thread
 * only; needs no toolkit.
 */
public final class StudyState {
    private final String slot;
    private final UiTasks tasks;
    private final Function<DataPackage, Engine> engines;

    private final ReadOnlyObjectWrapper<@Nullable DataPackage> data = new ReadOnlyObjectWrapper<>();
    private final UndoStack<Work> history = new UndoStack<>();
    private final ReadOnlyObjectWrapper<@Nullable Scenario> scenario = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Answer> answer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SimulationResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper dragging = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper runNanos = new ReadOnlyLongWrapper();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ArticleReading>> article = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<@Nullable SimulationResult> against = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Work> left = new ReadOnlyObjectWrapper<>();
    private @Nullable Work saved;
    private @Nullable Engine engine;
    private final ManyRuns many;
    private final Reliance reliance;
    private final Looking looking =
            new Looking(() -> result().map(SimulationResult::weeks).orElse(1));
    private boolean freshScenario;
    private final ViewHistory looks;

    /** @param engines makes what runs a dataset; {@link Engine#of} in the program */
    public StudyState(UiTasks tasks, Function<DataPackage, Engine> engines) {
        this(tasks, engines, "run");
    }

    /** @param slot in which runs are made; two states with the same tasks need two slots */
    public StudyState(UiTasks tasks, Function<DataPackage, Engine> engines, String slot) {
        this.slot = slot;
        this.tasks = tasks;
        this.engines = engines;
        this.many = new ManyRuns(tasks, slot + "-samples", history.valueProperty(), this::engine);
        this.reliance = new Reliance(this, tasks, slot + "-reliance");
        history.valueProperty().subscribe(this::workChanged);
        this.looks = new ViewHistory(this, tasks::later);
    }

    // ---- dataset and scenario -------------------------------------------------------------------------------------

    /** Null until a dataset is open. */
    public ReadOnlyObjectProperty<@Nullable DataPackage> dataProperty() {
        return data.getReadOnlyProperty();
    }

    public Optional<DataPackage> data() {
        return Optional.ofNullable(data.get());
    }

    /** A good of the open dataset by its id. */
    public Optional<Good> findGood(String id) {
        return data().flatMap(opened -> opened.dataset().findGood(id));
    }

    /** The engine of the open dataset. */
    public Optional<Engine> engine() {
        return Optional.ofNullable(engine);
    }

    /**
     * Asks something of the dataset's engine that takes a moment; the newest question of a kind wins.
     *
     * @param kind of question
     * @param onAnswer gets the answer on the UI thread; not called where no dataset is open
     */
    public <T> void ask(String kind, Function<Engine, T> question, Consumer<T> onAnswer) {
        Engine asked = engine;
        if (asked != null) {
            tasks.submit(
                    slot + "-" + kind,
                    Texts.get("tasks.asking"),
                    UiTasks.WhenBusy.COALESCE,
                    monitor -> question.apply(asked),
                    onAnswer);
        }
    }

    /** The scenario as it is now, edits included; null until one is open. */
    public ReadOnlyObjectProperty<@Nullable Scenario> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    public Optional<Scenario> scenario() {
        return Optional.ofNullable(scenario.get());
    }

    /** Scenario and own figures as they are now; null until a scenario is open. */
    public ReadOnlyObjectProperty<@Nullable Work> workProperty() {
        return history.valueProperty();
    }

    /** The engine of a dataset that is about to be opened. Takes a while; may be called on any thread. */
    public Engine prepare(DataPackage data) {
        return engines.apply(data);
    }

    /** The article of which a scenario was made last, with the words of this dataset; empty where there was none. */
    public ObjectProperty<Optional<ArticleReading>> articleProperty() {
        return article;
    }

    /** Opens a dataset, as {@link #openData(DataPackage, Engine)} with an engine made here and now. */
    public void openData(DataPackage opened) {
        openData(opened, prepare(opened));
    }

    /**
     * Opens a dataset; nothing of the old one stays. Open a scenario next.
     *
     * @param prepared what {@link #prepare} gave for it
     */
    public void openData(DataPackage opened, Engine prepared) {
        leave(null);
        tasks.cancel(slot);
        engine = prepared;
        problems.clear();
        looking.reset();
        history.reset(null);
        article.set(Optional.empty());
        answer.set(null);
        result.set(null);
        data.set(opened);
        looks.reset();
    }

    /** Opens a scenario as it is. Where the last one is unsaved, undo opens that again; else its steps are forgotten. */
    public void openScenario(Scenario opened) {
        openWork(Work.on(opened));
    }

    /** As {@link #openScenario}, with own figures. */
    public void openWork(Work opened) {
        saved = opened;
        start(opened);
    }

    /** Opens work that is in no file yet. */
    public void openUnsaved(Work opened) {
        saved = null;
        start(opened);
    }

    /** As {@link #openUnsaved}, as a step: undo opens again what was open, saved or not. */
    public void openAsStep(Work opened) {
        saved = null;
        start(opened, true);
    }

    private void start(Work opened) {
        start(opened, false);
    }

    private void start(Work opened, boolean asStep) {
        freshScenario = true;
        looking.leavePath();
        looking.focusProperty().set(Focus.HIT);
        if (leave(opened) || asStep && history.value().isPresent()) {
            dragging.set(false);
            history.push(Texts.get("scenario.openStep", opened.scenario().title()), opened);
        } else {
            history.reset(opened);
        }
        // Opened again as it was, it is no change that anybody is told of.
        unsaved.set(isUnsaved(opened));
        looks.reset();
    }

    /** What the dataset has can always be had again. */
    private boolean isUnsaved(Work work) {
        boolean isOfData = data().flatMap(
                        opened -> opened.findAny(work.scenario().id()))
                .map(Work::on)
                .filter(work::equals)
                .isPresent();
        return !work.equals(saved) && !isOfData;
    }

    /** Tells of work that is unsaved when something else is opened over it. */
    private boolean leave(@Nullable Work opened) {
        Work now = history.valueProperty().get();
        boolean leaves = unsaved.get() && now != null && !now.equals(opened);
        left.set(leaves ? now : null);
        return leaves;
    }

    /**
     * What was left unsaved when something else was opened last, told before that is; undo opens it again, unless another dataset was
     * opened. Null where nothing was.
     */
    public ReadOnlyObjectProperty<@Nullable Work> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /** What is open now has been saved. */
    public void markSaved() {
        saved = history.valueProperty().get();
        unsaved.set(false);
    }

    /** Whether what is open differs from what was opened or saved last, and is no scenario of the dataset as that has it. */
    public ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    /**
     * Changes the scenario as one step.
     *
     * @param name what undo will call it, e.g. "Restrict yttrium oxide"
     */
    public void edit(String name, UnaryOperator<Scenario> change) {
        editWork(name, work -> work.withScenario(change.apply(work.scenario())));
    }

    /** Changes scenario or own figures as one step. */
    public void editWork(String name, UnaryOperator<Work> change) {
        dragging.set(false);
        history.value().ifPresent(work -> history.push(name, titled(change.apply(work))));
    }

    /** Changes the scenario while something is dragged; run and views follow, the step comes with {@link #commit}. */
    public void preview(UnaryOperator<Scenario> change) {
        history.value().ifPresent(work -> {
            dragging.set(true);
            history.preview(titled(work.withScenario(change.apply(work.scenario()))));
        });
    }

    /** What is no longer a scenario of the dataset must not go by its title; once it is again, it does. */
    private Work titled(Work changed) {
        Scenario now = changed.scenario();
        Scenario of = data().flatMap(opened -> opened.findAny(now.id())).orElse(null);
        if (of == null) {
            return changed;
        }
        String other = Texts.get("scenario.changed", of.title());
        if (now.title().equals(of.title()) && !now.equals(of)) {
            return changed.withScenario(now.withTitle(other));
        }
        return now.title().equals(other) && now.withTitle(of.title()).equals(of) ? changed.withScenario(of) : changed;
    }

    /** Ends a drag: what was previewed becomes one step. */
    public void commit(String name) {
        history.commit(name);
        dragging.set(false);
    }

    /** True from the first preview to commit: what is shown may grow but should not be packed. */
    public ReadOnlyBooleanProperty draggingProperty() {
        return dragging.getReadOnlyProperty();
    }

    public void undo() {
        dragging.set(false);
        history.undo();
    }

    public void redo() {
        dragging.set(false);
        history.redo();
    }

    /** The work to which undo would go back; empty where there is nothing to undo. */
    public Optional<Work> beforeLastChange() {
        return history.before();
    }

    /** See {@link UndoStack#undoNameProperty()}. */
    public ReadOnlyStringProperty undoNameProperty() {
        return history.undoNameProperty();
    }

    /** See {@link UndoStack#redoNameProperty()}. */
    public ReadOnlyStringProperty redoNameProperty() {
        return history.redoNameProperty();
    }

    // ---- run ------------------------------------------------------------------------------------------------------

    /** The last run that ended; null until the first. It may be of an older scenario while {@link #staleProperty()}. */
    public ReadOnlyObjectProperty<@Nullable SimulationResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public Optional<SimulationResult> result() {
        return Optional.ofNullable(result.get());
    }

    /** What is read off the last run; set just before {@link #resultProperty()}. */
    public ReadOnlyObjectProperty<@Nullable Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public Optional<Answer> answer() {
        return Optional.ofNullable(answer.get());
    }

    /** What was seen in the past episodes that the scenario of the last run repeats; empty without any. */
    public List<Seen> seen() {
        return data().flatMap(
                        opened -> result().map(run -> Seen.of(opened.episodes(), run.scenario(), opened.dataset())))
                .orElse(List.of());
    }

    /** The run that this one is compared with, where two are shown and both are there; null otherwise. */
    public ObjectProperty<@Nullable SimulationResult> againstProperty() {
        return against;
    }

    /** Whether the scenario has changed since the last run. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** How long the last run took, in nanoseconds. */
    public ReadOnlyLongProperty runNanosProperty() {
        return runNanos.getReadOnlyProperty();
    }

    /** Why the scenario cannot be run; empty where it can. */
    public ObservableList<Problem> problems() {
        return problems;
    }

    /** Many runs of the scenario as it is now, with drawn figures. */
    public ManyRuns many() {
        return many;
    }

    /** How far the answer can be relied on, beyond its range. */
    public Reliance reliance() {
        return reliance;
    }

    private void workChanged(@Nullable Work work) {
        many.forget();
        reliance.forget();
        unsaved.set(work != null && isUnsaved(work));
        scenario.set(work == null ? null : work.scenario());
        Engine current = engine;
        if (work == null || current == null) {
            tasks.cancel(slot);
            stale.set(false);
            return;
        }
        stale.set(true);
        run(current, work);
    }

    private record Run(Answer answer, long nanos) {}

    private void run(Engine current, Work work) {
        tasks.submit(
                slot,
                work.scenario().title(),
                UiTasks.WhenBusy.COALESCE,
                monitor -> {
                    long start = System.nanoTime();
                    SimulationResult run = current.run(work, monitor);
                    return new Run(Answer.of(run), System.nanoTime() - start);
                },
                run -> arrived(work, run),
                this::failed);
    }

    private void arrived(Work of, Run run) {
        problems.clear();
        runNanos.set(run.nanos());
        looking.shortenTo(run.answer().result().weeks());
        answer.set(run.answer());
        result.set(run.answer().result());
        stale.set(!Objects.equals(of, history.valueProperty().get()));
        if (freshScenario && !stale.get()) {
            freshScenario = false;
            looking.begin(run.answer());
        }
        looking.setWeek(looking.weekProperty().get());
    }

    private void failed(Throwable error) {
        if (error instanceof ChokepointException fault) {
            problems.setAll(
                    fault.problems().isEmpty()
                            ? List.of(Problem.error("scenario", 0, "", Objects.toString(fault.getMessage(), "")))
                            : fault.problems());
        } else {
            problems.setAll(Problem.error("program", 0, "", Objects.toString(error.getMessage(), error.toString())));
            tasks.report(error);
        }
    }

    /** What the user has looked at, to go back and forward in. */
    public ViewHistory looks() {
        return looks;
    }

    /** What the user looks at. */
    public Looking looking() {
        return looking;
    }
}

package io.chokepoint.ui.models;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.study.AssumptionShares;
import io.chokepoint.study.ModelAnswers;
import io.chokepoint.study.ModelAnswers.Row;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The models' answers to the scenario at hand, then, model by model, which assumption makes the difference. Worked out only while
 * somebody looks; a change of the scenario starts it anew.
 */
final class ModelsViewModel {
    /** Both halves ask at the same time while two scenarios are compared. */
    private static final AtomicInteger ASKERS = new AtomicInteger();

    private final String slot = "models-" + ASKERS.incrementAndGet();
    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable ModelAnswers> answers = new ReadOnlyObjectWrapper<>();
    /** By model, in the order in which they become known. */
    private final ReadOnlyObjectWrapper<Map<String, AssumptionShares>> shares = new ReadOnlyObjectWrapper<>(Map.of());

    private final ReadOnlyObjectWrapper<String> reasonNot = new ReadOnlyObjectWrapper<>("");
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private @Nullable Work asked;

    ModelsViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.staleProperty().subscribe(unused -> scenarioChanged());
        state.resultProperty().subscribe(unused -> scenarioChanged());
        looking.subscribe(unused -> scenarioChanged());
    }

    /** Null until they are known. */
    ReadOnlyObjectProperty<@Nullable ModelAnswers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    /** By model, what its assumptions explain; those that are known. */
    ReadOnlyObjectProperty<Map<String, AssumptionShares>> sharesProperty() {
        return shares.getReadOnlyProperty();
    }

    /** Why there can be no answer; empty where there can. */
    ReadOnlyObjectProperty<String> reasonNotProperty() {
        return reasonNot.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    /** Whether it is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    /** Of its tasks. */
    String slot() {
        return slot;
    }

    boolean isBusy() {
        return tasks.isBusy(slot);
    }

    /** Whether something is still to be worked out. */
    boolean isOpen() {
        return answers.get() != null && shares.get().size() < ModelAnswers.CLASSIC.size();
    }

    /** The model whose assumptions are being varied, or would be next. */
    String next() {
        return ModelAnswers.CLASSIC.stream()
                .filter(model -> !shares.get().containsKey(model))
                .findFirst()
                .orElse("");
    }

    private void scenarioChanged() {
        Work work = state.workProperty().get();
        if (work == null || !looking.get() || state.staleProperty().get()) {
            if (work == null) {
                forget();
            }
            return;
        }
        if (!work.equals(asked)) {
            ask(work);
        }
    }

    private void forget() {
        tasks.cancel(slot);
        asked = null;
        answers.set(null);
        shares.set(Map.of());
        chosen.set(Optional.empty());
        reasonNot.set("");
    }

    void cancel() {
        tasks.cancel(slot);
    }

    /** Goes on where it was stopped. */
    void goOn() {
        Work work = asked;
        if (work == null || isBusy()) {
            return;
        }
        ModelAnswers known = answers.get();
        if (known == null) {
            ask(work);
        } else {
            runner(work).ifPresent(runner -> explain(runner, known));
        }
    }

    private Optional<StudyRunner> runner(Work work) {
        return state.engine()
                .flatMap(Engine::runner)
                .map(runner -> runner.with(work.ownFigures(runner.data().dataset())));
    }

    private void ask(Work work) {
        forget();
        asked = work;
        Dataset dataset = state.data().map(data -> data.dataset()).orElse(null);
        if (dataset == null) {
            return;
        }
        if (!ModelAnswers.canAsk(dataset)) {
            reasonNot.set(Texts.get("models.noValues"));
            return;
        }
        stage(
                Texts.get("models.working"),
                monitor -> {
                    // Own figures make a network of their own, which is compiled off the window's thread.
                    StudyRunner runner = runner(work).orElseThrow();
                    return new Begun(runner, ModelAnswers.find(runner, work.scenario(), monitor));
                },
                begun -> {
                    answers.set(begun.answers());
                    explain(begun.runner(), begun.answers());
                });
    }

    private record Begun(StudyRunner runner, ModelAnswers answers) {}

    private void explain(StudyRunner runner, ModelAnswers found) {
        String model = next();
        if (model.isEmpty()) {
            return;
        }
        stage(
                Texts.get("models.explaining", Texts.get("models.name." + model)),
                monitor -> AssumptionShares.find(runner, found, model, Background.threads(true), monitor),
                made -> {
                    Map<String, AssumptionShares> more = new LinkedHashMap<>(shares.get());
                    more.put(model, made);
                    shares.set(more);
                    explain(runner, found);
                });
    }

    private <T> void stage(String title, UiTasks.Job<T> job, Consumer<T> onDone) {
        tasks.submit(slot, title, UiTasks.WhenBusy.CANCEL, job, onDone, failure -> {
            if (failure instanceof ChokepointException fault) {
                reasonNot.set(String.valueOf(fault.getMessage()));
            } else {
                tasks.report(failure);
            }
        });
    }
}

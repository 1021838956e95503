package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.bounds.BestResponseStudy;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.study.AppliedMeasures;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.MitigationStudy;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What helps a good in the scenario at hand. Worked out only while somebody looks; a change of the scenario starts it anew. */
final class HelpsViewModel {
    static final List<Integer> STOCK_WEEKS = List.of(4, 13, 26, 52);
    static final String SLOT = "helps";

    private static final String CHEAPEST = "helps-cheapest";
    private static final String BOUND = "helps-bound";
    private static final double SECONDS = 60;
    private static final double LEVEL = 0.9;

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable HelpsQuestion> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Mitigation.@Nullable Result> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trial> cheapest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Bound>> bound = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Trial>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private @Nullable HelpsQuestion answered;

    /**
     * What no response could beat.
     *
     * @param answer empty where there is none
     * @param reasonNot why; empty where there is one
     */
    record Bound(Optional<LeastLoss> answer, String reasonNot) {}

    HelpsViewModel(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        // The run says which goods there are to help; it is no longer out of date once its result is there.
        state.staleProperty().subscribe(unused -> scenarioChanged());
        state.resultProperty().subscribe(unused -> scenarioChanged());
        looking.subscribe(unused -> scenarioChanged());
    }

    private void scenarioChanged() {
        Work work = state.workProperty().get();
        Optional<Good> target = target();
        if (!looking.get()
                || work == null
                || target.isEmpty()
                || state.staleProperty().get()) {
            if (work == null || target.isEmpty()) {
                forget();
            }
            return;
        }
        HelpsQuestion now = question.get();
        ask(new HelpsQuestion(
                work,
                target.get(),
                now == null ? STOCK_WEEKS.get(2) : now.stockWeeks(),
                now == null ? LEVEL : now.level(),
                now == null ? Cost.STOCK_WEEKS : now.cost()));
    }

    private void forget() {
        tasks.cancel(SLOT);
        tasks.cancel(CHEAPEST);
        tasks.cancel(BOUND);
        question.set(null);
        answered = null;
        result.set(null);
        cheapest.set(null);
        chosen.set(Optional.empty());
        bound.set(Optional.empty());
    }

    /** The good asked about before if it still falls short, or else the selected one if it does, or else the headline. */
    private Optional<Good> target() {
        List<Good> hit = targets();
        HelpsQuestion now = question.get();
        if (now != null && hit.contains(now.target())) {
            return Optional.of(now.target());
        }
        return state.selectionProperty()
                .get()
                .good()
                .filter(hit::contains)
                .or(() -> state.answer().flatMap(Answer::headline));
    }

    /** What can be helped: goods that answers speak of first, where they fall short,, then all other goods that do. */
    List<Good> targets() {
        Set<Good> goods = new LinkedHashSet<>();
        state.answer().ifPresent(answer -> {
            answer.headline().ifPresent(goods::add);
            answer.hit().stream()
                    .filter(answer.result().dataset().headline()::contains)
                    .forEach(goods::add);
            goods.addAll(answer.hit());
        });
        return List.copyOf(goods);
    }

    /** Null where nothing falls short. */
    ReadOnlyObjectProperty<@Nullable HelpsQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<Mitigation.@Nullable Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** A cheap set of stocks that keeps the level; null until they have been looked for. */
    ReadOnlyObjectProperty<@Nullable Trial> cheapestProperty() {
        return cheapest.getReadOnlyProperty();
    }

    /** Empty until it has been worked out. */
    ReadOnlyObjectProperty<Optional<Bound>> boundProperty() {
        return bound.getReadOnlyProperty();
    }

    ObjectProperty<Optional<Trial>> chosenProperty() {
        return chosen;
    }

    /** Whether it is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    void help(Good target) {
        change(now -> new HelpsQuestion(now.work(), target, now.stockWeeks(), now.level(), now.cost()));
    }

    void withStockWeeks(int weeks) {
        change(now -> new HelpsQuestion(now.work(), now.target(), weeks, now.level(), now.cost()));
    }

    void keep(double level) {
        change(now -> new HelpsQuestion(now.work(), now.target(), now.stockWeeks(), level, now.cost()));
    }

    void countBy(Cost cost) {
        change(now -> new HelpsQuestion(now.work(), now.target(), now.stockWeeks(), now.level(), cost));
    }

    private void change(UnaryOperator<HelpsQuestion> how) {
        HelpsQuestion now = question.get();
        if (now != null) {
            ask(how.apply(now));
        }
    }

    void cancel() {
        tasks.cancel(SLOT);
        tasks.cancel(BOUND);
        answered = null;
    }

    void computeAgain() {
        HelpsQuestion now = question.get();
        answered = null;
        if (now != null) {
            ask(now);
        }
    }

    private void ask(HelpsQuestion asked) {
        question.set(asked);
        Optional<StudyRunner> runner = state.engine().flatMap(Engine::runner);
        if (runner.isEmpty() || asked.equals(answered)) {
            return;
        }
        HelpsQuestion before = answered;
        answered = asked;
        if (before != null && before.asksTheSameAs(asked)) {
            findCheapest(runner.get(), asked);
            return;
        }
        tasks.cancel(CHEAPEST);
        result.set(null);
        cheapest.set(null);
        chosen.set(Optional.empty());
        tasks.submit(
                SLOT,
                Texts.get("helps.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new MitigationStudy(runner.get())
                        .run(asked.work().scenario(), asked.work().values(), asked.target(), asked.settings(), monitor),
                made -> {
                    result.set(made);
                    HelpsQuestion now = Objects.requireNonNull(question.get());
                    if (now.level() == made.level()) {
                        cheapest.set(made.cheapest());
                    } else {
                        findCheapest(runner.get(), now);
                    }
                });
        if (before == null
                || !before.work().equals(asked.work())
                || !before.target().equals(asked.target())) {
            findBound(runner.get(), asked);
        }
    }

    private void findCheapest(StudyRunner runner, HelpsQuestion asked) {
        if (result.get() == null) {
            return;
        }
        cheapest.set(null);
        tasks.submit(
                CHEAPEST,
                Texts.get("helps.cheapest.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new MitigationStudy(runner)
                        .cheapest(
                                asked.work().scenario(),
                                asked.work().values(),
                                asked.target(),
                                asked.settings(),
                                monitor),
                cheapest::set);
    }

    private void findBound(StudyRunner runner, HelpsQuestion asked) {
        bound.set(Optional.empty());
        tasks.submit(
                BOUND,
                Texts.get("helps.bound.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> bound(new BestResponseStudy(runner)
                        .run(
                                asked.work().scenario(),
                                asked.work().values(),
                                List.of(asked.target()),
                                SECONDS,
                                monitor)),
                made -> bound.set(Optional.of(made)),
                failure -> {
                    if (failure instanceof ChokepointException fault) {
                        bound.set(Optional.of(new Bound(Optional.empty(), String.valueOf(fault.getMessage()))));
                    } else {
                        tasks.report(failure);
                    }
                });
    }

    private static Bound bound(LeastLoss answer) {
        return switch (answer.status()) {
            case SOLVED -> new Bound(Optional.of(answer), "");
            case TIME_LIMIT -> new Bound(Optional.empty(), Texts.get("helps.bound.tooLong", (int) SECONDS));
            case FAILED -> new Bound(Optional.empty(), Texts.get("helps.bound.failed"));
        };
    }

    // ---- applying -------------------------------------------------------------------------------------------------

    /** The measures as a change of the scenario and of own figures. */
    Optional<AppliedMeasures> applied(List<Option> options) {
        HelpsQuestion now = question.get();
        return now == null
                ? Optional.empty()
                : state.engine()
                        .flatMap(Engine::runner)
                        .map(runner -> AppliedMeasures.of(
                                options,
                                now.settings(),
                                now.work().scenario(),
                                now.work().values(),
                                runner.structure(),
                                Texts.get("helps.note")));
    }

    /** Makes the measures part of the scenario, as one step that can be undone. */
    void apply(List<Option> options) {
        applied(options).ifPresent(change -> {
            List<FigureEdit> edits = new ArrayList<>();
            for (Figure figure : change.figures()) {
                edits.add(new FigureEdit(
                        figure.id(), figure.low(), figure.central(), figure.high(), "", Texts.get("helps.note")));
            }
            String name = Texts.get(
                    "helps.undo",
                    HelpsWords.measures(options, state.data().orElseThrow().dataset()));
            state.editWork(name, work -> {
                Work changed = work.withScenario(change.scenario());
                for (FigureEdit edit : edits) {
                    changed = changed.withFigure(edit);
                }
                return changed;
            });
        });
    }
}

package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.study.AppliedMeasures;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.LensSubject;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.helps.HelpsContent.Row;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.FindField.Choice;
import io.chokepoint.ui.support.LensSubjects;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private static final double SECONDS = 60;
    private static final double LEVEL = 0.9;

    private final StudyState state;
    private final UiTasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable HelpsQuestion> question = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable HelpsContent> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trial> cheapest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<Bound>> bound = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Row>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private @Nullable HelpsQuestion answered;
    /** Whom somebody asked about, and in which scenario. */
    private Optional<HelpsTarget> wanted = Optional.empty();

    private String wantedIn = "";

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
        state.looking()
                .helpedProperty()
                .subscribe(maker -> maker.ifPresent(known -> help(new HelpsTarget.OfMaker(known))));
    }

    private void scenarioChanged() {
        Work work = state.workProperty().get();
        if (work == null || !work.scenario().id().equals(wantedIn)) {
            wanted = Optional.empty();
        }
        Optional<HelpsTarget> target = target();
        if (!looking.get()
                || work == null
                || target.isEmpty()
                || state.staleProperty().get()) {
            if (work == null || target.isEmpty()) {
                forget();
            }
            return;
        }
        ask(about(work, target.get()));
    }

    private HelpsQuestion about(Work work, HelpsTarget target) {
        HelpsQuestion now = question.get();
        return new HelpsQuestion(
                work,
                target,
                now == null ? STOCK_WEEKS.get(2) : now.stockWeeks(),
                now == null ? LEVEL : now.level(),
                now == null ? Cost.STOCK_WEEKS : now.cost());
    }

    private void forget() {
        tasks.cancel(SLOT);
        tasks.cancel(CHEAPEST);
        question.set(null);
        answered = null;
        clear();
    }

    private void clear() {
        result.set(null);
        cheapest.set(null);
        chosen.set(Optional.empty());
        bound.set(Optional.empty());
    }

    /**
     * Whoever was asked about in this scenario; or else the good asked about before if it still falls short, the selected one if it does,
     * or the headline.
     */
    private Optional<HelpsTarget> target() {
        List<Good> hit = hit();
        HelpsQuestion now = question.get();
        Optional<HelpsTarget> before = Optional.ofNullable(now)
                .map(HelpsQuestion::target)
                .filter(target -> target instanceof HelpsTarget.OfGood of && hit.contains(of.good()));
        return wanted.or(() -> before)
                .or(() -> state.looking()
                        .selectionProperty()
                        .get()
                        .good()
                        .filter(hit::contains)
                        .or(() -> state.answer().flatMap(Answer::headline))
                        .map(HelpsTarget.OfGood::new));
    }

    /** Goods that answers speak of first, where they fall short, then all other goods that do. */
    private List<Good> hit() {
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

    /** Who can be helped: goods that fall short, tags, makers, then all other goods. */
    List<Choice<HelpsTarget>> targets() {
        Dataset dataset = state.data().map(data -> data.dataset()).orElse(null);
        if (dataset == null) {
            return List.of();
        }
        List<Choice<HelpsTarget>> choices = new ArrayList<>();
        Set<Good> goods = new LinkedHashSet<>(hit());
        goods.forEach(good -> choices.add(choice(good, Texts.get("helps.target.short"))));
        dataset.words().tags().forEach(tag -> {
            List<Good> tagged = dataset.goods().stream()
                    .filter(good ->
                            good.hasTag(tag.id()) && !dataset.suppliesOf(good).isEmpty())
                    .toList();
            if (tagged.size() > 1) {
                String name = Wording.capitalised(tag.name());
                choices.add(new Choice<>(
                        new HelpsTarget.OfTag(tag.id(), name, tagged),
                        name,
                        Texts.get("ranking.target.goods", tagged.size())));
            }
        });
        dataset.supplies().stream()
                .map(Supply::provider)
                .distinct()
                .forEach(maker -> choices.add(new Choice<>(
                        new HelpsTarget.OfMaker(maker),
                        maker.name(),
                        LensSubjects.kind(new LensSubject.OfMaker(maker)))));
        dataset.goods().stream()
                .filter(good ->
                        !goods.contains(good) && !dataset.suppliesOf(good).isEmpty())
                .forEach(good -> choices.add(choice(good, good.stage().name())));
        return choices;
    }

    private static Choice<HelpsTarget> choice(Good good, String detail) {
        return new Choice<>(
                new HelpsTarget.OfGood(good),
                good.name(),
                detail,
                good.shortName() + " " + String.join(" ", good.aliases()));
    }

    /** Null where nothing falls short and nobody was asked about. */
    ReadOnlyObjectProperty<@Nullable HelpsQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Null until it has been worked out. */
    ReadOnlyObjectProperty<@Nullable HelpsContent> resultProperty() {
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

    ObjectProperty<Optional<Row>> chosenProperty() {
        return chosen;
    }

    /** Whether it is on the screen. */
    BooleanProperty lookingProperty() {
        return looking;
    }

    void help(HelpsTarget target) {
        wanted = Optional.of(target);
        wantedIn = state.workProperty().get() == null
                ? ""
                : state.workProperty().get().scenario().id();
        scenarioChanged();
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

    /** Stops all stages. */
    void cancel() {
        tasks.cancel(SLOT);
        tasks.cancel(CHEAPEST);
        answered = null;
    }

    void computeAgain() {
        HelpsQuestion now = question.get();
        answered = null;
        if (now != null) {
            ask(now);
        }
    }

    /** Whether some stage is still to come. */
    boolean isOpen() {
        return question.get() != null && bound.get().isEmpty();
    }

    boolean isBusy() {
        return tasks.isBusy(SLOT);
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
        clear();
        stage(
                monitor -> {
                    HelpsStages stages = new HelpsStages(runner.get(), asked);
                    return new Begun(stages, stages.alone(monitor));
                },
                begun -> {
                    result.set(begun.content);
                    stage(monitor -> begun.stages.pairs(begun.content, monitor), pairs -> {
                        result.set(pairs);
                        findSets(runner.get(), begun);
                    });
                });
    }

    /** The first stage is done. */
    private record Begun(HelpsStages stages, HelpsContent content) {}

    private void findSets(StudyRunner runner, Begun begun) {
        HelpsQuestion asked = Objects.requireNonNull(question.get());
        stage(monitor -> begun.stages.cheapest(begun.content, asked, monitor), found -> {
            HelpsQuestion now = Objects.requireNonNull(question.get());
            if (now.level() == asked.level() && now.cost() == asked.cost()) {
                cheapest.set(found);
            } else {
                findCheapest(runner, now);
            }
            if (begun.content.asIs().outcome().lostOutputWeeks() < HelpsContent.LEAST) {
                bound.set(Optional.of(new Bound(Optional.empty(), Texts.get("helps.bound.none"))));
            } else {
                findBound(begun.stages);
            }
        });
    }

    /** One stage after the other in one slot, so that there is one progress and one way to stop. */
    private <T> void stage(UiTasks.Job<T> job, Consumer<T> onDone) {
        tasks.submit(SLOT, Texts.get("helps.working"), UiTasks.WhenBusy.CANCEL, job, onDone);
    }

    private void findCheapest(StudyRunner runner, HelpsQuestion asked) {
        HelpsContent shown = result.get();
        if (shown == null || (cheapest.get() == null && tasks.isBusy(SLOT))) {
            return;
        }
        cheapest.set(null);
        tasks.submit(
                CHEAPEST,
                Texts.get("helps.cheapest.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> new HelpsStages(runner, asked).cheapest(shown, asked, monitor),
                cheapest::set);
    }

    private void findBound(HelpsStages stages) {
        tasks.submit(
                SLOT,
                Texts.get("helps.bound.working"),
                UiTasks.WhenBusy.CANCEL,
                monitor -> stages.bound(SECONDS, monitor)
                        .map(HelpsViewModel::bound)
                        .orElseGet(() -> new Bound(Optional.empty(), Texts.get("helps.bound.maker"))),
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

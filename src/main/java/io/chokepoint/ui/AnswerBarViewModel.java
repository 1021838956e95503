package io.chokepoint.ui;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.Wording;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Who, when, how hard, how sure: the words of the answer bar and where each leads. */
final class AnswerBarViewModel {

    /**
     * What the bar says.
     *
     * @param warning said when the answer rests mostly on assumptions; empty otherwise
     */
    record Facts(Fact who, Fact when, Fact howHard, Fact howSure, String warning) {
        List<Fact> all() {
            return List.of(who, when, howHard, howSure);
        }
    }

    /** A good below this part of baseline is said to fall short noticeably. */
    private static final double NOTICED = 0.9;

    private final StudyState state;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(waiting());

    AnswerBarViewModel(StudyState state) {
        this.state = state;
        state.answerProperty().subscribe(this::update);
        state.weekProperty().subscribe(week -> update(state.answerProperty().get()));
        state.problems().subscribe(() -> update(state.answerProperty().get()));
        state.sampleProperty().subscribe(unused -> update(state.answerProperty().get()));
        state.scenarioProperty()
                .subscribe(unused -> update(state.answerProperty().get()));
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Shows all goods that are hit. */
    void showWho() {
        state.viewProperty().set(ViewKind.TABLE);
    }

    /** Goes to the week in which it begins. */
    void showWhen() {
        state.answer().ifPresent(answer -> answer.facts().week().ifPresent(state::setWeek));
    }

    /** Selects the good that the answer is about, in its worst week. */
    void showHowHard() {
        state.answer()
                .ifPresent(answer -> answer.headline().ifPresent(good -> {
                    state.setWeek(answer.result().outcome(good).troughWeek());
                    state.select(good);
                }));
    }

    /** Selects the good that the answer is about, with the reasons. */
    void showHowSure() {
        state.answer().flatMap(Answer::headline).ifPresent(state::select);
    }

    /** Why the scenario cannot be run many times now; empty while it can. */
    ObservableValue<String> reasonNotManyProperty() {
        return state.resultProperty().map(run -> "").orElse(Texts.get("samples.noRun"));
    }

    private void update(@Nullable Answer answer) {
        if (!state.problems().isEmpty()) {
            facts.set(faulty());
        } else if (answer == null) {
            facts.set(waiting());
        } else {
            facts.set(of(answer));
        }
    }

    private Facts of(Answer answer) {
        Headline headline = answer.facts();
        Optional<Fact> drawn =
                state.sample().flatMap(sample -> answer.headline().map(good -> howSure(sample, good)));
        boolean mostly = headline.assumptions().isMostly() && drawn.isEmpty();
        Fact sure = mostly
                ? new Fact(headline.howSure().question(), headline.howSure().answer(), "")
                : drawn.orElse(headline.howSure());
        return new Facts(
                headline.who(),
                headline.when(),
                answer.headline().map(good -> hard(answer.result(), good)).orElse(headline.howHard()),
                sure,
                mostly ? headline.howSure().detail() : "");
    }

    private static Fact howSure(MonteCarloResult sample, Good good) {
        Spread lowest = sample.spread(good, Measure.TROUGH);
        return new Fact(
                Texts.get("answer.howSure"),
                Texts.get("samples.range", Amounts.percentNumber(lowest.p10()), Wording.output(lowest.p90())),
                Texts.get(
                        "samples.detail",
                        Amounts.percent(sample.probabilityBelow(good, NOTICED)),
                        Amounts.percentNumber(lowest.halfWidth())));
    }

    private Fact hard(SimulationResult result, Good good) {
        Outcome outcome = result.outcome(good);
        int week = Math.min(state.weekProperty().get(), result.weeks() - 1);
        return new Fact(
                Texts.get("answer.howHard"),
                good.shortName() + ": " + Wording.output(result.output(good, week)),
                Texts.get(
                        "answer.lowest",
                        Wording.output(outcome.trough()),
                        outcome.troughWeek(),
                        Wording.weeks(outcome.lostOutputWeeks())));
    }

    private Facts faulty() {
        String first = state.problems().getFirst().message();
        return new Facts(
                new Fact(Texts.get("answer.who"), Texts.get("answer.cannotRun"), first),
                new Fact(Texts.get("answer.when"), "–", ""),
                new Fact(Texts.get("answer.howHard"), "–", ""),
                new Fact(Texts.get("answer.howSure"), "–", ""),
                "");
    }

    private static Facts waiting() {
        String dots = "…";
        return new Facts(
                new Fact(Texts.get("answer.who"), dots, ""),
                new Fact(Texts.get("answer.when"), dots, ""),
                new Fact(Texts.get("answer.howHard"), dots, ""),
                new Fact(Texts.get("answer.howSure"), dots, ""),
                "");
    }
}

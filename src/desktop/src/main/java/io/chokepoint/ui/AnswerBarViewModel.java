package io.chokepoint.ui;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.study.MoneyLost;
import io.chokepoint.study.RunsHeadline;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.ManyRuns;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.ViewKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Who, when, how hard, how much, how sure: the words of the answer bar and where each leads. */
final class AnswerBarViewModel {

    /**
     * What the bar says.
     *
     * @param howMuch money that is lost; empty where the dataset does not say what its goods are worth
     * @param counted how money is counted and what it rests on; empty where there is none
     * @param warning said when the answer rests mostly on assumptions; empty otherwise
     * @param more how sure, at length; empty where there is no more to say
     */
    record Facts(
            Fact who,
            Fact when,
            Fact howHard,
            Optional<Fact> howMuch,
            Fact howSure,
            String counted,
            String warning,
            String more) {
        private static Facts of(
                Fact who,
                Fact when,
                Fact howHard,
                Fact howSure,
                Optional<MoneyLost> money,
                String warning,
                String more) {
            return new Facts(
                    who,
                    when,
                    howHard,
                    money.map(lost -> new Fact(Texts.get("answer.howMuch"), lost.headline(), lost.detail())),
                    howSure,
                    money.map(MoneyLost::more).orElse(""),
                    warning,
                    more);
        }

        /** Those that there are. */
        List<Fact> all() {
            return Stream.of(Optional.of(who), Optional.of(when), Optional.of(howHard), howMuch, Optional.of(howSure))
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private final StudyState state;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(waiting());

    AnswerBarViewModel(StudyState state) {
        this.state = state;
        state.answerProperty().subscribe(this::update);
        state.problems().subscribe(() -> update(state.answerProperty().get()));
        state.many()
                .resultProperty()
                .subscribe(unused -> update(state.answerProperty().get()));
        state.scenarioProperty()
                .subscribe(unused -> update(state.answerProperty().get()));
    }

    ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Shows all goods that are hit. */
    void showWho() {
        state.looking().viewProperty().set(ViewKind.TABLE);
    }

    /** Goes to the week in which it begins. */
    void showWhen() {
        state.answer().ifPresent(answer -> answer.facts().week().ifPresent(state.looking()::setWeek));
    }

    /** Selects the good that the answer is about, in its worst week. */
    void showHowHard() {
        state.answer()
                .ifPresent(answer -> answer.headline().ifPresent(good -> {
                    state.looking().setWeek(answer.result().outcome(good).troughWeek());
                    state.looking().select(good);
                }));
    }

    /** Shows who loses, by country, on the map, in the money that the answer is in. */
    void showHowMuch() {
        state.looking().mapMeasureProperty().set(MapMeasure.MONEY);
        state.looking().viewProperty().set(ViewKind.MAP);
    }

    /** Selects the good that the answer is about, with the reasons. */
    void showHowSure() {
        state.answer().flatMap(Answer::headline).ifPresent(state.looking()::select);
    }

    /** Why the scenario cannot be run many times now; empty while it can. */
    ObservableValue<String> reasonNotManyProperty() {
        return Bindings.createStringBinding(this::reasonNotMany, state.resultProperty(), state.problems());
    }

    private String reasonNotMany() {
        if (!state.problems().isEmpty()) {
            return Texts.get("answer.cannotRun");
        }
        return state.result().isPresent() ? "" : Texts.get("samples.noRun");
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
        return state.many()
                .result()
                .flatMap(drawn -> RunsHeadline.of(headline, answer.result(), drawn))
                .map(runs -> ofRuns(runs, headline.assumptions().isMostly(), money(answer)))
                .orElseGet(() -> ofCentral(answer, headline));
    }

    /** With the range of the runs with drawn figures, once there are any. */
    private Optional<MoneyLost> money(Answer answer) {
        return state.many()
                .result()
                .flatMap(MonteCarloResult::prices)
                .flatMap(drawn -> MoneyLost.of(answer.result(), Optional.of(drawn)))
                .or(answer::money);
    }

    private Facts ofCentral(Answer answer, Headline headline) {
        boolean mostly = headline.assumptions().isMostly();
        Fact sure = headline.howSure();
        return Facts.of(
                headline.who(),
                headline.when(),
                answer.headline()
                        .map(good -> hard(headline, answer.result(), good))
                        .orElse(headline.howHard()),
                mostly ? new Fact(sure.question(), sure.answer(), "") : sure,
                answer.money(),
                mostly ? sure.detail() : "",
                "");
    }

    /**
     * Once there are runs with drawn figures, their middle leads, and the central run stands beside it. How often a good falls far is in the
     * tooltip, and so is how well the range is known where the warning takes its place.
     */
    private static Facts ofRuns(RunsHeadline runs, boolean mostlyAssumed, Optional<MoneyLost> money) {
        Fact sure = runs.howSure();
        return Facts.of(
                thin(runs.who()),
                thin(runs.when()),
                thin(runs.howHard()),
                thin(new Fact(sure.question(), sure.answer(), mostlyAssumed ? "" : runs.known())),
                money,
                mostlyAssumed ? Texts.get("samples.mostly") : "",
                Typography.thin(runs.more()));
    }

    private static Fact thin(Fact fact) {
        return new Fact(fact.question(), Typography.thin(fact.answer()), Typography.thin(fact.detail()));
    }

    /** Why all runs cannot be asked for now; empty while they can. */
    ObservableValue<String> reasonNotAllProperty() {
        return Bindings.createStringBinding(
                () -> state.many().result().map(MonteCarloResult::runs).orElse(0) >= ManyRuns.MOST
                        ? Texts.get("samples.allDone")
                        : reasonNotMany(),
                state.resultProperty(),
                state.problems(),
                state.many().resultProperty());
    }

    /** The headline of the run, as everywhere else: it is of the whole run, not of the week looked at. */
    private static Fact hard(Headline headline, SimulationResult result, Good good) {
        return new Fact(
                headline.howHard().question(),
                Typography.thin(headline.howHard().answer()),
                Texts.get(
                        headline.hits().sellsLess(good) ? "answer.lowestSales" : "answer.lowest",
                        result.outcome(good).troughWeek(),
                        Amounts.weeks(result.outcome(good).lostOutputWeeks())));
    }

    private Facts faulty() {
        String first = state.problems().getFirst().message();
        return Facts.of(
                new Fact(Texts.get("answer.who"), Texts.get("answer.cannotRun"), first),
                new Fact(Texts.get("answer.when"), "–", ""),
                new Fact(Texts.get("answer.howHard"), "–", ""),
                new Fact(Texts.get("answer.howSure"), "–", ""),
                Optional.empty(),
                "",
                "");
    }

    private static Facts waiting() {
        String dots = "…";
        return Facts.of(
                new Fact(Texts.get("answer.who"), dots, ""),
                new Fact(Texts.get("answer.when"), dots, ""),
                new Fact(Texts.get("answer.howHard"), dots, ""),
                new Fact(Texts.get("answer.howSure"), dots, ""),
                Optional.empty(),
                "",
                "");
    }
}

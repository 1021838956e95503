package io.chokepoint.ui.chain;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios that the window begins with, each run off the UI thread as soon as the chain of the dataset is looked at, one after the
 * other. UI thread only; needs no toolkit.
 */
final class StartQuestions {
    /** A dataset that asks fewer itself is filled up with its default scenario and the first of its list. */
    private static final int MOST = 3;

    private static final String SLOT = "start-questions";

    /**
     * A scenario as a question.
     *
     * @param words the question
     * @param model what the run says in a line; empty until it is there
     * @param seen what was seen then; empty where nothing of the kind has happened
     */
    record Question(Scenario scenario, String words, String model, String seen) {
        Question answered(String line) {
            return new Question(scenario, words, line, seen);
        }
    }

    private final StudyState state;
    private final UiTasks tasks;
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private boolean waiting;

    StartQuestions(StudyState state, UiTasks tasks) {
        this.state = state;
        this.tasks = tasks;
        state.dataProperty().subscribe(this::dataChanged);
        state.looking().viewProperty().subscribe(unused -> askWhereLookedAt());
    }

    /** In the order in which they are shown. */
    ObservableList<Question> questions() {
        return questions;
    }

    private void dataChanged(@Nullable DataPackage data) {
        questions.setAll(
                data == null
                        ? List.of()
                        : chosen(data).map(scenario -> question(scenario, data)).toList());
        waiting = true;
        askWhereLookedAt();
    }

    /** Who opens a result at once need not wait for runs that nobody sees. */
    private void askWhereLookedAt() {
        if (waiting && state.looking().viewProperty().get() == ViewKind.CHAIN) {
            waiting = false;
            ask(0);
        }
    }

    private static Stream<Scenario> chosen(DataPackage data) {
        Set<String> asked = data.dataset().words().questions().keySet();
        return Stream.of(
                        asked.stream().flatMap(id -> data.findScenario(id).stream()),
                        data.defaultScenario().flatMap(data::findScenario).stream(),
                        data.scenarios().stream())
                .flatMap(all -> all)
                .distinct()
                .limit(MOST);
    }

    private Question question(Scenario scenario, DataPackage data) {
        String ownWords = scenario.question().isEmpty() ? scenario.title() : scenario.question();
        return new Question(
                scenario,
                data.dataset().words().questions().getOrDefault(scenario.id(), ownWords),
                "",
                isPast(scenario)
                        ? scenario.expected().stream()
                                .map(Scenario.Expectation::text)
                                .findFirst()
                                .orElse("")
                        : "");
    }

    /** Whether it is what really happened: a past episode of the dataset restricts the same from the same day on. */
    private boolean isPast(Scenario scenario) {
        return state.data().stream().anyMatch(data -> data.isEpisode(scenario));
    }

    private void ask(int index) {
        Optional<Engine> engine = state.engine();
        if (engine.isEmpty() || index >= questions.size()) {
            return;
        }
        Question asked = questions.get(index);
        tasks.submit(
                SLOT,
                Texts.get("start.running"),
                WhenBusy.COALESCE,
                monitor -> Headline.of(engine.get().run(Work.on(asked.scenario()), monitor))
                        .line(),
                line -> {
                    // Another dataset may have been opened meanwhile.
                    if (index < questions.size() && questions.get(index).equals(asked)) {
                        questions.set(index, asked.answered(line));
                        ask(index + 1);
                    }
                },
                // A scenario that cannot be run says so when it is opened.
                error -> ask(index + 1));
    }
}

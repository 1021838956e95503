package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** Many runs with drawn figures in the window: fewer than a user would ask for, since only the wiring is looked at. */
class ManyRunsTest {
    private static final int RUNS = 40;
    /** Of which no half says how well the other half knows. */
    private static final int FEW = 20;

    @Test
    void answerBarCurvesAndFiguresShowHowSureItIs() throws Exception {
        Looks looks = Looks.open(Theme.LIGHT, 1440, 900, Optional.of("ree-licence-14nm-enforced"));
        try {
            StudyState state = looks.window().context().state();
            Toolkit.doOnUiThread(() -> {
                state.answer().flatMap(answer -> answer.headline()).ifPresent(state.looking()::select);
                state.many().run(RUNS);
            });
            Toolkit.waitUntil("the runs", () -> state.many().result().isPresent());
            Toolkit.doOnUiThread(() -> looks.window().context().commands().run(Command.FIGURES));
            Toolkit.waitUntil("the ranking", () -> looks.window().scene().lookup("#tornado") != null);
            Toolkit.settle();
            assertThat(Toolkit.onUiThread(() -> texts(looks, "#if-known")))
                    .contains("If it were known")
                    .anyMatch(text -> text.startsWith("Value added lost, all makers: US$"));

            List<String> sure = Toolkit.onUiThread(() -> texts(looks, "#fact-how-sure"));
            assertThat(sure).anyMatch(text -> text.startsWith("8 of 10 runs: "));
            List<String> hard = Toolkit.onUiThread(() -> texts(looks, "#fact-how-hard"));
            assertThat(hard).anyMatch(text -> text.contains("middle of 40 runs; central "));
            assertThat(Toolkit.onUiThread(state.many().medianProperty()::get)).isTrue();
            assertThat(Toolkit.onUiThread(() -> looks.window().scene().lookup("#command-RUN_ALL")))
                    .isNotNull();
            looks.picture("many-runs-light");
            Toolkit.doOnUiThread(() -> {
                state.many().medianProperty().set(false);
                looks.window().context().theme().show(Theme.DARK);
            });
            looks.picture("many-runs-dark");

            Toolkit.doOnUiThread(() -> state.edit("Shorten", scenario -> scenario.withHorizonWeeks(60)));
            assertThat(state.many().result()).isEmpty();
            assertThat(state.many().medianProperty().get()).isFalse();
            Toolkit.waitUntil("the shorter run", () -> !state.staleProperty().get());
            Toolkit.settle();
        } finally {
            looks.close();
        }
    }

    @Test
    void tooFewRunsToTellHowWellTheirRangeIsKnownSaySo() throws Exception {
        Looks looks = Looks.open(Theme.LIGHT, 1280, 800);
        try {
            StudyState state = looks.window().context().state();
            Toolkit.doOnUiThread(() -> state.many().run(FEW));
            Toolkit.waitUntil("the runs", () -> state.many().result().isPresent());

            assertThat(state.many().result().orElseThrow().tellsPrecision()).isFalse();
            assertThat(Toolkit.onUiThread(() -> texts(looks, ".status-bar")))
                    .anyMatch(text -> text.contains("20 runs with drawn figures: too few to tell"));
        } finally {
            looks.close();
        }
    }

    @Test
    void pastEpisodesStandBesideWhatWasSeen() throws Exception {
        Looks looks = Looks.open(Theme.LIGHT, 1280, 800);
        try {
            Toolkit.doOnUiThread(() -> looks.window().context().commands().run(Command.PAST_EPISODES));
            Toolkit.waitUntil(
                    "the episodes",
                    () -> texts(looks, "#episodes").stream().anyMatch(text -> text.contains("observations in range")));
            looks.picture("past-episodes-light");
            assertThat(texts(looks, "#episodes")).contains("in range");

            Button draw = (Button) looks.window().scene().lookup("#episodes-draw");
            Toolkit.doOnUiThread(draw::fire);
            Toolkit.waitUntil(
                    "progress of the drawn figures",
                    () -> texts(looks, "#episodes").stream().anyMatch(text -> text.matches("\\d+ of 27 episodes")));
            assertThat(Toolkit.onUiThread(draw::getText)).isEqualTo("Stop");
            Toolkit.doOnUiThread(draw::fire);
            assertThat(Toolkit.onUiThread(draw::getText)).startsWith("Run each");
        } finally {
            looks.close();
        }
    }

    private static List<String> texts(Looks looks, String id) {
        return looks.window().scene().lookup(id).lookupAll(".label").stream()
                .map(Node.class::cast)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}

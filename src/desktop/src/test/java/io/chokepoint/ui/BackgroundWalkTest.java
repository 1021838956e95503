package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.SwitchingValues;
import io.chokepoint.study.SwitchingValues.Value;
import io.chokepoint.testkit.SmallChain;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Reliance;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody asked for and everybody needs: the range, the track record and the thresholds come by themselves. */
class BackgroundWalkTest {
    @TempDir
    private Path home;

    private static Scenario banned(String id) {
        return SmallChain.scenario(new Figure(id, 0.1, 0.2, 0.9, "part", Evidence.assumption("made up")));
    }

    private static DataPackage data() {
        DataPackage plain = SmallRun.data();
        Episode past = new Episode(
                banned("leak-past"),
                false,
                List.of(new Observation(
                        "chip-one",
                        Optional.empty(),
                        false,
                        Quantity.LEAST_OUTPUT,
                        0,
                        SmallRun.WEEKS - 1,
                        new Figure("seen", 0.98, 0.99, 1, "", Evidence.assumption("made up")),
                        "",
                        "what was seen")));
        return new DataPackage(
                plain.folder(),
                plain.dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(),
                List.of(past));
    }

    @Test
    void theAnswerGetsItsRangeAndAClickOnAThresholdTurnsIt() {
        Settings.in(home).put(Background.SETTING, true);
        SmallWindow window = SmallWindow.open(data(), banned("leak"), Theme.LIGHT, 1280, 800, home);
        try {
            StudyState state = window.state();
            Toolkit.waitUntil(
                    "all that runs by itself",
                    () -> state.reliance()
                            .found()
                            .flatMap(Reliance.Found::switching)
                            .isPresent());
            Toolkit.settle();

            assertThat(window.texts("#fact-how-hard")).anyMatch(text -> text.contains("middle of 200 runs"));
            assertThat(window.texts(".inspector")).anyMatch(text -> text.endsWith(", central run"));
            assertThat(window.texts("#strip-record"))
                    .anyMatch(text -> text.startsWith("on 1 past shock to the same goods: "));
            SwitchingValues switching =
                    state.reliance().found().orElseThrow().switching().orElseThrow();
            assertThat(switching.values()).isNotEmpty();
            assertThat(window.texts("#strip-switching"))
                    .anyMatch(text -> text.replace('\u202F', ' ').equals(switching.brief()));
            window.picture("background-done");

            boolean before = isChipShort(state);
            Toolkit.doOnUiThread(() -> window.window().context().commands().run(Command.RELIANCE));
            Toolkit.settle();
            window.picture("reliance");
            window.click(".reliance-set");
            Toolkit.waitUntil("the turned run", () -> !state.staleProperty().get());
            Value set = switching.values().getFirst();
            assertThat(Toolkit.onUiThread(() -> inUse(state, set.figure().id())))
                    .isEqualTo(set.threshold());
            assertThat(isChipShort(state)).as("the answer has turned").isEqualTo(!before);
            Toolkit.doOnUiThread(state::undo);
            Toolkit.waitUntil("the old run", () -> !state.staleProperty().get());
            assertThat(isChipShort(state)).isEqualTo(before);
        } finally {
            window.close();
        }
    }

    /** The value of a figure of the scenario, where it is shown: among the restrictions, or else among own figures. */
    private static double inUse(StudyState state, String id) {
        return state.scenario().orElseThrow().restrictions().stream()
                .flatMap(restriction -> restriction.parameters().stream())
                .filter(parameter -> parameter.value().id().equals(id))
                .map(parameter -> parameter.value().central())
                .findFirst()
                .orElseGet(() ->
                        state.workProperty().get().findFigure(id).orElseThrow().central());
    }

    private static boolean isChipShort(StudyState state) {
        return Toolkit.onUiThread(() -> state.answer().orElseThrow().hits().fallShort().stream()
                .anyMatch(SmallChain.dataset().headline()::isPrimary));
    }

    @Test
    void anEpisodeOfTheTrackRecordIsShownAmongAllOfThem() {
        SmallWindow window = SmallWindow.open(data(), banned("leak"), Theme.LIGHT, 1280, 800, home);
        try {
            Toolkit.doOnUiThread(() -> window.window().context().commands().run(Command.RELIANCE));
            window.waitForWork();
            assertThat(window.texts("#reliance")).anyMatch(text -> text.startsWith("1 past episode"));

            window.click(".reliance-episode");
            window.waitForWork();

            assertThat(window.texts("#reliance")).isEmpty();
            assertThat(window.texts("#episodes")).anyMatch(text -> text.contains("of 1 observation in range"));
            assertThat(window.state().many().result())
                    .as("nothing was drawn in a window where that is switched off")
                    .isEmpty();
        } finally {
            window.close();
        }
    }
}

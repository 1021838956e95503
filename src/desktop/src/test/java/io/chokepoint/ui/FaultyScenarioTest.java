package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyScenarioTest {
    @TempDir
    private Path home;

    private static Restriction ban(String selector) throws SelectorParser.SyntaxException {
        return RestrictionKinds.EXPORT_BAN.on(
                new Restriction.Terms(
                        List.of(SelectorParser.parse(selector)), Optional.empty(), new Period(4, 60, 0), "", ""),
                Figure.point("leak", 0.2, "part", Evidence.assumption("made up")));
    }

    @Test
    void whatSelectsNothingIsSavedOpenedAgainSaidAtItsRestrictionAndMended() throws Exception {
        Restriction right = ban("good:oxide country:CHN");
        Restriction empty = ban("good:oxide country:JPN");
        SmallWindow window = SmallWindow.open(SmallRun.data(), SmallRun.scenario(), Theme.LIGHT, 1280, 800, home);
        try {
            StudyState state = window.state();
            Path file = home.resolve("scenarios").resolve("mine.json");
            Toolkit.doOnUiThread(
                    () -> state.edit("Restrict", scenario -> scenario.withRestrictions(List.of(right, empty))));
            Toolkit.waitUntil("the fault", () -> !state.problems().isEmpty());
            Toolkit.doOnUiThread(() -> window.window().view().files().writeTo(file));
            Toolkit.waitUntil(
                    "saved",
                    () -> Files.exists(file) && !state.unsavedProperty().get());
            Toolkit.doOnUiThread(() -> state.openScenario(SmallRun.scenario()));
            window.waitForWork();

            Toolkit.doOnUiThread(() -> window.window().view().files().open(file));
            Toolkit.waitUntil(
                    "the fault again",
                    () -> !state.problems().isEmpty()
                            && state.scenario().orElseThrow().restrictions().size() == 2);
            Toolkit.doOnUiThread(() -> window.window().context().commands().run(Command.DRAWER));
            Toolkit.settle();

            assertThat(window.texts("#pill-0")).noneMatch(text -> text.contains("selects nothing"));
            assertThat(window.texts("#pill-1")).contains("selects nothing");
            assertThat(window.texts("#restriction-card-1"))
                    .contains("This selects nothing: no maker of oxide is in Japan in this dataset.");
            assertThat(window.texts("#restriction-card-0")).noneMatch(text -> text.contains("selects nothing"));
            assertThat(window.texts("#fact-who")).contains("This scenario cannot be run");
            window.picture("selects-nothing");

            Toolkit.doOnUiThread(() -> state.edit("Mend", scenario -> scenario.withRestrictions(List.of(right))));
            window.waitForWork();
            assertThat(state.problems()).isEmpty();
            assertThat(window.texts("#pill-0")).noneMatch(text -> text.contains("selects nothing"));
        } finally {
            window.close();
        }
    }
}

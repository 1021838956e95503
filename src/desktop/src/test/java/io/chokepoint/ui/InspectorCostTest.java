package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of the inspector costs the UI thread on the shipped dataset: its own time there, not that of other work beside it. */
class InspectorCostTest {
    private static final int ROUNDS = 9;

    /** Fifty are what a user notices; a slow machine without the second compiler takes twice that. Rows without end would take seconds. */
    private static final double MOST_MILLIS = 150;

    private static Looks looks;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        looks = Looks.open(Theme.LIGHT, 1280, 800);
        state = looks.window().context().state();
        Toolkit.waitUntil(
                "a run", () -> !state.staleProperty().get() && state.result().isPresent());
    }

    @AfterAll
    static void close() {
        looks.close();
    }

    /** The good whose page has most to show. */
    private static Good fullest(String tab) {
        Dataset dataset = state.data().orElseThrow().dataset();
        ToIntFunction<Good> size = good -> switch (tab) {
            case "makers", "figures" -> dataset.suppliesOf(good).size();
            case "needs" -> dataset.inputsOf(good).size();
            case "feeds" -> dataset.usesOf(good).size();
            default -> state.result().orElseThrow().chain(good).activities().size();
        };
        return dataset.goods().stream().max(Comparator.comparingInt(size)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "makers", "needs", "feeds", "figures"})
    void thePageWithMostToShowHoldsTheUiThreadOnlyBriefly(String tab) {
        Good chosen = fullest(tab);
        Toolkit.doOnUiThread(() -> state.looking().select(Selection.of(chosen)));
        Toolkit.waitUntil("the good's tabs", () -> looks.window().scene().lookup("#tab-figures") != null);
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            choose(tab.equals("why") ? "makers" : "why");
            Toolkit.settle();
            millis.add(choose(tab));
            Toolkit.settle();
        }
        Collections.sort(millis);
        assertThat(millis.get(ROUNDS / 2))
                .as("%s of %s, all times %s", tab, chosen.id(), millis)
                .isLessThan(MOST_MILLIS);
    }

    /** @return milliseconds of the UI thread's own time, layout included */
    private static double choose(String tab) {
        return Toolkit.onUiThread(() -> {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            Parent root = looks.window().scene().getRoot();
            long before = threads.getCurrentThreadCpuTime();
            Node button = looks.window().scene().lookup("#tab-" + tab);
            ((ToggleButton) button).setSelected(true);
            root.applyCss();
            root.layout();
            return (threads.getCurrentThreadCpuTime() - before) / 1e6;
        });
    }
}

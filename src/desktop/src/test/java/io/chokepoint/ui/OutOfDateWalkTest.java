package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.Touch;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import io.chokepoint.ui.support.Work;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is of an older scenario steps back until the run of the new one is there. */
class OutOfDateWalkTest {
    private static final double BACK = 0.6;

    @TempDir
    private Path home;

    private volatile CountDownLatch gate = new CountDownLatch(0);
    private Stage stage;
    private Window window;

    private void open(ViewKind view) {
        window = Toolkit.onUiThread(() -> {
            stage = new Stage();
            Window made =
                    Window.create(Looks.quiet(home), DatasetReader::read, data -> gated(Engine.of(data)), link -> {});
            stage.setScene(made.scene());
            stage.setWidth(1280);
            stage.setHeight(800);
            stage.show();
            made.context().state().openData(ModelsTest.worth());
            made.context().state().openScenario(SmallRun.scenario());
            made.context().state().looking().viewProperty().set(view);
            return made;
        });
        waitForRun();
    }

    @AfterEach
    void close() {
        gate.countDown();
        Toolkit.doOnUiThread(() -> {
            stage.hide();
            window.close();
        });
    }

    /** Runs end only once the gate is open. */
    private Engine gated(Engine real) {
        return new Engine() {
            @Override
            public SimulationResult run(Work work, RunMonitor monitor) {
                try {
                    gate.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
                return real.run(work, monitor);
            }

            @Override
            public Touch touches(Restriction restriction) {
                return real.touches(restriction);
            }

            @Override
            public Optional<StudyRunner> runner() {
                return real.runner();
            }
        };
    }

    private StudyState state() {
        return window.context().state();
    }

    private void waitForRun() {
        Toolkit.waitUntil(
                "a run",
                () -> state().result().isPresent() && !state().staleProperty().get());
        Toolkit.settle();
    }

    private double opacity() {
        return Toolkit.onUiThread(() -> {
            Node center = window.scene().lookup(".center");
            center.applyCss();
            return ((Parent) center).getChildrenUnmodifiable().getFirst().getOpacity();
        });
    }

    private void changeAndHoldTheRun() {
        gate = new CountDownLatch(1);
        Toolkit.doOnUiThread(() ->
                state().editWork("Remove all", work -> Work.on(work.scenario().withRestrictions(List.of()))));
    }

    @ParameterizedTest
    @EnumSource(
            value = ViewKind.class,
            names = {"MODELS", "TABLE", "MAP", "FLOWS", "HELPS"})
    void aViewStepsBackWhenTheScenarioChangesAndComesForwardWithItsRun(ViewKind view) {
        open(view);
        assertThat(opacity()).isEqualTo(1);

        changeAndHoldTheRun();
        Toolkit.waitUntil("the step back", () -> opacity() == BACK);
        gate.countDown();
        waitForRun();

        assertThat(opacity()).isEqualTo(1);
    }
}

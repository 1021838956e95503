package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** An error that nobody catches fails the test in which it was thrown, wherever JavaFX would have swallowed it. */
class UncaughtErrorsTest {

    @ParameterizedTest
    @ValueSource(classes = {Later.class, InAListener.class, InAHandler.class, InAPulse.class, OnAWorker.class})
    void whatNobodyCatchesFailsTheTest(Class<?> faulty) {
        TestExecutionSummary summary = run(faulty);

        assertThat(summary.getFailures())
                .hasSize(1)
                .allSatisfy(failure -> assertThat(failure.getException())
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("uncaught")
                        .hasStackTraceContaining("thrown on purpose"));
    }

    @Test
    void aTestInWhichNothingIsThrownPasses() {
        assertThat(run(Sound.class).getTestsSucceededCount()).isEqualTo(1);
    }

    private static TestExecutionSummary run(Class<?> tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(List.of(selectClass(tests)))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static void fail() {
        throw new IllegalStateException("thrown on purpose");
    }

    // Run by the tests above only: the build does not look into nested classes.

    static final class Later {
        @Test
        void fails() {
            Toolkit.start();
            Platform.runLater(UncaughtErrorsTest::fail);
        }
    }

    static final class InAListener {
        @Test
        void fails() {
            Toolkit.doOnUiThread(() -> {
                SimpleIntegerProperty week = new SimpleIntegerProperty();
                week.addListener((value, before, now) -> fail());
                week.set(1);
            });
        }
    }

    static final class InAHandler {
        @Test
        void fails() {
            Toolkit.start();
            Platform.runLater(() -> {
                Button button = new Button();
                button.setOnAction(event -> fail());
                button.fireEvent(new ActionEvent());
            });
        }
    }

    static final class InAPulse {
        @Test
        void fails() {
            Toolkit.doOnUiThread(() -> new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    fail();
                }
            }.start());
            Toolkit.settle();
        }
    }

    static final class OnAWorker {
        @Test
        void fails() throws InterruptedException {
            Thread thread = Thread.ofPlatform().start(UncaughtErrorsTest::fail);
            thread.join();
        }
    }

    static final class Sound {
        @Test
        void passes() {
            Toolkit.doOnUiThread(() -> {});
        }
    }
}

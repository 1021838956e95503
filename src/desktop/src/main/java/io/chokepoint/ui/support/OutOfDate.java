package io.chokepoint.ui.support;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/** Whether what is shown has been of an older scenario for so long that one should see it; a run that ends before is no reason to blink. */
public final class OutOfDate {
    private static final Duration AFTER = Duration.millis(400);

    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();

    public OutOfDate(StudyState state) {
        PauseTransition wait = new PauseTransition(AFTER);
        wait.setOnFinished(event -> late.set(true));
        state.staleProperty().subscribe(stale -> {
            if (stale) {
                wait.playFromStart();
            } else {
                wait.stop();
                late.set(false);
            }
        });
        state.answerProperty().subscribe(() -> {
            // While a slider is dragged results keep coming, though never the last one.
            late.set(false);
            if (state.staleProperty().get()) {
                wait.playFromStart();
            }
        });
    }

    public ReadOnlyBooleanProperty lateProperty() {
        return late.getReadOnlyProperty();
    }
}

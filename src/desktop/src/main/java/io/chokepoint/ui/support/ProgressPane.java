package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands in a view's place while its figures are worked out: how far it is, and a way to stop and to start again. */
public final class ProgressPane extends VBox {
    private final Label head = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label detail = new Label();
    private final Button stop = new Button();
    private final String busy;
    private boolean stopped;

    /**
     * @param slot of the work whose progress is shown
     * @param busy what is being worked out
     * @param onStop stops the work
     * @param onAgain starts it again
     */
    public ProgressPane(UiTasks tasks, String slot, String busy, Runnable onStop, Runnable onAgain) {
        super(10);
        this.busy = busy;
        setAlignment(Pos.CENTER);
        getStyleClass().add("progress-pane");
        bar.setPrefWidth(320);
        detail.getStyleClass().add("label-small");
        getChildren().setAll(head, bar, detail, stop);
        stop.setOnAction(event -> {
            if (stopped) {
                onAgain.run();
            } else {
                onStop.run();
            }
            show(!stopped);
        });
        tasks.progressProperty().subscribe(progress -> {
            if (progress != null && progress.slot().equals(slot)) {
                bar.setProgress(progress.part());
                detail.setText(Texts.get("progress.done", progress.done(), progress.total()));
            }
        });
        show(false);
    }

    /** Shows that work has started, with nothing done yet. */
    public void started() {
        bar.setProgress(0);
        detail.setText("");
        show(false);
    }

    private void show(boolean nowStopped) {
        stopped = nowStopped;
        head.setText(nowStopped ? Texts.get("progress.stopped") : busy);
        stop.setText(Texts.get(nowStopped ? "progress.again" : "progress.stop"));
        bar.setVisible(!nowStopped);
        detail.setVisible(!nowStopped);
    }
}

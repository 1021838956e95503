package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** In the strip above an answer of which more is still worked out: how far that is, and a button to stop it or to go on. */
public final class OpenWork extends HBox {
    private static final double GAP = 8;

    private final Label progress = new Label();
    private final Button stop = new Button();

    /**
     * Not to be seen until {@link #show}.
     *
     * @param id of the button
     * @param stopOrGoOn what the button does
     */
    public OpenWork(String id, Runnable stopOrGoOn) {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        progress.getStyleClass().add("label-small");
        progress.setMinWidth(0);
        stop.setId(id);
        stop.getStyleClass().add("small");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.visibleProperty().bind(visibleProperty());
        stop.setOnAction(event -> stopOrGoOn.run());
        getChildren().setAll(progress, stop);
        hide();
    }

    /** Nothing is left to be worked out. */
    public void hide() {
        setVisible(false);
        setManaged(false);
        progress.setText("");
    }

    /**
     * Something is left.
     *
     * @param busy whether it is being worked out; stopped otherwise
     * @param words how far it is
     */
    public void show(boolean busy, String words) {
        setVisible(true);
        setManaged(true);
        stop.setText(Texts.get(busy ? "progress.stop" : "progress.again"));
        progress.setText(words);
    }
}

package io.chokepoint.ui.data;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.OverlayHost;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks what becomes of changed cells when their table is closed. Closing the question is to go on changing them. */
final class UnsavedCells extends VBox {
    private static final double WIDTH = 460;
    private static final double TOP = 160;

    /** @param goOn shows the table again, as it was */
    record Choices(Runnable save, Runnable goOn, Runnable discard) {}

    private boolean answered;

    private UnsavedCells(OverlayHost overlays, Path file, Choices choices) {
        Label question = new Label(Texts.get("file.close.question", file.getFileName()));
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.getStyleClass().add("faults-head");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button save = button(overlays, "file.edit.save", "file-close-save", choices.save());
        save.getStyleClass().add("accent");
        HBox foot = new HBox(
                8,
                button(overlays, "file.close.discard", "file-close-discard", choices.discard()),
                gap,
                button(overlays, "file.close.goOn", "file-close-go-on", choices.goOn()),
                save);
        foot.getStyleClass().add("faults-foot");
        getChildren().setAll(question, foot);
        getStyleClass().addAll("panel", "faults");
        setId("file-close");
        setPrefWidth(WIDTH);
    }

    static void ask(OverlayHost overlays, Path file, Choices choices) {
        UnsavedCells panel = new UnsavedCells(overlays, file, choices);
        overlays.showModal(panel, TOP, () -> {
            if (!panel.answered) {
                choices.goOn().run();
            }
        });
        panel.lookup("#file-close-go-on").requestFocus();
    }

    private Button button(OverlayHost overlays, String key, String id, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            answered = true;
            overlays.close(this);
            action.run();
        });
        return button;
    }
}

package io.chokepoint.ui.article;

import io.chokepoint.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where an article is pasted, typed or opened, and how far its reading is. */
final class ArticleStart extends VBox {
    private static final double WIDTH = 760;

    private final ArticleViewModel model;
    private final TextArea area;

    /** @param chooseFile asks for a file and reads it */
    ArticleStart(ArticleViewModel model, Runnable chooseFile) {
        super(12);
        this.model = model;
        getStyleClass().add("article-start");
        setAlignment(Pos.TOP_CENTER);
        // What is pasted is read at once, and never becomes the contents of a field: it may be a book.
        area = new TextArea() {
            @Override
            public void paste() {
                if (getText().isBlank()) {
                    pasteAndRead();
                } else {
                    super.paste();
                }
            }
        };
        area.setId("article-area");
        area.setWrapText(true);
        area.setPromptText(Texts.get("article.prompt"));
        area.setAccessibleText(Texts.get("article.prompt"));
        VBox.setVgrow(area, Priority.ALWAYS);
        area.setMaxHeight(420);
        Label about = Blocks.wrapped(Texts.get("article.about"));
        Label local = Blocks.wrapped(Texts.get("article.local"), "label-small");
        Button paste = button("paste", this::pasteAndRead);
        paste.getStyleClass().add("accent");
        Button file = button("file", chooseFile);
        Button read = button("read", () -> model.readText(area.getText()));
        read.disableProperty().bind(area.textProperty().isEmpty().or(model.readingProperty()));
        paste.disableProperty().bind(model.readingProperty());
        file.disableProperty().bind(model.readingProperty());
        ProgressBar bar = new ProgressBar(-1);
        bar.setPrefWidth(160);
        bar.setAccessibleText(Texts.get("article.reading"));
        Button stop = button("stop", model::stop);
        HBox progress = new HBox(10, bar, stop);
        progress.setAlignment(Pos.CENTER_LEFT);
        progress.getStyleClass().add("progress-pane");
        progress.visibleProperty().bind(model.readingProperty());
        HBox buttons = new HBox(10, paste, file, read, progress);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox middle = new VBox(12, about, area, buttons, local);
        middle.setMaxWidth(WIDTH);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().setAll(middle);
    }

    private static Button button(String what, Runnable action) {
        Button button = new Button(Texts.get("article." + what));
        button.setId("article-" + what);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void pasteAndRead() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!clipboard.getFiles().isEmpty()) {
            model.readFile(clipboard.getFiles().getFirst().toPath());
        } else if (clipboard.hasString()) {
            model.readText(String.valueOf(clipboard.getString()));
        }
    }

    void focusText() {
        area.requestFocus();
    }

    void clear() {
        area.clear();
    }
}

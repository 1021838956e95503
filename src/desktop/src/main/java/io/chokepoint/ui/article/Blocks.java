package io.chokepoint.ui.article;

import io.chokepoint.article.Sentence;
import io.chokepoint.text.Texts;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The small parts of which cards are made. */
final class Blocks {
    private static final int MOST_QUOTED = 300;

    private Blocks() {}

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label chip(String text, String... styles) {
        Label chip = new Label(text);
        chip.getStyleClass().add("status-chip");
        chip.getStyleClass().addAll(styles);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    /** A sentence of the article; a click goes to it. */
    static Button quote(Sentence sentence, IntConsumer onSentence) {
        String line = sentence.text().strip().replaceAll("\\s+", " ");
        String shown = line.codePointCount(0, line.length()) <= MOST_QUOTED
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + " …";
        Button quote = new Button(Texts.get("article.quote", shown));
        quote.getStyleClass().setAll("article-quote");
        quote.setMnemonicParsing(false);
        quote.setWrapText(true);
        quote.setMaxWidth(Double.MAX_VALUE);
        quote.setMinHeight(Region.USE_PREF_SIZE);
        quote.setAccessibleText(Texts.get("article.goToSentence", line));
        quote.setOnAction(event -> onSentence.accept(sentence.number()));
        return quote;
    }
}

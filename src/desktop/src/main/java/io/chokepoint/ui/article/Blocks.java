package io.chokepoint.ui.article;

import io.chokepoint.article.Sentence;
import io.chokepoint.base.WebAddress;
import io.chokepoint.model.Source;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Typography;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small parts of which cards are made. */
final class Blocks {
    private static final int MOST_QUOTED = 300;
    private static final int MOST_QUOTES = 6;
    private static final double ABOVE = 12;

    private Blocks() {}

    static Label wrapped(String text, String... styles) {
        Label label = new Label(Typography.thin(text));
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

    /** Whether what was clicked in a card belongs to a button of its. */
    static boolean isInButton(EventTarget target, Node card) {
        for (Node at = target instanceof Node node ? node : null; at != null && at != card; at = at.getParent()) {
            if (at instanceof ButtonBase) {
                return true;
            }
        }
        return false;
    }

    /** Scrolls until a part of what is scrolled is in sight, its head first. */
    static void bring(ScrollPane scroll, Region content, Node part) {
        scroll.applyCss();
        scroll.layout();
        Bounds at = content.sceneToLocal(part.localToScene(part.getLayoutBounds()));
        double height = scroll.getViewportBounds().getHeight();
        double room = content.getHeight() - height;
        if (at != null && room > 0) {
            double top = scroll.getVvalue() * room;
            if (at.getMinY() < top || at.getMaxY() > top + height) {
                scroll.setVvalue(Math.clamp((at.getMinY() - ABOVE) / room, 0, 1));
            }
        }
    }

    /** A source; a click opens its address. */
    static Node source(Source source, Consumer<String> openLink) {
        String words = source.publisher().isEmpty() ? source.title() : source.publisher() + ": " + source.title();
        if (source.url().isEmpty()) {
            return wrapped(Texts.get("article.source", words), "label-small");
        }
        Button link = new Button(Texts.get("article.source", words));
        link.setMnemonicParsing(false);
        link.getStyleClass().addAll("link", "label-small");
        // A long title goes on in a second line: a source is read whole.
        link.setWrapText(true);
        link.setMinWidth(0);
        link.setMinHeight(Region.USE_PREF_SIZE);
        link.setTooltip(CommandControls.tooltip(words + "\n" + source.url()));
        link.setOnAction(event -> WebAddress.open(source.url(), openLink));
        return link;
    }

    /** The first sentences of the article that say something, and how many more do. */
    static void quotes(VBox card, List<Sentence> sentences, IntConsumer onSentence) {
        sentences.stream().limit(MOST_QUOTES).forEach(each -> card.getChildren().add(quote(each, onSentence)));
        if (sentences.size() > MOST_QUOTES) {
            card.getChildren()
                    .add(wrapped(Texts.get("article.moreLines", sentences.size() - MOST_QUOTES), "label-small"));
        }
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

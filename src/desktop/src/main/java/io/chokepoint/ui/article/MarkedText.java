package io.chokepoint.ui.article;

import io.chokepoint.article.ArticleReading;
import io.chokepoint.article.ClaimMatch;
import io.chokepoint.article.Passage;
import io.chokepoint.article.Sentence;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The article, a row for each paragraph. Left and right go from sentence to sentence, Enter goes to what is said of the sentence; a click
 * does both. Only rows in sight are made, so a book is as quick as a note.
 */
final class MarkedText extends ListView<MarkedParagraph.Content> {
    /** A paragraph of more sentences becomes several rows. */
    private static final int MOST_SENTENCES = 30;

    private static final double ACROSS = 28;
    private static final double DOWN = 10;
    private static final double SCROLL_BAR = 16;

    private final IntConsumer onSentence;
    private int lit = ArticleViewModel.NONE;
    private int sentences;

    /** @param onSentence told of the sentence to which the user goes */
    MarkedText(ArticleViewModel model, IntConsumer onSentence) {
        this.onSentence = onSentence;
        setId("article-text");
        getStyleClass().add("article-list");
        setAccessibleText(Texts.get("article.text"));
        setCellFactory(unused -> new Row());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> key(model, event));
    }

    private void key(ArticleViewModel model, KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && sentences > 0) {
            int begin = getSelectionModel().getSelectedItem() == null || lit != ArticleViewModel.NONE
                    ? lit
                    : getSelectionModel()
                                    .getSelectedItem()
                                    .sentences()
                                    .getFirst()
                                    .number()
                            - step;
            model.litProperty().set(Math.clamp(begin + step, 0, sentences - 1));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (lit == ArticleViewModel.NONE && getSelectionModel().getSelectedItem() != null) {
                onSentence.accept(getSelectionModel()
                        .getSelectedItem()
                        .sentences()
                        .getFirst()
                        .number());
            } else if (lit != ArticleViewModel.NONE) {
                onSentence.accept(lit);
            }
            event.consume();
        }
    }

    /** Shows an article from its beginning. */
    void show(ArticleReading reading) {
        lit = ArticleViewModel.NONE;
        sentences = reading.sentences().size();
        getItems().setAll(rows(reading));
        scrollTo(0);
    }

    /** Lights a sentence and brings it into sight. */
    void light(int sentence) {
        lit = sentence;
        refresh();
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).sentences().stream().anyMatch(each -> each.number() == sentence)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 1));
            }
        }
    }

    /** The number of the sentence that is lit. */
    int lit() {
        return lit;
    }

    static List<MarkedParagraph.Content> rows(ArticleReading reading) {
        Set<Integer> drafted = reading.drafts().stream()
                .flatMap(draft -> draft.statements().stream())
                .map(statement -> statement.sentence().number())
                .collect(Collectors.toSet());
        Set<Integer> claimed = reading.claims().stream()
                .map(ClaimMatch::sentences)
                .flatMap(List::stream)
                .map(Sentence::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<MarkedParagraph.Content> rows = new ArrayList<>();
        List<Sentence> open = new ArrayList<>();
        int passage = 0;
        for (int i = 0; i < reading.sentences().size(); i++) {
            Sentence sentence = reading.sentences().get(i);
            open.add(sentence);
            boolean last = i + 1 == reading.sentences().size();
            if (last
                    || open.size() >= MOST_SENTENCES
                    || reading.sentences().get(i + 1).paragraph() != sentence.paragraph()) {
                List<MarkedParagraph.Mark> marks = new ArrayList<>();
                while (passage < reading.passages().size()
                        && reading.passages().get(passage).sentence() <= sentence.number()) {
                    Passage each = reading.passages().get(passage++);
                    marks.add(new MarkedParagraph.Mark(MarkKind.of(each.kind()), each.start(), each.end()));
                }
                open.stream()
                        .filter(each -> claimed.contains(each.number()))
                        .forEach(each -> marks.add(new MarkedParagraph.Mark(MarkKind.CLAIM, each.start(), each.end())));
                int start = open.getFirst().start();
                rows.add(new MarkedParagraph.Content(
                        start,
                        // Line breaks of a printed column are none of the window's.
                        reading.article()
                                .text()
                                .substring(start, sentence.end())
                                .replace('\n', ' '),
                        List.copyOf(open),
                        List.copyOf(marks),
                        open.stream()
                                .map(Sentence::number)
                                .filter(drafted::contains)
                                .toList()));
                open.clear();
            }
        }
        return rows;
    }

    private static String spoken(MarkedParagraph.Content content) {
        String marked = content.marks().stream()
                .filter(mark -> mark.kind() != MarkKind.CLAIM)
                .map(mark -> Texts.get(
                        "article.spokenMark",
                        content.text().substring(mark.start() - content.start(), mark.end() - content.start()),
                        mark.kind().text()))
                .distinct()
                .collect(Collectors.joining(", "));
        return marked.isEmpty() ? content.text() : Texts.get("article.spoken", content.text(), marked);
    }

    /** As high as its paragraph at the width of the list. */
    private final class Row extends ListCell<MarkedParagraph.Content> {
        private @Nullable MarkedParagraph paragraph;

        Row() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(MarkedParagraph.@Nullable Content content, boolean empty) {
            super.updateItem(content, empty);
            if (empty || content == null) {
                paragraph = null;
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            paragraph = new MarkedParagraph(content, lit, onSentence);
            setGraphic(paragraph);
            setAccessibleText(spoken(content));
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            MarkedParagraph shown = paragraph;
            double room = width > 0 ? width : MarkedText.this.getWidth() - SCROLL_BAR;
            return shown == null ? DOWN : shown.prefHeight(Math.max(1, room - ACROSS)) + DOWN;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            MarkedParagraph shown = paragraph;
            if (shown != null) {
                shown.resizeRelocate(ACROSS / 2, DOWN / 2, getWidth() - ACROSS, getHeight() - DOWN);
            }
        }
    }
}

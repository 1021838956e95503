package io.chokepoint.ui.article;

import io.chokepoint.article.Draft;
import io.chokepoint.article.Status;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The drafts as cards: what the text states first, then what it says otherwise, then what the dataset cannot run. */
final class DraftList extends ScrollPane {
    /** More than an article has; a book's are shown on demand. */
    private static final int AT_ONCE = 40;

    private final ArticleViewModel model;
    private final IntConsumer onSentence;
    private final Consumer<Draft> onChange;
    private final VBox cards = new VBox(10);
    private final List<DraftCard> shown = new ArrayList<>();

    DraftList(ArticleViewModel model, IntConsumer onSentence, Consumer<Draft> onChange) {
        this.model = model;
        this.onSentence = onSentence;
        this.onChange = onChange;
        setId("article-drafts");
        getStyleClass().add("article-side");
        cards.getStyleClass().add("article-cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setAccessibleText(Texts.get("article.tab.DRAFTS"));
    }

    void show(ArticleViewModel.Read read) {
        cards.getChildren().clear();
        shown.clear();
        setVvalue(0);
        List<Draft> drafts = read.reading().drafts();
        if (drafts.isEmpty()) {
            cards.getChildren().add(Blocks.wrapped(Texts.get("article.noDrafts"), "muted"));
        }
        part(read, "", Draft::isTaken);
        part(read, Texts.get("article.apart"), draft -> draft.fault().isEmpty() && draft.status() != Status.STATED);
        part(read, Texts.get("article.cannot"), draft -> draft.fault().isPresent());
    }

    private void part(ArticleViewModel.Read read, String heading, Predicate<Draft> which) {
        List<Draft> drafts = read.reading().drafts().stream().filter(which).toList();
        if (drafts.isEmpty()) {
            return;
        }
        if (!heading.isEmpty()) {
            cards.getChildren().add(Blocks.wrapped(heading, "section"));
        }
        VBox box = new VBox(10);
        cards.getChildren().add(box);
        more(read, drafts, box, AT_ONCE);
    }

    private void more(ArticleViewModel.Read read, List<Draft> drafts, VBox box, int upTo) {
        int from = (int)
                box.getChildren().stream().filter(DraftCard.class::isInstance).count();
        box.getChildren().removeIf(node -> !(node instanceof DraftCard));
        for (Draft draft : drafts.subList(from, Math.min(upTo, drafts.size()))) {
            DraftCard card =
                    new DraftCard(draft, read.reading().article(), read.dataset(), model, onSentence, onChange);
            shown.add(card);
            box.getChildren().add(card);
        }
        if (upTo < drafts.size()) {
            Button more = new Button(Texts.get("article.more", drafts.size() - upTo));
            more.setOnAction(event -> more(read, drafts, box, upTo + AT_ONCE));
            box.getChildren().add(more);
        }
    }

    /** Lights the cards of a sentence. */
    void light(int sentence) {
        List<Draft> drafts = model.draftsOf(sentence);
        shown.forEach(card -> card.light(drafts.contains(card.draft())));
    }

    /** Brings the first card of a sentence into sight and gives it the focus; false where there is none. */
    boolean goTo(int sentence) {
        List<Draft> drafts = model.draftsOf(sentence);
        DraftCard first = shown.stream()
                .filter(card -> drafts.contains(card.draft()))
                .findFirst()
                .orElse(null);
        if (first != null) {
            first.requestFocus();
            Blocks.bring(this, cards, first);
        }
        return first != null;
    }
}

package io.chokepoint.ui.article;

import io.chokepoint.article.Article;
import io.chokepoint.article.Draft;
import io.chokepoint.article.DraftScenario;
import io.chokepoint.article.Status;
import io.chokepoint.export.living.DraftWords;
import io.chokepoint.model.Control;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.Segments;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A rule or an event of which the text speaks: what it would be in the model, what of it is assumed, its sentences; taken or left. */
final class DraftCard extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");

    /** Room for the widest mark before a figure, at the usual size of text. */
    private static final double MARKS = 78;

    private final Draft draft;
    private final ArticleViewModel model;
    private final Segments<Boolean> choice;

    /**
     * @param onSentence told of a sentence to which the user goes
     * @param onChange told of the draft that the user wants to change
     */
    DraftCard(
            Draft draft,
            Article article,
            Dataset dataset,
            ArticleViewModel model,
            IntConsumer onSentence,
            Consumer<Draft> onChange) {
        super(6);
        this.draft = draft;
        this.model = model;
        getStyleClass().add("draft-card");
        setId("draft-" + draft.number());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        choice = new Segments<>(
                List.of(true, false),
                on -> "draft-" + (on ? "take-" : "leave-") + draft.number(),
                on -> Texts.get(on ? "article.take" : "article.leave"),
                this::take);
        Scenario alone = DraftScenario.of(List.of(draft), List.of(article));
        Restriction placed = alone.restrictions().getFirst();
        String words = RestrictionSentence.of(placed, dataset, alone.startDate());
        getChildren().setAll(head(placed), Blocks.wrapped(words, "strong"));
        draft.figures().forEach(figure -> getChildren().add(figure(figure, placed)));
        if (draft.start().isEmpty()) {
            getChildren().add(assumed(Texts.get("article.week0"), Texts.get("article.noDay")));
        }
        draft.remarks().forEach(remark -> getChildren().add(Blocks.wrapped(remark, "label-small")));
        Blocks.quotes(
                this, draft.statements().stream().map(Draft.Statement::sentence).toList(), onSentence);
        for (Control measure : draft.measures()) {
            getChildren()
                    .add(Blocks.wrapped(
                            Texts.get("article.realMeasure", measure.title(), measure.status()), "label-small"));
        }
        DraftWords.fault(draft, dataset)
                .ifPresent(fault -> getChildren().add(Blocks.wrapped(Texts.get("article.fault", fault), "fault-text")));
        if (draft.fault().isEmpty()) {
            getChildren().add(acts(onChange));
        }
        setAccessibleText(Texts.get("article.spokenDraft", draft.number(), statusText(draft.status()), words));
        show();
        Runnable go =
                () -> onSentence.accept(draft.statements().getFirst().sentence().number());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // What a button in it does is its own.
            if (!Blocks.isInButton(event.getTarget(), this)) {
                requestFocus();
                go.run();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, go));
    }

    private void key(KeyEvent event, Runnable go) {
        if (event.getTarget() != this) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            take(!model.isTaken(draft));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            go.run();
            event.consume();
        }
    }

    private void take(boolean on) {
        model.take(draft, on);
        show();
    }

    private void show() {
        choice.show(model.isTaken(draft));
        pseudoClassStateChanged(TAKEN, model.isTaken(draft));
    }

    Draft draft() {
        return draft;
    }

    /** Whether one of its sentences is looked at. */
    void light(boolean on) {
        pseudoClassStateChanged(LIT, on);
    }

    static String statusText(Status status) {
        return Texts.get("article.status." + status.name());
    }

    private HBox head(Restriction placed) {
        KindForm kind = KindForm.of(placed);
        Label mark = new Label(kind.mark(), CommandControls.icon(kind.icon()));
        mark.getStyleClass().add("kind-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label status = Blocks.chip(
                statusText(draft.status()), "draft-" + draft.status().id());
        status.setTooltip(CommandControls.tooltip(
                Texts.get("article.statusHint." + draft.status().name())));
        Label number = new Label(Texts.get("article.number", draft.number()));
        number.getStyleClass().add("label-small");
        HBox head = new HBox(8, number, mark, spring, status);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static HBox figure(Draft.Stated figure, Restriction placed) {
        String words = DraftWords.figure(figure, placed);
        return figure.isAssumed()
                ? assumed(words, figure.why())
                : row(words, Blocks.chip(Texts.get("article.asStated")), Texts.get("article.quote", figure.why()));
    }

    private static HBox assumed(String words, String why) {
        return row(words, Blocks.chip(Texts.get("article.assumption"), "assumption"), why);
    }

    private static HBox row(String words, Label chip, String why) {
        Label reason = Blocks.wrapped(why, "label-small");
        VBox text = new VBox(1, Blocks.wrapped(words), reason);
        HBox.setHgrow(text, Priority.ALWAYS);
        // Words begin at one edge, whichever mark stands before them.
        HBox marks = new HBox(chip);
        marks.setMinWidth(MARKS);
        HBox row = new HBox(8, marks, text);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private HBox acts(Consumer<Draft> onChange) {
        Button change = new Button(Texts.get("article.change"));
        change.setId("draft-change-" + draft.number());
        change.getStyleClass().add("flat");
        change.setMinWidth(USE_PREF_SIZE);
        change.setTooltip(CommandControls.tooltip(Texts.get("article.changeHint")));
        change.setOnAction(event -> {
            take(true);
            onChange.accept(draft);
        });
        HBox acts = new HBox(10, choice, change);
        acts.setAlignment(Pos.CENTER_LEFT);
        return acts;
    }
}

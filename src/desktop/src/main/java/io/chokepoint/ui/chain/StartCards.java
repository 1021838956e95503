package io.chokepoint.ui.chain;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What this is, in two sentences, and the questions to begin with as cards: one click, and the answer is there. */
final class StartCards extends VBox {
    private final UiContext context;
    private final StartQuestions model;
    private final VBox list = new VBox(8);

    StartCards(UiContext context) {
        this.context = context;
        model = new StartQuestions(context.state(), context.tasks());
        getStyleClass().addAll("inspector", "start-cards");
        setId("start-cards");
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        list.getStyleClass().add("start-list");
        getChildren().setAll(scroll);
        model.questions().subscribe(this::fill);
        fill();
    }

    private void fill() {
        List<Node> all = new ArrayList<>();
        Label title = new Label(Texts.get("start.title"));
        title.getStyleClass().add("title");
        title.setWrapText(true);
        Label what = wrapped(Texts.get("start.what"));
        Label how = wrapped(Texts.get("start.how"));
        how.getStyleClass().add("strong");
        all.add(new VBox(6, title, what, how));
        model.questions().forEach(question -> all.add(card(question)));
        all.add(fromArticle());
        all.add(ownData());
        list.getChildren().setAll(all);
    }

    private Button card(StartQuestions.Question question) {
        VBox box = new VBox(4, strong(question.words()));
        if (!question.model().isEmpty()) {
            box.getChildren().add(small(Texts.get("start.model", question.model())));
        } else {
            box.getChildren().add(small(Texts.get("start.running")));
        }
        if (!question.seen().isEmpty()) {
            box.getChildren().add(small(Texts.get("start.seen", question.seen())));
        }
        Button card = shell(box);
        card.setId("start-" + question.scenario().id());
        card.setAccessibleText(question.words() + " " + question.model() + " " + question.seen());
        card.setTooltip(CommandControls.tooltip(question.scenario().title() + "\n"
                + question.scenario().question()
                + (question.scenario().remarks().status().isEmpty()
                        ? ""
                        : "\n\n"
                                + Texts.get(
                                        "start.status",
                                        question.scenario().remarks().status()))));
        card.setOnAction(event -> context.state().openScenario(question.scenario()));
        return card;
    }

    private Button fromArticle() {
        Button card = shell(new VBox(4, strong(Texts.get("start.article")), small(Texts.get("start.article.how"))));
        card.setId("start-article");
        card.setAccessibleText(Texts.get("start.article") + " " + Texts.get("start.article.how"));
        card.setOnAction(event -> context.commands().run(Command.FROM_ARTICLE));
        return card;
    }

    private Button ownData() {
        Button card = shell(new VBox(4, strong(Texts.get("start.own")), small(Texts.get("start.own.how"))));
        card.setId("start-own");
        card.setAccessibleText(Texts.get("start.own") + " " + Texts.get("start.own.how"));
        card.setOnAction(event -> context.commands().run(Command.OPEN_DATASET));
        return card;
    }

    private static Button shell(VBox content) {
        return new Card(content);
    }

    /** A button as high as its words need at the width it is given. */
    private static final class Card extends Button {
        private static final double ACROSS = 26;
        private static final double DOWN = 16;

        private final VBox content;

        Card(VBox content) {
            super("", content);
            this.content = content;
            getStyleClass().setAll("gallery-card");
            setMaxWidth(Double.MAX_VALUE);
            setMinHeight(USE_PREF_SIZE);
            content.prefWidthProperty().bind(widthProperty().subtract(ACROSS));
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected double computePrefHeight(double width) {
            return content.prefHeight(Math.max(1, width - ACROSS)) + DOWN;
        }
    }

    private static Label strong(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label small(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("label-small");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(Typography.thin(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

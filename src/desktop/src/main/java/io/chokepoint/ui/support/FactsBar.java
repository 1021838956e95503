package io.chokepoint.ui.support;

import io.chokepoint.study.Headline.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Four facts, each a question, an answer and a detail, at the places of the answer bar's. */
public final class FactsBar extends GridPane {
    private static final double[] COLUMN_PARTS = {25, 22, 26, 27};

    private final HBox corner = new HBox();
    /** Padding and border of a fact, in px. */
    private static final double BESIDE_ANSWER = 26;

    private final List<Label> answers = new ArrayList<>();
    private List<String> words = List.of();

    public FactsBar() {
        getStyleClass().addAll("bar", "answer-bar");
        for (double part : COLUMN_PARTS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(part);
            getColumnConstraints().add(column);
        }
        widthProperty().subscribe(ignored -> share());
        corner.setAlignment(Pos.TOP_RIGHT);
        corner.setPickOnBounds(false);
        corner.getStyleClass().add("run-many");
    }

    /** What stands at the upper right of the last fact. */
    public void setCorner(Node node) {
        corner.getChildren().setAll(node);
    }

    /** @param warning in place of the last fact's detail, on yellow; empty for none */
    public void show(List<Fact> facts, String warning) {
        getChildren().clear();
        answers.clear();
        words = facts.stream()
                .map(fact -> fact.question() + ": " + fact.answer()
                        + (fact.detail().isEmpty() ? "" : " (" + fact.detail() + ")"))
                .toList();
        for (int i = 0; i < facts.size(); i++) {
            boolean last = i == facts.size() - 1;
            VBox box = box(facts.get(i), last ? warning : "");
            add(last ? new StackPane(box, corner) : box, i, 0);
        }
        share();
    }

    /** Always the same parts of the width, but by what questions and answers need where one of them would be cut. */
    private void share() {
        double[] needed = new double[COLUMN_PARTS.length];
        boolean isCut = false;
        for (int i = 0; i < answers.size() && getWidth() > 0 && getScene() != null; i++) {
            Label answer = answers.get(i);
            answer.applyCss();
            needed[i] = answer.prefWidth(-1) + BESIDE_ANSWER;
            isCut |= needed[i] > getWidth() * COLUMN_PARTS[i] / 100;
        }
        double sum = Arrays.stream(needed).sum();
        for (int i = 0; i < COLUMN_PARTS.length; i++) {
            getColumnConstraints().get(i).setPercentWidth(isCut ? needed[i] / sum * 100 : COLUMN_PARTS[i]);
        }
    }

    /** What stands in it, one fact a line. */
    public List<String> words() {
        return words;
    }

    private VBox box(Fact fact, String warning) {
        boolean warn = !warning.isEmpty();
        Label question = new Label(fact.question());
        question.getStyleClass().add("label-small");
        Label answer = new Label(fact.answer());
        answer.getStyleClass().add("answer");
        answers.add(answer);
        answer.setTooltip(CommandControls.tooltip(fact.answer()));
        Label detail = new Label(warn ? warning : fact.detail());
        detail.setGraphic(warn ? CommandControls.icon("mdmz-report_problem") : null);
        detail.getStyleClass().add(warn ? "warning-chip" : "label-small");
        detail.setTooltip(CommandControls.tooltip(detail.getText()));
        VBox box = new VBox(question, answer, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("fact");
        return box;
    }
}

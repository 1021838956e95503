package io.chokepoint.ui.compare;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts of the window while two scenarios are compared: the row above, the facts, both views, the list of changes. */
public final class CompareView {
    private static final double[] COLUMN_PARTS = {25, 22, 26, 27};

    private final Comparison comparison;
    private final CompareViewModel model;
    private final Runnable chooseB;

    /** @param chooseB lets the user choose another scenario B */
    public CompareView(Comparison comparison, Runnable chooseB) {
        this.comparison = comparison;
        this.chooseB = chooseB;
        this.model = new CompareViewModel(comparison);
    }

    /** In place of the scenario row. */
    public Region row() {
        Button b = new Button();
        b.getStyleClass().add("chooser");
        b.setId("compare-b");
        b.setMnemonicParsing(false);
        b.setOnAction(event -> chooseB.run());
        comparison.b().scenarioProperty().subscribe(s -> b.setText(s == null ? "" : s.title()));
        Label a = new Label();
        a.getStyleClass().addAll("strong", "compare-a");
        comparison.a().scenarioProperty().subscribe(s -> a.setText(s == null ? "" : s.title()));
        a.setMinWidth(60);
        b.setMinWidth(60);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        ToggleGroup group = new ToggleGroup();
        ToggleButton both = segment("compare.both", group);
        ToggleButton difference = segment("compare.difference", group);
        both.setOnAction(event -> comparison.differenceOnlyProperty().set(false));
        difference.setOnAction(event -> comparison.differenceOnlyProperty().set(true));
        comparison.differenceOnlyProperty().subscribe(only -> {
            both.setSelected(!only);
            difference.setSelected(only);
        });
        HBox segments = new HBox(both, difference);
        segments.getStyleClass().add("segments");
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        Button end = new Button(Texts.get("compare.end"), CommandControls.icon("mdal-close"));
        end.setId("compare-end");
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setOnAction(event -> comparison.end());
        HBox row = new HBox(
                8, letter("A"), a, CommandControls.icon("mdal-compare_arrows"), letter("B"), b, spring, segments, end);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("bar", "scenario-row");
        return row;
    }

    private static ToggleButton segment(String key, ToggleGroup group) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setToggleGroup(group);
        return button;
    }

    private static Label letter(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-letter");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** In place of the answer bar. */
    public Region facts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("bar", "answer-bar");
        for (double part : COLUMN_PARTS) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(part);
            grid.getColumnConstraints().add(column);
        }
        model.factsProperty().subscribe(facts -> {
            grid.getChildren().clear();
            for (int i = 0; i < facts.size(); i++) {
                grid.add(fact(facts.get(i)), i, 0);
            }
        });
        return grid;
    }

    private static VBox fact(Fact fact) {
        Label question = new Label(fact.question());
        question.getStyleClass().add("label-small");
        Label answer = new Label(fact.answer());
        answer.getStyleClass().add("answer");
        Label detail = new Label(fact.detail());
        detail.getStyleClass().add("label-small");
        VBox box = new VBox(question, answer, detail);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("fact");
        return box;
    }

    /** Both views, A above B; or only what differs. */
    public Region center(Region viewA, Region viewB) {
        VBox upper = half("A", comparison.a(), viewA);
        VBox lower = half("B", comparison.b(), viewB);
        ChangesPanel wide = new ChangesPanel(model);
        VBox box = new VBox(upper, lower, wide);
        VBox.setVgrow(upper, Priority.ALWAYS);
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox.setVgrow(wide, Priority.ALWAYS);
        comparison.differenceOnlyProperty().subscribe(only -> {
            for (Region part : List.of(upper, lower)) {
                part.setVisible(!only);
                part.setManaged(!only);
            }
            wide.setVisible(only);
            wide.setManaged(only);
        });
        return box;
    }

    private static VBox half(String letter, StudyState state, Region view) {
        Label title = new Label();
        title.getStyleClass().add("strong");
        Label what = new Label();
        what.getStyleClass().add("muted");
        state.scenarioProperty().subscribe(scenario -> {
            title.setText(scenario == null ? "" : scenario.title());
            what.setText(scenario == null ? "" : numbers(scenario));
        });
        HBox head = new HBox(8, letter(letter), title, what);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setMinHeight(0);
        VBox half = new VBox(head, view);
        half.setMinHeight(0);
        half.setPrefHeight(100);
        return half;
    }

    private static String numbers(Scenario scenario) {
        return scenario.restrictions().isEmpty()
                ? Texts.get("compare.noRestriction")
                : scenario.restrictions().stream()
                        .map(restriction ->
                                RestrictionSentence.word(restriction) + ": " + RestrictionSentence.numbers(restriction))
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; "));
    }

    /** In place of the inspector. */
    public Region changes() {
        return new ChangesPanel(model);
    }
}

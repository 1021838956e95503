package io.chokepoint.ui.compare;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline.Fact;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.ViewKind;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
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

    /**
     * Whether the list of changes stands alone over the whole width: only what differs is asked for, and the chosen view has no picture
     * of it.
     */
    public ObservableValue<Boolean> listAloneProperty() {
        return Bindings.createBooleanBinding(
                () -> comparison.differenceOnlyProperty().get() && !isGraph(),
                comparison.differenceOnlyProperty(),
                comparison.a().viewProperty());
    }

    private boolean isGraph() {
        return comparison.a().viewProperty().get() == ViewKind.GRAPH;
    }

    /** Both views, A above B; or only what differs: the graph of it, or a list where the view has no picture of it. */
    public Region center(Region viewA, Region viewB) {
        Region upperHead = head("A", comparison.a());
        Region onlyHead = differenceHead();
        VBox upper = half(viewA, upperHead, onlyHead);
        VBox lower = half(viewB, head("B", comparison.b()));
        ChangesPanel wide = new ChangesPanel(model);
        VBox box = new VBox(upper, lower, wide);
        VBox.setVgrow(wide, Priority.ALWAYS);
        Runnable arrange = () -> {
            boolean only = comparison.differenceOnlyProperty().get();
            show(upper, !only || isGraph());
            show(upperHead, !only);
            show(onlyHead, only);
            show(lower, !only);
            show(wide, only && !isGraph());
        };
        comparison.differenceOnlyProperty().subscribe(arrange);
        comparison.a().viewProperty().subscribe(arrange);
        arrange.run();
        return box;
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static HBox head(String letter, StudyState state) {
        Label title = new Label();
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label();
        what.getStyleClass().add("muted");
        state.scenarioProperty().subscribe(scenario -> {
            title.setText(scenario == null ? "" : scenario.title());
            String numbers = scenario == null ? "" : numbers(scenario);
            what.setText(letter.equals("B") ? Texts.get("compare.bold", numbers) : numbers);
        });
        HBox head = new HBox(8, letter(letter), title, what);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        return head;
    }

    private static HBox differenceHead() {
        Label title = new Label(Texts.get("compare.differenceTitle"));
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label what = new Label(Texts.get("compare.differenceWhat"));
        what.getStyleClass().add("muted");
        HBox head = new HBox(8, title, what);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        return head;
    }

    private static VBox half(Region view, Region... heads) {
        VBox head = new VBox(heads);
        VBox.setVgrow(view, Priority.ALWAYS);
        view.setMinHeight(0);
        VBox half = new VBox(head, view);
        half.setMinHeight(0);
        half.setPrefHeight(100);
        VBox.setVgrow(half, Priority.ALWAYS);
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

package io.chokepoint.ui.compare;

import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.RestrictionSentence;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.FactsBar;
import io.chokepoint.ui.support.SamplingLine;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The parts of the window while two scenarios are compared: the row above, the facts, both views, the list of changes. */
public final class CompareView {

    /** Both halves grow from this height by the same. */
    private static final double HALF = 100;

    private final UiContext context;
    private final Comparison comparison;
    private final CompareViewModel model;
    private final Deciding deciding;
    private final Runnable chooseA;
    private final Runnable chooseB;

    /**
     * @param chooseA lets the user choose another scenario A
     * @param chooseB lets the user choose another scenario B
     */
    public CompareView(UiContext context, Comparison comparison, Runnable chooseA, Runnable chooseB) {
        this.context = context;
        this.comparison = comparison;
        this.chooseA = chooseA;
        this.chooseB = chooseB;
        this.model = new CompareViewModel(comparison);
        this.deciding = new Deciding(comparison, context.tasks(), context.settings(), comparison.opening());
    }

    /** In place of the scenario row. */
    public Region row() {
        Button a = chooser("compare-a", comparison.a(), chooseA);
        Button b = chooser("compare-b", comparison.b(), chooseB);
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

    private static Button chooser(String id, StudyState state, Runnable choose) {
        Button button = new Button();
        button.getStyleClass().add("chooser");
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setGraphic(CommandControls.icon("mdmz-unfold_more"));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setOnAction(event -> choose.run());
        button.setMinWidth(60);
        state.scenarioProperty().subscribe(scenario -> {
            String title = scenario == null ? "" : scenario.title();
            button.setText(title);
            button.setTooltip(CommandControls.tooltip(title + "\n" + Texts.get("compare.change")));
        });
        return button;
    }

    private static ToggleButton segment(String key, ToggleGroup group) {
        ToggleButton button = new ToggleButton(Texts.get(key));
        button.setToggleGroup(group);
        return button;
    }

    static Label letter(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("compare-letter");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** In place of the answer bar. */
    public Region facts() {
        FactsBar bar = new FactsBar();
        Button many = runMany();
        SamplingLine sampling = new SamplingLine(List.of(comparison.a(), comparison.b()));
        many.visibleProperty()
                .bind(model.surenessProperty()
                        .isEmpty()
                        .and(sampling.visibleProperty().not()));
        bar.setCorner(new StackPane(many, sampling));
        model.factsProperty().subscribe(facts -> bar.show(facts.all(), facts.warning()));
        return bar;
    }

    /** As in the answer bar of one scenario, but for both. */
    private Button runMany() {
        Button many = new Button(Texts.get("command.RUN_MANY"));
        many.setId("compare-run-many");
        many.getStyleClass().add("link");
        many.setTooltip(CommandControls.tooltip(Texts.get("compare.runMany")));
        many.setOnAction(event -> model.runMany());
        return many;
    }

    /**
     * Whether the list of changes stands alone over the whole width: only what differs is asked for, and the chosen view has no picture
     * of it.
     */
    public ObservableValue<Boolean> listAloneProperty() {
        return Bindings.createBooleanBinding(
                () -> comparison.differenceOnlyProperty().get() && !isGraph(),
                comparison.differenceOnlyProperty(),
                comparison.a().looking().viewProperty());
    }

    private boolean isGraph() {
        return comparison.a().looking().viewProperty().get() == ViewKind.GRAPH;
    }

    /**
     * Both views, A above B; or only what differs: the graph of it, or a list where the view has no picture of it.
     *
     * @param shownA the view in {@code viewA} that is shown at the time, likewise {@code shownB}
     * @param lowerHigher by how many px the graph of B must be higher than that of A
     */
    public CompareCenter center(
            Region viewA, Region viewB, Supplier<Region> shownA, Supplier<Region> shownB, double lowerHigher) {
        Region upperHead = head("A", comparison.a());
        Region onlyHead = differenceHead();
        VBox upper = half(viewA, upperHead, onlyHead);
        VBox lower = half(viewB, head("B", comparison.b()));
        ChangesPanel wide = new ChangesPanel(model, context.dialogs());
        CompareCenter box = new CompareCenter(
                new ComparePicture(comparison, shownA, shownB, context.theme().paletteProperty()),
                model::table,
                () -> {
                    if (!upper.getChildren().contains(viewA)) {
                        upper.getChildren().add(viewA);
                    }
                },
                upper,
                lower,
                wide);
        VBox.setVgrow(wide, Priority.ALWAYS);
        Runnable arrange = () -> {
            boolean only = comparison.differenceOnlyProperty().get();
            show(upper, !only || isGraph());
            show(upperHead, !only);
            show(onlyHead, only);
            show(lower, !only);
            show(wide, only && !isGraph());
            lower.setPrefHeight(HALF + (isGraph() ? lowerHigher : 0));
        };
        comparison.differenceOnlyProperty().subscribe(arrange);
        comparison.a().looking().viewProperty().subscribe(arrange);
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
            title.setText(scenario == null ? "" : kinds(scenario));
            String numbers = scenario == null ? "" : numbers(scenario);
            what.setText(
                    letter.equals("B")
                            ? (numbers.isBlank() ? "" : numbers + "; ") + Texts.get("compare.bold")
                            : numbers);
        });
        Label noPath = new Label();
        noPath.setId("compare-no-path-" + letter.toLowerCase(Locale.ROOT));
        noPath.getStyleClass().add("strong");
        noPath.setMinWidth(Region.USE_PREF_SIZE);
        noPath.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> noPath(state),
                        state.looking().whyProperty(),
                        state.looking().viewProperty(),
                        state.looking().selectionProperty(),
                        state.answerProperty()));
        noPath.managedProperty().bind(noPath.textProperty().isNotEmpty());
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox head = new HBox(8, letter(letter), title, what, spring, noPath);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("compare-head");
        return head;
    }

    /** Said where the path of what is selected is asked for and this run has none; empty elsewhere. */
    private static String noPath(StudyState state) {
        if (!state.looking().whyProperty().get()
                || state.looking().viewProperty().get() != ViewKind.GRAPH) {
            return "";
        }
        return state.answer()
                .map(Answer::result)
                .flatMap(run -> state.looking()
                        .selectionProperty()
                        .get()
                        .single()
                        .map(item -> explained(run, item))
                        .filter(why -> why.steps().isEmpty())
                        .map(why -> Texts.get("compare.noPath", why.subject())))
                .orElse("");
    }

    private static Explanation explained(SimulationResult run, Selection.Item item) {
        return switch (item) {
            case Selection.OfGood of -> Explanation.of(run, of.good());
            case Selection.OfMaker of -> Explanation.of(run, of.activity());
            case Selection.OfMarket of -> Explanation.of(run, of.market());
        };
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
        half.setPrefHeight(HALF);
        VBox.setVgrow(half, Priority.ALWAYS);
        return half;
    }

    /** E.g. "Licence", or "Ban, Outage". */
    private static String kinds(Scenario scenario) {
        return scenario.restrictions().stream()
                .map(RestrictionSentence::word)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String numbers(Scenario scenario) {
        return scenario.restrictions().isEmpty()
                ? Texts.get("compare.noRestriction")
                : scenario.restrictions().stream()
                        .map(RestrictionSentence::numbers)
                        .filter(numbers -> !numbers.isBlank())
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; "));
    }

    /** In place of the inspector. */
    public Region changes() {
        return new ComparedSidePanel(
                comparison.opening(),
                new DecidingPanel(context, deciding, comparison.opening()),
                new ChangesPanel(model, context.dialogs()));
    }
}

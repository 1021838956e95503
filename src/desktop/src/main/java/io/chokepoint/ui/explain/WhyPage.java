package io.chokepoint.ui.explain;

import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Explanation.Change;
import io.chokepoint.study.Explanation.FigureUse;
import io.chokepoint.study.Explanation.NumberedSource;
import io.chokepoint.study.Explanation.Step;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.TextFlow;

/** The reason: as a list beside the graph, or, in the Why view, as numbered sentences with figures and sources. */
final class WhyPage {
    /** More sources than this scroll, so that the sentences keep their room. */
    private static final int UNSCROLLED_SOURCES = 5;

    private final Parts parts;
    private final StudyState state;
    private final Weekly weekly;
    private final SimulationResult result;
    private final Explanation why;

    WhyPage(Parts parts, StudyState state, Weekly weekly, SimulationResult result, Explanation why) {
        this.parts = parts;
        this.state = state;
        this.weekly = weekly;
        this.result = result;
        this.why = why;
    }

    /** Name, output and one clause for each step, joined by a line. */
    VBox list() {
        VBox box = new VBox();
        box.getStyleClass().add("why-list");
        if (!why.isHit()) {
            box.getChildren().add(Parts.label(why.quote(), "body"));
            return box;
        }
        List<Step> steps = why.steps();
        if (steps.isEmpty()) {
            box.getChildren().add(Parts.label(why.quote(), "body"));
        }
        for (int i = 0; i < steps.size(); i++) {
            box.getChildren().add(listStep(steps.get(i), i == steps.size() - 1));
        }
        later().ifPresent(label -> box.getChildren().add(label));
        return box;
    }

    private HBox listStep(Step step, boolean last) {
        Circle dot = new Circle(5);
        dot.getStyleClass().addAll("why-dot", step.isRestricted() ? "restricted" : "hit");
        Region rail = new Region();
        rail.getStyleClass().add(last ? "why-rail-end" : "why-rail");
        VBox.setVgrow(rail, Priority.ALWAYS);
        VBox side = new VBox(dot, rail);
        side.getStyleClass().add("why-side");
        side.setAlignment(Pos.TOP_CENTER);
        OutputChip chip = new OutputChip();
        weekly.add(week -> chip.show(output(step, week)));
        Button name = new Button(step.name());
        name.getStyleClass().addAll("link-name");
        name.setMinWidth(0);
        name.setOnAction(event -> select(step));
        HBox head = Parts.row(6, name, Parts.grow(), chip);
        TextFlow detail = Parts.flow(Parts.text(step.clause() + " ", "note"));
        detail.getChildren().addAll(parts.marks(step.sources(), why.sources()));
        VBox text = new VBox(head, detail);
        text.getStyleClass().add("why-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(10, side, text);
        row.setFillHeight(true);
        return row;
    }

    /** "From week 97: HBM3E instead", where at the week looked at something else binds than at first loss. */
    private Optional<Label> later() {
        List<Change> changes = why.changes();
        if (changes.size() < 2) {
            return Optional.empty();
        }
        Label label = Parts.label("", "note", "why-later");
        weekly.add(week -> {
            Optional<Change> now = changes.stream()
                    .filter(change -> change.week() <= week)
                    .reduce((a, b) -> b)
                    .filter(change -> change.input().isPresent()
                            && !change.input().equals(changes.getFirst().input()));
            boolean shown = now.isPresent();
            label.setText(now.map(change -> Texts.get(
                            "why.instead",
                            change.week(),
                            change.input().orElseThrow().shortName()))
                    .orElse(""));
            label.setVisible(shown);
            label.setManaged(shown);
        });
        return Optional.of(label);
    }

    private double output(Step step, int week) {
        return step.activity()
                .map(activity -> result.output(activity.good(), week))
                .orElseGet(() -> result.dataset().markets().stream()
                        .filter(market -> market.name().equals(step.name()))
                        .mapToDouble(market -> result.served(market, week))
                        .findFirst()
                        .orElse(step.lowest()));
    }

    private void select(Step step) {
        step.activity().ifPresent(activity -> state.looking().select(Selection.of(activity.good())));
    }

    /** One sentence a step, under it the figure it rests on; the sources stand below and stay in sight. */
    VBox sentences() {
        VBox box = new VBox();
        box.getStyleClass().add("why-sentences");
        if (why.steps().isEmpty()) {
            box.getChildren().add(Parts.label(why.quote(), "body"));
        }
        for (Step step : why.steps()) {
            box.getChildren().add(sentence(step));
        }
        later().ifPresent(label -> box.getChildren().add(label));
        return box;
    }

    private HBox sentence(Step step) {
        Label number = new Label(Integer.toString(step.number()));
        number.getStyleClass().add("step-number");
        StackPane badge = new StackPane(number);
        badge.setAlignment(Pos.TOP_CENTER);
        List<Node> lines = new ArrayList<>();
        boolean named = step.sentence().startsWith(step.name());
        lines.add(
                named
                        ? Parts.flow(
                                Parts.text(step.name(), "strong"),
                                Parts.text(step.sentence().substring(step.name().length()), "plain"))
                        : Parts.flow(Parts.text(step.sentence(), "plain")));
        step.figures().stream().findFirst().ifPresent(use -> lines.add(figure(use)));
        VBox column = new VBox(2, lines.toArray(Node[]::new));
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox row = new HBox(10, badge, column);
        row.getStyleClass().add("why-sentence");
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                select(step);
            }
        });
        return row;
    }

    private TextFlow figure(FigureUse use) {
        TextFlow flow = Parts.flow(
                Parts.basis(use.figure().evidence()),
                Parts.text("  " + use.what() + ": " + Wording.valueWithRange(use.figure()) + " ", "note"));
        flow.getChildren().addAll(parts.marks(use.sources(), why.sources()));
        return flow;
    }

    /** The numbered sources, in a box that scrolls where there are many. */
    VBox sources() {
        VBox list = new VBox(2);
        for (NumberedSource source : why.sources()) {
            list.getChildren().add(parts.source(source));
        }
        Node shown = list;
        if (why.sources().size() > UNSCROLLED_SOURCES) {
            ScrollPane scroll = new ScrollPane(list);
            scroll.setFitToWidth(true);
            scroll.getStyleClass().addAll("edge-to-edge", "why-sources-scroll");
            shown = scroll;
        }
        VBox box = new VBox(2, Parts.label(Texts.get("why.sources"), "strong"), shown);
        box.getStyleClass().add("why-sources");
        return box;
    }

    /** Sentences with their sources, as text. */
    void copy() {
        TableCopy.copyText(why.toText());
    }

    /**
     * Whether it rests mostly on assumptions, on how many figures and sources, and on which three most.
     *
     * @param inFull whether the three are listed, or named in a tooltip only where there is little room
     */
    HBox footer(Runnable showFigures, DecidingFigures deciding, boolean inFull) {
        Label mark = Parts.label(why.assumptions().sentence(), "note", "strong");
        boolean some = !deciding.lines().isEmpty();
        if (some) {
            mark.setTooltip(CommandControls.tooltip(
                    Parts.screen(deciding.title() + "\n" + String.join("\n", deciding.lines()))));
        }
        Button more = new Button(Texts.count("why.sourcesCount", why.sources().size()) + ", "
                + Texts.count("why.figuresCount", why.assumptions().figures()));
        more.getStyleClass().add("link");
        more.setOnAction(event -> showFigures.run());
        VBox text = new VBox(mark);
        if (some && inFull) {
            text.getChildren().add(Parts.label(deciding.title(), "note"));
            deciding.lines().forEach(line -> text.getChildren().add(Parts.line("– " + line, "note")));
        }
        text.getChildren().add(more);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(8);
        if (why.assumptions().isMostly()) {
            box.getChildren().add(CommandControls.icon("mdmz-report_problem"));
        }
        box.getChildren().add(text);
        box.getStyleClass().add("inspector-footer");
        return box;
    }
}

package io.chokepoint.ui;

import io.chokepoint.study.Headline.Fact;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.ManyRuns;
import io.chokepoint.ui.support.SamplingLine;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The four facts. Never scrolled, hidden or covered. */
final class AnswerBar extends StackPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final double[] COLUMN_PARTS = {25, 22, 26, 27};

    private final List<FactView> views = new ArrayList<>();

    /** One fact: question, answer, detail. */
    private static final class FactView extends Button {
        private final Label question = new Label();
        private final Label answer = new Label();
        private final Label warned = new Label();
        private final Label detail = new Label();
        private final HBox below = new HBox(8);

        FactView(String id) {
            setId(id);
            getStyleClass().setAll("fact");
            setAlignment(Pos.CENTER_LEFT);
            setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            question.getStyleClass().add("label-small");
            answer.getStyleClass().add("answer");
            answer.setTextOverrun(OverrunStyle.ELLIPSIS);
            detail.getStyleClass().add("label-small");
            warned.getStyleClass().add("warning-chip");
            warned.setGraphic(CommandControls.icon("mdmz-report_problem"));
            below.setAlignment(Pos.CENTER_LEFT);
            VBox box = new VBox(question, answer, below);
            box.setAlignment(Pos.CENTER_LEFT);
            setGraphic(box);
        }

        /**
         * @param warning before the detail, on yellow; empty for none
         * @param more for the tooltip, below answer and detail
         */
        void show(Fact fact, String warning, String more) {
            question.setText(fact.question());
            answer.setText(fact.answer());
            warned.setText(warning);
            warned.setMinWidth(fact.detail().isEmpty() ? 0 : USE_PREF_SIZE);
            detail.setText(fact.detail());
            below.getChildren().setAll(warning.isEmpty() ? List.of(detail) : List.of(warned, detail));
            String small = Stream.of(warning, fact.detail())
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
            setAccessibleText(fact.question() + ": " + fact.answer() + ", " + small);
            setTooltip(CommandControls.tooltip(fact.answer() + "\n" + small + (more.isEmpty() ? "" : "\n\n" + more)));
        }
    }

    AnswerBar(UiContext context) {
        getStyleClass().addAll("bar", "answer-bar");
        AnswerBarViewModel model = new AnswerBarViewModel(context.state());
        GridPane grid = new GridPane();
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setFillHeight(true);
        grid.getRowConstraints().add(row);
        Runnable[] actions = {
            model::showWho,
            model::showWhen,
            model::showHowHard,
            () -> {
                model.showHowSure();
                context.commands().run(Command.FIGURES);
            }
        };
        String[] ids = {"fact-who", "fact-when", "fact-how-hard", "fact-how-sure"};
        for (int i = 0; i < COLUMN_PARTS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(COLUMN_PARTS[i]);
            grid.getColumnConstraints().add(column);
            FactView view = new FactView(ids[i]);
            Runnable action = actions[i];
            view.setOnAction(event -> action.run());
            views.add(view);
            grid.add(view, i, 0);
        }
        context.commands()
                .register(Command.RUN_MANY, () -> context.state().many().run(), model.reasonNotManyProperty());
        context.commands()
                .register(
                        Command.RUN_ALL, () -> context.state().many().run(ManyRuns.MOST), model.reasonNotAllProperty());
        Button many = CommandControls.button(context.commands(), Command.RUN_MANY);
        many.getStyleClass().add("link");
        Button all = CommandControls.button(context.commands(), Command.RUN_ALL);
        all.getStyleClass().add("link");
        HBox sure = new HBox(12, many);
        sure.setAlignment(Pos.TOP_RIGHT);
        sure.setPickOnBounds(false);
        sure.getStyleClass().add("run-many");
        Button median = new Button();
        median.setId("median");
        median.getStyleClass().add("link");
        median.textProperty()
                .bind(context.state()
                        .many()
                        .medianProperty()
                        .map(shown -> Texts.get(shown ? "samples.central" : "samples.median")));
        median.setTooltip(CommandControls.tooltip(Texts.get("samples.median.hint")));
        median.setOnAction(event -> context.state()
                .many()
                .medianProperty()
                .set(!context.state().many().medianProperty().get()));
        context.state()
                .many()
                .resultProperty()
                .subscribe(drawn -> sure.getChildren()
                        .setAll(
                                drawn == null
                                        ? List.of(many)
                                        : drawn.runs() < ManyRuns.MOST ? List.of(all, median) : List.of(median)));
        SamplingLine sampling = new SamplingLine(List.of(context.state()));
        sampling.getStyleClass().add("run-many");
        sampling.setPickOnBounds(false);
        sure.visibleProperty().bind(sampling.visibleProperty().not());
        grid.add(sure, 3, 0);
        grid.add(sampling, 3, 0);
        Region running = new Region();
        running.getStyleClass().add("running-line");
        StackPane.setAlignment(running, Pos.BOTTOM_LEFT);
        getChildren().setAll(grid, running);
        running.visibleProperty().bind(context.state().staleProperty());
        context.state().staleProperty().subscribe(stale -> grid.pseudoClassStateChanged(STALE, stale));
        model.factsProperty().subscribe(facts -> {
            for (int i = 0; i < views.size(); i++) {
                boolean last = i == views.size() - 1;
                views.get(i).show(facts.all().get(i), last ? facts.warning() : "", last ? facts.more() : "");
            }
        });
    }
}

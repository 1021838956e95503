package io.chokepoint.ui;

import io.chokepoint.study.Headline.Fact;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.ManyRuns;
import io.chokepoint.ui.support.SamplingLine;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

/**
 * The facts: four, or five where the dataset says what goods are worth; below them the strip. Never scrolled, hidden or covered.
 */
final class AnswerBar extends VBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** Widths of the columns in per cent: who, when, how hard, how much, how sure. */
    private static final double[] COLUMN_PARTS = {25, 22, 26, 0, 27};

    private static final double[] WITH_MONEY = {20, 17, 20, 20, 23};

    /** Between "How sure" and the links beside it, in px. */
    private static final double BESIDE_QUESTION = 12;

    private final FactView who = new FactView("fact-who");
    private final FactView when = new FactView("fact-when");
    private final FactView howHard = new FactView("fact-how-hard");
    private final FactView howMuch = new FactView("fact-how-much");
    private final FactView howSure = new FactView("fact-how-sure");
    private final List<FactView> views = List.of(who, when, howHard, howMuch, howSure);
    private final GridPane grid = new GridPane();
    private final HBox links = new HBox(12);
    private final SamplingLine sampling;

    /** One fact: question, answer, detail. */
    private static final class FactView extends Button {
        private final Label question = new Label();
        private final Label answer = new Label();
        private final Label warned = new Label();
        private final Label detail = new Label();
        private final HBox below = new HBox(8);
        /** What lies over the corner beside the question; 0 for nothing, in px. */
        private double corner;

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

        /** The width in which nothing of it is cut, in px. */
        double needed() {
            double below = warned.getText().isEmpty() ? 0 : warned.prefWidth(-1) + this.below.getSpacing();
            return Math.max(least(), around(below + detail.prefWidth(-1)));
        }

        /** The width in which question and answer are whole, in px. */
        double least() {
            return around(Math.max(question.prefWidth(-1) + corner, answer.prefWidth(-1)));
        }

        private double around(double words) {
            return words + snappedLeftInset() + snappedRightInset() + 1;
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
        sampling = new SamplingLine(List.of(context.state()));
        StackPane facts = new StackPane();
        facts.getStyleClass().addAll("bar", "answer-bar");
        AnswerBarViewModel model = new AnswerBarViewModel(context.state());
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setFillHeight(true);
        grid.getRowConstraints().add(row);
        who.setOnAction(event -> model.showWho());
        when.setOnAction(event -> model.showWhen());
        howHard.setOnAction(event -> model.showHowHard());
        howMuch.setOnAction(event -> model.showHowMuch());
        howSure.setOnAction(event -> {
            model.showHowSure();
            context.commands().run(Command.FIGURES);
        });
        for (int i = 0; i < views.size(); i++) {
            grid.getColumnConstraints().add(new ColumnConstraints());
            grid.add(views.get(i), i, 0);
        }
        widthProperty().subscribe(ignored -> share());
        sceneProperty().subscribe(ignored -> share());
        context.commands()
                .register(Command.RUN_MANY, () -> context.state().many().run(), model.reasonNotManyProperty());
        context.commands()
                .register(
                        Command.RUN_ALL, () -> context.state().many().run(ManyRuns.MOST), model.reasonNotAllProperty());
        Button many = CommandControls.button(context.commands(), Command.RUN_MANY);
        many.getStyleClass().add("link");
        Button all = CommandControls.button(context.commands(), Command.RUN_ALL);
        all.getStyleClass().add("link");
        links.getChildren().setAll(many);
        links.setAlignment(Pos.TOP_RIGHT);
        links.setPickOnBounds(false);
        links.getStyleClass().add("run-many");
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
                .subscribe(drawn -> links.getChildren()
                        .setAll(
                                drawn == null
                                        ? List.of(many)
                                        : drawn.runs() < ManyRuns.MOST ? List.of(all, median) : List.of(median)));
        sampling.getStyleClass().add("run-many");
        sampling.setPickOnBounds(false);
        links.visibleProperty().bind(sampling.visibleProperty().not());
        grid.add(links, 4, 0);
        grid.add(sampling, 4, 0);
        links.visibleProperty().subscribe(ignored -> share());
        links.getChildren().addListener((ListChangeListener<Node>) change -> share());
        Region running = new Region();
        running.getStyleClass().add("running-line");
        StackPane.setAlignment(running, Pos.BOTTOM_LEFT);
        Region drawing = new Region();
        drawing.getStyleClass().add("running-line");
        drawing.setId("drawing-line");
        StackPane.setAlignment(drawing, Pos.BOTTOM_LEFT);
        drawing.visibleProperty().bind(context.state().many().runningProperty());
        drawing.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> {
                            UiTasks.Progress now =
                                    context.state().many().progressProperty().get();
                            return now == null ? 0 : Math.max(0, now.part()) * getWidth();
                        },
                        context.state().many().progressProperty(),
                        widthProperty()));
        facts.getChildren().setAll(grid, running, drawing);
        getChildren().setAll(facts, new AnswerStrip(context));
        running.visibleProperty().bind(context.state().staleProperty());
        context.state().staleProperty().subscribe(stale -> grid.pseudoClassStateChanged(STALE, stale));
        model.factsProperty().subscribe(this::show);
    }

    /** What the links beside "How sure" take of its line, in px. */
    private double besideHowSure() {
        HBox shown = links.isVisible() ? links : sampling;
        shown.applyCss();
        return BESIDE_QUESTION + shown.prefWidth(-1) - howSure.snappedRightInset();
    }

    private void show(AnswerBarViewModel.Facts facts) {
        boolean money = facts.howMuch().isPresent();
        howMuch.setVisible(money);
        howMuch.setManaged(money);
        who.show(facts.who(), "", "");
        when.show(facts.when(), "", "");
        howHard.show(facts.howHard(), "", "");
        facts.howMuch().ifPresent(fact -> howMuch.show(fact, "", facts.counted()));
        howSure.show(facts.howSure(), facts.warning(), facts.more());
        share();
    }

    /**
     * Shares the width out: always the same parts, so that nothing moves while weeks pass, but by what the facts need where one of them
     * would be cut.
     */
    private void share() {
        double[] parts = howMuch.isManaged() ? WITH_MONEY : COLUMN_PARTS;
        double[] needed = new double[parts.length];
        boolean isShown = getScene() != null && getScene().getWindow() != null && getWidth() > 0;
        boolean isCut = false;
        howSure.corner = isShown ? besideHowSure() : 0;
        for (int i = 0; isShown && i < parts.length; i++) {
            FactView view = views.get(i);
            if (view.isManaged()) {
                view.applyCss();
                needed[i] = view.needed();
                isCut |= needed[i] > getWidth() * parts[i] / 100;
            }
        }
        double sum = cutDetails(needed);
        for (int i = 0; i < parts.length; i++) {
            grid.getColumnConstraints().get(i).setPercentWidth(isCut ? needed[i] / sum * 100 : parts[i]);
        }
    }

    /**
     * Where not all fits, the longest details are cut first, down to question and answer; all of them are in the tooltips.
     *
     * @param needed the width of each fact, 0 of one that is not shown
     * @return the sum
     */
    private double cutDetails(double[] needed) {
        double sum = Arrays.stream(needed).sum();
        boolean[] isLeast = new boolean[needed.length];
        for (int turn = 0; turn < needed.length && sum > getWidth(); turn++) {
            int longest = -1;
            for (int i = 0; i < needed.length; i++) {
                if (!isLeast[i] && (longest < 0 || needed[i] > needed[longest])) {
                    longest = i;
                }
            }
            double kept = Math.max(views.get(longest).least(), needed[longest] - (sum - getWidth()));
            isLeast[longest] = true;
            if (kept < needed[longest]) {
                sum -= needed[longest] - kept;
                needed[longest] = kept;
            }
        }
        return sum;
    }
}

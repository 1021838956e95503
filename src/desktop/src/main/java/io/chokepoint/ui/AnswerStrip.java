package io.chokepoint.ui;

import io.chokepoint.study.DearestInput;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Reliance;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Below the facts: the input that gets dearest, how the model did before, what would have to be true for another answer. Of a fixed
 * height, so that nothing moves when the last two become known.
 */
final class AnswerStrip extends GridPane {
    private static final double[] PARTS = {29, 28, 43};
    private static final double[] PARTS_WITHOUT_PRICE = {0, 36, 64};
    private static final double NARROW = 1100;
    private static final double TWO_LINES = 42;
    private static final double THREE_LINES = 58;

    private final StudyState state;
    private final Cell price = new Cell("strip-price", Texts.get("strip.price"));
    private final Cell record = new Cell("strip-record", Texts.get("strip.record"));
    private final Cell switching = new Cell("strip-switching", Texts.get("strip.switching"));

    /** A question and its answer in one or two lines. */
    private static final class Cell extends Button {
        private final Label question;
        private final Label answer = new Label();

        Cell(String id, String asked) {
            setId(id);
            getStyleClass().setAll("fact", "strip-cell");
            setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            setAlignment(Pos.CENTER_LEFT);
            question = new Label(asked);
            question.getStyleClass().addAll("label-small", "strong");
            question.setMinWidth(USE_PREF_SIZE);
            answer.getStyleClass().add("label-small");
            answer.setWrapText(true);
            HBox.setHgrow(answer, Priority.ALWAYS);
            HBox box = new HBox(8, question, answer);
            box.setAlignment(Pos.CENTER_LEFT);
            box.maxWidthProperty().bind(widthProperty().subtract(24));
            box.prefWidthProperty().bind(box.maxWidthProperty());
            setGraphic(box);
        }

        void show(String text, String more) {
            answer.setText(Typography.thin(text));
            setAccessibleText(question.getText() + ": " + text);
            setTooltip(CommandControls.tooltip(more.isEmpty() ? text : text + "\n" + more));
        }
    }

    AnswerStrip(UiContext context) {
        state = context.state();
        getStyleClass().addAll("bar", "answer-strip");
        List<Cell> cells = List.of(price, record, switching);
        for (int i = 0; i < cells.size(); i++) {
            getColumnConstraints().add(new ColumnConstraints());
            add(cells.get(i), i, 0);
        }
        price.setOnAction(event -> {
            dearest().flatMap(DearestInput::good).ifPresent(state.looking()::select);
            state.looking().viewProperty().set(ViewKind.GRAPH);
        });
        record.setOnAction(event -> context.commands().run(Command.RELIANCE));
        switching.setOnAction(event -> context.commands().run(Command.RELIANCE));
        widthProperty().subscribe(width -> {
            double height = width.doubleValue() < NARROW ? THREE_LINES : TWO_LINES;
            setMinHeight(height);
            setPrefHeight(height);
            setMaxHeight(height);
            cells.forEach(cell -> cell.setPrefHeight(height));
        });
        state.answerProperty().subscribe(ignored -> show());
        state.workProperty().subscribe(ignored -> show());
        state.many().resultProperty().subscribe(ignored -> show());
        state.many().runningProperty().subscribe(ignored -> show());
        state.reliance().foundProperty().subscribe(ignored -> show());
        state.reliance().runningProperty().subscribe(ignored -> show());
    }

    private Optional<DearestInput> dearest() {
        return state.answer()
                .flatMap(answer -> state.many()
                        .result()
                        .flatMap(drawn -> drawn.prices())
                        .flatMap(drawn -> DearestInput.of(answer.result(), Optional.of(drawn)))
                        .or(answer::dearest));
    }

    private void show() {
        Optional<DearestInput> dearest = dearest();
        price.setVisible(dearest.isPresent());
        price.setManaged(dearest.isPresent());
        double[] parts = dearest.isPresent() ? PARTS : PARTS_WITHOUT_PRICE;
        for (int i = 0; i < parts.length; i++) {
            getColumnConstraints().get(i).setPercentWidth(parts[i]);
        }
        dearest.ifPresent(input -> price.show(input.words(), Texts.get("dearest.hint")));
        show(
                record,
                found -> Optional.of(found.record().line()),
                found -> found.record().sentences());
        show(
                switching,
                found -> found.switching().map(values -> values.brief()),
                found -> found.switching().map(values -> values.sentences()).orElse(List.of()));
    }

    private void show(
            Cell cell,
            Function<Reliance.Found, Optional<String>> brief,
            Function<Reliance.Found, List<String>> atLength) {
        Optional<Reliance.Found> found = state.reliance().found();
        boolean isComing = state.reliance().runningProperty().get()
                || state.many().runningProperty().get();
        cell.show(
                found.flatMap(brief).orElseGet(() -> Texts.get(isComing ? "strip.working" : "strip.notYet")),
                String.join("\n", found.map(atLength).orElse(List.of())));
    }
}

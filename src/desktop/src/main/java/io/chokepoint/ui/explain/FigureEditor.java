package io.chokepoint.ui.explain;

import io.chokepoint.data.FigureBounds;
import io.chokepoint.model.Figure;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.TypedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Three fields for low, central and high, one for the source; what is wrong is said below them before anything is kept. */
final class FigureEditor extends VBox {
    private final Figure figure;
    private final boolean percent;
    private final TextField low = new TextField();
    private final TextField central = new TextField();
    private final TextField high = new TextField();
    private final TextField source = new TextField();
    private final Label fault = new Label();

    FigureEditor(Figure figure, Optional<FigureEdit> own, Consumer<FigureEdit> keep, Runnable cancel) {
        this.figure = figure;
        this.percent = figure.unit().startsWith("part");
        getStyleClass().add("figure-editor");
        setSpacing(6);
        low.setText(text(own.map(FigureEdit::low).orElse(figure.low())));
        central.setText(text(own.map(FigureEdit::central).orElse(figure.central())));
        high.setText(text(own.map(FigureEdit::high).orElse(figure.high())));
        source.setText(own.map(FigureEdit::source).orElse(""));
        source.setPromptText(Texts.get("figure.sourcePrompt"));
        fault.getStyleClass().addAll("note", "fault");
        fault.setWrapText(true);
        fault.setManaged(false);
        Button save = new Button(Texts.get("figure.keep"));
        save.getStyleClass().addAll("accent", "small");
        save.setDefaultButton(false);
        Runnable commit = () -> read().ifPresent(keep);
        save.setOnAction(event -> commit.run());
        Button back = new Button(Texts.get("figure.cancel"));
        back.getStyleClass().add("small");
        back.setOnAction(event -> cancel.run());
        for (TextField field : new TextField[] {low, central, high, source}) {
            field.setOnAction(event -> commit.run());
        }
        HBox fields = new HBox(
                6,
                field(Texts.get("figure.low"), low),
                field(Texts.get("figure.central"), central),
                field(Texts.get("figure.high"), high));
        getChildren()
                .addAll(
                        fields,
                        field(Texts.get("figure.source"), source),
                        fault,
                        new HBox(6, save, back),
                        Parts.label(Texts.get("figure.keptBeside"), "note"));
    }

    void focusFirst() {
        central.requestFocus();
    }

    private VBox field(String name, TextField field) {
        String unit =
                field == source ? "" : percent ? " (%)" : figure.unit().isEmpty() ? "" : " (" + figure.unit() + ")";
        Label label = new Label(name + unit);
        label.getStyleClass().add("note");
        label.setLabelFor(field);
        field.setAccessibleText(name + unit);
        field.setPrefColumnCount(5);
        VBox box = new VBox(2, label, field);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private String text(double value) {
        double shown = percent ? value * 100 : value;
        return BigDecimal.valueOf(shown)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What is typed, or empty with the fault shown. */
    private Optional<FigureEdit> read() {
        try {
            double scale = percent ? 0.01 : 1;
            double from = number(low) * scale;
            double best = number(central) * scale;
            double to = number(high) * scale;
            if (!(from <= best && best <= to)) {
                return wrong(Texts.get("figure.order"));
            }
            if (from < 0 || percent && to > 1) {
                return wrong(percent ? Texts.get("figure.part") : Texts.get("figure.negative"));
            }
            Optional<String> outside = FigureBounds.fault(figure, from, best, to);
            if (outside.isPresent()) {
                return wrong(Texts.get("figure.outOfRange", outside.get()));
            }
            return Optional.of(
                    new FigureEdit(figure.id(), from, best, to, source.getText().strip(), ""));
        } catch (NumberFormatException e) {
            return wrong(Texts.get("figure.notANumber"));
        }
    }

    private static double number(TextField field) {
        return TypedNumber.parse(field.getText()).orElseThrow(NumberFormatException::new);
    }

    private Optional<FigureEdit> wrong(String message) {
        fault.setText(message);
        fault.setManaged(true);
        return Optional.empty();
    }
}

package io.chokepoint.ui.scenario;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.KindForm;
import io.chokepoint.ui.support.TypedNumber;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One parameter of a restriction: its name, its central value in a field, its range, and a slider for all three. */
final class ParameterField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final RestrictionParameter parameter;
    private final RestrictionEditorViewModel model;
    private final TextField field = new TextField();
    private final Label range = new Label();
    private final TripleSlider slider;
    private double low;
    private double central;
    private double high;

    ParameterField(RestrictionEditorViewModel model, RestrictionParameter parameter) {
        this.model = model;
        this.parameter = parameter;
        Label name = new Label(parameter.label());
        name.getStyleClass().add("label-small");
        name.setLabelFor(field);
        field.getStyleClass().add("value-field");
        field.setId("parameter-" + parameter.name());
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPrefColumnCount(6);
        field.setOnAction(event -> accept());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                accept();
            }
        });
        range.getStyleClass().add("label-small");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        name.setMinWidth(Region.USE_PREF_SIZE);
        range.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(2, name, spring, field, range);
        head.setAlignment(Pos.CENTER_LEFT);
        slider = new TripleSlider(
                parameter.usualMost(), KindForm.isPart(parameter) ? 0.01 : 1, new TripleSlider.Listener() {
                    @Override
                    public void moved(double newLow, double newCentral, double newHigh) {
                        showText(newLow, newCentral, newHigh);
                        model.previewParameter(parameter, newLow, newCentral, newHigh);
                    }

                    @Override
                    public void ended(double newLow, double newCentral, double newHigh, double before) {
                        model.setParameter(parameter, newLow, newCentral, newHigh, before);
                    }
                });
        slider.setId("slider-" + parameter.name());
        slider.setAccessibleText(parameter.label());
        setSpacing(2);
        getChildren().setAll(head, slider);
    }

    /** Shows the restriction's figure, or what goes without saying where it states none. */
    void show(Restriction restriction) {
        double unstated = parameter.unsaid().orElse(0.0);
        Optional<Figure> figure = restriction.figure(parameter);
        show(
                figure.map(Figure::low).orElse(unstated),
                figure.map(Figure::central).orElse(unstated),
                figure.map(Figure::high).orElse(unstated));
    }

    private void show(double newLow, double newCentral, double newHigh) {
        slider.show(newLow, newCentral, newHigh);
        showText(newLow, newCentral, newHigh);
    }

    private void showText(double newLow, double newCentral, double newHigh) {
        low = newLow;
        central = newCentral;
        high = newHigh;
        field.pseudoClassStateChanged(WRONG, false);
        field.setText(KindForm.format(parameter, newCentral));
        range.setText(
                low == high
                        ? ""
                        : Texts.get("restrict.range", Amounts.number(shown(low)), Amounts.number(shown(high))));
    }

    private double shown(double value) {
        return KindForm.isPart(parameter) ? value * 100 : value;
    }

    private void accept() {
        if (field.getText().equals(KindForm.format(parameter, central))) {
            return;
        }
        Optional<Double> typed = parse(field.getText());
        field.pseudoClassStateChanged(WRONG, typed.isEmpty());
        typed.ifPresent(
                value -> model.setParameter(parameter, Math.min(low, value), value, Math.max(high, value), central));
    }

    /** "60", "60 %", "9 weeks"; empty where it is no number from 0 to the largest allowed. */
    private Optional<Double> parse(String text) {
        String number = text.toLowerCase(Locale.ROOT).replaceAll("(%|weeks?|wk|[\\s\u2009\u202F])", "");
        return TypedNumber.parse(number)
                .map(value -> KindForm.isPart(parameter) ? value / 100 : value)
                .filter(parameter.range()::allows);
    }
}

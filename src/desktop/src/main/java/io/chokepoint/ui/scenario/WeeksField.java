package io.chokepoint.ui.scenario;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Range;
import io.chokepoint.ui.support.TypedNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;

/** A field for a number of weeks, "4 weeks"; empty means none. The arrow keys move it by a week, with Shift by four. */
final class WeeksField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double MOST = Range.WEEKS.max();

    private final DoubleConsumer onChange;
    private double weeks;

    /**
     * @param none said where there are none
     * @param onChange told of each new number, 0 for none
     */
    WeeksField(String none, DoubleConsumer onChange) {
        this.onChange = onChange;
        setPromptText(none);
        setOnAction(event -> accept());
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                accept();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    void show(double value) {
        weeks = value;
        pseudoClassStateChanged(WRONG, false);
        setText(value == 0 ? "" : Amounts.weeks(value));
    }

    private void key(KeyEvent event) {
        int by = switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            default -> 0;
        };
        if (by != 0) {
            change(Math.clamp(weeks + by * (event.isShiftDown() ? 4 : 1), 0, MOST));
            event.consume();
        }
    }

    private void accept() {
        Optional<Double> typed = parse(getText());
        pseudoClassStateChanged(WRONG, typed.isEmpty());
        typed.ifPresent(value -> {
            if (getText().equals(weeks == 0 ? "" : Amounts.weeks(weeks))) {
                return;
            }
            change(value);
        });
    }

    private void change(double value) {
        show(value);
        onChange.accept(value);
    }

    /** Empty where the text is no number of weeks from 0 to the most that a scenario may state. */
    static Optional<Double> parse(String text) {
        String number =
                text == null ? "" : text.toLowerCase(Locale.ROOT).replaceAll("(weeks?|wk|[\\s\u2009\u202F])", "");
        return number.isEmpty()
                ? Optional.of(0.0)
                : TypedNumber.parse(number).filter(value -> value >= 0 && value <= MOST);
    }
}

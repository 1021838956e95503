package io.chokepoint.ui.data;

import io.chokepoint.ui.data.Choices.Choice;
import io.chokepoint.ui.support.OverlayHost;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field of a form in which an id is typed, or chosen from what matches by id or name. */
final class ChoiceField extends TextField {
    private final ChoiceList list;

    /** @param matching what can be chosen once something is typed */
    ChoiceField(ChoiceList list, String prompt, Function<String, List<Choice>> matching) {
        this.list = list;
        setPromptText(prompt);
        setAccessibleText(prompt);
        textProperty().subscribe((before, now) -> {
            if (isFocused()) {
                list.show(this, matching.apply(now), choice -> take(choice.value()));
                if (list.isOpen() && !getStyleClass().contains(OverlayHost.OWN_ESCAPE)) {
                    getStyleClass().add(OverlayHost.OWN_ESCAPE);
                }
            }
        });
        focusedProperty().subscribe((before, now) -> {
            list.hide();
            getStyleClass().remove(OverlayHost.OWN_ESCAPE);
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void take(String value) {
        setText(value);
        end();
        list.hide();
        getStyleClass().remove(OverlayHost.OWN_ESCAPE);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        // While choices are shown Esc is theirs, else it closes the form.
        if (!list.isOpen()) {
            return;
        }
        if (code == KeyCode.DOWN || code == KeyCode.UP) {
            list.step(code == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (code == KeyCode.ENTER || code == KeyCode.TAB) {
            list.chosen().ifPresent(choice -> take(choice.value()));
            list.hide();
            if (code == KeyCode.ENTER) {
                event.consume();
            }
        } else if (code == KeyCode.ESCAPE) {
            list.hide();
            getStyleClass().remove(OverlayHost.OWN_ESCAPE);
            event.consume();
        }
    }
}

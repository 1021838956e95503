package io.chokepoint.ui.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, of which one always holds. */
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    /**
     * @param id of each button
     * @param text of each button
     * @param onChosen told when the user chooses, also what holds already
     */
    public Segments(List<T> choices, Function<T, String> id, Function<T, String> text, Consumer<T> onChosen) {
        getStyleClass().add("segments");
        ToggleGroup group = new ToggleGroup();
        for (T choice : choices) {
            ToggleButton button = new ToggleButton(text.apply(choice));
            button.setId(id.apply(choice));
            button.setToggleGroup(group);
            button.setOnAction(event -> {
                // A second click on the chosen one must not switch it off.
                button.setSelected(true);
                onChosen.accept(choice);
            });
            buttons.put(choice, button);
            getChildren().add(button);
        }
    }

    /** Shows which one holds. */
    public void show(T choice) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(choice)));
    }
}

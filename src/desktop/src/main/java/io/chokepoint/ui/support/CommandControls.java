package io.chokepoint.ui.support;

import io.chokepoint.text.Texts;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes menu items and buttons from the list of actions: text, icon, key, tooltip, and disabled with a reason. */
public final class CommandControls {
    private CommandControls() {}

    /** A menu item with its key; keys that work only in the graph are shown but handled elsewhere. */
    public static MenuItem menuItem(Commands commands, Command command) {
        MenuItem item = new MenuItem();
        item.setId("menu-" + command.name());
        item.textProperty().bind(commands.textProperty(command));
        item.setMnemonicParsing(false);
        item.disableProperty().bind(commands.reasonNotProperty(command).isNotEmpty());
        command.accelerator()
                .filter(key -> !Command.isPlainKey(key))
                .ifPresent(key -> item.setAccelerator(KeyCombination.valueOf(key)));
        item.setOnAction(event -> commands.run(command));
        return item;
    }

    /** A button that shows the icon only; its text and key are the tooltip and the name for assistive technology. */
    public static Button iconButton(Commands commands, Command command) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "icon-button");
        command.icon().ifPresent(literal -> button.setGraphic(icon(literal)));
        button.accessibleTextProperty().bind(hint(commands, command));
        return wire(button, commands, command);
    }

    /** The cross at the head of a panel. */
    public static Button closeButton(Runnable close) {
        Button button = new Button("", icon("mdal-close"));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(Texts.get("close"));
        button.setTooltip(tooltip(Texts.get("close") + "  (Esc)"));
        button.setOnAction(event -> close.run());
        return button;
    }

    /** The head of a panel: its title in bold, what else stands beside it, and the cross at the end. */
    public static HBox panelHead(Label title, Runnable close, Node... beside) {
        title.getStyleClass().add("strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(10, title);
        head.getChildren().addAll(beside);
        head.getChildren().add(closeButton(close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("faults-head");
        return head;
    }

    /** A button with icon, if the action has one, and text. */
    public static Button button(Commands commands, Command command) {
        Button button = new Button();
        button.textProperty().bind(commands.textProperty(command));
        button.setMnemonicParsing(false);
        command.icon().ifPresent(literal -> button.setGraphic(icon(literal)));
        return wire(button, commands, command);
    }

    /** Gives any button the action, its tooltip and its state. */
    public static <B extends ButtonBase> B wire(B button, Commands commands, Command command) {
        button.setId("command-" + command.name());
        // Tooltips do not show on disabled buttons, so the button stays enabled and only looks disabled.
        commands.reasonNotProperty(command)
                .subscribe(reason ->
                        button.pseudoClassStateChanged(PseudoClass.getPseudoClass("unavailable"), !reason.isEmpty()));
        button.setOnAction(event -> commands.run(command));
        button.setTooltip(tooltip(hint(commands, command)));
        return button;
    }

    /** Text, key and, where it cannot be done, the reason. */
    public static StringBinding hint(Commands commands, Command command) {
        return Bindings.createStringBinding(
                () -> {
                    String key = command.keyText();
                    String reason = commands.reasonNotProperty(command).get();
                    return commands.textProperty(command).get()
                            + (key.isEmpty() ? "" : "  (" + key + ")")
                            + (reason.isEmpty() ? "" : "\n" + reason);
                },
                commands.textProperty(command),
                commands.reasonNotProperty(command));
    }

    /** A tooltip that shows after 400 ms. */
    public static Tooltip tooltip(StringBinding text) {
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        return timed(tooltip);
    }

    /** The same, made only once the pointer comes: lists have hundreds of them, and styling each takes longer than its row. */
    public static void tooltipWhenNeeded(Control control, Supplier<String> text) {
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> {
            if (control.getTooltip() == null) {
                control.setTooltip(tooltip(text.get()));
            }
        });
    }

    /** A tooltip that shows after 400 ms. */
    public static Tooltip tooltip(String text) {
        return timed(new Tooltip(Typography.thin(text)));
    }

    private static Tooltip timed(Tooltip tooltip) {
        tooltip.setShowDelay(Duration.millis(400));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        return tooltip;
    }

    /** @param literal e.g. "mdal-gavel" */
    public static FontIcon icon(String literal) {
        return new FontIcon(literal);
    }
}

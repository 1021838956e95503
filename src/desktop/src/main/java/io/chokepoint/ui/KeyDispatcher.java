package io.chokepoint.ui;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.UiContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Turns keys into commands. Keys with Ctrl or Alt and function keys work everywhere; plain keys only while the focus is in a
 * node with the style class {@code graph-keys}, so that typing into a field never does anything else.
 */
final class KeyDispatcher {
    private static final String PLAIN_KEYS_CLASS = "graph-keys";

    private static final Set<Command> VIEWS = EnumSet.range(Command.VIEW_CHAIN, Command.VIEW_MODELS);

    private record Binding(KeyCombination keys, boolean plain, Command command) {}

    private final UiContext context;
    private final List<Binding> bindings = new ArrayList<>();

    KeyDispatcher(UiContext context) {
        this.context = context;
        for (Command command : Command.values()) {
            command.accelerator().ifPresent(key -> bind(key, command));
            command.secondAccelerator().ifPresent(key -> bind(key, command));
        }
    }

    private void bind(String key, Command command) {
        bindings.add(new Binding(KeyCombination.valueOf(key), Command.isPlainKey(key), command));
    }

    void attach(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isConsumed() || context.overlays().isModal()) {
                return;
            }
            Node focus = scene.getFocusOwner();
            boolean typing = focus instanceof TextInputControl;
            boolean plainAllowed = focus == null || isInGraph(focus);
            for (Binding binding : bindings) {
                boolean allowed = !binding.plain() || (plainAllowed && !typing);
                // Where the focus is elsewhere, "/" still finds and the numbers still change the view.
                allowed |= !typing && (binding.command() == Command.FIND || VIEWS.contains(binding.command()));
                if (allowed && matches(binding.keys(), event)) {
                    if (context.commands().run(binding.command())) {
                        event.consume();
                    }
                    return;
                }
            }
        });
    }

    /** "+" is typed with Shift on many keyboards, and the number pad has keys of its own. */
    private static boolean matches(KeyCombination keys, KeyEvent event) {
        if (keys.match(event)) {
            return true;
        }
        if (event.isAltDown()) {
            return false;
        }
        String name = keys.getName();
        String held = name.contains("+") ? name.substring(0, name.lastIndexOf('+') + 1) : "";
        if (event.isShortcutDown() != held.equals("Shortcut+")) {
            return false;
        }
        name = name.substring(held.length());
        return switch (event.getCode()) {
            case ADD, EQUALS -> name.equals("Plus");
            case SUBTRACT -> name.equals("Minus");
            case NUMPAD0, NUMPAD1, NUMPAD2, NUMPAD3, NUMPAD4, NUMPAD5, NUMPAD6, NUMPAD7, NUMPAD8, NUMPAD9 ->
                name.equals(String.valueOf(event.getCode().ordinal() - KeyCode.NUMPAD0.ordinal()));
            default -> false;
        };
    }

    private static boolean isInGraph(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(PLAIN_KEYS_CLASS)) {
                return true;
            }
        }
        return false;
    }
}

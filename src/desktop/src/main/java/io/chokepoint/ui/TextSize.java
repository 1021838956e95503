package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.UiContext;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * How large text and pictures are, beside what the system asks for: remembered, and changed at once in the window and in all menus, hints and
 * lists that belong to it.
 */
final class TextSize {
    private static final String KEY = "window.scale";
    private static final List<Integer> PERCENTS = List.of(100, 110, 125, 150, 175, 200);
    private static final int USUAL = 100;

    private final UiContext context;
    private final ZoomRoot root;
    private final ListChangeListener<Window> windows = this::opened;

    TextSize(UiContext context, ZoomRoot root) {
        this.context = context;
        this.root = root;
        root.setZoom(percent() / 100.0);
        Window.getWindows().addListener(windows);
        context.commands().register(Command.TEXT_LARGER, () -> step(1));
        context.commands().register(Command.TEXT_SMALLER, () -> step(-1));
        context.commands().register(Command.TEXT_USUAL, () -> choose(USUAL));
        context.commands()
                .register(
                        Command.TEXT_SIZE,
                        () -> choose(PERCENTS.get((PERCENTS.indexOf(percent()) + 1) % PERCENTS.size())));
    }

    private void step(int by) {
        choose(PERCENTS.get(Math.clamp(PERCENTS.indexOf(percent()) + (long) by, 0, PERCENTS.size() - 1)));
    }

    private void choose(int percent) {
        context.settings().put(KEY, percent);
        root.setZoom(percent / 100.0);
        context.overlays().say(Texts.get("textSize.chosen", percent));
    }

    private int percent() {
        int percent = (int) context.settings().number(KEY, USUAL);
        return PERCENTS.contains(percent) ? percent : USUAL;
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup && isOurs(popup)) {
                    enlarge(popup.getScene().getRoot());
                }
            }
        }
    }

    private boolean isOurs(PopupWindow popup) {
        Window owner = popup.getOwnerWindow();
        return owner != null
                && (owner.getScene() == root.getScene() || owner instanceof PopupWindow parent && isOurs(parent));
    }

    /** A popup is as large as what it holds, so that enlarging that enlarges it. */
    private void enlarge(Parent popup) {
        popup.getChildrenUnmodifiable().forEach(held -> {
            if (root.zoom() == 1) {
                held.getTransforms().clear();
            } else {
                held.getTransforms().setAll(new Scale(root.zoom(), root.zoom()));
            }
        });
    }

    /** The list of windows outlives each of them. */
    void close() {
        Window.getWindows().removeListener(windows);
    }
}

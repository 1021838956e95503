package io.chokepoint.ui.scenario;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/** Lets a pill be dragged out of its row, up or down, to remove what it stands for; back in the row nothing happens. */
final class PillDrag {
    private static final PseudoClass LEAVING = PseudoClass.getPseudoClass("leaving");
    private static final double OUT = 28;
    private static final double BESIDE_POINTER = 14;

    private final Node pill;
    private final Runnable onRemove;
    private final Tooltip says;
    private boolean leaving;
    private boolean moved;

    PillDrag(Node pill, String words, Runnable onRemove) {
        this.pill = pill;
        this.onRemove = onRemove;
        this.says = new Tooltip(words);
        pill.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> moved = false);
        pill.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pill.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
    }

    /** Whether the press that ends now was a drag and is no click. */
    boolean hasJustEnded() {
        return moved;
    }

    private void dragged(MouseEvent event) {
        Bounds row = pill.localToScene(pill.getLayoutBounds());
        leaving = event.getSceneY() < row.getMinY() - OUT || event.getSceneY() > row.getMaxY() + OUT;
        moved |= leaving;
        pill.pseudoClassStateChanged(LEAVING, leaving);
        if (leaving && pill.getScene().getWindow() != null) {
            says.show(pill, event.getScreenX() + BESIDE_POINTER, event.getScreenY() + BESIDE_POINTER);
        } else {
            says.hide();
        }
    }

    private void released() {
        says.hide();
        pill.pseudoClassStateChanged(LEAVING, false);
        if (leaving) {
            leaving = false;
            onRemove.run();
        }
    }
}

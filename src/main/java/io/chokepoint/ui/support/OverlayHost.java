package io.chokepoint.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer above the window's contents on which popovers and panels stand. Esc closes the uppermost one and gives the focus
 * back to where it was.
 */
public final class OverlayHost extends StackPane {
    private record Layer(
            Node node, Pane holder, boolean modal, @Nullable Node focusBefore, Runnable onClosed) {}

    private static final double GAP = 12;
    /** Right of this part of the window are chips and markets, which a popover should not cover. */
    private static final double ANSWER_BEGINS = 0.55;

    private final Deque<Layer> layers = new ArrayDeque<>();

    public OverlayHost() {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !layers.isEmpty()) {
                close(layers.peek().node());
                event.consume();
            }
        });
    }

    /** @param content the window's contents, below all panels */
    public void setContent(Node content) {
        getChildren().addFirst(content);
    }

    /** In the middle near the top, above a veil; a click on the veil closes it. */
    public void showModal(Region panel, double topOffset, Runnable onClosed) {
        Pane holder = new Pane(panel);
        holder.getStyleClass().add("veil");
        holder.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == holder) {
                close(panel);
            }
        });
        show(panel, holder, true, onClosed);
        Runnable place = () -> {
            double width = Math.min(panel.prefWidth(-1), holder.getWidth() - 32);
            double height = Math.min(panel.prefHeight(width), holder.getHeight() - topOffset - 32);
            panel.resizeRelocate(Math.rint((holder.getWidth() - width) / 2), topOffset, width, height);
        };
        panel.setManaged(false);
        holder.widthProperty().subscribe(unused -> place.run());
        holder.heightProperty().subscribe(unused -> place.run());
        panel.needsLayoutProperty().subscribe(needs -> {
            if (needs) {
                place.run();
            }
        });
        place.run();
    }

    /**
     * Beside something on the screen, left of chips and markets where it fits; what is behind stays usable.
     *
     * @param anchor bounds on the screen; null for the upper middle
     */
    public void showBeside(Region panel, @Nullable Bounds anchor, Runnable onClosed) {
        Pane holder = new Pane(panel);
        holder.setPickOnBounds(false);
        show(panel, holder, false, onClosed);
        panel.applyCss();
        panel.autosize();
        double width = panel.prefWidth(-1);
        double height = panel.prefHeight(width);
        double x = (getWidth() - width) / 2;
        double y = 150;
        if (anchor != null) {
            Point2D topLeft = screenToLocal(anchor.getMinX(), anchor.getMinY());
            Point2D bottomRight = screenToLocal(anchor.getMaxX(), anchor.getMaxY());
            if (topLeft != null && bottomRight != null) {
                boolean fitsRight = bottomRight.getX() + GAP + width <= getWidth() * ANSWER_BEGINS;
                boolean fitsLeft = topLeft.getX() - GAP - width >= 0;
                boolean right = fitsRight || (!fitsLeft && getWidth() - bottomRight.getX() >= topLeft.getX());
                x = right ? bottomRight.getX() + GAP : topLeft.getX() - width - GAP;
                y = (topLeft.getY() + bottomRight.getY() - height) / 2;
            }
        }
        panel.relocate(
                Math.rint(Math.clamp(x, 8, Math.max(8, getWidth() - width - 8))),
                Math.rint(Math.clamp(y, 8, Math.max(8, getHeight() - height - 8))));
    }

    private void show(Node node, Pane holder, boolean modal, Runnable onClosed) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        layers.push(new Layer(node, holder, modal, focus, onClosed));
        getChildren().add(holder);
    }

    /** Closes a panel; nothing happens where it is not open. */
    public void close(Node panel) {
        layers.stream().filter(layer -> layer.node() == panel).findFirst().ifPresent(layer -> {
            layers.remove(layer);
            getChildren().remove(layer.holder());
            if (layer.focusBefore() != null) {
                layer.focusBefore().requestFocus();
            }
            layer.onClosed().run();
        });
    }

    public boolean isOpen(Node panel) {
        return layers.stream().anyMatch(layer -> layer.node() == panel);
    }

    /** Whether a panel with a veil is open: keys of the window behind must rest. */
    public boolean isModal() {
        return layers.stream().anyMatch(Layer::modal);
    }

    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** Lets a panel be moved by its head within the window. */
    public static void dragByHead(Region panel, Node head) {
        double[] grip = new double[2];
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            grip[0] = event.getSceneX() - panel.getLayoutX();
            grip[1] = event.getSceneY() - panel.getLayoutY();
        });
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (panel.getParent() instanceof Region parent) {
                panel.relocate(
                        Math.clamp(event.getSceneX() - grip[0], 0, Math.max(0, parent.getWidth() - panel.getWidth())),
                        Math.clamp(event.getSceneY() - grip[1], 0, Math.max(0, parent.getHeight() - 40)));
            }
        });
    }
}

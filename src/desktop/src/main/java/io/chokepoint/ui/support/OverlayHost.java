package io.chokepoint.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The layer above the window's contents on which popovers and panels stand. Esc closes the uppermost one and gives the focus
 * back to where it was. One panel at a time may be docked instead: it then stands in the place of the inspector.
 */
public final class OverlayHost extends StackPane {
    private record Layer(
            Node node, Pane holder, boolean modal, @Nullable Node focusBefore, Runnable onClosed) {}

    /** Style class of fields in which Esc ends something smaller than the panel around them. */
    public static final String OWN_ESCAPE = "own-escape";
    /** Its id in a scene. */
    public static final String ID = "overlays";

    private static final double MARGIN = 8;
    private static final double HEAD = 44;
    private static final double SECONDS_AT_LEAST = 4;
    private static final double LETTERS_READ_A_SECOND = 18;

    private final Deque<Layer> layers = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Region> docked = new ReadOnlyObjectWrapper<>();
    private final EventHandler<KeyEvent> escape = this::escape;
    private final Label said = new Label();
    private final PauseTransition saidFor = new PauseTransition();
    private Runnable onDockedClosed = () -> {};
    private DoubleSupplier clearAbove = () -> 0;

    public OverlayHost() {
        setId(ID);
        said.getStyleClass().add("said");
        said.setId("said");
        said.setWrapText(true);
        said.setVisible(false);
        said.setAccessibleRole(AccessibleRole.TEXT);
        said.setOnMouseClicked(event -> said.setVisible(false));
        StackPane.setAlignment(said, Pos.BOTTOM_CENTER);
        saidFor.setOnFinished(event -> said.setVisible(false));
        getChildren().add(said);
        // Of the whole scene: where nothing has the focus, keys go to its root, which need not be this.
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
            }
        });
    }

    private void escape(KeyEvent event) {
        boolean own = event.getTarget() instanceof Node target
                && target.getStyleClass().contains(OWN_ESCAPE);
        if (event.getCode() != KeyCode.ESCAPE || own) {
            return;
        }
        Region dock = docked.get();
        if (!layers.isEmpty()) {
            close(layers.peek().node());
            event.consume();
        } else if (dock != null && event.getTarget() instanceof Node node && isWithin(node, dock)) {
            close(dock);
            event.consume();
        }
    }

    /** @param content the window's contents, below all panels */
    public void setContent(Node content) {
        getChildren().addFirst(content);
    }

    /** @param bottom lower edge, in this host, of what popovers never cover: the answer */
    public void keepClearAbove(DoubleSupplier bottom) {
        clearAbove = bottom;
    }

    /** Says something in passing, at the foot of the window; it goes by itself, or by a click. */
    public void say(String words) {
        said.setText(words);
        said.setVisible(true);
        said.toFront();
        saidFor.setDuration(Duration.seconds(SECONDS_AT_LEAST + words.length() / LETTERS_READ_A_SECOND));
        saidFor.playFromStart();
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

    /** In the place of everything else. */
    public void showWhole(Region panel, Runnable onClosed) {
        Pane holder = new StackPane(panel);
        show(panel, holder, true, onClosed);
    }

    /**
     * Beside something on the screen, on the side with more room; what is behind stays usable.
     *
     * @param anchor bounds on the screen; null for the left of the middle
     * @param freeFrom left edge on the screen of what the panel must not cover, chips and markets; empty for none
     */
    public void showBeside(Region panel, @Nullable Bounds anchor, OptionalDouble freeFrom, Runnable onClosed) {
        Pane holder = new Pane(panel);
        holder.setPickOnBounds(false);
        show(panel, holder, false, onClosed);
        Bounds area = area(freeFrom);
        panel.setMaxHeight(area.getHeight());
        panel.applyCss();
        panel.autosize();
        PopoverPlace place = PopoverPlace.of(local(anchor), area, panel.getWidth(), panel.getHeight());
        panel.relocate(place.x(), place.y());
        // A panel that grows, by unfolding more of it, moves up rather than out of the window.
        panel.heightProperty().subscribe(height -> {
            double lowest = Math.max(area.getMinY(), getHeight() - MARGIN - height.doubleValue());
            if (panel.getLayoutY() > lowest) {
                panel.setLayoutY(lowest);
            }
        });
    }

    private @Nullable Bounds local(@Nullable Bounds onScreen) {
        return onScreen == null ? null : screenToLocal(onScreen);
    }

    /** Where popovers may stand: below the answer, left of what must stay free. */
    private Bounds area(OptionalDouble freeFrom) {
        double top = clearAbove.getAsDouble() + MARGIN;
        double right = getWidth() - MARGIN;
        if (freeFrom.isPresent()) {
            Bounds edge = screenToLocal(new BoundingBox(freeFrom.getAsDouble(), 0, 1, 1));
            right = edge == null ? right : Math.min(right, edge.getMinX() - MARGIN);
        }
        return new BoundingBox(MARGIN, top, Math.max(1, right - MARGIN), Math.max(1, getHeight() - MARGIN - top));
    }

    private void show(Node node, Pane holder, boolean modal, Runnable onClosed) {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        layers.push(new Layer(node, holder, modal, focus, onClosed));
        getChildren().add(holder);
    }

    /** In the place of the inspector, until it is closed or another is docked. */
    public void dock(Region panel, Runnable onClosed) {
        Region before = docked.get();
        if (before != null) {
            close(before);
        }
        onDockedClosed = onClosed;
        docked.set(panel);
    }

    /** The panel that stands in the place of the inspector; null where none does. */
    public ReadOnlyObjectProperty<@Nullable Region> dockedProperty() {
        return docked.getReadOnlyProperty();
    }

    /** Closes a panel; nothing happens where it is not open. */
    public void close(Node panel) {
        if (panel == docked.get()) {
            docked.set(null);
            onDockedClosed.run();
            return;
        }
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
        return panel == docked.get() || layers.stream().anyMatch(layer -> layer.node() == panel);
    }

    /** Whether a panel with a veil is open: keys of the window behind must rest. */
    public boolean isModal() {
        return layers.stream().anyMatch(Layer::modal);
    }

    /** Whether nothing stands above the window's contents; what is docked stands beside them. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    private static boolean isWithin(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    /** Lets a panel be moved by its head within the window. */
    public static void dragByHead(Region panel, Node head) {
        double[] grip = new double[2];
        head.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (panel.getParent() instanceof Region parent) {
                Point2D at = parent.sceneToLocal(event.getSceneX(), event.getSceneY());
                grip[0] = at.getX() - panel.getLayoutX();
                grip[1] = at.getY() - panel.getLayoutY();
            }
        });
        head.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (panel.getParent() instanceof Region parent) {
                Point2D at = parent.sceneToLocal(event.getSceneX(), event.getSceneY());
                panel.relocate(
                        Math.clamp(at.getX() - grip[0], 0, Math.max(0, parent.getWidth() - panel.getWidth())),
                        Math.clamp(at.getY() - grip[1], 0, Math.max(0, parent.getHeight() - HEAD)));
            }
        });
    }
}

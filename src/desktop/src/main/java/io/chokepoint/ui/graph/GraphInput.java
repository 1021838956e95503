package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import io.chokepoint.ui.support.GoodDrag;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Typography;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.util.Duration;

/** Turns what the pointer does on the canvas into verbs of the view model. */
final class GraphInput {
    private static final double TIP_DELAY_MILLIS = 400;
    private static final double WHEEL_ZOOM = 1.0018;
    private static final double TIP_OFFSET = 14;

    private final GraphCanvas canvas;
    private final GraphViewModel model;
    private final StudyState state;
    private final PathPicker paths;
    private final GraphMenu menu;
    private final Tooltip tip = new Tooltip();
    private final PauseTransition tipDelay = new PauseTransition(Duration.millis(TIP_DELAY_MILLIS));
    private double lastX;
    private double lastY;
    private double pressX;
    private double pressY;
    private double screenX;
    private double screenY;
    private Drag drag = Drag.NONE;
    /** What the pointer was pressed on: it is carried, not panned. */
    private Optional<GraphNode> held = Optional.empty();

    private String tipText = "";

    private enum Drag {
        NONE,
        PAN,
        BOX,
        MAP
    }

    GraphInput(GraphCanvas canvas, GraphViewModel model, StudyState state, PathPicker paths, GraphMenu menu) {
        this.canvas = canvas;
        this.model = model;
        this.state = state;
        this.paths = paths;
        this.menu = menu;
        tip.setWrapText(true);
        tip.setMaxWidth(360);
        tip.getStyleClass().add("graph-tip");
        tipDelay.setOnFinished(event -> tip.show(canvas, screenX + TIP_OFFSET, screenY + TIP_OFFSET));
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(event -> leave());
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnDragDetected(this::dragDetected);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseClicked(this::clicked);
        canvas.setOnScroll(this::scrolled);
        canvas.setOnZoom(this::zoomed);
        canvas.setOnContextMenuRequested(event -> {
            leave();
            canvas.scene().ifPresent(scene -> {
                Optional<GraphNode> node =
                        event.isKeyboardTrigger() ? model.selectedNode() : nodeAt(scene, event.getX(), event.getY());
                node.ifPresent(at -> {
                    if (!scene.selected().contains(at)) {
                        model.select(at);
                    }
                    double x = event.getScreenX();
                    double y = event.getScreenY();
                    menu.show(canvas, at, x, y);
                });
            });
            event.consume();
        });
    }

    private Optional<GraphNode> nodeAt(GraphScene scene, double x, double y) {
        Optional<MakerCard> card = cardAt(x, y);
        return card.map(MakerCard::node)
                .or(() -> canvas.hitTest(scene).place(x, y).map(Place::node));
    }

    private Optional<MakerCard> cardAt(double x, double y) {
        Viewport viewport = canvas.viewport();
        return canvas.makerCard().filter(card -> card.box().contains(viewport.toPictureX(x), viewport.toPictureY(y)));
    }

    // ---- hover

    private void moved(MouseEvent event) {
        screenX = event.getScreenX();
        screenY = event.getScreenY();
        canvas.scene().ifPresent(scene -> hover(scene, event.getX(), event.getY()));
    }

    private void hover(GraphScene scene, double x, double y) {
        HitTest hit = canvas.hitTest(scene);
        NodeWords words = new NodeWords(scene);
        if (isOnMap(scene, x, y) || cardAt(x, y).isPresent()) {
            canvas.setHover(Optional.empty());
            canvas.setCursor(Cursor.HAND);
            tip("");
            return;
        }
        Optional<Place> place = hit.place(x, y);
        Optional<Route> route = place.isPresent() ? Optional.empty() : hit.route(x, y);
        Optional<Hover> hover = place.map(at -> Hover.of(scene, at)).or(() -> route.map(at -> Hover.of(scene, at)));
        canvas.setHover(hover);
        boolean clickable = place.isPresent()
                || hit.head(x, y).isPresent()
                || hit.stack(x, y).isPresent();
        canvas.setCursor(paths.isPicking() ? Cursor.CROSSHAIR : clickable ? Cursor.HAND : Cursor.DEFAULT);
        tip(place.map(at -> words.tip(at.node()))
                .or(() -> route.map(at -> words.tip(at.edge())))
                .or(() -> hit.head(x, y).map(column -> words.tip(column)))
                .orElse(""));
    }

    private void tip(String text) {
        if (text.equals(tipText)) {
            return;
        }
        tipText = text;
        tip.hide();
        tipDelay.stop();
        if (!text.isEmpty()) {
            tip.setText(Typography.thin(text));
            tipDelay.playFromStart();
        }
    }

    private void leave() {
        canvas.setHover(Optional.empty());
        tip("");
    }

    private boolean isOnMap(GraphScene scene, double x, double y) {
        return MinimapPainter.isNeeded(scene.picture(), canvas.viewport(), canvas.getWidth(), canvas.getHeight())
                && MinimapPainter.box(canvas.getWidth(), canvas.getHeight()).contains(x, y);
    }

    // ---- press and drag

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        tip("");
        lastX = event.getX();
        lastY = event.getY();
        pressX = lastX;
        pressY = lastY;
        drag = Drag.NONE;
        held = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !paths.isPicking()
                ? canvas.scene().flatMap(scene -> nodeAt(scene, lastX, lastY))
                : Optional.empty();
        if (event.getButton() == MouseButton.PRIMARY) {
            canvas.scene().filter(scene -> isOnMap(scene, lastX, lastY)).ifPresent(scene -> {
                drag = Drag.MAP;
                centreOnMap(scene, event);
            });
        }
    }

    private void centreOnMap(GraphScene scene, MouseEvent event) {
        canvas.setViewport(MinimapPainter.centredAt(
                scene.picture(), canvas.viewport(), event.getX(), event.getY(), canvas.getWidth(), canvas.getHeight()));
    }

    /** A good is carried to the scenario row or to the timeline. */
    private void dragDetected(MouseEvent event) {
        if (drag == Drag.NONE && held.isPresent() && held.get() instanceof GoodNode of) {
            leave();
            GoodDrag.begin(canvas, of.good());
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.SECONDARY || drag == Drag.NONE && held.isPresent()) {
            return;
        }
        if (drag == Drag.MAP) {
            canvas.scene().ifPresent(scene -> centreOnMap(scene, event));
            return;
        }
        if (drag == Drag.NONE && Math.hypot(event.getX() - pressX, event.getY() - pressY) > 4) {
            drag = event.isShiftDown() ? Drag.BOX : Drag.PAN;
            canvas.setHover(Optional.empty());
        }
        if (drag == Drag.PAN) {
            canvas.pan(event.getX() - lastX, event.getY() - lastY);
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (drag == Drag.BOX) {
            canvas.setRubber(Optional.of(rubber(event)));
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private Box rubber(MouseEvent event) {
        return new Box(
                Math.min(pressX, event.getX()),
                Math.min(pressY, event.getY()),
                Math.abs(event.getX() - pressX),
                Math.abs(event.getY() - pressY));
    }

    private void released(MouseEvent event) {
        if (drag == Drag.BOX) {
            canvas.setRubber(Optional.empty());
            canvas.scene()
                    .ifPresent(scene -> model.selectAll(canvas.hitTest(scene).nodes(rubber(event))));
        }
        canvas.setCursor(Cursor.DEFAULT);
    }

    // ---- click

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || drag != Drag.NONE || !event.isStillSincePress()) {
            return;
        }
        canvas.scene().ifPresent(scene -> click(scene, event));
    }

    private void click(GraphScene scene, MouseEvent event) {
        double x = event.getX();
        double y = event.getY();
        HitTest hit = canvas.hitTest(scene);
        Optional<MakerCard> card = cardAt(x, y);
        Optional<Place> place = card.isPresent() ? Optional.empty() : hit.place(x, y);
        if (card.isPresent()) {
            clickMaker(scene, card.get(), event);
        } else if (place.isPresent()) {
            clickNode(scene, place.get().node(), event);
        } else if (!clickColumn(hit, x, y)) {
            paths.cancel();
            model.deselect();
        }
    }

    private void clickMaker(GraphScene scene, MakerCard card, MouseEvent event) {
        Viewport viewport = canvas.viewport();
        OptionalInt line = card.lineAt(viewport.toPictureX(event.getX()), viewport.toPictureY(event.getY()));
        if (event.getClickCount() == 2) {
            model.toggleMakers(card.node());
        } else if (line.isPresent() && card.node() instanceof GoodNode) {
            state.looking()
                    .select(Selection.of(scene.facts()
                            .facts(card.node())
                            .makers()
                            .get(line.getAsInt())
                            .activity()));
        } else {
            model.select(card.node());
        }
    }

    private void clickNode(GraphScene scene, GraphNode node, MouseEvent event) {
        if (paths.isPicking()) {
            paths.pick(node, scene.facts().graph());
        } else if (event.getClickCount() == 2 && node instanceof GoodNode) {
            model.toggleMakers(node);
        } else if (event.isShortcutDown()) {
            model.toggleSelected(node);
        } else {
            model.select(node);
        }
    }

    private boolean clickColumn(HitTest hit, double x, double y) {
        Optional<Column> stack = hit.stack(x, y);
        stack.ifPresent(model::toggleExpanded);
        Optional<Column> head = stack.isPresent() ? Optional.empty() : hit.head(x, y);
        head.ifPresent(model::toggleColumn);
        return stack.isPresent() || head.isPresent();
    }

    // ---- wheel and pinch

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = Math.pow(WHEEL_ZOOM, event.getDeltaY());
            canvas.zoomAbout(event.getX(), event.getY(), canvas.viewport().zoom() * factor);
        } else if (!scrollColumn(event)) {
            // With Shift the wheel's turn comes as a horizontal one on some systems and as a vertical one on others.
            boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
            canvas.pan(sideways ? event.getDeltaY() : event.getDeltaX(), sideways ? 0 : event.getDeltaY());
        }
        event.consume();
    }

    private boolean scrollColumn(ScrollEvent event) {
        Optional<Column> column = canvas.scene()
                .flatMap(scene -> canvas.hitTest(scene).column(event.getX()))
                .filter(Column::expanded);
        if (column.isPresent() && event.getDeltaY() != 0) {
            model.scroll(column.get(), event.getDeltaY() > 0 ? -1 : 1);
            return true;
        }
        return false;
    }

    private void zoomed(ZoomEvent event) {
        canvas.zoomAbout(event.getX(), event.getY(), canvas.viewport().zoom() * event.getZoomFactor());
        event.consume();
    }
}

package io.chokepoint.ui.graph;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.control.Detailed;
import io.chokepoint.ui.support.Palette;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Shows a {@link GraphScene}: one canvas for the picture, one above it for what follows the pointer. Paints at most once a pulse,
 * and only what has changed.
 */
final class GraphCanvas extends Region {
    private static final long GLIDE_NANOS = 180_000_000L;
    private static final double MOST_ON_ZOOM_TO = 1.5;
    private static final double HEADS_BOTTOM = Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT + 12;

    private final Layers layers = new Layers();
    private final GraphTree tree = new GraphTree(this::screenBox, box -> localToScreen(GraphTree.bounds(box)));
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final BiConsumer<Double, Double> onSize;
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            onPulse(now);
        }
    };

    private Palette palette;
    private @Nullable GraphScene scene;
    private Viewport viewport = Viewport.NORMAL;
    private @Nullable ColumnPicture glideFrom;
    private @Nullable Viewport viewFrom;
    private @Nullable Viewport viewTo;
    private long glideStart = -1;
    private Optional<Hover> hover = Optional.empty();
    private Optional<Box> rubber = Optional.empty();
    private boolean moving = true;
    private @Nullable GraphCanvas linked;
    private boolean follows;
    /** Whether the whole picture is shown and the user has not chosen a part of it since. */
    private boolean fitted = true;

    /** @param onSize told of each new size in px */
    GraphCanvas(Palette palette, BiConsumer<Double, Double> onSize) {
        this.palette = palette;
        this.onSize = onSize;
        setFocusTraversable(true);
        getStyleClass().addAll("graph-canvas", "graph-keys");
        setAccessibleRole(AccessibleRole.TREE_VIEW);
        layers.canvases().forEach(canvas -> canvas.setMouseTransparent(true));
        getChildren().add(tree);
        getChildren().addAll(layers.canvases());
        setClip(clip);
        focusedProperty().subscribe(this::repaintTop);
    }

    // ---- what is shown

    void setPalette(Palette value) {
        palette = value;
        repaint();
    }

    /** Moves take 180 ms; set to false where the system asks for less motion, and for pictures. */
    void setMoving(boolean value) {
        moving = value;
    }

    void setScene(@Nullable GraphScene value) {
        GraphScene old = scene;
        scene = value;
        if (value != null && (old == null || old.picture() != value.picture())) {
            pictureChanged(old, value);
        }
        tree.show(value);
        if (tree.isAsked()) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        }
        boolean ring = isFocused() && value != null && value.selected().size() == 1;
        if (hover.isPresent() || makerCard().isPresent() || ring) {
            hover = Optional.empty();
            layers.top();
        }
        if (old == null || value == null) {
            layers.all();
        } else {
            layers.changed(old, value);
        }
        pulse.start();
    }

    private void pictureChanged(@Nullable GraphScene old, GraphScene now) {
        boolean fits = old == null
                || old.show() != now.show()
                || fitted
                || viewport.equals(fitting(old.picture()))
                || viewport.equals(Viewport.NORMAL);
        if (old != null && now.glide() && moving) {
            glideFrom = old.picture();
            glideStart = -1;
        } else {
            glideFrom = null;
        }
        if (follows && linked != null) {
            viewTo = null;
            show(linked.viewport);
        } else if (fits) {
            viewTo = null;
            setViewport(fitting(now.picture()));
            fitted = true;
        }
    }

    Optional<GraphScene> scene() {
        return Optional.ofNullable(scene);
    }

    Viewport viewport() {
        return viewport;
    }

    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    HitTest hitTest(GraphScene of) {
        return new HitTest(of, viewport);
    }

    void setHover(Optional<Hover> value) {
        if (!hover.equals(value)) {
            hover = value;
            repaintTop();
        }
    }

    /** A rectangle drawn by the pointer, in px of the screen. */
    void setRubber(Optional<Box> value) {
        rubber = value;
        repaintTop();
    }

    /** Where a node is on the canvas, in px of the canvas; empty where it is not shown. */
    Optional<Box> screenBox(GraphNode node) {
        return scene().flatMap(of -> of.picture().find(node)).map(place -> viewport.toScreen(place.box()));
    }

    /** The grown card with makers, if one is open. */
    Optional<MakerCard> makerCard() {
        return scene().flatMap(of -> of.opened()
                .flatMap(node -> of.picture().find(node))
                .map(place -> MakerCard.of(
                        place,
                        of.facts().facts(place.node()).makers().size(),
                        viewport.view(getWidth(), getHeight()))));
    }

    // ---- pan and zoom

    /** The viewport in which the whole picture is on screen. */
    private Viewport fitting(ColumnPicture picture) {
        if (getWidth() < 1 || picture.width() < 1) {
            return Viewport.NORMAL;
        }
        if (picture.width() <= getWidth() + 0.5 && picture.height() <= getHeight() + 0.5) {
            return Viewport.NORMAL;
        }
        boolean blocks = picture.places().stream().anyMatch(place -> place.kind() == Place.Kind.CELL);
        if (!blocks) {
            double fit = Math.min(getWidth() / picture.width(), getHeight() / picture.height());
            return new Viewport(0, 0, fit);
        }
        Box screen = new Box(
                Metrics.SIDE,
                HEADS_BOTTOM,
                getWidth() - 2 * Metrics.SIDE,
                Math.max(20, getHeight() - HEADS_BOTTOM - Metrics.FOOT - 4));
        return Viewport.fitting(new Box(0, 0, picture.width(), picture.height()), screen, 1);
    }

    void fit() {
        scene().ifPresent(of -> glideTo(fitting(of.picture())));
    }

    void zoomBy(double factor) {
        zoomAbout(getWidth() / 2, getHeight() / 2, viewport.zoom() * factor);
    }

    void zoomAbout(double screenX, double screenY, double wanted) {
        double least = scene().map(of ->
                        Math.min(Viewport.LEAST_ZOOM, fitting(of.picture()).zoom()))
                .orElse(Viewport.LEAST_ZOOM);
        viewTo = null;
        setViewport(viewport.zoomedAbout(screenX, screenY, Math.clamp(wanted, least, Viewport.MOST_ZOOM)));
    }

    /** So that the nodes given fill the canvas, at most as large as cards are before they turn into lists of makers. */
    void zoomTo(Iterable<GraphNode> nodes) {
        area(nodes).ifPresent(all -> glideTo(Viewport.fitting(all.grown(24), room(), MOST_ON_ZOOM_TO)));
    }

    /**
     * So that the nodes given can be seen and read. Nothing moves where they can, as both ends of the story should stay in sight;
     * from too far away it comes back to normal size.
     */
    void bringIn(Iterable<GraphNode> nodes) {
        area(nodes).ifPresent(all -> {
            boolean readable = Level.of(viewport.zoom()) != Level.STAGES && Level.of(viewport.zoom()) != Level.TILES;
            Box box = viewport.toScreen(all);
            Box room = room();
            boolean inSight = box.x() >= 0
                    && box.right() <= getWidth()
                    && box.y() >= HEADS_BOTTOM - 24
                    && box.bottom() <= room.bottom();
            if (readable && !inSight) {
                glideTo(Viewport.fitting(all.grown(24), room, Math.min(viewport.zoom(), MOST_ON_ZOOM_TO)));
            } else if (!readable) {
                glideTo(Viewport.fitting(all.grown(24), room, 1));
            }
        });
    }

    /** What heads and legend leave free. */
    private Box room() {
        return new Box(20, HEADS_BOTTOM, getWidth() - 40, Math.max(40, getHeight() - HEADS_BOTTOM - Metrics.FOOT));
    }

    private Optional<Box> area(Iterable<GraphNode> nodes) {
        Box all = null;
        for (GraphNode node : nodes) {
            Optional<Place> place = scene().flatMap(of -> of.picture().find(node));
            if (place.isPresent()) {
                Box box = place.get().box();
                all = all == null ? box : union(all, box);
            }
        }
        return Optional.ofNullable(all);
    }

    private static Box union(Box a, Box b) {
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return new Box(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
    }

    /** Pans so that a node is on screen, if it is not. */
    void reveal(GraphNode node) {
        screenBox(node).ifPresent(box -> {
            double dx = Math.max(0, 20 - box.x()) - Math.max(0, box.right() - getWidth() + 20);
            double dy = Math.max(0, HEADS_BOTTOM - box.y()) - Math.max(0, box.bottom() - getHeight() + Metrics.FOOT);
            if (dx != 0 || dy != 0) {
                pan(dx, dy);
            }
        });
    }

    /** Moves the picture by px of the screen. */
    void pan(double dx, double dy) {
        viewTo = null;
        setViewport(viewport.moved(dx, dy));
    }

    void setViewport(Viewport value) {
        fitted = false;
        show(scene == null ? value : held(value, scene.picture()));
        if (linked != null) {
            linked.show(viewport);
        }
    }

    private void show(Viewport value) {
        viewport = value;
        zoom.set(value.zoom());
        repaintTop();
    }

    /**
     * Pans and zooms another canvas of the same picture with this one.
     *
     * @param other null for none
     * @param follower whether the other one decides what is shown of a new picture
     */
    void linkTo(@Nullable GraphCanvas other, boolean follower) {
        linked = other;
        follows = follower;
    }

    /** Keeps the picture from being lost out of sight. */
    private Viewport held(Viewport value, ColumnPicture picture) {
        Box view = value.view(getWidth(), getHeight());
        double side = 60 / value.zoom();
        double above = HEADS_BOTTOM / value.zoom();
        boolean blocks = picture.height() > getHeight() * 1.5;
        double x = hold(value.x(), picture.width(), view.width(), blocks ? side : 0, blocks ? side : 0);
        double y = hold(value.y(), picture.height(), view.height(), blocks ? above : 0, blocks ? above : 0);
        return new Viewport(x, y, value.zoom());
    }

    private static double hold(double value, double size, double view, double before, double after) {
        double low = Math.min(-before, size - view);
        double high = Math.max(0, size - view + after);
        return Math.clamp(value, Math.min(low, high), Math.max(low, high));
    }

    /** Where the picture is, or where it is gliding to. */
    Viewport aim() {
        return viewTo == null ? viewport : viewTo;
    }

    void glideTo(Viewport target) {
        if (!moving) {
            setViewport(target);
            return;
        }
        viewFrom = viewport;
        viewTo = target;
        glideStart = -1;
        repaint();
    }

    // ---- for assistive technology

    GraphTree tree() {
        return tree;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        Object answer = tree.answer(attribute, parameters);
        return answer != null ? answer : super.queryAccessibleAttribute(attribute, parameters);
    }

    // ---- painting

    /** Everything anew, at the next pulse. */
    void repaint() {
        layers.all();
        pulse.start();
    }

    private void repaintTop() {
        layers.top();
        pulse.start();
    }

    private void onPulse(long now) {
        double part = 1;
        if (glideFrom != null || viewTo != null) {
            if (glideStart < 0) {
                glideStart = now;
            }
            part = easeOut(Math.min(1, (double) (now - glideStart) / GLIDE_NANOS));
            Viewport from = viewFrom;
            Viewport to = viewTo;
            if (from != null && to != null) {
                viewport = part >= 1 ? to : from.towards(to, part);
                zoom.set(viewport.zoom());
                if (linked != null) {
                    linked.show(viewport);
                }
            }
            layers.all();
        }
        if (layers.isDirty()) {
            paint(part);
        }
        if (part >= 1) {
            glideFrom = null;
            viewFrom = null;
            viewTo = null;
            pulse.stop();
        }
    }

    private static double easeOut(double part) {
        double rest = 1 - part;
        return 1 - rest * rest * rest;
    }

    /** Paints at once, without waiting for a pulse: for pictures. */
    void paintNow() {
        glideFrom = null;
        viewTo = null;
        layers.all();
        paint(1);
    }

    private void paint(double part) {
        GraphScene of = scene;
        ColumnPicture from = glideFrom;
        ScenePainter.Glide glide = from == null || part >= 1 ? null : new ScenePainter.Glide(from, part);
        layers.paint(of, viewport, palette, glide, of == null || glide != null ? Layers.Pointer.NONE : pointer(of));
    }

    private Layers.Pointer pointer(GraphScene of) {
        Optional<Place> focus = isFocused() && of.selected().size() == 1
                ? of.picture().find(of.selected().iterator().next())
                : Optional.empty();
        return new Layers.Pointer(hover, makerCard(), focus, rubber);
    }

    /** What is shown, as shapes and text; empty where nothing is. */
    Optional<Picture> picture(String title) {
        return scene().map(of -> layers.picture(title, of, viewport, palette));
    }

    /** For tests and measuring. */
    Layers layers() {
        return layers;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        clip.setWidth(width);
        clip.setHeight(height);
        layers.setZoom(Detailed.zoom(this));
        if (!layers.isSize(width, height)) {
            layers.resize(width, height);
            onSize.accept(width, height);
            repaint();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 800;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 500;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 160;
    }
}

package io.chokepoint.ui.graph;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.Metrics;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Detailed;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.OutOfDate;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.RunColumns;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.ViewHistory;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.event.EventType;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The supply graph: columns from raw inputs to markets, what falls short in them week by week, and the reason as a straight line.
 */
public final class GraphView extends Region implements Detailed, Pictured {
    private static final double STRIP_TOP = 6;
    private static final double STRIP_SIDE = 12;
    private static final double STRIP_HEIGHT = 28;
    private static final double ZOOM_STEP = 1.25;

    /**
     * What is cut off the canvas where two graphs stand one above the other: both show column heads, as each counts its own run, the
     * lower one the legend for both. Both canvases keep one height, so that one layout serves both.
     *
     * @param top px above the view
     * @param bottom px below it
     */
    record Trim(double top, double bottom) {
        private static final double ABOVE_HEADS = Metrics.HEAD_TOP - 6;

        static final Trim NONE = new Trim(0, 0);
        /** Legend and stacks are the lower one's. */
        static final Trim UPPER = new Trim(ABOVE_HEADS, Metrics.FOOT + Metrics.STACK + 6);

        static final Trim LOWER = new Trim(ABOVE_HEADS, 0);

        double sum() {
            return top + bottom;
        }
    }

    private final UiContext context;
    private final GraphViewModel model;
    private final GraphCanvas canvas;
    private final PathPicker paths;
    private final GraphStrip strip;
    private final Rectangle clip = new Rectangle();
    private final Rectangle focusFrame = new Rectangle();
    private Trim trim = Trim.NONE;

    public GraphView(UiContext context) {
        this.context = context;
        StudyState state = context.state();
        model = new GraphViewModel(state, context.tasks(), new LayeredLayout());
        TextMeasure measure = new FxTextMeasure();
        model.measureNames(node -> measure.width(node.label(), Ink.LEAST_TEXT, false));
        canvas = new GraphCanvas(context.theme().palette(), model::setSize);
        canvas.setId("graph-canvas");
        paths = new PathPicker(state);
        strip = new GraphStrip(context, model, paths, canvas);
        setId("graph");
        setClip(clip);
        getStyleClass().add("graph");
        focusFrame.getStyleClass().add("graph-focus");
        focusFrame.setMouseTransparent(true);
        focusFrame.setManaged(false);
        focusFrame.setVisible(false);
        // A ring stands round what is selected; without a selection the keyboard's focus is on the graph as a whole.
        canvas.getPseudoClassStates().addListener((SetChangeListener<PseudoClass>)
                change -> focusFrame.setVisible(change.getSet().contains(PseudoClass.getPseudoClass("focus-visible"))));
        getChildren().setAll(canvas, strip, focusFrame);
        new GraphInput(canvas, model, state, paths, new GraphMenu(context, model, paths));
        canvas.tree().onAction(model::select, model::toggleColumn);
        new GraphKeys(canvas, model, paths, context.commands());
        context.theme().paletteProperty().subscribe(canvas::setPalette);
        // Only while it is shown: the system's settings outlive every window, and would keep it.
        Platform.getPreferences()
                .reducedMotionProperty()
                .when(sceneProperty()
                        .flatMap(Scene::windowProperty)
                        .flatMap(Window::showingProperty)
                        .orElse(false))
                .subscribe(reduced -> canvas.setMoving(!reduced));
        model.sceneProperty().subscribe(this::sceneChanged);
        new OutOfDate(state).lateProperty().subscribe(model::setOutOfDate);
        context.anchors().setGraph(this::boundsOnScreen);
        context.anchors().setReveal(() -> canvas.scene().ifPresent(scene -> canvas.bringIn(scene.selected())));
        register(context.commands(), state);
        remember(state.looks());
    }

    /** Zoom, columns and cards are part of what one can go back in; any input may have changed them. */
    private void remember(ViewHistory looks) {
        looks.setGraph(new ViewHistory.Part() {
            @Override
            public Object look() {
                return new GraphLook(canvas.aim(), model.columns());
            }

            @Override
            public void show(Object look) {
                if (look instanceof GraphLook shown) {
                    model.show(shown.columns());
                    canvas.glideTo(shown.viewport());
                }
            }
        });
        addEventFilter(InputEvent.ANY, event -> {
            EventType<?> type = event.getEventType();
            if (type == MouseEvent.MOUSE_RELEASED
                    || type == KeyEvent.KEY_PRESSED
                    || type == ScrollEvent.SCROLL
                    || type == ZoomEvent.ZOOM) {
                looks.changed();
            }
        });
    }

    private void sceneChanged(@Nullable GraphScene scene) {
        canvas.setScene(scene);
        String words = Texts.get("graph.spoken.graph");
        if (scene != null) {
            words = model.selectedNode()
                    .map(node -> new NodeWords(scene).spoken(node))
                    .orElse(Texts.get("graph.spoken.nothing"));
        }
        canvas.setAccessibleText(words);
    }

    private void register(Commands commands, StudyState state) {
        var noRun = Bindings.when(state.resultProperty().isNull())
                .then(Texts.get("graph.noRun"))
                .otherwise("");
        commands.register(Command.SHOW_HIT, () -> show(Focus.Show.HIT), noRun);
        commands.register(Command.SHOW_EVERYTHING, () -> show(Focus.Show.EVERYTHING), noRun);
        commands.register(
                Command.PATH_BETWEEN,
                () -> model.scene().ifPresent(scene -> paths.begin(scene.facts().graph())),
                noRun);
        commands.register(Command.FIT, () -> noting(canvas::fit), noRun);
        commands.register(Command.ZOOM_IN, () -> noting(() -> canvas.zoomBy(ZOOM_STEP)), noRun);
        commands.register(Command.ZOOM_OUT, () -> noting(() -> canvas.zoomBy(1 / ZOOM_STEP)), noRun);
        commands.register(
                Command.ZOOM_TO_SELECTION,
                () -> noting(() -> canvas.scene().ifPresent(scene -> canvas.zoomTo(scene.selected()))),
                Bindings.createStringBinding(
                        () -> state.looking().selectionProperty().get().isEmpty() ? Texts.get("graph.noSelection") : "",
                        state.looking().selectionProperty()));
        commands.register(Command.TIDY, () -> noting(model::tidy), noRun);
        commands.register(Command.RESET_COLUMNS, () -> noting(model::resetColumns), noRun);
    }

    private void noting(Runnable change) {
        change.run();
        context.state().looks().changed();
    }

    private void show(Focus.Show what) {
        paths.cancel();
        context.state().looking().whyProperty().set(false);
        context.state()
                .looking()
                .focusProperty()
                .set(context.state().looking().focusProperty().get().withShow(what));
    }

    private Optional<Bounds> boundsOnScreen(Selection.Item item) {
        return model.scene()
                .flatMap(scene -> SelectedNodes.find(item, scene.facts()))
                .flatMap(canvas::screenBox)
                .flatMap(this::onScreen);
    }

    private Optional<Bounds> onScreen(Box box) {
        return Optional.ofNullable(canvas.localToScreen(new BoundingBox(box.x(), box.y(), box.width(), box.height())));
    }

    GraphViewModel model() {
        return model;
    }

    GraphCanvas canvas() {
        return canvas;
    }

    void setTrim(Trim value) {
        trim = value;
        strip.setVisible(value.equals(Trim.NONE));
        canvas.layers().setRailTitles(value.equals(Trim.NONE));
        canvas.repaint();
        requestLayout();
    }

    @Override
    public Optional<Picture> picture() {
        return canvas.scene()
                .flatMap(scene -> canvas.picture(Texts.get(
                        "graph.picture.title", scene.facts().result().scenario().title(), scene.week())));
    }

    @Override
    public Optional<TableCopy> table() {
        return canvas.scene().map(GraphTable::of).map(RunColumns.ofWeek(context.state()));
    }

    /** Paints at once and without moves, so that a picture taken next shows the present state. */
    public void paintNow() {
        canvas.paintNow();
    }

    @Override
    public void paintAt(double detail) {
        canvas.layers().setZoom(Detailed.zoom(canvas));
        canvas.layers().setDetail(detail);
        canvas.paintNow();
    }

    @Override
    protected void layoutChildren() {
        focusFrame.setWidth(getWidth());
        focusFrame.setHeight(getHeight());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        canvas.resizeRelocate(0, -trim.top(), getWidth(), getHeight() + trim.top() + trim.bottom());
        strip.resizeRelocate(STRIP_SIDE, STRIP_TOP, Math.max(0, getWidth() - 2 * STRIP_SIDE), STRIP_HEIGHT);
    }

    @Override
    protected double computePrefWidth(double height) {
        return canvas.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return canvas.prefHeight(width);
    }
}

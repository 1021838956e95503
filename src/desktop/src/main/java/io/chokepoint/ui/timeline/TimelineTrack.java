package io.chokepoint.ui.timeline;

import io.chokepoint.study.Wording;
import io.chokepoint.base.Amounts;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.control.CurvePlot;
import io.chokepoint.ui.control.Detailed;
import io.chokepoint.ui.control.ValueScale;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.timeline.TimelineEvents.Bar;
import io.chokepoint.ui.timeline.TimelineEvents.Event;
import io.chokepoint.ui.timeline.TimelineViewModel.Band;
import io.chokepoint.ui.timeline.TimelineViewModel.Content;
import io.chokepoint.ui.timeline.TimelineViewModel.Curve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The canvas of the timeline: restriction bars and events above, curves below, dates at the foot. Dragging anywhere scrubs. */
final class TimelineTrack extends Region implements Detailed {
    private static final double LEFT = 10;
    private static final double RIGHT = 20;
    private static final double LANE = 12;
    private static final double CURVES_TOP = 34;
    private static final double AXIS = 22;
    private static final double MARK = 5;
    private static final double LABEL_GAP = 6;
    /** Ranges of pinned goods are fainter than the main one, so that several can overlap. */
    private static final double PINNED_BAND = 0.55;

    private static final double TICK_WIDTH = 76;
    private static final double LINE = 14;

    /** Dashes of the pinned curves; the main one is solid. */
    private static final double[][] DASHES = {{6, 3}, {2, 3}, {9, 3, 2, 3}, {4, 4}, {1, 2}, {12, 4}};

    private final TimelineViewModel model;
    private final StudyState state;
    private final ObservableValue<Palette> palette;
    private final Canvas canvas = new Canvas();
    private double detail = 1;
    private final Tooltip tooltip = new Tooltip();

    TimelineTrack(TimelineViewModel model, StudyState state, ObservableValue<Palette> palette) {
        this.model = model;
        this.state = state;
        this.palette = palette;
        setId("timeline-track");
        getStyleClass().addAll("timeline-track", "graph-keys");
        getChildren().add(canvas);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription(Texts.get("timeline.track"));
        model.contentProperty().subscribe(ignored -> changed());
        model.bandProperty().subscribe(ignored -> paint());
        palette.subscribe(ignored -> paint());
        state.weekProperty().subscribe(ignored -> weekChanged());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::scrub);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> tooltip.hide());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void changed() {
        setAccessibleText(model.spoken());
        paint();
    }

    private void weekChanged() {
        // While playing, only events are announced: a week is too short to be spoken.
        if (!model.playingProperty().get()
                || model.contentProperty()
                        .get()
                        .events()
                        .at(state.weekProperty().get())
                        .isPresent()) {
            setAccessibleText(model.spoken());
        }
        paint();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) state.weekProperty().get();
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) (model.contentProperty().get().weeks() - 1);
            case VALUE_STRING -> model.spoken();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private void scrub(MouseEvent event) {
        requestFocus();
        model.goTo(plot().week(event.getX()));
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.step(event.isShiftDown() ? -4 : -1);
            case RIGHT -> model.step(event.isShiftDown() ? 4 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void hover(MouseEvent event) {
        Optional<String> text = textAt(event.getX(), event.getY());
        if (text.isEmpty()) {
            tooltip.hide();
            return;
        }
        tooltip.setText(text.get());
        tooltip.show(this, event.getScreenX() + 12, event.getScreenY() + 14);
    }

    /** What the mark at a place says. */
    private Optional<String> textAt(double x, double y) {
        if (y > LANE + 12) {
            return Optional.empty();
        }
        CurvePlot plot = plot();
        Content shown = model.contentProperty().get();
        Optional<Event> event = shown.events().events().stream()
                .filter(candidate -> Math.abs(plot.x(candidate.week()) - x) <= MARK + 3)
                .min(Comparator.comparingDouble(candidate -> Math.abs(plot.x(candidate.week()) - x)));
        if (event.isPresent()) {
            return Optional.of(event.get().label() + ", " + when(event.get().week()));
        }
        return shown.events().bars().stream()
                .filter(bar -> plot.x(bar.start()) <= x && x <= plot.x(bar.end()))
                .map(bar -> bar.endsWithinRun()
                        ? Texts.get("timeline.bar", bar.word(), when(bar.start()), when(bar.end()))
                        : Texts.get("timeline.barOpen", bar.word(), when(bar.start())))
                .findFirst();
    }

    private String when(int week) {
        return state.scenario()
                .map(scenario -> Wording.weekWithDate(scenario.startDate(), week))
                .orElse("week " + week);
    }

    @Override
    protected void layoutChildren() {
        Detailed.size(canvas, snapSizeX(getWidth()), snapSizeY(getHeight()), detail);
        paint();
    }

    @Override
    public void paintAt(double value) {
        detail = value;
        layoutChildren();
    }

    private CurvePlot plot() {
        Content shown = model.contentProperty().get();
        double lowest = 1;
        double highest = 1;
        List<double[]> all =
                new ArrayList<>(shown.curves().stream().map(Curve::values).toList());
        Band range = model.bandProperty().get();
        if (range != null) {
            all.add(range.low());
            all.add(range.high());
        }
        shown.curves().stream().flatMap(curve -> curve.range().stream()).forEach(pinned -> {
            all.add(pinned.low());
            all.add(pinned.high());
        });
        for (double[] values : all) {
            for (double value : values) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return new CurvePlot(
                LEFT,
                Math.max(1, getWidth() - LEFT - RIGHT),
                CURVES_TOP,
                Math.max(1, getHeight() - CURVES_TOP - AXIS - 4),
                shown.weeks(),
                ValueScale.of(lowest, highest));
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, snapSizeX(getWidth()), snapSizeY(getHeight()));
        Palette colours = palette.getValue();
        Content shown = model.contentProperty().get();
        if (colours == null || shown.curves().isEmpty() && shown.events().bars().isEmpty()) {
            return;
        }
        CurvePlot plot = plot();
        gc.setFont(Fonts.regular(12));
        axis(gc, plot, colours);
        curves(gc, plot, colours, shown);
        playhead(gc, plot, colours, shown);
        lane(gc, plot, colours, shown);
        endLabels(gc, plot, colours, shown);
    }

    private void axis(GraphicsContext gc, CurvePlot plot, Palette colours) {
        Optional<Scenario> scenario = state.result().map(result -> result.scenario());
        int most = (int) (plot.width() / TICK_WIDTH);
        double foot = snapSizeY(getHeight()) - AXIS;
        gc.setLineDashes();
        gc.setLineWidth(1);
        gc.setStroke(colours.border());
        gc.setFill(colours.muted());
        gc.setTextBaseline(VPos.CENTER);
        for (TimeAxis.Tick tick : TimeAxis.of(plot.weeks(), scenario.flatMap(Scenario::startDate), most)) {
            double x = Math.round(plot.x(tick.week())) + 0.5;
            gc.strokeLine(x, LANE + 12, x, foot);
            double half = width(tick.label()) / 2;
            double centre = Math.clamp(x, half, Math.max(half, snapSizeX(getWidth()) - half));
            gc.setTextAlign(TextAlignment.CENTER);
            gc.fillText(tick.label(), centre, foot + AXIS / 2);
        }
        gc.setStroke(colours.borderStrong());
        gc.setLineDashes(2, 3);
        double one = Math.round(plot.y(1)) + 0.5;
        gc.strokeLine(plot.left(), one, plot.left() + plot.width(), one);
        gc.setLineDashes();
    }

    private void curves(GraphicsContext gc, CurvePlot plot, Palette colours, Content shown) {
        Band range = model.bandProperty().get();
        if (range != null) {
            gc.setFill(colours.band());
            plot.band(gc, range.low(), range.high());
        }
        gc.setFill(colours.band());
        gc.setGlobalAlpha(PINNED_BAND);
        for (Curve curve : shown.curves()) {
            curve.range().ifPresent(band -> plot.band(gc, band.low(), band.high()));
        }
        gc.setGlobalAlpha(1);
        int pinned = 0;
        for (Curve curve : shown.curves()) {
            gc.setStroke(curve.isMain() ? colours.text() : colours.muted());
            gc.setLineWidth(curve.isMain() ? 1.75 : 1.25);
            gc.setLineDashes(curve.isMain() ? new double[0] : DASHES[pinned++ % DASHES.length]);
            plot.line(gc, curve.values());
        }
        gc.setLineDashes();
    }

    /** Names at the right end of the curves, each as near to its own as the others and the curves let it. */
    private void endLabels(GraphicsContext gc, CurvePlot plot, Palette colours, Content shown) {
        boolean hasBand = model.bandProperty().get() != null;
        double right = plot.left() + plot.width();
        double bottom = plot.top() + plot.height();
        gc.setFont(Fonts.regular(12));
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        label(gc, colours, Amounts.percent(plot.scale().floor()), plot.left() + 2, bottom - 6, colours.muted());
        gc.setTextAlign(TextAlignment.RIGHT);
        label(gc, colours, Amounts.percent(1), right, plot.y(1) - 8, colours.muted());
        List<Double> taken = new ArrayList<>();
        for (Curve curve : shown.curves()) {
            String name = curve.isMain() && hasBand
                    ? Texts.get(state.medianProperty().get() ? "timeline.middle" : "timeline.central", curve.name())
                    : curve.name();
            double[] clear = clearOf(curve, plot, name);
            double above = clear[0] - LINE / 2 - 2;
            double below = clear[1] + LINE / 2 + 2;
            boolean roomBelow = below <= bottom - 4;
            double wanted = roomBelow ? below : above;
            for (double away = 0; away < plot.height(); away += 2) {
                OptionalDouble free = DoubleStream.of(
                                roomBelow ? wanted + away : wanted - away, roomBelow ? above - away : below + away)
                        .filter(y -> y >= plot.top() + 4 && y <= bottom - 4)
                        .filter(y -> taken.stream().allMatch(other -> Math.abs(other - y) >= LINE))
                        .findFirst();
                if (free.isPresent()) {
                    Color colour = curve.isMain() ? colours.text() : colours.muted();
                    label(gc, colours, name, right - 2, free.getAsDouble(), colour);
                    taken.add(free.getAsDouble());
                    break;
                }
            }
        }
    }

    /** The top and bottom of a curve where its name would stand. */
    private static double[] clearOf(Curve curve, CurvePlot plot, String name) {
        int last = Math.min(curve.values().length, plot.weeks()) - 1;
        int from = plot.week(plot.left() + plot.width() - width(name));
        double top = plot.y(curve.values()[last]);
        double bottom = top;
        for (int week = from; week <= last; week++) {
            top = Math.min(top, plot.y(curve.values()[week]));
            bottom = Math.max(bottom, plot.y(curve.values()[week]));
        }
        return new double[] {top, bottom};
    }

    private static void label(GraphicsContext gc, Palette colours, String text, double x, double y, Color colour) {
        gc.setStroke(colours.background());
        gc.setLineWidth(4);
        gc.strokeText(text, x, y);
        gc.setFill(colour);
        gc.fillText(text, x, y);
    }

    private void lane(GraphicsContext gc, CurvePlot plot, Palette colours, Content shown) {
        gc.setStroke(colours.ink());
        gc.setLineWidth(3);
        gc.setGlobalAlpha(0.22);
        double last = plot.left() + plot.width();
        for (Bar bar : shown.events().bars()) {
            gc.strokeLine(plot.x(bar.start()), LANE, Math.min(last, plot.x(bar.end())), LANE);
        }
        gc.setGlobalAlpha(1);
        List<Event> events = shown.events().events();
        for (Event event : events) {
            diamond(gc, plot.x(event.week()), event.kind() == TimelineEvents.Kind.END, colours);
        }
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        List<double[]> taken = new ArrayList<>();
        for (Event event : events) {
            double x = plot.x(event.week());
            taken.add(new double[] {x - MARK - 3, x + MARK + 3});
        }
        for (Event event :
                events.stream().sorted(Comparator.comparing(Event::kind)).toList()) {
            double from = plot.x(event.week()) + MARK + LABEL_GAP;
            double to = from + width(event.shortLabel());
            if (to <= snapSizeX(getWidth()) && taken.stream().noneMatch(other -> from < other[1] && to > other[0])) {
                label(gc, colours, event.shortLabel(), from, LANE, colours.text());
                taken.add(new double[] {from, to});
            }
        }
    }

    /** Filled, or hollow for an end. */
    private static void diamond(GraphicsContext gc, double x, boolean hollow, Palette colours) {
        double[] xs = {x, x + MARK, x, x - MARK};
        double[] ys = {LANE - MARK - 1, LANE, LANE + MARK + 1, LANE};
        gc.setFill(hollow ? colours.background() : colours.ink());
        gc.fillPolygon(xs, ys, 4);
        if (hollow) {
            gc.setStroke(colours.ink());
            gc.setLineWidth(1.5);
            gc.strokePolygon(xs, ys, 4);
        }
    }

    private void playhead(GraphicsContext gc, CurvePlot plot, Palette colours, Content shown) {
        int week = state.weekProperty().get();
        double x = plot.x(week);
        double foot = snapSizeY(getHeight()) - AXIS + 2;
        gc.setStroke(colours.accent());
        gc.setLineWidth(1.5);
        gc.strokeLine(x, 2, x, foot);
        gc.setFill(colours.accent());
        gc.fillPolygon(new double[] {x - 6, x, x + 6}, new double[] {foot + 5, foot - 2, foot + 5}, 3);
        if (!shown.curves().isEmpty() && week < shown.curves().getFirst().values().length) {
            double y = plot.y(shown.curves().getFirst().values()[week]);
            gc.setFill(colours.background());
            gc.fillOval(x - 5.5, y - 5.5, 11, 11);
            gc.setFill(colours.accent());
            gc.fillOval(x - 4, y - 4, 8, 8);
        }
    }

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(Fonts.regular(12));
        return measured.getLayoutBounds().getWidth();
    }
}

package io.chokepoint.ui.timeline;

import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.Detailed;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PicturePainter;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.timeline.TimelineEvents.Event;
import io.chokepoint.ui.timeline.TimelineViewModel.Content;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** The canvas of the timeline: restriction bars and events above, curves below, dates at the foot. Dragging anywhere scrubs. */
final class TimelineTrack extends Region implements Detailed {
    private final TimelineViewModel model;
    private final StudyState state;
    private final ObservableValue<Palette> palette;
    private final Canvas canvas = new Canvas();
    private final Rectangle focusFrame = new Rectangle();
    private double detail = 1;
    private final TextMeasure measure = new FxTextMeasure();
    private final Tooltip tooltip = CommandControls.tooltip("");

    TimelineTrack(TimelineViewModel model, StudyState state, ObservableValue<Palette> palette) {
        this.model = model;
        this.state = state;
        this.palette = palette;
        setId("timeline-track");
        getStyleClass().addAll("timeline-track", "graph-keys");
        // Above the canvas, which would hide a border.
        focusFrame.getStyleClass().add("focus-frame");
        focusFrame.setManaged(false);
        focusFrame.setMouseTransparent(true);
        focusFrame.visibleProperty().bind(focusedProperty());
        getChildren().setAll(canvas, focusFrame);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setAccessibleRoleDescription(Texts.get("timeline.track"));
        model.contentProperty().subscribe(ignored -> changed());
        model.bandProperty().subscribe(ignored -> paint());
        palette.subscribe(ignored -> paint());
        state.looking().weekProperty().subscribe(ignored -> weekChanged());
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
                        .at(state.looking().weekProperty().get())
                        .isPresent()) {
            setAccessibleText(model.spoken());
        }
        paint();
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) state.looking().weekProperty().get();
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
        Content content = model.contentProperty().get();
        double below = TimelinePicture.LANE + TimelinePicture.NEXT_LANE / 2;
        boolean second = content.against().isPresent() && y > below;
        CurvePlot plot = plot();
        if (y > (second ? below + TimelinePicture.NEXT_LANE : TimelinePicture.LANE + 12)) {
            return TimelineSeen.places(content.seen(), plot).stream()
                    .filter(place -> place.isAt(x, y))
                    .map(place ->
                            Texts.get("timeline.seen") + "\n" + place.mark().text())
                    .findFirst();
        }
        TimelineEvents shown = second ? content.against().orElseThrow() : content.events();
        Optional<Event> event = shown.events().stream()
                .filter(candidate -> Math.abs(plot.x(candidate.week()) - x) <= TimelinePicture.MARK + 3)
                .min(Comparator.comparingDouble(candidate -> Math.abs(plot.x(candidate.week()) - x)));
        if (event.isPresent()) {
            return Optional.of(event.get().label() + ", " + when(event.get().week()));
        }
        return shown.bars().stream()
                .filter(bar -> plot.x(bar.start()) <= x && x <= plot.x(bar.end()))
                .map(bar -> bar.endsWithinRun()
                        ? Texts.get("timeline.bar", bar.word(), when(bar.start()), when(bar.end()))
                        : Texts.get("timeline.barOpen", bar.word(), when(bar.start())))
                .findFirst();
    }

    private String when(int week) {
        return state.result()
                .map(result -> Wording.weekWithDate(result.scenario().startDate(), week))
                .orElse("week " + week);
    }

    @Override
    protected void layoutChildren() {
        Detailed.size(canvas, snapSizeX(getWidth()), snapSizeY(getHeight()), detail * Detailed.zoom(this));
        focusFrame.setWidth(getWidth());
        focusFrame.setHeight(getHeight());
        paint();
    }

    @Override
    public void paintAt(double value) {
        detail = value;
        layoutChildren();
    }

    private CurvePlot plot() {
        return TimelinePicture.plot(
                model.contentProperty().get(), model.bandProperty().get(), getWidth(), getHeight());
    }

    private void paint() {
        Palette colours = palette.getValue();
        if (colours == null) {
            return;
        }
        Picture picture = new TimelinePicture(
                        model.contentProperty().get(),
                        model.bandProperty().get(),
                        snapSizeX(getWidth()),
                        snapSizeY(getHeight()),
                        colours,
                        measure)
                .draw(
                        state.looking().weekProperty().get(),
                        state.result().flatMap(result -> result.scenario().startDate()),
                        state.many().medianProperty().get());
        PicturePainter.paint(picture, canvas.getGraphicsContext2D());
    }
}

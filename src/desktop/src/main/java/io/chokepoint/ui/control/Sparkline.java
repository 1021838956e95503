package io.chokepoint.ui.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A curve the height of a line of text, from 0 to a given maximum, with a dot at the week looked at. */
public final class Sparkline extends Region {
    private static final double INSET = 3;

    private final double[] values;
    private final double maximum;
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<Color> colour = new SimpleObjectProperty<>(Color.BLACK);
    private final ObjectProperty<Color> markColour = new SimpleObjectProperty<>(Color.BLACK);
    private final IntegerProperty week = new SimpleIntegerProperty();

    /** @param maximum value at the top, > 0 */
    public Sparkline(double[] values, double maximum) {
        this.values = values.clone();
        this.maximum = maximum;
        getChildren().add(canvas);
        setMinSize(40, 18);
        setPrefSize(90, 18);
        setMaxHeight(18);
        colour.subscribe(ignored -> paint());
        markColour.subscribe(ignored -> paint());
        week.subscribe(ignored -> paint());
    }

    public ObjectProperty<Color> colourProperty() {
        return colour;
    }

    public ObjectProperty<Color> markColourProperty() {
        return markColour;
    }

    public IntegerProperty weekProperty() {
        return week;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(snapSizeX(getWidth()));
        canvas.setHeight(snapSizeY(getHeight()));
        paint();
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (values.length == 0 || canvas.getWidth() <= 2 * INSET) {
            return;
        }
        CurvePlot plot = new CurvePlot(
                INSET,
                canvas.getWidth() - 2 * INSET,
                INSET,
                canvas.getHeight() - 2 * INSET,
                values.length,
                new ValueScale(0, maximum));
        gc.setStroke(colour.get());
        gc.setLineWidth(1.25);
        plot.line(gc, values);
        int at = Math.clamp(week.get(), 0, values.length - 1);
        gc.setFill(markColour.get());
        gc.fillOval(plot.x(at) - 2.5, plot.y(values[at]) - 2.5, 5, 5);
    }
}

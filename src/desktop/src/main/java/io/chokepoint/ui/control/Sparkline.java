package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
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
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (values.length == 0 || width <= 2 * INSET) {
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            return;
        }
        CurvePlot plot = new CurvePlot(
                INSET, width - 2 * INSET, INSET, height - 2 * INSET, values.length, new ValueScale(0, maximum));
        int at = Math.clamp(week.get(), 0, values.length - 1);
        Picture.Builder out = new Picture.Builder();
        new Chart(out, plot)
                .curve(values, Line.of(Tones.of(colour.get()), 1.25))
                .dot(at, values[at], 2.5, Tones.of(markColour.get()));
        PicturePainter.paint(out.build("", width, height, Tone.CLEAR), canvas.getGraphicsContext2D());
    }
}

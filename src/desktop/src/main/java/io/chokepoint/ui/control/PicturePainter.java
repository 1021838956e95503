package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** Paints a picture on a canvas. */
public final class PicturePainter {
    private static final String FAMILY = "Inter Tabular";

    private PicturePainter() {}

    static Font font(double size, boolean semibold) {
        return Font.font(FAMILY, semibold ? FontWeight.BOLD : FontWeight.NORMAL, size);
    }

    public static void paint(Picture picture, GraphicsContext gc) {
        gc.save();
        if (picture.background().opacity() < 1) {
            gc.clearRect(0, 0, picture.width(), picture.height());
        }
        gc.setFill(Tones.color(picture.background()));
        gc.fillRect(0, 0, picture.width(), picture.height());
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.setLineCap(StrokeLineCap.BUTT);
        gc.setTextBaseline(VPos.BASELINE);
        gc.setFillRule(FillRule.EVEN_ODD);
        for (Mark mark : picture.marks()) {
            switch (mark) {
                case Mark.Shape shape -> paint(shape, gc);
                case Mark.Text text -> paint(text, gc);
            }
        }
        gc.restore();
    }

    private static void paint(Mark.Shape shape, GraphicsContext gc) {
        trace(shape.outline(), gc);
        switch (shape.fill()) {
            case null -> {}
            case Fill.Flat flat -> {
                gc.setFill(Tones.color(flat.tone()));
                gc.fill();
            }
            case Fill.Hatch hatch -> {
                hatch(shape.outline(), hatch, gc);
                trace(shape.outline(), gc);
            }
        }
        Line line = shape.line();
        if (line != null) {
            gc.setStroke(Tones.color(line.tone()));
            gc.setLineWidth(line.width());
            gc.setLineDashes(
                    line.dashes().stream().mapToDouble(Double::doubleValue).toArray());
            gc.stroke();
        }
    }

    private static void hatch(Outline outline, Fill.Hatch hatch, GraphicsContext gc) {
        gc.setFill(Tones.color(hatch.ground()));
        gc.fill();
        Outline.Bounds box = outline.bounds();
        gc.save();
        gc.clip();
        gc.setStroke(Tones.color(hatch.lines()));
        gc.setLineWidth(hatch.width());
        gc.setLineDashes((double[]) null);
        double step = hatch.gap() * Math.sqrt(2);
        double bottom = box.y() + box.height();
        // Lines start on one raster for the whole picture, so that neighbouring shapes hatch without a seam.
        double first = Math.floor((box.x() + box.y()) / step) * step;
        double last = box.x() + box.width() + bottom;
        for (double sum = first; sum <= last; sum += step) {
            gc.strokeLine(sum - bottom, bottom, sum - box.y(), box.y());
        }
        gc.restore();
    }

    private static void paint(Mark.Text text, GraphicsContext gc) {
        gc.setFont(font(text.size(), text.semibold()));
        gc.setTextAlign(
                switch (text.align()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        gc.save();
        gc.translate(text.x(), text.y());
        if (text.turned()) {
            gc.rotate(-90);
        }
        if (text.halo() != null) {
            gc.setStroke(Tones.color(text.halo()));
            gc.setLineWidth(3);
            gc.setLineDashes((double[]) null);
            gc.strokeText(text.text(), 0, 0);
        }
        Color color = Tones.color(text.tone());
        gc.setFill(color);
        gc.fillText(text.text(), 0, 0);
        gc.restore();
    }

    private static void trace(Outline outline, GraphicsContext gc) {
        gc.beginPath();
        outline.sendTo(new Outline.Sink() {
            @Override
            public void move(double x, double y) {
                gc.moveTo(x, y);
            }

            @Override
            public void line(double x, double y) {
                gc.lineTo(x, y);
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                gc.bezierCurveTo(x1, y1, x2, y2, x, y);
            }

            @Override
            public void close() {
                gc.closePath();
            }
        });
    }
}

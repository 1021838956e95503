package io.chokepoint.ui.graph;

import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.ui.control.Tones;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Affine;

/**
 * Takes down what is painted as shapes and text, in px of the screen. Icons become shapes, as no reader of the picture has their
 * font. UI thread only.
 */
final class PicturePen implements Pen {
    private record State(Affine transform, double alpha) {}

    private final Picture.Builder marks = new Picture.Builder();
    private final Deque<State> saved = new ArrayDeque<>();
    private final Map<String, Path> glyphs = new HashMap<>();
    private Affine transform = new Affine();
    private double alpha = 1;
    private Color fill = Color.BLACK;
    private Color stroke = Color.BLACK;
    private double lineWidth = 1;
    private double dash;
    private Outline.Builder path = Outline.builder();
    private double lastX;
    private double lastY;

    Picture build(String title, double width, double height, Color background) {
        return marks.build(title, width, height, Tones.of(background));
    }

    @Override
    public void save() {
        saved.push(new State(new Affine(transform), alpha));
    }

    @Override
    public void restore() {
        State state = saved.pop();
        transform = state.transform();
        alpha = state.alpha();
    }

    @Override
    public void translate(double x, double y) {
        transform.appendTranslation(x, y);
    }

    @Override
    public void scale(double x, double y) {
        transform.appendScale(x, y);
    }

    @Override
    public void rotate(double degrees) {
        transform.appendRotation(degrees);
    }

    @Override
    public void setGlobalAlpha(double value) {
        alpha = value;
    }

    @Override
    public void setFill(Paint paint) {
        fill = (Color) paint;
    }

    @Override
    public void setStroke(Paint paint) {
        stroke = (Color) paint;
    }

    @Override
    public void setLineWidth(double width) {
        lineWidth = width;
    }

    @Override
    public void setLineDashes(double... dashes) {
        dash = dashes.length == 0 ? 0 : (dashes[0] + dashes[dashes.length - 1]) / 2;
    }

    // ---- paths

    @Override
    public void beginPath() {
        path = Outline.builder();
    }

    @Override
    public void moveTo(double x, double y) {
        Point2D to = transform.transform(x, y);
        path.move(to.getX(), to.getY());
        at(x, y);
    }

    private void at(double x, double y) {
        lastX = x;
        lastY = y;
    }

    @Override
    public void lineTo(double x, double y) {
        Point2D to = transform.transform(x, y);
        path.line(to.getX(), to.getY());
        at(x, y);
    }

    @Override
    public void quadraticCurveTo(double controlX, double controlY, double x, double y) {
        // The same curve with two control points, each two thirds of the way to the one.
        bezierCurveTo(
                lastX + (controlX - lastX) * 2 / 3,
                lastY + (controlY - lastY) * 2 / 3,
                x + (controlX - x) * 2 / 3,
                y + (controlY - y) * 2 / 3,
                x,
                y);
    }

    @Override
    public void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        Point2D one = transform.transform(x1, y1);
        Point2D two = transform.transform(x2, y2);
        Point2D to = transform.transform(x, y);
        path.curve(one.getX(), one.getY(), two.getX(), two.getY(), to.getX(), to.getY());
        at(x, y);
    }

    @Override
    public void closePath() {
        path.close();
    }

    @Override
    public void fill() {
        fill(path.build());
    }

    private void fill(Outline outline) {
        if (fill.getOpacity() > 0) {
            marks.shape(outline, Fill.of(tone(fill)), null);
        }
    }

    @Override
    public void stroke() {
        draw(path.build());
    }

    private void draw(Outline outline) {
        marks.draw(outline, Line.dashed(tone(stroke), lineWidth * zoom(), dash * zoom()));
    }

    private Tone tone(Color colour) {
        return Tones.of(colour.deriveColor(0, 1, 1, alpha));
    }

    private double zoom() {
        return Math.hypot(transform.getMxx(), transform.getMyx());
    }

    // ---- shapes; none is drawn turned

    @Override
    public void clearRect(double x, double y, double width, double height) {
        // There is nothing below to be cleared: every layer is taken down once.
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        fill(rounded(x, y, width, height, 0));
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arc) {
        fill(rounded(x, y, width, height, arc / 2));
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arc) {
        draw(rounded(x, y, width, height, arc / 2));
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        fill(rounded(x, y, width, height, Math.min(width, height) / 2));
    }

    private Outline rounded(double x, double y, double width, double height, double radius) {
        Point2D corner = transform.transform(x, y);
        double zoom = zoom();
        return Outline.rounded(corner.getX(), corner.getY(), width * zoom, height * zoom, radius * zoom);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        beginPath();
        moveTo(x1, y1);
        lineTo(x2, y2);
        stroke();
    }

    // ---- text

    @Override
    public void text(String words, double x, double y, Font font, boolean bold, TextAlignment alignment) {
        Point2D at = transform.transform(x, y);
        Mark.Align align = switch (alignment) {
            case LEFT, JUSTIFY -> Mark.Align.START;
            case CENTER -> Mark.Align.MIDDLE;
            case RIGHT -> Mark.Align.END;
        };
        boolean turned = transform.getMyx() < 0;
        double size = font.getSize() * zoom();
        marks.add(new Mark.Text(at.getX(), at.getY(), words, size, bold, tone(fill), align, null, turned));
    }

    @Override
    public void glyph(String glyph, double centreX, double centreY, Font font) {
        Path shape = glyphs.computeIfAbsent(
                glyph + font.getFamily() + font.getSize(), unused -> PicturePen.outline(glyph, font));
        beginPath();
        for (PathElement element : shape.getElements()) {
            switch (element) {
                case MoveTo to -> moveTo(centreX + to.getX(), centreY + to.getY());
                case LineTo to -> lineTo(centreX + to.getX(), centreY + to.getY());
                case QuadCurveTo to ->
                    quadraticCurveTo(
                            centreX + to.getControlX(),
                            centreY + to.getControlY(),
                            centreX + to.getX(),
                            centreY + to.getY());
                case CubicCurveTo to ->
                    bezierCurveTo(
                            centreX + to.getControlX1(),
                            centreY + to.getControlY1(),
                            centreX + to.getControlX2(),
                            centreY + to.getControlY2(),
                            centreX + to.getX(),
                            centreY + to.getY());
                case ClosePath unused -> closePath();
                default -> throw new IllegalStateException("a glyph with " + element);
            }
        }
        fill();
    }

    /** The glyph's shape, its middle at the origin. */
    private static Path outline(String glyph, Font font) {
        Text text = new Text(glyph);
        text.setFont(font);
        text.setTextOrigin(VPos.CENTER);
        text.setX(-text.getLayoutBounds().getWidth() / 2);
        return (Path) Shape.union(text, new Rectangle(0, 0));
    }
}

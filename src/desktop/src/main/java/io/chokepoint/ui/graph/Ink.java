package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.ui.support.Palette;
import javafx.scene.paint.Paint;
import javafx.scene.text.TextAlignment;

/**
 * What painters paint with: the context, already moved and scaled to the picture, and the helpers all of them need.
 *
 * @param zoom px on screen for one px of the picture
 * @param view the part of the picture on screen
 * @param outOfDate whether numbers are grey
 */
record Ink(Pen g, Palette palette, TextFitter text, Icons icons, double zoom, Box view, boolean outOfDate) {
    /** Text is never smaller on screen, in px. */
    static final double LEAST_TEXT = 12;

    private static final double CAP_HEIGHT = 0.727;

    /** Size in px of the picture at which text is 12 px on screen or more. */
    double textSize() {
        return Math.max(LEAST_TEXT, LEAST_TEXT / zoom);
    }

    /** How much larger than normal text is in the picture: 1 from normal zoom up. */
    double unit() {
        return Math.max(1, 1 / zoom);
    }

    /** As {@link #unit}, but where makers are shown marks do not grow with the zoom, as text in cards does not. */
    double markUnit() {
        return Level.of(zoom) == Level.MAKERS ? CardPainter.MAKERS_TEXT / zoom : unit();
    }

    void fill(Box box, double radius, Paint paint) {
        g.setFill(paint);
        if (radius == 0) {
            g.fillRect(box.x(), box.y(), box.width(), box.height());
        } else {
            g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 2 * radius);
        }
    }

    /**
     * Slanted lines within the box, for what is hit only in that less of it is ordered.
     *
     * @param gap from line to line, in px of the picture
     */
    void hatch(Box box, double gap, double width, Paint paint) {
        g.setStroke(paint);
        g.setLineWidth(width);
        g.beginPath();
        // Lines run along x + y = sum, at sums that do not depend on the box, so that boxes side by side match.
        double first = Math.ceil((box.x() + box.y()) / gap) * gap;
        for (double sum = first; sum < box.right() + box.bottom(); sum += gap) {
            double left = Math.max(box.x(), sum - box.bottom());
            double right = Math.min(box.right(), sum - box.y());
            g.moveTo(left, sum - left);
            g.lineTo(right, sum - right);
        }
        g.stroke();
    }

    /** A line of the given width along the inside of the box. */
    void outline(Box box, double radius, double width, Paint paint) {
        g.setStroke(paint);
        g.setLineWidth(width);
        double half = width / 2;
        double arc = Math.max(0, 2 * (radius - half));
        g.strokeRoundRect(box.x() + half, box.y() + half, box.width() - width, box.height() - width, arc);
    }

    /** Text from its left end, {@code y} being the middle of its capitals. */
    void left(String words, double x, double y, boolean bold, double size, Paint paint) {
        write(words, x, y, bold, size, paint, TextAlignment.LEFT);
    }

    void right(String words, double x, double y, boolean bold, double size, Paint paint) {
        write(words, x, y, bold, size, paint, TextAlignment.RIGHT);
    }

    void centre(String words, double x, double y, boolean bold, double size, Paint paint) {
        write(words, x, y, bold, size, paint, TextAlignment.CENTER);
    }

    private void write(
            String words, double x, double y, boolean bold, double size, Paint paint, TextAlignment alignment) {
        g.setFill(paint);
        g.text(words, x, y + size * CAP_HEIGHT / 2, text.font(bold, size), bold, alignment);
    }

    double width(String words, boolean bold, double size) {
        return text.width(words, bold, size);
    }
}

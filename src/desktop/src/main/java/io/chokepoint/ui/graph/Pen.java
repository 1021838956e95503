package io.chokepoint.ui.graph;

import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * What the painters of the graph draw with: the part of a canvas' context that they need. On a canvas it paints, elsewhere it takes
 * down what is painted, so that the picture on screen and the one in a file come from the same code. Line ends are always cut off
 * square, and text stands on its base line.
 */
interface Pen {
    void save();

    void restore();

    void translate(double x, double y);

    void scale(double x, double y);

    /** @param degrees a multiple of 90 */
    void rotate(double degrees);

    void setGlobalAlpha(double alpha);

    void setFill(Paint paint);

    void setStroke(Paint paint);

    void setLineWidth(double width);

    /** @param dashes lengths of dashes and gaps; none for a whole line */
    void setLineDashes(double... dashes);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void quadraticCurveTo(double controlX, double controlY, double x, double y);

    void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y);

    void closePath();

    void fill();

    void stroke();

    void clearRect(double x, double y, double width, double height);

    void fillRect(double x, double y, double width, double height);

    /** @param arc width and height of the whole arc at a corner */
    void fillRoundRect(double x, double y, double width, double height, double arc);

    void strokeRoundRect(double x, double y, double width, double height, double arc);

    void fillOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    /** @param bold whether the font is the semibold one */
    void text(String words, double x, double y, Font font, boolean bold, TextAlignment alignment);

    /** A glyph of an icon font, its middle at a point. */
    void glyph(String glyph, double centreX, double centreY, Font font);
}

package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.ui.support.Palette;
import javafx.scene.paint.Color;

/** Paints what sits on cards: the mark of a restriction, the number of a step, the pin. */
final class MarkPainter {
    private static final double HEIGHT = 16;
    private static final double ABOVE = 12;
    private static final double ICON = 13;
    /** How far it may stand over a card's edge. */
    private static final double BEYOND = 5;

    /** A pill with icon and word on the card's top edge. */
    void card(Ink ink, Box card, Mark mark, int week) {
        double unit = ink.markUnit();
        double size = Ink.LEAST_TEXT * unit;
        double room = card.width() + 2 * BEYOND - (4 + ICON + 3 + 7) * unit;
        String words = ink.text().shorten(mark.text(), true, size, room);
        double width = (4 + ICON + 3 + 7) * unit + ink.width(words, true, size);
        // A long one stands in the middle and a little over both edges.
        double left = Math.min(card.x() + 6, card.centreX() - width / 2);
        Box pill = new Box(left, card.y() - ABOVE * unit, width, HEIGHT * unit);
        Mark.State state = mark.state(week);
        Color front = shape(ink, pill, state);
        ink.icons().paint(ink.g(), mark.icon(), pill.x() + (4 + ICON / 2) * unit, pill.centreY(), ICON * unit, front);
        double x = pill.x() + (4 + ICON + 3) * unit;
        ink.left(words, x, pill.centreY(), true, size, front);
        if (state == Mark.State.OVER) {
            strike(ink, x - 1, pill.right() - 5 * unit, pill.centreY(), front);
        }
    }

    /** On rails the icon alone. */
    void tile(Ink ink, Box tile, Mark mark, int week) {
        double unit = ink.markUnit();
        Box pill = new Box(tile.centreX() - HEIGHT / 2 * unit, tile.y() - 9 * unit, HEIGHT * unit, HEIGHT * unit);
        Mark.State state = mark.state(week);
        Color front = shape(ink, pill, state);
        ink.icons().paint(ink.g(), mark.icon(), pill.centreX(), pill.centreY(), 12 * unit, front);
        if (state == Mark.State.OVER) {
            strike(ink, pill.x() + 2 * unit, pill.right() - 2 * unit, pill.centreY(), front);
        }
    }

    /** On the right end of a named line the icon alone, half outside, to leave its room to the name. */
    void line(Ink ink, Box line, Mark mark, int week) {
        double size = Math.min(HEIGHT, line.height() - 2);
        Box pill = new Box(line.right() - size / 2, line.centreY() - size / 2, size, size);
        Mark.State state = mark.state(week);
        Color front = shape(ink, pill, state);
        ink.icons().paint(ink.g(), mark.icon(), pill.centreX(), pill.centreY(), size - 4, front);
        if (state == Mark.State.OVER) {
            strike(ink, pill.x() + 2, pill.right() - 2, pill.centreY(), front);
        }
    }

    private static Color shape(Ink ink, Box pill, Mark.State state) {
        Palette palette = ink.palette();
        double radius = pill.height() / 2;
        if (state == Mark.State.IN_FORCE) {
            ink.fill(pill, radius, palette.ink());
            return palette.onInk();
        }
        ink.fill(pill, radius, palette.card());
        ink.outline(pill, radius, 1.25 * ink.markUnit(), palette.ink());
        return palette.ink();
    }

    private static void strike(Ink ink, double from, double to, double y, Color colour) {
        ink.g().setStroke(colour);
        ink.g().setLineWidth(1.25 * ink.markUnit());
        ink.g().strokeLine(from, y, to, y);
    }

    /** The number of a step of the Why view, on the card's upper right corner. */
    void number(Ink ink, Box card, int number) {
        double radius = 10 * ink.markUnit();
        double x = card.right() - 2;
        double y = card.y();
        ink.g().setFill(ink.palette().canvas());
        ink.g().fillOval(x - radius - 2, y - radius - 2, 2 * radius + 4, 2 * radius + 4);
        ink.g().setFill(ink.palette().accent());
        ink.g().fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        ink.centre(
                Integer.toString(number),
                x,
                y,
                true,
                Ink.LEAST_TEXT * ink.markUnit(),
                ink.palette().onAccent());
    }

    /** A pin on the upper right corner: the good's curve stays in the timeline. */
    void pin(Ink ink, Box card) {
        ink.icons()
                .paint(
                        ink.g(),
                        "mdmz-push_pin",
                        card.right() - 9 * ink.markUnit(),
                        card.y() + 1,
                        13 * ink.markUnit(),
                        ink.palette().accentText());
    }
}

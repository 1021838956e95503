package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import java.util.OptionalInt;

/**
 * A card that has grown to hold one line for each maker.
 *
 * @param box of the grown card, in px of the picture
 * @param lines how many makers have a line
 * @param folded how many more there are
 */
record MakerCard(GraphNode node, Box box, int lines, int folded) {
    static final double WIDTH = 146;
    static final double LINE = 24;
    static final int MOST_LINES = 5;

    private static final double HEAD = 54;
    private static final double FOOT = 8;

    static MakerCard of(Place place, int makers, Box view) {
        int lines = Math.min(makers, MOST_LINES);
        int folded = makers - lines;
        double height = HEAD + lines * LINE + (folded > 0 ? LINE : 0) + FOOT;
        double x = Math.max(view.x() + 4, Math.min(place.box().x(), view.right() - WIDTH - 4));
        double y = Math.max(view.y() + 96, Math.min(place.box().y(), view.bottom() - height - 46));
        return new MakerCard(
                place.node(), new Box(x, y, Math.max(WIDTH, place.box().width()), height), lines, folded);
    }

    /** Upper edge of a maker's line. */
    double lineTop(int line) {
        return box.y() + HEAD + line * LINE;
    }

    /** The maker's line at a point of the picture. */
    OptionalInt lineAt(double x, double y) {
        int line = (int) Math.floor((y - box.y() - HEAD) / LINE);
        return box.contains(x, y) && line >= 0 && line < lines ? OptionalInt.of(line) : OptionalInt.empty();
    }
}

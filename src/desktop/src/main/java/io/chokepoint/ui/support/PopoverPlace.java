package io.chokepoint.ui.support;

import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Where a popover stands: beside what it is about, on the side with more room, within the area that may be covered. Where it
 * does not fit beside, staying within the area counts for more than leaving free what it is about.
 *
 * @param x left edge
 * @param y upper edge
 */
record PopoverPlace(double x, double y) {
    private static final double GAP = 12;

    /**
     * @param anchor what the popover is about; null for the middle of the area
     * @param area what may be covered
     */
    static PopoverPlace of(@Nullable Bounds anchor, Bounds area, double width, double height) {
        if (anchor == null) {
            return within(area, area.getCenterX() - width / 2, area.getMinY(), width, height);
        }
        double roomRight = area.getMaxX() - anchor.getMaxX() - GAP;
        double roomLeft = anchor.getMinX() - GAP - area.getMinX();
        double x = roomRight >= roomLeft ? anchor.getMaxX() + GAP : anchor.getMinX() - GAP - width;
        return within(area, x, anchor.getCenterY() - height / 2, width, height);
    }

    private static PopoverPlace within(Bounds area, double x, double y, double width, double height) {
        return new PopoverPlace(
                Math.rint(Math.max(area.getMinX(), Math.min(x, area.getMaxX() - width))),
                Math.rint(Math.max(area.getMinY(), Math.min(y, area.getMaxY() - height))));
    }
}

package io.chokepoint.layout;

import io.chokepoint.model.Stage;

/**
 * One stage as the picture shows it.
 *
 * @param box the whole column, heads and foot left out
 * @param total goods of the stage that the filter admits
 * @param hit how many of them fall short in any week
 * @param shownHit how many of the hit ones are shown
 * @param shown how many are shown in all
 * @param firstShown place of the first one shown, where an expanded column is scrolled; 0 elsewhere
 */
public record Column(
        Stage stage,
        Kind kind,
        Box box,
        int total,
        int hit,
        int shownHit,
        int shown,
        boolean expanded,
        int firstShown) {

    /** How a column is drawn. */
    public enum Kind {
        OPEN,
        RAIL
    }

    public boolean isOpen() {
        return kind == Kind.OPEN;
    }

    /** The same column with other numbers of goods hit: of another run on the same picture. */
    public Column counting(int otherHit, int otherShownHit) {
        return new Column(stage, kind, box, total, otherHit, otherShownHit, shown, expanded, firstShown);
    }

    /** Hit goods for which there was no row. */
    public int moreHit() {
        return hit - shownHit;
    }

    public int notHit() {
        return total - hit;
    }
}

package io.chokepoint.layout;

/**
 * Where a node stands.
 *
 * @param kind as what it is drawn
 * @param column index into {@link ColumnPicture#columns()}
 */
public record Place(GraphNode node, Kind kind, Box box, int column) {

    /** As what a node is drawn at normal zoom. */
    public enum Kind {
        /** With name, output, country and week, in an open column. */
        CARD,
        /** A small tile without words, on a rail. */
        TILE,
        /** One named line, where everything is shown. */
        LINE,
        /** A thin bar without a name, where everything is shown. */
        BAR,
        /** A card's place in the block of a stage, in pictures too large for columns. */
        CELL
    }
}

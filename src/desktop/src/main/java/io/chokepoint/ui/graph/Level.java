package io.chokepoint.ui.graph;

/** How much a zoom shows. */
enum Level {
    /** A stage is a block of tiles. */
    STAGES,
    /** Tiles with the names of hit goods. */
    TILES,
    CARDS,
    /** Cards with their makers. */
    MAKERS;

    private static final double TILES_FROM = 0.45;
    private static final double CARDS_FROM = 0.8;
    private static final double MAKERS_FROM = 1.6;

    static Level of(double zoom) {
        // The small amount keeps a zoom of 0.7999… from showing tiles at "80 %".
        double value = zoom + 1e-6;
        if (value < TILES_FROM) {
            return STAGES;
        }
        if (value < CARDS_FROM) {
            return TILES;
        }
        return value < MAKERS_FROM ? CARDS : MAKERS;
    }
}
